/** F7.3: what other modules may know of ties between groups. */
export { ownGroups } from './queries.ts';
