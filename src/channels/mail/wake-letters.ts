/**
 * X3: letters that waited for the mail server leave soon after it is back. The job queue waits longer after each try, six hours in the end, and
 * gives up after some days: right for a letter that one mailbox doesn't take, wrong for all of them after a day without a server.
 */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { type MailSettings, mailSettings, withLimits } from './settings.ts';

/** Rejects when the server can't be reached, or doesn't let the town in. */
export type Reach = (settings: MailSettings) => Promise<void>;

const bySmtp: Reach = async ({ smtpUrl }) => {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(withLimits(smtpUrl));
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
};

/**
 * What failed because of the server, or was never tried for want of one; not what the server, being there, said of one letter. What was
 * tried a few times only is due within minutes anyway.
 */
const WAITING = `select j.id, j.attempts, j.created_at from mails m join graphile_worker.jobs j on j.key = 'mail.send:' || m.id
  where m.hub_id = $1 and m.sent_at is null and coalesce(m.last_error, '') !~ '^(EENVELOPE|EMESSAGE|bounced)'
    and j.locked_at is null and j.attempts > 5`;

/** Due since they were written, so they leave in that order. A letter that fails again waits as long as after so many tries; the next turn of this looks at it before. */
const LONG_WAIT = 10;

export function waker(env: Record<string, string | undefined>, reach: Reach = bySmtp) {
  return async ({ hub, hubwise, log }: JobContext): Promise<void> => {
    const settings = mailSettings(env);
    if ('missing' in settings) return;
    const waits = (db: Db) => run(db, `${WAITING} limit 1`, [hub.id]);
    if ((await hubwise.deployment(waits)).length === 0) return;
    try {
      await reach(settings);
    } catch {
      // Still away: each letter's own try has told it.
      return;
    }
    const woken = await hubwise.deployment((db) =>
      run(
        db,
        `select k.id from (${WAITING}) w,
           graphile_worker.reschedule_jobs(array[w.id], run_at => w.created_at, attempts => least(w.attempts, ${LONG_WAIT})) k`,
        [hub.id],
      ),
    );
    log.info('the mail server is back: letters that waited leave', { hub: hub.id, letters: woken.length });
  };
}
