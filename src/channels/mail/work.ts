/** X3: what the worker does about letters. */
import type { Work } from '#kernel/module.ts';
import { forgetOldMails, sender } from './send-mail.ts';
import { sendNotices } from './send-notices.ts';

export const mailWork: Work = {
  jobs: { 'mail.send': sender(process.env) },
  ticks: [
    { name: 'mail.send-notices', everySeconds: 20, run: sendNotices },
    { name: 'mail.forget-old', everySeconds: 24 * 3600, run: forgetOldMails },
  ],
};
