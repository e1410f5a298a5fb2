/** F9.5 An editor asks for a first draft of the part on one proposal. It only deals with what nothing deals with yet, and is made once. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { type DebateDesk, debateDesk, tagsOf } from './desk.ts';
import { withPhrasing } from './draft-phrase.ts';
import { pictureOfDebate, undealtOf } from './draft-queries.ts';
import { type DraftedPoint, draftOf } from './draft-rules.ts';
import { recountCoverage } from './kept-coverage.ts';
import { mayEdit } from './rules.ts';
import { insist, refuse } from './statement.ts';

export interface Drafted {
  debateId: string;
  /** ids of the points that were added, in the order of reading; none when there was a draft already */
  points: string[];
}

/** @throws Refusal nothing-to-draft when every opinion is dealt with, or none says enough to be drafted from */
export const askDraft = action({
  name: 'statement.ask-draft',
  input: z.object({
    debateId: z.uuid(),
    /** what a model made of the same draft, outside of this act; given by the route alone */
    phrased: z.array(z.object({ cites: z.array(z.string()), body: z.string() })).optional(),
    /** its name */
    phrasedBy: z.string().optional(),
  }),
  async run(ctx, { debateId, phrased = [], phrasedBy }): Promise<Drafted> {
    const desk = await debateDesk(ctx.db, ctx.reader, debateId, true);
    insist(mayEdit(ctx.reader, desk.round, desk.edits, ctx.now), desk.round, ctx.lang);
    const first = await run<{ debate_id: string }>(
      ctx.db,
      `insert into statement_drafts (hub_id, debate_id, round_id, person_id, drafted_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning debate_id`,
      [ctx.hub.id, debateId, desk.round.id, ctx.person.id, ctx.now],
    );
    if (first.length === 0) return { debateId, points: [] };
    const [opinions, map] = await Promise.all([undealtOf(ctx.db, debateId), pictureOfDebate(ctx.db, debateId)]);
    const most = rulesOf(ctx.hub, desk.round.rules_version).limits.point;
    const drafted = withPhrasing(draftOf(opinions, map, most), phrased);
    if (drafted.length === 0) throw refuse('nothing-to-draft');
    const points = drafted.map((point) => ({ id: ctx.newId(), ...point }));
    await keep(ctx, desk, points);
    await recountCoverage(ctx.db, ctx.hub.id, [debateId]);
    await ctx.record({
      verb: 'statement.drafted',
      object: { kind: 'statement', id: desk.round.id },
      public: {
        title: desk.debate.title,
        roundId: desk.round.id,
        debateId,
        count: points.length,
        ...(phrased.length > 0 ? { phrasedBy } : {}),
      },
      parts: points.map(({ id, ...content }) => ({
        part: `point:${id}`,
        actorId: ctx.actor.id,
        content: { draftedBy: 'machine', ...content },
      })),
      tags: tagsOf(
        desk,
        points.flatMap(({ cites }) => cites),
      ),
    });
    return { debateId, points: points.map(({ id }) => id) };
  },
});

type NewPoint = DraftedPoint & { id: string };

async function keep(ctx: ActionContext, { round, debate }: DebateDesk, points: readonly NewPoint[]): Promise<void> {
  const rows = JSON.stringify(points.map((point, at) => ({ ...point, at })));
  await run(
    ctx.db,
    `insert into points (hub_id, id, round_id, debate_id, section, place, body, person_id, edited_at)
     select $1, n.id, $2, $3, n.section,
       coalesce((select max(p.place) from points p where p.round_id = $2 and p.debate_id = $3 and p.section = n.section), 0)
         + row_number() over (partition by n.section order by n.at),
       n.body, $4, $5
     from json_to_recordset($6::json) as n (id uuid, section text, body text, at int)`,
    [ctx.hub.id, round.id, debate.id, ctx.person.id, ctx.now, rows],
  );
  await Promise.all([
    run(
      ctx.db,
      `insert into citations (hub_id, point_id, opinion_id, round_id)
       select $1, n.id, unnest(n.cites), $2 from json_to_recordset($3::json) as n (id uuid, cites uuid[])`,
      [ctx.hub.id, round.id, rows],
    ),
    run(
      ctx.db,
      `insert into point_versions (hub_id, point_id, version, section, body, cites, person_id, written_at)
       select $1, n.id, 1, n.section, n.body, n.cites, $2, $3
       from json_to_recordset($4::json) as n (id uuid, section text, body text, cites uuid[])`,
      [ctx.hub.id, ctx.person.id, ctx.now, rows],
    ),
    run(
      ctx.db,
      `insert into drafted_points (hub_id, point_id, round_id, drafted_at)
       select $1, n.id, $2, $3 from json_to_recordset($4::json) as n (id uuid)`,
      [ctx.hub.id, round.id, ctx.now, rows],
    ),
  ]);
}
