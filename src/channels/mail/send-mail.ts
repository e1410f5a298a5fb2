/**
 * X3: sends one letter. At least once: the row is the truth of whether it went, and the Message-ID is the row's own, so that
 * a letter sent twice is one letter to whoever reads it.
 */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { noteBounce } from './bounces.ts';
import { returnPath } from './return-path.ts';
import { type MailSettings, mailSettings, withLimits } from './settings.ts';

export interface Message {
  messageId: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  headers?: Record<string, string>;
  /** as the servers speak of it; without it, from and to */
  envelope?: { from: string; to: string };
}

/** Gives the message to the server. Rejects with nodemailer's error; `responseCode` is the server's own. */
export type Deliver = (settings: MailSettings, message: Message) => Promise<void>;

/** Files and web addresses named in a message are never fetched. */
const SAFE = { disableFileAccess: true, disableUrlAccess: true };

function headersOf(mail: MailRow, host: string): Record<string, string> {
  const automatic = { 'Auto-Submitted': 'auto-generated' };
  if (mail.unsubscribe === null) return automatic;
  return {
    ...automatic,
    'List-Id': `<notices.${host}>`,
    'List-Unsubscribe': `<${mail.unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

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
  unsubscribe: string | null;
  /** what nobody asked for goes to no address from which letters came back */
  is_stopped: boolean;
}

/** A refusal of this very letter (no such mailbox): trying again would bring the same answer. */
function isFinal(error: unknown): boolean {
  const { responseCode } = (error ?? {}) as { responseCode?: unknown };
  return typeof responseCode === 'number' && responseCode >= 550 && responseCode < 560;
}

/** The enhanced code of a refusal (RFC 3463); where the server gave none, that of a lasting failure of no known sort. */
function statusOf(error: unknown): string {
  const { response } = (error ?? {}) as { response?: unknown };
  return /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})/.exec(String(response ?? ''))?.[1] ?? '5.0.0';
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
    if (mail.is_stopped) return;
    const host = new URL(job.hub.origin).hostname;
    try {
      await deliver(settings, {
        messageId: `<${id}@${host}>`,
        from: settings.from,
        to: mail.recipient,
        subject: mail.subject,
        text: mail.body_text,
        ...(mail.body_html === null ? {} : { html: mail.body_html }),
        headers: headersOf(mail, host),
        ...(settings.bounces ? { envelope: { from: returnPath(settings.bounces, id), to: mail.recipient } } : {}),
      });
    } catch (error) {
      await noteFailure(job, id, error);
      if (isFinal(error)) {
        const { hub, now, newId } = job;
        await job.hubwise.write(hub.id, (db) => noteBounce(db, hub, id, statusOf(error), { now, newId }));
        return;
      }
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
    `select m.recipient, m.subject, m.body_text, m.body_html, m.unsubscribe,
       (m.unsubscribe is not null and a.stopped_at is not null) as is_stopped
     from mails m left join mail_addresses a on a.email = lower(m.recipient)
     where m.id = $1 and m.sent_at is null and coalesce(m.last_error, '') not like 'bounced %'`,
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
