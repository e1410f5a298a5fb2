/** F9.5: what other modules may know of the opinion statement. */
export { BLOCKS, type Block, coverageOfSets, handlingOf, publicationBlocks } from './coverage.ts';
export { coverageOf, holdStatement, type RoundCoverage, type UncoveredOpinion } from './coverage-queries.ts';
export { isEditor } from './desk.ts';
export { unconfirmedPoints } from './draft-queries.ts';
export { draftTold } from './draft-told.ts';
export { recountTown as recountCoverage } from './kept-coverage.ts';
export { sectionName } from './names.ts';
export { citationsOfOpinion, type ListedPoint, type OpinionTrail, pointsOfDebate } from './point-queries.ts';
export { mayEdit, mayObject, mayRaiseHand, maySettle, mayStandIn, speaksAs } from './rules.ts';
export { SECTIONS, type Section } from './statement.ts';
export {
  type Statement,
  type StatementDebate,
  type StatementDraft,
  type StatementObjection,
  type StatementOpinion,
  type StatementPoint,
  statementOf,
} from './statement-of.ts';
