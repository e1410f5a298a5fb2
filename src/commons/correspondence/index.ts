/** X4, X13: what owners of letters may know. */
export { addLetters, hiddenLetter, type Letter } from './letter.ts';
export { blocksLink, hiddenLetterText, letterActs, letterNote } from './views/pieces.ts';
export { demandReachable, demandWelcome, youngSide } from './welcome.ts';
