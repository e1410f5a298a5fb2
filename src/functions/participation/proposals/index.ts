/** F9.1: what other modules may know of proposals. */
export { committedFiles, type FileContent } from './attachment.ts';

export { boundsOf, districtAt, districtsOf } from './outline.ts';
export { type KeptOutline, outlineInForce } from './outline-queries.ts';
export { degreesText, placeOf } from './place.ts';
export { searchable } from './proposal-version.ts';
export { type ListedProposal, listedProposals, type ShownProposal, shownProposal } from './queries.ts';
export { tiles, withTiles } from './tiles.ts';
export { proposer } from './views/actor.ts';
export { frozenFiles } from './views/attachment-pages.ts';
export { proposalText } from './views/show.ts';
export { markOf, placePicker, townMap } from './views/town-map.ts';
