/** X3: what the worker does about letters. */
import type { Work } from '#kernel/module.ts';
import { forgetOldMails, sender } from './send-mail.ts';
import { sendNotices } from './send-notices.ts';
import { waker } from './wake-letters.ts';

export const mailWork: Work = {
  jobs: { 'mail.send': sender(process.env) },
  ticks: [
    { name: 'mail.send-notices', everySeconds: 20, run: sendNotices },
    { name: 'mail.wake', everySeconds: 120, run: waker(process.env) },
    { name: 'mail.forget-old', everySeconds: 24 * 3600, run: forgetOldMails },
  ],
};
