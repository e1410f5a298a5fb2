/** F9.1: what other modules may know of proposals. */
export { proposer } from './views/actor.ts';
export { proposalText } from './views/show.ts';
export { listedProposals, type ListedProposal, type ShownProposal, shownProposal } from './queries.ts';
export { searchable } from './publish-proposal.ts';
