/** X3: what other modules do with notices. Following and events: `Happenings` in src/kernel/module.ts. */
export { hush, unhush } from './hush.ts';
export { type Teller, type Told, tell } from './tell.ts';
