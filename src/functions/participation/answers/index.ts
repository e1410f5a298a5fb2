/** F9.7: what other modules may know of the city's answers. */
export { ANSWER_KINDS, type AnswerKind, isAnswerKind } from './answer.ts';
export { type AnswerClock, type AnswerTimes, answerClock, type ClockState } from './clock.ts';
export { answerChip } from './views/answer-chip.ts';
