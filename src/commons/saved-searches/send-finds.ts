/**
 * F1.1, X3: letters that tell what a saved search has found. Taking what is due and queuing the letter is one transaction: whatever dies in
 * between, nothing is lost and nothing comes twice. What is hidden by then is told no more.
 */

import { searchables } from '#commons/happenings/index.ts';
import { queueMail } from '#commons/letters/index.ts';
import { electionPeriod } from '#commons/moderation/index.ts';
import { tell } from '#commons/notices/index.ts';
import { readThings } from '#commons/search/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import type { JobContext } from '#kernel/jobs.ts';
import type { Lang } from '#kernel/lang.ts';
import { findsLetter } from './finds-letter.ts';
import type { Page } from './saved-search.ts';

const AT_ONCE = 200;
/** A turn ends after so many batches, that other work gets its turn. */
const MOST_BATCHES = 50;

export async function sendFinds(job: JobContext): Promise<void> {
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const due = await job.hubwise.read(job.hub.id, (db) =>
      run<{ search_id: string }>(
        db,
        `select search_id from (select search_id from saved_search_finds where hub_id = $2 and mail_after <= $1 order by mail_after
           limit 5000) as due group by search_id limit ${AT_ONCE}`,
        [job.now, job.hub.id],
      ),
    );
    for (const { search_id } of due) await job.hubwise.write(job.hub.id, (db) => sendOf(db, job, search_id));
    if (due.length === 0) return;
  }
}

export interface FoundThing {
  kind: string;
  title: string;
  body: string;
  /** not percent-encoded */
  path: string;
}

type Means = Pick<JobContext, 'hub' | 'now' | 'newId'>;

interface Owner {
  person_id: string;
  name: string;
  page: Page;
  query: string;
  person: string;
  email: string | null;
  lang: Lang | null;
}

/** Takes what is due of one search, and tells its owner. */
export async function sendOf(db: Db, means: Means, searchId: string): Promise<void> {
  const { hub, now } = means;
  const taken = await run<{ kind: string; object_id: string }>(
    db,
    `update saved_search_finds set mail_after = null where hub_id = $1 and search_id = $2 and mail_after <= $3
     returning kind, object_id`,
    [hub.id, searchId, now],
  );
  if (taken.length === 0) return;
  const [found, owner] = await Promise.all([thingsOf(db, taken), ownerOf(db, hub.id, searchId)]);
  if (found.length === 0 || !owner) return;
  await tell(
    { db, hub, now, newId: means.newId },
    {
      people: [owner.person_id],
      kind: 'saved-searches.found',
      about: { kind: 'saved-search', id: searchId },
      href: `/saved-searches/${shortId(searchId)}`,
      facts: { search: owner.name, count: found.length },
      hasLetter: true,
    },
  );
  if (owner.email === null || owner.lang === null) return;
  const unsubscribe = `${hub.origin}/saved-searches/${shortId(searchId)}/end`;
  const letter = findsLetter({
    hub,
    lang: owner.lang,
    name: owner.person,
    search: { id: searchId, name: owner.name },
    found,
    unsubscribe,
    isElection: electionPeriod(hub, now) !== null,
  });
  await queueMail(db, { hubId: hub.id, to: owner.email, ...letter, unsubscribe }, means);
}

/** Those that everybody may read at this moment, newest first. */
export async function thingsOf(db: Db, finds: readonly { kind: string; object_id: string }[]): Promise<FoundThing[]> {
  const byKind = Map.groupBy(finds, ({ kind }) => kind);
  const things = new Map([...byKind].map(([kind, all]) => [kind, all.map(({ object_id }) => object_id)]));
  const found = await readThings(db, things);
  return found
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ kind, id, title, body, under, under_id }) => ({
      kind,
      title: title || under,
      body,
      path: searchables().get(kind)!.place({ id, title, underId: under_id }),
    }));
}

/** Whose it is; without address or language where no letter can reach them. */
async function ownerOf(db: Db, hubId: Hub['id'], searchId: string): Promise<Owner | null> {
  const [owner] = await run<Owner>(
    db,
    `select s.person_id, s.name, s.page, s.query, a.name as person, u.email, u.lang
     from saved_searches s join actors a on a.hub_id = s.hub_id and a.id = s.person_id
     left join auth.users u on u.id = a.account_id and u.email_confirmed
       and not exists (select from mail_addresses m where m.email = u.email and m.stopped_at is not null)
     where s.hub_id = $1 and s.id = $2`,
    [hubId, searchId],
  );
  return owner ?? null;
}
