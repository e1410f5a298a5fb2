/** X4: what was reported, once, however many report it; the words are kept as they stood then. */
import { rulesOf } from '#commons/hubs/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { electionPeriod } from './election.ts';
import { type Moderated, moderatedKind } from './kinds.ts';
import { type Ground, type Noticed, refuse, type Way } from './moderation.ts';

export interface Means {
  db: Db;
  hub: Hub;
  now: Date;
  newId(): string;
}

/** For this reader: a letter is there for whoever received it alone. @throws Refusal not-found (404): unknown kind or thing; not-there (409): taken back or hidden already */
export async function foundThing(db: Db, kind: string, id: string, reader: Reader | null): Promise<Moderated> {
  const known = moderatedKind(kind);
  if (known?.receives && !(reader && (await known.receives(db, reader, id))))
    throw refuseKernel('not-found', { status: 404 });
  const thing = await known?.find(db, id);
  if (!thing) throw refuseKernel('not-found', { status: 404 });
  if (thing.isWithdrawn || thing.hiddenAt) throw refuse('not-there', { status: 409 });
  return thing;
}

/** A ground that is in force here, by the hub's published rules. */
export function checkGround(hub: Hub, ground: Ground): void {
  if (!rulesOf(hub).moderation.grounds.includes(ground)) throw refuse('not-in-force', { field: 'ground' });
}

/** The open case about a thing; a new one where there is none. A claim is always a case of its own. */
export async function openCase(
  means: Means,
  kind: string,
  thing: Moderated,
  given: { way: Way; ground: Ground; waitsUntil?: Date },
): Promise<string> {
  const { db, hub, now } = means;
  const urgent = given.ground === 'election' && electionPeriod(hub, now) !== null;
  const [row] = await run<{ id: string }>(
    db,
    `insert into moderation_cases (hub_id, id, way, kind, object_id, object_version, author_id, author_person_id, ground, urgent,
       title, body, context, path, opened_at, waits_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (hub_id, kind, object_id) where decided_at is null and way = 'report'
       do update set urgent = moderation_cases.urgent or excluded.urgent
     returning id`,
    [
      hub.id,
      means.newId(),
      given.way,
      kind,
      thing.id,
      thing.version,
      thing.authorId,
      thing.personId,
      given.ground,
      urgent,
      thing.title,
      thing.body,
      thing.context,
      thing.path,
      now,
      given.waitsUntil ?? null,
    ],
  );
  return row!.id;
}

/** True while somebody's report of it waits to be decided. */
export async function isReported(db: Db, kind: string, id: string): Promise<boolean> {
  const rows = await run(
    db,
    'select 1 from moderation_cases where kind = $1 and object_id = $2 and decided_at is null limit 1',
    [kind, id],
  );
  return rows.length > 0;
}

export interface NewReport {
  personId: string | null;
  ground: Ground;
  body: string;
  contact: string;
  lang: Lang;
  /** what an automatic check saw; empty for a person's report */
  noticed: readonly Noticed[];
}

/** Gives the report's id. @throws Refusal reported-already (409) when this person's report is in the case already */
export async function addReport(means: Means, caseId: string, report: NewReport): Promise<string> {
  const { db, hub, now } = means;
  const [added] = await run<{ id: string }>(
    db,
    `insert into moderation_reports (hub_id, id, case_id, person_id, ground, body, contact, lang, noticed, reported_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (hub_id, case_id, person_id) where person_id is not null do nothing returning id`,
    [
      hub.id,
      means.newId(),
      caseId,
      report.personId,
      report.ground,
      report.body,
      report.contact,
      report.lang,
      report.noticed,
      now,
    ],
  );
  if (!added) throw refuse('reported-already', { status: 409 });
  await run(
    db,
    `update moderation_cases set report_count = report_count + 1, ground = case when report_count = 0 then $3 else ground end
     where hub_id = $1 and id = $2`,
    [hub.id, caseId, report.ground],
  );
  return added.id;
}
