/** F9.8: what other modules may know of the way a proposal or an opinion went. */
export { type OpinionWay, opinionTrail } from './opinion-trail.ts';
export { type TrailLinks, trailLinks } from './queries.ts';
export { opinionTrailView } from './views/opinion.ts';
