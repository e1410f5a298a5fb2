/** X7: what commands may ask of the search. */
export { type Progress, rebuildIndex } from './rebuild.ts';
