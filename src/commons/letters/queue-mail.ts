/**
 * X3: hands a letter over for sending, in the caller's own transaction: rolled back with the act, sent after its commit.
 * The row is the letter; the job `mail.send` (channels/mail) only names it.
 */
import { type Db, run } from '#kernel/database/dialect.ts';

export interface OutgoingMail {
  hubId: number;
  /** one address */
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** address that ends such letters, for whoever holds it (RFC 8058): of what nobody asked for */
  unsubscribe?: string;
}

interface Means {
  now: Date;
  newId(): string;
}

/** Resolves with the id of the row in `mails`. */
export async function queueMail(db: Db, mail: OutgoingMail, means: Means): Promise<string> {
  const id = means.newId();
  await Promise.all([
    run(
      db,
      `insert into mails (id, hub_id, recipient, subject, body_text, body_html, created_at, unsubscribe)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        mail.hubId,
        mail.to,
        mail.subject.replace(/\s+/g, ' '),
        mail.text,
        mail.html ?? null,
        means.now,
        mail.unsubscribe ?? null,
      ],
    ),
    addSendJob(db, mail.hubId, id),
  ]);
  return id;
}

/**
 * As much work as `queueMail`, for a letter that isn't there: so that the time an answer takes doesn't tell whether an
 * address has an account. The job finds no row and ends.
 */
export async function queueNothing(db: Db, hubId: number, means: Means): Promise<void> {
  await addSendJob(db, hubId, means.newId());
}

async function addSendJob(db: Db, hubId: number, id: string): Promise<void> {
  await run(db, 'select graphile_worker.add_job($1, $2::json, job_key => $3)', [
    'mail.send',
    JSON.stringify({ hub: hubId, id }),
    `mail.send:${id}`,
  ]);
}
