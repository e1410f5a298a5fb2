/** F9.1: what other modules may know of proposals. */

export { searchable } from './publish-proposal.ts';
export { type ListedProposal, listedProposals, type ShownProposal, shownProposal } from './queries.ts';
export { proposer } from './views/actor.ts';
export { proposalText } from './views/show.ts';
