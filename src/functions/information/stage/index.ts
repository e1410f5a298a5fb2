/** F1.4: what other modules may know of showcases. */
export { showcasePath } from './addresses.ts';
export { type Appearance, appearancesOf } from './queries.ts';
