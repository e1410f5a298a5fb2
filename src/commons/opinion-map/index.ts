/** F9.3 意見の分布図: who agrees with whom, from the votes. */
export { analyse, type Beginning, type Figures, figuresOf, type LastMap, type OpinionMap } from './analyse.ts';
export type { Consensus, Representative } from './figures.ts';
export { matrixOf, type VoteMatrix } from './matrix.ts';
export type { Picture, PictureGroup, PictureOpinion, Three } from './picture.ts';
export { mapBlocks } from './printed-map.ts';
export { picturesOf } from './queries.ts';
export { type Conversation, readFolder, readGroups, VotesMissing } from './read-folder.ts';
export { type MapReport, reportOf } from './report.ts';
export { type DebateVotes, matrixUntil, votesOfDebate } from './votes-of-debate.ts';
