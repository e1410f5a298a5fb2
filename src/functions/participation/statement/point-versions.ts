/** F9.5 Every version of a point is kept: its words and what it cited. Several editors never overwrite each other. */
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { citableIn } from './absorbed.ts';
import { type DebateDesk, HOLD_OPINION, type PointDesk, tagsOf } from './desk.ts';
import { keepingCoverage } from './kept-coverage.ts';
import { leaveAnnex } from './leave-annex.ts';
import { refuse, type Section } from './statement.ts';

export interface PointWords {
  section: Section;
  body: string;
}

/** What an act did to a point, for the feed and the journal. */
export type PointChange = 'added' | 'words' | 'citations' | 'moved';

export interface CitationChange {
  added: string[];
  removed: string[];
}

/**
 * Cites and un-cites one by one: what is cited already stays so, what isn't cited can't be taken away; both harmless.
 * What is cited leaves the annex. The caller holds the point.
 * @throws Refusal not-citable when one to add is not a visible opinion or question of this debate, or of one that went into it
 */
export async function changeCites(
  ctx: ActionContext,
  desk: DebateDesk,
  pointId: string,
  cite: readonly string[],
  uncite: readonly string[],
): Promise<CitationChange> {
  if (cite.length > 0) await checkCitable(ctx, desk, cite);
  const touched = { debateId: desk.debate.id, opinions: [...cite, ...uncite] };
  return keepingCoverage(ctx, touched, () => exchange(ctx, desk, pointId, cite, uncite));
}

async function exchange(
  ctx: ActionContext,
  desk: DebateDesk,
  pointId: string,
  cite: readonly string[],
  uncite: readonly string[],
): Promise<CitationChange> {
  const [removed, added] = await Promise.all([
    uncite.length === 0
      ? []
      : run<{ opinion_id: string }>(
          ctx.db,
          'delete from citations where hub_id = $1 and point_id = $2 and opinion_id = any($3::uuid[]) returning opinion_id',
          [ctx.hub.id, pointId, uncite],
        ),
    cite.length === 0
      ? []
      : run<{ opinion_id: string }>(
          ctx.db,
          `insert into citations (hub_id, point_id, opinion_id, round_id)
           select $1, $2, chosen.id, $4 from unnest($3::uuid[]) as chosen (id) on conflict do nothing returning opinion_id`,
          [ctx.hub.id, pointId, cite, desk.round.id],
        ),
  ]);
  const ids = added.map((row) => row.opinion_id);
  if (ids.length > 0) await leaveAnnex(ctx, desk, ids);
  return { added: ids, removed: removed.map((row) => row.opinion_id) };
}

async function checkCitable(ctx: ActionContext, desk: DebateDesk, ids: readonly string[]): Promise<void> {
  const citable = await run<{ id: string }>(
    ctx.db,
    `select o.id from opinions o where o.id = any($1::uuid[]) and ${citableIn('$2')} and o.kind in ('opinion', 'question')
     and o.withdrawn_at is null and o.hidden_at is null order by o.id ${HOLD_OPINION}`,
    [ids, desk.debate.id],
  );
  if (citable.length < ids.length) throw refuse('not-citable', { field: 'opinion' });
}

/** Keeps the next version of a point that the caller holds, and tells of it. */
export async function keepVersion(
  ctx: ActionContext,
  desk: PointDesk,
  words: PointWords,
  change: { kind: PointChange; opinions: readonly string[] },
): Promise<number> {
  const { point } = desk;
  const version = point.version + 1;
  const moves = words.section !== point.section;
  await run(
    ctx.db,
    `update points set section = $3, body = $4, version = $5, person_id = $6, edited_at = $7,
       place = case when $8 then ${NEXT_PLACE} else place end
     where hub_id = $1 and id = $2`,
    [ctx.hub.id, point.id, words.section, words.body, version, ctx.person.id, ctx.now, moves],
  );
  const cites = await writeVersion(ctx, point.id, version, words);
  await recordPoint(ctx, desk, { id: point.id, version, words, cites }, change);
  return version;
}

/** Behind the others of its section; $2 is the point's id, $3 the section. */
const NEXT_PLACE = `(select coalesce(max(o.place), 0) + 1 from points o join points me on me.hub_id = o.hub_id and me.debate_id = o.debate_id
  where me.id = $2 and o.section = $3)`;

/** The row of a version, with what the point cites at this moment. */
export async function writeVersion(
  ctx: ActionContext,
  pointId: string,
  version: number,
  words: PointWords,
): Promise<string[]> {
  const [row] = await run<{ cites: string[] }>(
    ctx.db,
    `insert into point_versions (hub_id, point_id, version, section, body, cites, person_id, written_at)
     values ($1, $2, $3, $4, $5,
       array(select c.opinion_id from citations c where c.hub_id = $1 and c.point_id = $2 order by c.opinion_id), $6, $7)
     returning cites`,
    [ctx.hub.id, pointId, version, words.section, words.body, ctx.person.id, ctx.now],
  );
  return row!.cites;
}

export interface WrittenPoint {
  id: string;
  version: number;
  words: PointWords;
  cites: readonly string[];
}

export function recordPoint(
  ctx: ActionContext,
  desk: DebateDesk,
  point: WrittenPoint,
  change: { kind: PointChange; opinions: readonly string[] },
): Promise<void> {
  return ctx.record({
    verb: 'statement.point-written',
    object: { kind: 'point', id: point.id, version: point.version },
    public: { title: desk.debate.title, roundId: desk.round.id, debateId: desk.debate.id, change: change.kind },
    parts: [{ part: 'point', actorId: ctx.actor.id, content: { ...point.words, cites: [...point.cites] } }],
    tags: [...tagsOf(desk, change.opinions), `point:${point.id}`],
  });
}
