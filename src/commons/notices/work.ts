/** X3: what the worker does about notices: it tells followers, and forgets what is old. */
import type { Work } from '#kernel/module.ts';
import { forgetOldNotices } from './forget.ts';
import { spread } from './spread.ts';

export const noticesWork: Work = {
  ticks: [
    { name: 'notices.spread', everySeconds: 3, run: spread },
    { name: 'notices.forget-old', everySeconds: 24 * 3600, run: forgetOldNotices },
  ],
};
