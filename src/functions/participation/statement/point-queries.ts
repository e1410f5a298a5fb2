/** F9.5 Reads of points: what each says, what it cites, and how it came to say so. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { saidIn } from './absorbed.ts';
import { DRAFT, type PointDraft } from './draft-queries.ts';
import { objectionsJson, revived, type ShownObjection } from './objection-queries.ts';
import { QUOTED, readable, SAME_TEXT, WITH_SAME } from './opinion-queries.ts';
import type { Section } from './statement.ts';
import type { Dated } from './statement-queries.ts';

/** An opinion as a point or the annex quotes it. */
export interface QuotedOpinion {
  id: string;
  number: number | null;
  kind: 'opinion' | 'question';
  body: string;
  reason: string;
  amendment: string | null;
  actor_id: string;
  actor_kind: ActorKind;
  actor_name: string;
  agree: number;
  disagree: number;
  pass: number;
  withdrawn: boolean;
  hidden: boolean;
  /** how many opinions of the debate say this very text; null where nobody else does, or nobody asked */
  same_text?: number | null;
  /** title of the proposal it was said about, where that went into the point's */
  said_in?: string | null;
}

export interface ListedPoint {
  id: string;
  section: Section;
  place: number;
  body: string;
  version: number;
  edited_at: Date;
  /** of who wrote the present version */
  person_id: string;
  person_name: string;
  answer_kind: string | null;
  /** null for a point that a person wrote */
  draft: PointDraft | null;
  citations: number;
  /** citations of opinions that can still be read */
  readable_citations: number;
  /** of these, apparent copies of one text */
  copied_citations: number;
}

const POINT_COLUMNS = `p.id, p.section, p.place, p.body, p.version, p.edited_at, p.person_id, e.name as person_name, p.answer_kind,
  ${DRAFT} as draft,
  (select count(*)::int from citations c where c.hub_id = p.hub_id and c.point_id = p.id) as citations,
  (select count(*)::int from citations c join opinions o on o.hub_id = c.hub_id and o.id = c.opinion_id
    where c.hub_id = p.hub_id and c.point_id = p.id and o.withdrawn_at is null and o.hidden_at is null) as readable_citations,
  (select count(*)::int from citations c join opinions o on o.hub_id = c.hub_id and o.id = c.opinion_id
    join alike_opinions l on l.hub_id = o.hub_id and l.opinion_id = o.id
    where c.hub_id = p.hub_id and c.point_id = p.id and l.copied and o.withdrawn_at is null and o.hidden_at is null) as copied_citations`;

/** The order of reading; `SECTIONS` says the same. */
export const IN_ORDER = `array_position(array['agreement', 'views', 'dissent', 'minority', 'questions', 'proposals'], p.section), p.place, p.id`;

/** The points on one proposal, in the order in which they are read. A debate has a part in one statement only. */
export function pointsOfDebate(db: Db, debateId: string): Promise<ListedPoint[]> {
  return run<ListedPoint>(
    db,
    `select ${POINT_COLUMNS}
     from debates d
     join points p on p.hub_id = d.hub_id and p.round_id = d.round_id and p.debate_id = d.id
     join actors e on e.hub_id = p.hub_id and e.id = p.person_id
     where d.id = $1 and p.removed_at is null order by ${IN_ORDER}`,
    [debateId],
  );
}

const CITATION_COLUMNS = `${QUOTED}, o.withdrawn_at is not null as withdrawn, o.hidden_at is not null as hidden`;

export interface PointWithCitations extends ListedPoint {
  /** the first `most` of them */
  quoted: QuotedOpinion[];
}

/** The points on one proposal with the first opinions each of them cites. */
export async function pointsWithCitations(db: Db, debateId: string, most: number): Promise<PointWithCitations[]> {
  const rows = await run<PointWithCitations>(
    db,
    `${WITH_SAME}
     select ${POINT_COLUMNS},
       coalesce((select json_agg(x) from (
         select ${CITATION_COLUMNS}, ${SAME_TEXT}, ${saidIn('p.debate_id')}
         from citations c
         join opinions o on o.hub_id = c.hub_id and o.id = c.opinion_id
         join actors a on a.hub_id = o.hub_id and a.id = o.actor_id
         where c.hub_id = p.hub_id and c.point_id = p.id order by c.opinion_id limit $2) as x), '[]') as quoted
     from debates d
     join points p on p.hub_id = d.hub_id and p.round_id = d.round_id and p.debate_id = d.id
     join actors e on e.hub_id = p.hub_id and e.id = p.person_id
     where d.id = $1 and p.removed_at is null order by ${IN_ORDER}`,
    [debateId, most],
  );
  return rows.map((row) => ({ ...row, quoted: row.quoted.map(readable) }));
}

/** A page of what one point cites, in the order in which it was said. */
export async function citationsOfPoint(
  db: Db,
  pointId: string,
  after: string | null,
  limit: number,
): Promise<QuotedOpinion[]> {
  const rows = await run<QuotedOpinion>(
    db,
    `select ${CITATION_COLUMNS}, ${saidIn('p.debate_id')}
     from citations c
     join points p on p.hub_id = c.hub_id and p.id = c.point_id
     join opinions o on o.hub_id = c.hub_id and o.id = c.opinion_id
     join actors a on a.hub_id = o.hub_id and a.id = o.actor_id
     where c.point_id = $1 and c.opinion_id > $2 order by c.opinion_id limit $3`,
    [pointId, after ?? '00000000-0000-0000-0000-000000000000', limit],
  );
  return rows.map(readable);
}

export interface ShownPoint extends ListedPoint {
  removed_at: Date | null;
  removed_by: string | null;
  objections: ShownObjection[];
}

const MOST_OBJECTIONS = 200;

/** A point with the names and objections that belong to it, removed or not. */
export async function shownPoint(db: Db, pointId: string): Promise<ShownPoint | null> {
  const [row] = await run<Omit<ShownPoint, 'objections'> & { objections: Dated<ShownObjection>[] }>(
    db,
    `select ${POINT_COLUMNS}, p.removed_at, w.name as removed_by,
       ${objectionsJson('b.hub_id = p.hub_id and b.point_id = p.id', MOST_OBJECTIONS)} as objections
     from points p
     join actors e on e.hub_id = p.hub_id and e.id = p.person_id
     left join actors w on w.hub_id = p.hub_id and w.id = p.removed_by
     where p.id = $1`,
    [pointId],
  );
  return row ? { ...row, objections: revived(row.objections) } : null;
}

export interface PointVersion {
  version: number;
  section: Section;
  body: string;
  cites: string[];
  /** numbers to name them by */
  numbers: Record<string, number | null>;
  /** the machine's, on behalf of the person who asked for a draft */
  machine: boolean;
  person_id: string;
  person_name: string;
  written_at: Date;
}

/** Versions before `before` (null: from the newest), newest first. */
export function versionsOfPoint(
  db: Db,
  pointId: string,
  before: number | null,
  limit: number,
): Promise<PointVersion[]> {
  return run<PointVersion>(
    db,
    `select v.version, v.section, v.body, v.cites, v.person_id, e.name as person_name, v.written_at,
       v.version = 1 and exists (select 1 from drafted_points f where f.hub_id = v.hub_id and f.point_id = v.point_id) as machine,
       coalesce((select json_object_agg(o.id, o.number) from opinions o where o.id = any(v.cites)), '{}') as numbers
     from point_versions v join actors e on e.hub_id = v.hub_id and e.id = v.person_id
     where v.point_id = $1 and v.version < $2 order by v.version desc limit $3`,
    [pointId, before ?? 2_147_483_647, limit],
  );
}

export interface OpinionTrail {
  roundId: string;
  debateId: string;
  points: { id: string; section: Section; body: string; version: number; answerKind: string | null }[];
  annex: { reason: string } | null;
}

/** Where in a statement an opinion is taken up: the points that cite it, and the annex. Null for an unknown one, or one of no round. */
export async function citationsOfOpinion(db: Db, opinionId: string): Promise<OpinionTrail | null> {
  const [row] = await run<{ roundId: string; debateId: string; points: OpinionTrail['points']; annex: string | null }>(
    db,
    `select d.round_id as "roundId", d.id as "debateId",
       coalesce((select json_agg(json_build_object('id', p.id, 'section', p.section, 'body', p.body, 'version', p.version,
           'answerKind', p.answer_kind) order by ${IN_ORDER})
         from citations c join points p on p.hub_id = c.hub_id and p.id = c.point_id
         where c.hub_id = o.hub_id and c.opinion_id = o.id), '[]') as points,
       (select n.reason from annex_entries n where n.hub_id = o.hub_id and n.round_id = d.round_id and n.opinion_id = o.id) as annex
     from opinions o join debates d on d.hub_id = o.hub_id and d.id = o.debate_id
     where o.id = $1 and d.round_id is not null`,
    [opinionId],
  );
  if (!row) return null;
  return { ...row, annex: row.annex === null ? null : { reason: row.annex } };
}
