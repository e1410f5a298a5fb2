/**
 * X3: from events to followers. The worker goes through the journal in its own order and keeps how far it came in the transaction that
 * tells: after a crash nothing is left out and nobody is told twice. An act costs the same whether nobody or ten thousand follow.
 */
import { placeOf, tellings, titlesOf } from '#commons/happenings/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { type Begun, concernedBy, followedFrom, type SpreadEvent } from './concerned.ts';
import { hrefOf } from './follow.ts';
import { DEFAULT_NEWS, departures } from './rhythm.ts';

const BATCH = 200;
/** What is older is no news: after a long stop nobody gets a heap of it. */
const NEWS_MS = 30 * 86_400_000;
/** A turn ends even when a long journal is new to followers; the next goes on. */
const MOST_BATCHES = 25;

export async function spread(job: JobContext): Promise<void> {
  const { hub, hubwise, now } = job;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const count = await hubwise.write(hub.id, (db) => spreadBatch(db, hub.id, now));
    if (count < BATCH) return;
  }
}

/** Tells followers of the next entries of the journal. Gives how many entries there were. */
export async function spreadBatch(db: Db, hubId: number, now: Date): Promise<number> {
  await run(db, 'insert into notice_cursors (hub_id, leaf) values ($1, -1) on conflict (hub_id) do nothing', [hubId]);
  const [cursor] = await run<{ leaf: string }>(db, 'select leaf from notice_cursors where hub_id = $1 for update', [
    hubId,
  ]);
  const entries = await run<SpreadEvent & { n: string }>(
    db,
    `select l.n, e.id, e.at, e.verb, e.object_kind, e.object_id, e.public, e.tags, e.actor_id, e.person_id
     from journal_leaves l join events e on e.hub_id = l.hub_id and e.id = l.event_id
     where l.hub_id = $1 and l.n > $2 order by l.n limit $3`,
    [hubId, cursor!.leaf, BATCH],
  );
  const last = entries.at(-1);
  if (!last) return 0;
  await spreadEvents(db, hubId, entries, now);
  await run(db, 'update notice_cursors set leaf = $2 where hub_id = $1', [hubId, last.n]);
  return entries.length;
}

/** Tells followers of these events; whoever was told of one already isn't told again. */
export async function spreadEvents(db: Db, hubId: number, events: readonly SpreadEvent[], now: Date): Promise<void> {
  const byVerb = new Map(tellings().map((telling) => [telling.verb, telling]));
  const known = events.flatMap((event) => {
    const telling = byVerb.get(event.verb);
    return telling ? [{ event, telling }] : [];
  });
  // First: what was said a moment ago may have been answered already.
  await beginFollows(
    db,
    hubId,
    known.flatMap(({ event, telling }) =>
      event.person_id === null
        ? []
        : followedFrom(event, telling).map((thing) => ({ ...thing, person: event.person_id!, since: event.at })),
    ),
  );
  await insertNotices(
    db,
    hubId,
    known.flatMap(({ event, telling }) =>
      concernedBy(event, telling).map((thing, place) => ({
        event_id: event.id,
        at: event.at,
        thing_id: thing.id,
        place,
        by_person: event.person_id,
        is_small: telling.small === true,
        about_kind: event.object_kind,
        about_id: event.object_id,
        title: titleOf(event) ?? '',
        href: placeOf(event),
      })),
    ),
    now,
  );
  await noteThings(
    db,
    hubId,
    known.flatMap(({ event, telling }) =>
      concernedBy(event, telling).map(({ id }) => ({ thing: id, event: event.id })),
    ),
  );
  await renameFollows(
    db,
    hubId,
    known.map(({ event }) => event),
  );
}

/** For the feeds of things. */
async function noteThings(db: Db, hubId: number, pairs: readonly { thing: string; event: string }[]): Promise<void> {
  await run(
    db,
    `insert into event_things (hub_id, thing_id, event_id) select $1, t.thing, t.event
     from unnest($2::uuid[], $3::uuid[]) as t (thing, event) on conflict do nothing`,
    [hubId, pairs.map(({ thing }) => thing), pairs.map(({ event }) => event)],
  );
}

function titleOf({ public: facts }: SpreadEvent): string | null {
  const title = facts.title ?? facts.debateTitle;
  return typeof title === 'string' ? title : null;
}

interface NoticeRow {
  event_id: string;
  at: Date;
  thing_id: string;
  place: number;
  by_person: string | null;
  is_small: boolean;
  about_kind: string;
  about_id: string;
  title: string;
  href: string | null;
}

async function insertNotices(db: Db, hubId: number, rows: readonly NoticeRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const { soon, daily, weekly } = departures(now);
  await run(
    db,
    `with told as (
       select * from jsonb_to_recordset($2::jsonb) as t (event_id uuid, at timestamptz, thing_id uuid, place int, by_person uuid,
         is_small boolean, about_kind text, about_id uuid, title text, href text)
     ), chosen as (
       select distinct on (f.person_id, t.event_id) f.person_id, f.kind as topic, t.event_id, t.at, t.thing_id, t.about_kind,
         t.about_id, t.title, t.href
       from told t join follows f on f.hub_id = $1 and f.thing_id = t.thing_id and f.scope <> 'none'
       where f.since <= t.at and t.at > $7 and (f.scope = 'all' or not t.is_small) and f.person_id is distinct from t.by_person
         and not exists (select from hushed_things h where h.hub_id = $1 and h.thing_id in (t.about_id, t.thing_id))
       order by f.person_id, t.event_id, t.place
     )
     insert into notices (hub_id, person_id, id, at, kind, topic, event_id, thing_id, about_kind, about_id, title, href, mail_after,
       is_push_due)
     select $1, c.person_id, c.event_id, c.at, 'event', c.topic, c.event_id, c.thing_id, c.about_kind, c.about_id, c.title, c.href,
       case coalesce(s.rhythm, $3) when 'off' then null when 'at-once' then $4::timestamptz when 'daily' then $5 else $6 end,
       exists (select from push_subscriptions u join notice_people p on p.hub_id = u.hub_id and p.person_id = u.person_id
         where u.hub_id = $1 and u.person_id = c.person_id and p.push_scope = 'all')
     from chosen c
     left join lateral (
       select rhythm from notice_settings o
       where o.hub_id = $1 and o.person_id = c.person_id and o.topic in (c.topic, '') order by o.topic desc limit 1
     ) s on true
     where not exists (select from notices n
       where n.hub_id = $1 and n.person_id = c.person_id and n.at = c.at and n.about_id = c.about_id and n.event_id is null)
     order by c.person_id, c.event_id
     on conflict (hub_id, person_id, id) do nothing`,
    [hubId, JSON.stringify(rows), DEFAULT_NEWS, soon, daily, weekly, new Date(now.getTime() - NEWS_MS)],
  );
}

/** A thing that got another title is followed under that. */
async function renameFollows(db: Db, hubId: number, events: readonly SpreadEvent[]): Promise<void> {
  const named = new Map(
    events.flatMap((event) =>
      typeof event.public.title === 'string' && event.object_kind === 'proposal'
        ? [[event.object_id, event.public.title] as const]
        : [],
    ),
  );
  if (named.size === 0) return;
  await run(
    db,
    `update follows f set title = t.title from unnest($2::uuid[], $3::text[]) as t (id, title)
     where f.hub_id = $1 and f.thing_id = t.id and f.title <> t.title`,
    [hubId, [...named.keys()], [...named.values()]],
  );
}

interface BegunBy extends Begun {
  person: string;
  since: Date;
}

/** Whoever writes somewhere follows it, unless its settings or an earlier choice say otherwise. */
async function beginFollows(db: Db, hubId: number, begun: readonly BegunBy[]): Promise<void> {
  if (begun.length === 0) return;
  const titles = await missingTitles(db, begun);
  const rows = new Map<string, object>();
  for (const { person, since, title, ...thing } of begun) {
    const key = `${person} ${thing.id}`;
    const earlier = rows.get(key) as { scope: string } | undefined;
    if (earlier?.scope === 'all') continue;
    const known = title ?? titles.get(thing.id) ?? '';
    rows.set(key, { person, since, ...thing, title: known, href: hrefOf({ ...thing, title: known }) ?? '/' });
  }
  await run(
    db,
    `insert into follows (hub_id, person_id, thing_id, kind, title, href, scope, cause, since)
     select $1, t.person, t.id, t.kind, t.title, t.href, t.scope, 'wrote', t.since
     from jsonb_to_recordset($2::jsonb) as t (person uuid, id uuid, kind text, title text, href text, scope text, since timestamptz)
     join actors a on a.hub_id = $1 and a.id = t.person and a.account_id is not null
     left join notice_people p on p.hub_id = $1 and p.person_id = t.person
     where coalesce(p.follows_written, true)
     on conflict (hub_id, person_id, thing_id) do update set scope = 'all', cause = 'wrote'
     where follows.scope = 'turns' and follows.cause <> 'chosen' and excluded.scope = 'all'`,
    [hubId, JSON.stringify([...rows.values()])],
  );
}

async function missingTitles(db: Db, begun: readonly BegunBy[]): Promise<Map<string, string>> {
  const kinds = Map.groupBy(
    begun.filter(({ title }) => title === null),
    ({ kind }) => kind,
  );
  const found = await Promise.all(
    [...kinds].map(([kind, things]) => titlesOf(db, kind, [...new Set(things.map(({ id }) => id))])),
  );
  return new Map(found.flat().map(({ id, title }) => [id, title]));
}
