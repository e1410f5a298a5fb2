/** X9: what other modules may know of papers. */
export { enterPaper } from './enter-paper.ts';
