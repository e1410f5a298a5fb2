/** F7.3: what other modules may know of circles. */
export { keyInAddress } from './answer-address.ts';
export { type AnswerOutcome, takeAnswer } from './answer-by-mail.ts';
