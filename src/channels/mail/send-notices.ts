/**
 * X3: letters that bring notices. When a letter is due stands in each notice (a minute after it, next morning, next Monday); taking what is due
 * and queuing the letter is one transaction: whatever dies in between, nothing is lost and nothing comes twice. Who has read a notice
 * meanwhile gets no letter about it, and where nothing is left there is none.
 */
import { queueMail } from '#commons/letters/index.ts';
import { electionPeriod } from '#commons/moderation/index.ts';
import { NOTICE_COLUMNS, NOTICE_JOINS } from '#commons/notices/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import type { Lang } from '#kernel/lang.ts';
import { type LetterNotice, noticeLetter } from './notice-letter.ts';
import { unsubscribeKey } from './unsubscribe-key.ts';

const AT_ONCE = 200;
/** Of what is due, the longest waiting: a town may have millions of notices, and few of them are due. */
const DUE_AT_ONCE = 5000;
/** A turn ends after so many batches, that other work gets its turn. */
const MOST_BATCHES = 50;

export async function sendNotices(job: JobContext): Promise<void> {
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const due = await job.hubwise.read(job.hub.id, (db) =>
      run<{ person_id: string }>(
        db,
        `select person_id from (select person_id from notices where hub_id = $2 and mail_after <= $1 order by mail_after limit $4) as due
         group by person_id limit $3`,
        [job.now, job.hub.id, AT_ONCE, DUE_AT_ONCE],
      ),
    );
    for (const { person_id } of due) await job.hubwise.write(job.hub.id, (db) => sendTo(db, job, person_id));
    if (due.length === 0) return;
  }
}

interface Recipient {
  email: string;
  lang: Lang;
  name: string;
}

type Means = Pick<JobContext, 'hub' | 'now' | 'newId'>;

/** Takes what is due for one person and queues its letter. */
export async function sendTo(db: Db, means: Means, personId: string): Promise<void> {
  const { hub, now } = means;
  const taken = await run<{ id: string }>(
    db,
    `update notices set mail_after = null where hub_id = $1 and person_id = $2 and mail_after <= $3
     returning id, read_at, is_hushed`,
    [hub.id, personId, now],
  );
  if (taken.length === 0) return;
  const [notices, recipient] = await Promise.all([
    run<LetterNotice>(
      db,
      `select ${NOTICE_COLUMNS}, f.href as thing_href
       from notices n ${NOTICE_JOINS}
       left join follows f on f.hub_id = n.hub_id and f.person_id = n.person_id and f.thing_id = n.thing_id
       where n.hub_id = $1 and n.person_id = $2 and n.id = any($3::uuid[]) and n.read_at is null and not n.is_hushed
       order by n.id desc`,
      [hub.id, personId, taken.map(({ id }) => id)],
    ),
    recipientOf(db, hub.id, personId),
  ]);
  if (notices.length === 0 || !recipient) return;
  const unsubscribe = `${hub.origin}/unsubscriptions/${unsubscribeKey({ hubId: hub.id, personId })}`;
  const letter = noticeLetter({
    hub,
    lang: recipient.lang,
    name: recipient.name,
    notices,
    unsubscribe,
    isElection: electionPeriod(hub, now) !== null,
  });
  await queueMail(db, { hubId: hub.id, to: recipient.email, ...letter, unsubscribe }, means);
}

/** A confirmed address to which letters arrive, or null. */
async function recipientOf(db: Db, hubId: number, personId: string): Promise<Recipient | null> {
  const [row] = await run<Recipient>(
    db,
    `select u.email, u.lang, a.name from actors a join auth.users u on u.id = a.account_id
     left join mail_addresses m on m.email = u.email
     where a.hub_id = $1 and a.id = $2 and u.email_confirmed and m.stopped_at is null`,
    [hubId, personId],
  );
  return row ?? null;
}
