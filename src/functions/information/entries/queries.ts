/** F1.1 Reads of entries: what everybody may see. */

import { youngSide } from '#commons/correspondence/index.ts';
import { type AttachedFile, filesColumn, pictureColumn } from '#commons/files/index.ts';
import { type Hiding, hidingJson } from '#commons/moderation/index.ts';
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { ShownPicture } from '#kernel/facets.ts';
import { ENTRY, type EntryContent, type EntryKind, type Facts, notFound } from './entry.ts';
import type { EntryFilter } from './list-filter.ts';
import type { EntryFacts } from './rules.ts';

export interface ListedEntry extends EntryFacts {
  id: string;
  kind: EntryKind;
  title: string;
  body: string;
  facts: Facts;
  fields: number[];
  districts: string[];
  starts_on: string | null;
  audience: string[];
  fee: number | null;
  accessibility: string[];
  tags: string[];
  lat: number | null;
  lng: number | null;
  version: number;
  takes_letters: boolean;
  published_at: Date;
  changed_at: Date;
  confirmed_at: Date;
  hidden_at: Date | null;
  actor_name: string;
  actor_kind: ActorKind;
  files: AttachedFile[];
  picture: ShownPicture | null;
}

export interface ShownEntry extends ListedEntry {
  hiding: Hiding | null;
  /** its poster is a person known to be under 18 */
  is_young: boolean;
}

/** What is said is shown as long as it is neither hidden nor taken back; its title stays. */
const said = (column: string, none: string) =>
  `case when e.hidden_at is null and e.withdrawn_at is null then e.${column} else ${none} end as ${column}`;

const FILES = `case when e.hidden_at is null and e.withdrawn_at is null then ${filesColumn(ENTRY, 'e', 'id', 'e.version')} else '[]' end as files,
  case when e.hidden_at is null and e.withdrawn_at is null then ${pictureColumn(ENTRY, 'e', 'id', 'e.version')} end as picture`;
const COLUMNS = `e.id, e.kind, e.title, e.version, ${said('body', `''`)}, ${said('facts', `'{}'::jsonb`)}, e.fields, e.districts, e.starts_on,
  e.ends_on, e.audience, e.fee, e.accessibility, e.tags, ${said('lat', 'null')}, ${said('lng', 'null')}, e.takes_letters, e.published_at,
  e.changed_at, e.confirmed_at, e.asked_at, e.resting_at, e.ended_at, e.withdrawn_at, e.hidden_at, e.actor_id, a.name as actor_name,
  a.kind as actor_kind, ${FILES}`;
const ENTRIES = 'entries e join actors a on a.hub_id = e.hub_id and a.id = e.actor_id';

/** `today`: a day in Tokyo. */
function whereOf(filter: EntryFilter, today: string): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = ['e.withdrawn_at is null', 'e.hidden_at is null'];
  if (filter.kind) where.push(`e.kind = ${bind(filter.kind)}`);
  if (filter.actor) where.push(`e.actor_id = ${bind(filter.actor)}`);
  if (filter.field) where.push(`${bind(filter.field)}::smallint = any(e.fields)`);
  if (filter.district) where.push(`${bind(filter.district)} = any(e.districts)`);
  if (filter.tag) where.push(`${bind(filter.tag)} = any(e.tags)`);
  if (!filter.over) where.push(`e.ended_at is null and (e.ends_on is null or e.ends_on >= ${bind(today)}::date)`);
  if (filter.before) where.push(`e.id < ${bind(filter.before)}`);
  return { where: where.join(' and '), values };
}

const NEWEST_ASKED = 500;
const MOST_DISTRICTS = 20;

/** Districts that the newest entries name. */
export async function namedDistricts(db: Db): Promise<string[]> {
  const rows = await run<{ district: string }>(
    db,
    `select distinct unnest(districts) as district from (
       select districts from entries where withdrawn_at is null and hidden_at is null order by id desc limit ${NEWEST_ASKED}) newest
     order by district limit ${MOST_DISTRICTS}`,
  );
  return rows.map(({ district }) => district);
}

/** A page of the list, newest first. */
export async function listedEntries(
  db: Db,
  filter: EntryFilter,
  today: string,
): Promise<{ entries: ListedEntry[]; more: boolean }> {
  const { where, values } = whereOf(filter, today);
  const rows = await run<ListedEntry>(
    db,
    `select ${COLUMNS} from ${ENTRIES} where ${where} order by e.id desc limit $${values.length + 1}`,
    [...values, filter.limit + 1],
  );
  return { entries: rows.slice(0, filter.limit), more: rows.length > filter.limit };
}

/** Everything of the filter, for export; walks by key so that memory stays bounded. */
export async function* allEntries(
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  filter: EntryFilter,
  today: string,
): AsyncGenerator<ListedEntry[]> {
  let before = filter.before;
  for (;;) {
    const from: EntryFilter = { ...filter, before, limit: 500 };
    const { entries, more }: Awaited<ReturnType<typeof listedEntries>> = await read((db) =>
      listedEntries(db, from, today),
    );
    if (entries.length > 0) yield entries;
    if (!more) return;
    before = entries.at(-1)!.id;
  }
}

/** An entry's own page. @throws Refusal 'not-found' */
export async function shownEntry(db: Db, id: string): Promise<ShownEntry> {
  const [row] = await run<ShownEntry>(
    db,
    `select ${COLUMNS}, ${hidingJson(ENTRY, 'e')} as hiding, ${YOUNG} as is_young from ${ENTRIES} where e.id = $1`,
    [id],
  );
  if (!row) throw notFound();
  return row;
}

/** X13, SQL: no letters from strangers come to `a`. */
const YOUNG = youngSide('a');

export interface EntryRow extends EntryFacts {
  id: string;
  kind: EntryKind;
  title: string;
  version: number;
  takes_letters: boolean;
  hidden_at: Date | null;
  ended_by: 'poster' | 'date' | null;
  is_young: boolean;
}

/** The entry, held against a second act until this one is done. @throws Refusal 'not-found' */
export async function lockedEntry(db: Db, id: string): Promise<EntryRow> {
  const [row] = await run<EntryRow>(
    db,
    `select e.id, e.kind, e.title, e.version, e.actor_id, e.ends_on, e.asked_at, e.resting_at, e.ended_at, e.ended_by, e.withdrawn_at, e.hidden_at,
       e.takes_letters, ${YOUNG} as is_young from ${ENTRIES} where e.id = $1 for update of e`,
    [id],
  );
  if (!row) throw notFound();
  return row;
}

/** Entries of an actor, newest first; those that are over come after the others. */
export function entriesOf(db: Db, actorId: string, today: string, limit = 50): Promise<ListedEntry[]> {
  return run<ListedEntry>(
    db,
    `select ${COLUMNS} from ${ENTRIES} where e.actor_id = $1 and e.withdrawn_at is null and e.hidden_at is null
     order by (e.ended_at is not null or e.ends_on < $2::date) is true, e.id desc limit $3`,
    [actorId, today, limit],
  );
}

export interface EntryVersion {
  version: number;
  content: EntryContent;
  changed: string;
  at: Date;
}

const MOST_VERSIONS = 100;

/** Newest first; none while it is hidden or taken back. */
export function versionsOf(db: Db, entryId: string): Promise<EntryVersion[]> {
  return run<EntryVersion>(
    db,
    `select v.version, v.content, v.changed, v.at from entry_versions v
     join entries e on e.hub_id = v.hub_id and e.id = v.entry_id and e.hidden_at is null and e.withdrawn_at is null
     where v.entry_id = $1 order by v.version desc limit ${MOST_VERSIONS}`,
    [entryId],
  );
}

/** What the form of a change begins with. */
export async function contentNow(
  db: Db,
  id: string,
): Promise<EntryContent & { version: number; takesLetters: boolean }> {
  const [row] = await run<ListedEntry>(db, `select ${COLUMNS} from ${ENTRIES} where e.id = $1`, [id]);
  if (!row) throw notFound();
  const { kind, title, body, facts, fields, districts, lat, lng, audience, fee, accessibility, tags, version } = row;
  const content = { kind, title, body, facts, fields, districts, startsOn: row.starts_on, endsOn: row.ends_on };
  return {
    ...content,
    lat,
    lng,
    audience,
    fee,
    accessibility,
    tags,
    version,
    takesLetters: row.takes_letters,
  };
}
