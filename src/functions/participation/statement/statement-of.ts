/** F9.5, F9.6: the whole statement of a round, as it is published. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { DRAFT, type PointDraft } from './draft-queries.ts';
import { type HiddenCount, hiddenJson } from './hidden-queries.ts';
import { objectionsJson, revived, type ShownObjection } from './objection-queries.ts';
import { QUOTED, readable } from './opinion-queries.ts';
import { IN_ORDER, type QuotedOpinion } from './point-queries.ts';
import { SECTIONS, type Section } from './statement.ts';
import { type Dated, type Editor, editorsOf } from './statement-queries.ts';

export interface StatementOpinion {
  id: string;
  number: number | null;
  kind: 'opinion' | 'question';
  text: string;
  reason: string;
  amendment: string | null;
  /** null for an opinion that was withdrawn or hidden since it was cited: it is named by its number only, its text is empty */
  author: { id: string; kind: ActorKind; name: string } | null;
  counts: { agree: number; disagree: number; pass: number };
  withdrawn: boolean;
  hidden: boolean;
  /** the merged proposal it was said about, where that isn't the point's own */
  saidIn?: { id: string; title: string };
}

export interface StatementObjection {
  id: string;
  pointId: string | null;
  opinionId: string;
  opinionNumber: number | null;
  by: { id: string; kind: ActorKind; name: string };
  text: string;
  raisedAt: Date;
  resolution: 'edited' | 'replied' | 'taken-back' | null;
  reply: string;
  /** an editor, or who objected; null where the secretariat stood in */
  resolvedBy: string | null;
  resolvedAt: Date | null;
}

/** A point whose first version the machine wrote, and the person who made it theirs. */
export interface StatementDraft {
  draftedBy: 'machine';
  draftedAt: Date;
  /** null while nobody has */
  confirmedBy: string | null;
  confirmedAt: Date | null;
  how: 'as-it-stands' | 'edited' | null;
}

export interface StatementPoint {
  id: string;
  section: Section;
  version: number;
  text: string;
  /** null for a point that a person wrote from the start */
  draft: StatementDraft | null;
  opinions: StatementOpinion[];
  objections: StatementObjection[];
}

export interface StatementDebate {
  id: string;
  title: string;
  /** the proposal was withdrawn; what was said about it stays */
  withdrawn: boolean;
  /** sections that have points, in the order of reading */
  sections: { section: Section; points: StatementPoint[] }[];
  annex: { opinion: StatementOpinion; reason: string; objections: StatementObjection[] }[];
  /** settled objections to points, or to entries in the annex, that are no longer there */
  formerObjections: StatementObjection[];
  hidden: { count: number; reasons: HiddenCount[] };
}

export interface Statement {
  debates: StatementDebate[];
  editors: { id: string; name: string; why: string; raisedAt: Date; active: boolean }[];
}

interface DebateRow {
  id: string;
  title: string;
  withdrawn: boolean;
  hidden: HiddenCount[];
  objections: Dated<ShownObjection>[];
}

/** More than anybody will write; there is a bound on everything. */
const MOST_OBJECTIONS = 10_000;

const DEBATES = `
  select d.id, d.title, d.closed_because is not null as withdrawn,
    ${hiddenJson('o.hub_id = d.hub_id and o.debate_id = d.id')} as hidden,
    ${objectionsJson('b.hub_id = d.hub_id and b.debate_id = d.id', MOST_OBJECTIONS)} as objections
  from debates d where d.round_id = $1 order by d.id`;

interface PointRow {
  id: string;
  debate_id: string;
  section: Section;
  version: number;
  text: string;
  draft: PointDraft | null;
  /** the ids a point cites, in the order in which they were said */
  cites: string[];
}

const POINTS = `
  select p.id, p.debate_id, p.section, p.version, p.body as text, ${DRAFT} as draft,
    array(select c.opinion_id from citations c where c.hub_id = p.hub_id and c.point_id = p.id order by c.opinion_id) as cites
  from points p where p.round_id = $1 and p.removed_at is null order by p.debate_id, ${IN_ORDER}`;

interface OpinionRow extends QuotedOpinion {
  debate_id: string;
  /** set when it stands in the annex */
  annex_reason: string | null;
}

/** Every opinion the statement quotes, once. */
const OPINIONS = `
  select ${QUOTED}, o.debate_id, o.withdrawn_at is not null as withdrawn, o.hidden_at is not null as hidden,
    n.reason as annex_reason
  from (select opinion_id from citations where round_id = $1 union select opinion_id from annex_entries where round_id = $1) as q
  join opinions o on o.id = q.opinion_id
  join actors a on a.hub_id = o.hub_id and a.id = o.actor_id
  left join annex_entries n on n.hub_id = o.hub_id and n.round_id = $1 and n.opinion_id = o.id
  order by o.debate_id, o.id`;

/** The statement of a round in four queries, whatever its size; a round that is unknown has no debates. */
export async function statementOf(db: Db, roundId: string): Promise<Statement> {
  const [debates, points, quoted, editors] = await Promise.all([
    run<DebateRow>(db, DEBATES, [roundId]),
    run<PointRow>(db, POINTS, [roundId]),
    run<OpinionRow>(db, OPINIONS, [roundId]),
    editorsOf(db, roundId),
  ]);
  const opinions = new Map(quoted.map((row) => [row.id, opinionOf(row)]));
  const saidAbout = new Map(quoted.map((row) => [row.id, debates.find((debate) => debate.id === row.debate_id)!]));
  const citedIn = (id: string, debateId: string): StatementOpinion => {
    const about = saidAbout.get(id)!;
    return { ...opinions.get(id)!, ...(about.id === debateId ? {} : { saidIn: { id: about.id, title: about.title } }) };
  };
  const pointsByDebate = Map.groupBy(points, (point) => point.debate_id);
  const annexByDebate = Map.groupBy(
    quoted.filter((row) => row.annex_reason !== null && !row.withdrawn && !row.hidden),
    (row) => row.debate_id,
  );
  return {
    debates: debates.map((debate) => {
      const objections = revived(debate.objections).map(objectionOf);
      const annexed = annexByDebate.get(debate.id) ?? [];
      const own = (pointsByDebate.get(debate.id) ?? []).map((point) => ({
        id: point.id,
        section: point.section,
        version: point.version,
        text: point.text,
        draft: draftOf(point.draft),
        opinions: point.cites.map((id) => citedIn(id, debate.id)),
        objections: objections.filter((objection) => objection.pointId === point.id),
      }));
      return {
        id: debate.id,
        title: debate.title,
        withdrawn: debate.withdrawn,
        sections: SECTIONS.map((section) => ({
          section,
          points: own.filter((point) => point.section === section),
        })).filter(({ points }) => points.length > 0),
        annex: annexed.map((row) => ({
          opinion: opinions.get(row.id)!,
          reason: row.annex_reason!,
          objections: objections.filter((objection) => objection.pointId === null && objection.opinionId === row.id),
        })),
        formerObjections: objections.filter(({ pointId, opinionId }) =>
          pointId === null ? !annexed.some((row) => row.id === opinionId) : !own.some((point) => point.id === pointId),
        ),
        hidden: { count: debate.hidden.reduce((sum, { count }) => sum + count, 0), reasons: debate.hidden },
      };
    }),
    editors: editors.map(editorOf),
  };
}

function draftOf(draft: PointDraft | null): StatementDraft | null {
  return (
    draft && {
      draftedBy: 'machine',
      draftedAt: new Date(draft.drafted_at),
      confirmedBy: draft.confirmed_by,
      confirmedAt: draft.confirmed_at === null ? null : new Date(draft.confirmed_at),
      how: draft.confirmed_how,
    }
  );
}

function opinionOf(row: OpinionRow): StatementOpinion {
  const gone = row.withdrawn || row.hidden;
  const { body, reason, amendment } = readable({ ...row, hidden: gone });
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    text: body,
    reason,
    amendment,
    author: gone ? null : { id: row.actor_id, kind: row.actor_kind, name: row.actor_name },
    counts: { agree: row.agree, disagree: row.disagree, pass: row.pass },
    withdrawn: row.withdrawn,
    hidden: row.hidden,
  };
}

function objectionOf(row: ShownObjection): StatementObjection {
  return {
    id: row.id,
    pointId: row.point_id,
    opinionId: row.opinion_id,
    opinionNumber: row.opinion_number,
    by: { id: row.actor_id, kind: row.actor_kind, name: row.actor_name },
    text: row.body,
    raisedAt: row.raised_at,
    resolution: row.resolution,
    reply: row.reply,
    resolvedBy: row.resolved_by,
    resolvedAt: row.resolved_at,
  };
}

function editorOf(row: Editor): Statement['editors'][number] {
  return { id: row.id, name: row.name, why: row.why, raisedAt: row.raised_at, active: row.lowered_at === null };
}
