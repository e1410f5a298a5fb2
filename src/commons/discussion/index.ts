/** F9.2: what other modules may know of debates and opinions. */
export { debateHref, debatePath, meetingHref, opinionAnchor, opinionHref } from './addresses.ts';
export { amendOpinion } from './amend-opinion.ts';
export { answerQuestion } from './answer-question.ts';
export {
  insertOpinions,
  insertVotes,
  keepExtremities,
  type OpinionRow,
  recountDebate,
  type VoteRow,
} from './bulk-insert.ts';
export { castVote, myChoice, type Vote } from './cast-vote.ts';
export {
  closeDebate,
  DEBATE_COLUMNS,
  type Debate,
  debateById,
  debateOf,
  listedDebates,
  myProgress,
  type OpenedDebate,
  openedDebate,
  type PositionOf,
  type Progress,
} from './debates.ts';
export {
  CHOICES,
  type Choice,
  choiceOf,
  type DebateFacts,
  type DebateKind,
  ENTRY_KINDS,
  type EntryKind,
  type OpinionKind,
  SPOKEN_AS,
  type SpokenAs,
  STANCE_OF,
  type Stance,
} from './discussion.ts';
export { type EnteredFor, enterFor, type Speaker } from './enter-for.ts';
export { type Held, held as heldOpinion } from './entries.ts';
export { countedVotes } from './everything-said.ts';
export { explain } from './explain.ts';
export {
  correctSaying,
  type HallSaid,
  heldSaying,
  sayFromHall,
  sayingTags,
  setHands,
  settleSpeaker,
  takeBackSaying,
} from './hall.ts';
export { setHidden } from './hiding.ts';
export { addKeeper, type ChangedEntry, type Visibility } from './keepers.ts';
export {
  nextOpinion,
  type OpinionFilter,
  opinionById,
  opinionsPage,
  type ShownOpinion,
  type WholeOpinion,
} from './queries.ts';
export { dateFacts as debateDates, refusalFor as discussionRefusal } from './refusing.ts';
export { replyTo } from './reply.ts';
export { reviseOpinion } from './revise-opinion.ts';
export { type DebateState, maySay, mayVote, stateOf as debateState, takes } from './rules.ts';
export { sayOpinion } from './say-opinion.ts';
export { type DiscussionPart, discussionSection, expireWith as expireWithDebate } from './section.ts';
export { type DebateSection, debateSections, type OpinionSection, opinionSections } from './sections.ts';
export { takePosition } from './take-position.ts';
export { recountTally, tallyBatch } from './tally.ts';
export { type ShownReply, threadOf } from './thread-queries.ts';
export { choiceBar, choiceTable } from './views/numbers.ts';
export { withdrawOpinion } from './withdraw-opinion.ts';
export { withdrawPosition } from './withdraw-position.ts';
export { words as discussionWords } from './words.ts';
