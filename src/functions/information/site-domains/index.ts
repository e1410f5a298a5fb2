/** F1.3: what the composition of the web process needs of hosts of sites' own. */
export { answerOwnSite, type Deliver, refusedOwnSite } from './own-site-routes.ts';
export { ownAddressOf } from './queries.ts';
