/** F10.3: what the worker does about policies: it counts anew what is tied to them. */
import type { Work } from '#kernel/module.ts';
import { recount } from './kept-figures.ts';

export const policiesWork: Work = {
  ticks: [{ name: 'policies.recount', everySeconds: 24 * 3600, run: recount }],
};
