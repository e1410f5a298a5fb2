/** F7 Reads of registered groups: what everybody may see. What a group keeps to itself is read in keeping.ts alone. */
import { pictureColumn } from '#commons/files/index.ts';
import { type Hiding, hidingJson } from '#commons/moderation/index.ts';
import type { Actor, ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { ShownPicture } from '#kernel/facets.ts';
import { gramsQuery } from '#kernel/grams.ts';
import { type Contacts, type Declaration, type GroupKind, type KnownBy, notFound } from './group.ts';
import type { GroupFacts, GroupState } from './rules.ts';

export interface ListedGroup extends GroupFacts {
  kind: GroupKind;
  name: string;
  reading: string;
  purpose: string;
  fields: number[];
  areas: string[];
  founded: string;
  member_count: number | null;
  number: string | null;
  seeks: string;
  offers: string;
  contacts: Contacts;
  known_by: KnownBy | null;
  declared_at: Date;
  hidden_at: Date | null;
  version: number;
  actor_kind: ActorKind;
  /** of the head of its homepage */
  picture: ShownPicture | null;
}

export interface ShownGroup extends ListedGroup {
  rules: string;
  accounts: string;
  withdrawal_reason: string;
  open_questions: number;
  import_id: string | null;
  hiding: Hiding | null;
  representatives: Actor[];
  notes: { id: string; body: string; at: string }[];
}

/** The words of a group, as long as they aren't hidden; its name stays. */
const said = (column: string, none = `''`) =>
  `case when g.hidden_at is null then g.${column} else ${none} end as ${column}`;

/** SQL of the picture at the head of the homepage of group `g`, once a page of it is published. */
export const SITE_PICTURE = `(select ${pictureColumn('site', 'ps')} from sites ps where ps.hub_id = g.hub_id and ps.group_id = g.id
    and ps.hidden_at is null and ps.closed_at is null and g.hidden_at is null and g.withdrawn_at is null
    and exists (select from site_pages pp where pp.hub_id = ps.hub_id and pp.site_id = ps.id and pp.shown_version > 0 and pp.withdrawn_at is null))`;

const COLUMNS = `g.id, g.actor_id, g.version, g.kind, g.name, g.reading, ${said('purpose')}, g.fields, g.areas, g.founded, g.member_count,
  g.number, ${said('seeks')}, ${said('offers')}, ${said('contacts', `'{}'::jsonb`)}, g.declared_at, g.confirmed_at, g.asked_at,
  g.resting_at, g.withdrawn_at, g.known_at, g.known_by, g.desk_since, g.hidden_at, coalesce(a.kind, 'group') as actor_kind, ${SITE_PICTURE} as picture`;
const GROUPS = 'groups g left join actors a on a.hub_id = g.hub_id and a.id = g.actor_id';

export interface GroupFilter {
  q: string;
  field: number | null;
  kind: GroupKind | '';
  area: string;
  state: GroupState | '';
  /** seeks: looks for something; offers: offers something */
  exchange: 'seeks' | 'offers' | '';
  before: string | null;
  limit: number;
}

const EXACT_UP_TO = 1000;

function whereOf(filter: GroupFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const standing = 'g.actor_id is not null and g.withdrawn_at is null';
  const where: string[] = ['true'];
  const grams = filter.q ? gramsQuery(filter.q) : null;
  if (grams) where.push(`g.grams @@ ${bind(grams)}::tsquery and g.hidden_at is null`);
  if (filter.field) where.push(`${bind(filter.field)}::smallint = any(g.fields)`);
  if (filter.kind) where.push(`g.kind = ${bind(filter.kind)}`);
  if (filter.area) where.push(`${bind(filter.area)} = any(g.areas)`);
  if (filter.exchange) where.push(`g.${filter.exchange} <> '' and g.hidden_at is null`);
  if (filter.state === 'withdrawn') where.push('g.withdrawn_at is not null');
  if (filter.state === 'unclaimed') where.push('g.actor_id is null and g.withdrawn_at is null');
  if (filter.state === 'resting') where.push(`${standing} and g.resting_at is not null`);
  if (filter.state === 'unconfirmed') where.push(`${standing} and g.resting_at is null and g.asked_at is not null`);
  if (filter.state === 'standing') where.push(`${standing} and g.resting_at is null and g.asked_at is null`);
  return { where: where.join(' and '), values };
}

/** A page of the list, newest first; how many there are is exact up to 1,000, else null. */
export async function listedGroups(
  db: Db,
  filter: GroupFilter,
): Promise<{ groups: ListedGroup[]; more: boolean; count: number | null }> {
  const { where, values } = whereOf(filter);
  const keyed = filter.before === null ? '' : ` and g.id < $${values.length + 2}`;
  const [rows, counted] = await Promise.all([
    run<ListedGroup>(
      db,
      `select ${COLUMNS} from ${GROUPS} where ${where}${keyed} order by g.id desc limit $${values.length + 1}`,
      [...values, filter.limit + 1, ...(filter.before === null ? [] : [filter.before])],
    ),
    run<{ n: number }>(
      db,
      `select count(*)::int as n from (select 1 from groups g where ${where} limit ${EXACT_UP_TO + 1}) as found`,
      values,
    ),
  ]);
  const n = counted[0]?.n ?? 0;
  return { groups: rows.slice(0, filter.limit), more: rows.length > filter.limit, count: n > EXACT_UP_TO ? null : n };
}

/** Everything of the filter, for export; walks by key so that memory stays bounded. */
export async function* allGroups(
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  filter: GroupFilter,
): AsyncGenerator<ListedGroup[]> {
  let before: string | null = null;
  for (;;) {
    const { where, values } = whereOf(filter);
    const from = before;
    const rows: ListedGroup[] = await read((db) =>
      run<ListedGroup>(
        db,
        `select ${COLUMNS} from ${GROUPS} where ${where}${from === null ? '' : ` and g.id < $${values.length + 1}`}
         order by g.id desc limit 500`,
        from === null ? values : [...values, from],
      ),
    );
    if (rows.length > 0) yield rows;
    if (rows.length < 500) return;
    before = rows.at(-1)!.id;
  }
}

/** A group's own page. @throws Refusal 'not-found' */
export async function shownGroup(db: Db, id: string, now: Date): Promise<ShownGroup> {
  const [row] = await run<ShownGroup>(
    db,
    `select ${COLUMNS}, ${said('rules')}, ${said('accounts')}, g.withdrawal_reason, g.open_questions, g.import_id,
       ${hidingJson('group', 'g')} as hiding,
       coalesce((select json_agg(json_build_object('id', p.id, 'kind', p.kind, 'name', p.name) order by r.since, p.id)
         from roles r join actors p on p.hub_id = r.hub_id and p.id = r.person_id
         where r.hub_id = g.hub_id and r.organisation_id = g.actor_id and r.role = 'representative'
           and (r.until is null or r.until > $2)), '[]'::json) as representatives,
       coalesce((select json_agg(json_build_object('id', n.id, 'body', n.body, 'at', n.at) order by n.id desc)
         from group_notes n where n.hub_id = g.hub_id and n.group_id = g.id and n.ended_at is null), '[]'::json) as notes
     from ${GROUPS} where g.id = $1`,
    [id, now],
  );
  if (!row) throw notFound();
  return row;
}

export interface GroupRow extends GroupFacts {
  name: string;
  version: number;
  kind: GroupKind;
  hidden_at: Date | null;
}

/** The group, held against a second act until this one is done. @throws Refusal 'not-found' */
export async function lockedGroup(db: Db, id: string): Promise<GroupRow> {
  const [row] = await run<GroupRow>(
    db,
    `select id, actor_id, version, kind, name, confirmed_at, asked_at, resting_at, withdrawn_at, known_at, desk_since, hidden_at
     from groups where id = $1 for update`,
    [id],
  );
  if (!row) throw notFound();
  return row;
}

export interface GroupVersion {
  version: number;
  content: Declaration & { contacts: Contacts };
  changed: string;
  declared_at: Date;
}

const MOST_VERSIONS = 100;

/** Newest first; none while the group is hidden. */
export function versionsOf(db: Db, groupId: string): Promise<GroupVersion[]> {
  return run<GroupVersion>(
    db,
    `select v.version, v.content, v.changed, v.declared_at from group_versions v
     join groups g on g.hub_id = v.hub_id and g.id = v.group_id and g.hidden_at is null
     where v.group_id = $1 order by v.version desc limit ${MOST_VERSIONS}`,
    [groupId],
  );
}

export interface Question {
  id: string;
  actor: Actor;
  body: string;
  asked_at: Date;
  answer: string;
  answered_at: Date | null;
  withdrawn_at: Date | null;
  hiding: Hiding | null;
}

/** Newest first, the latest fifty. */
export function questionsOf(db: Db, groupId: string): Promise<Question[]> {
  return run<Question>(
    db,
    `select q.id, json_build_object('id', a.id, 'kind', a.kind, 'name', a.name) as actor, q.asked_at, q.answered_at, q.withdrawn_at,
       case when q.hidden_at is null and q.withdrawn_at is null then q.body else '' end as body, q.answer,
       ${hidingJson('group-question', 'q')} as hiding
     from group_questions q join actors a on a.hub_id = q.hub_id and a.id = q.actor_id
     where q.group_id = $1 order by q.id desc limit 50`,
    [groupId],
  );
}
