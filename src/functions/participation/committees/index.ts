/** F9.9: what other modules may know of committees. */
export { committeePath, sittingPath } from './addresses.ts';
