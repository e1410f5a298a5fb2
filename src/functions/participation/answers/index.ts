/** F9.7: what other modules may know of the city's answers. */

export { answerFormHref, answerHref, subjectHref } from './addresses.ts';
export { ANSWER_KINDS, type AnswerKind, isAnswerKind } from './answer.ts';
export { answerInput } from './answer-input.ts';
export { answerItem } from './answer-item.ts';
export { type AnswerClock, type AnswerTimes, answerClock, type ClockRound, type ClockState } from './clock.ts';
export { SHOWN_ANSWER } from './described.ts';
export type { Answered } from './give-answer.ts';
export { recountFigures } from './kept-figures.ts';
export {
  answersOf,
  answersOfPolicies,
  newestAnswers,
  type PolicyAnswer,
  type ShownAnswer,
  type Subject,
} from './queries.ts';
export { mayAnswer } from './rules.ts';
export { answerBody, answerView } from './views/answer.ts';
export { answerChip } from './views/answer-chip.ts';
export { clockChip, clockSentence } from './views/clock.ts';
export { sectionName } from './views/items.ts';
export { voicesList } from './views/voices.ts';
export { VOICES_JSON, type Voice, voicesBehind } from './voices.ts';
