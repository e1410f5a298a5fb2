/**
 * X3: sends one letter. At least once: the row is the truth of whether it went, and the Message-ID is the row's own, so that
 * a letter sent twice is one letter to whoever reads it.
 */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { type MailSettings, mailSettings, withLimits } from './settings.ts';

export interface Message {
  messageId: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
}

/** Gives the message to the server. Rejects with nodemailer's error; `responseCode` is the server's own. */
export type Deliver = (settings: MailSettings, message: Message) => Promise<void>;

/** Files and web addresses named in a message are never fetched. */
const SAFE = { disableFileAccess: true, disableUrlAccess: true, headers: { 'Auto-Submitted': 'auto-generated' } };

const bySmtp: Deliver = async (settings, message) => {
  // Large, and of use only where letters go out.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(withLimits(settings.smtpUrl));
  try {
    await transport.sendMail({ ...message, ...SAFE });
  } finally {
    transport.close();
  }
};

interface MailRow {
  recipient: string;
  subject: string;
  body_text: string;
  body_html: string | null;
}

/** A refusal of this very letter (no such mailbox): trying again would bring the same answer. */
function isFinal(error: unknown): boolean {
  const { responseCode } = (error ?? {}) as { responseCode?: unknown };
  return typeof responseCode === 'number' && responseCode >= 550 && responseCode < 560;
}

export function sender(env: Record<string, string | undefined>, deliver: Deliver = bySmtp) {
  /** The job `mail.send`; `payload.id` names the row. Throws to be tried again later. */
  return async (job: JobContext, payload: Record<string, unknown>): Promise<void> => {
    const id = String(payload.id);
    const mail = await job.hubwise.deployment((db) => unsent(db, id));
    if (!mail) return;
    const settings = mailSettings(env);
    if ('missing' in settings) {
      if (job.hub.isDemo) return;
      job.log.error(`mail can't be sent: set ${settings.missing}`, { letter: id });
      throw new Error(`mail can't be sent: set ${settings.missing}`);
    }
    try {
      await deliver(settings, {
        messageId: `<${id}@${new URL(job.hub.origin).hostname}>`,
        from: settings.from,
        to: mail.recipient,
        subject: mail.subject,
        text: mail.body_text,
        ...(mail.body_html === null ? {} : { html: mail.body_html }),
      });
    } catch (error) {
      await noteFailure(job, id, error);
      if (isFinal(error)) return;
      throw error;
    }
    await job.hubwise.deployment((db) =>
      run(db, 'update mails set sent_at = $2, attempts = attempts + 1, last_error = null where id = $1', [id, job.now]),
    );
  };
}

async function unsent(db: Db, id: string): Promise<MailRow | undefined> {
  const rows = await run<MailRow>(
    db,
    'select recipient, subject, body_text, body_html from mails where id = $1 and sent_at is null',
    [id],
  );
  return rows[0];
}

async function noteFailure(job: JobContext, id: string, error: unknown): Promise<void> {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  // The server's sentence often repeats the address; its codes say enough.
  const told = [code, responseCode].filter((part) => part !== undefined).join(' ') || 'unknown failure';
  job.log.warn('a mail was not taken', { letter: id, told, final: isFinal(error) });
  await job.hubwise.deployment((db) =>
    run(db, 'update mails set attempts = attempts + 1, last_error = $2 where id = $1', [id, told]),
  );
}

const KEPT_DAYS = 30;

/** Letters are personal: what was sent, or can't be sent any more, goes after a month. */
export async function forgetOldMails({ hub, hubwise, now }: JobContext): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await hubwise.deployment((db) =>
    run(db, 'delete from mails where hub_id = $1 and created_at < $2', [hub.id, before]),
  );
}
