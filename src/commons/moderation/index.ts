/** X4: what others may know of moderation. Whoever owns a kind of public thing registers it with `addModerated`. */
export { reportHref } from './addresses.ts';
export { isReported } from './cases.ts';
export { type ElectionPeriod, electionPeriod, nextElectionChange } from './election.ts';
export { type Hiding, hidingJson } from './hiding-json.ts';
export { addModerated, type Moderated, type ModeratedKind } from './kinds.ts';
export { moderates } from './moderators.ts';
export { electionNotice, hiddenStub, reportText } from './views/pieces.ts';
export { type Published, watch } from './watch.ts';
