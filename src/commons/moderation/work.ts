/** X4: what the worker does about moderation: it keeps the clock of rights claims. */
import type { Work } from '#kernel/module.ts';
import { moveClaims } from './claims-clock.ts';

export const moderationWork: Work = {
  ticks: [{ name: 'moderation.claims', everySeconds: 300, run: moveClaims }],
};
