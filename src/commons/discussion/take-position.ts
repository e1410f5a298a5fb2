/** F9.2, P1: an organisation or division says where it stands, with its reason: on one opinion, or on the debate as a whole. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { type Debate, debateById } from './debates.ts';
import { choice, STANCE_OF, text } from './discussion.ts';
import { type Held, held } from './entries.ts';
import { notFound, refusalFor, within } from './refusing.ts';
import { mayTakePosition } from './rules.ts';

export interface Taken {
  id: string;
  debateId: string;
  opinionId: string | null;
  version: number;
}

export const takePosition = action({
  name: 'discussion.take-position',
  /** `id` of the opinion or of the debate */
  input: z.object({ on: z.enum(['opinion', 'debate']), id: z.uuid(), stance: choice, reason: text }),
  async run(ctx, input): Promise<Taken> {
    const opinion = input.on === 'opinion' ? await held(ctx.db, input.id) : null;
    const debate = opinion ? opinion.debate : await debateById(ctx.db, input.id);
    if (!debate) throw notFound();
    within({ reason: [input.reason, rulesOf(ctx.hub, debate.rules_version).limits.reason] });
    const no = mayTakePosition(ctx.hub, ctx.reader, debate, opinion, ctx.now);
    if (no) throw refusalFor(no, debate, ctx.lang);
    const stance = STANCE_OF[input.stance];
    // Where it already stands so, nothing is written and nothing is told.
    const [changed] = await run<{ id: string; version: number }>(
      ctx.db,
      `insert into positions (hub_id, id, debate_id, opinion_id, organisation_id, person_id, stance, reason, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (hub_id, debate_id, opinion_id, organisation_id) do update set stance = excluded.stance,
         reason = excluded.reason, person_id = excluded.person_id, at = excluded.at, version = positions.version + 1, withdrawn_at = null
       where positions.stance <> excluded.stance or positions.reason <> excluded.reason or positions.withdrawn_at is not null
       returning id, version`,
      [
        ctx.hub.id,
        ctx.newId(),
        debate.id,
        opinion?.id ?? null,
        ctx.actor.id,
        ctx.person.id,
        stance,
        input.reason,
        ctx.now,
      ],
    );
    const kept = changed ?? (await standing(ctx, debate, opinion));
    if (changed) await tell(ctx, debate, opinion, changed, input);
    return { id: kept.id, debateId: debate.id, opinionId: opinion?.id ?? null, version: kept.version };
  },
});

async function standing(
  ctx: ActionContext,
  debate: Debate,
  opinion: Held | null,
): Promise<{ id: string; version: number }> {
  const [row] = await run<{ id: string; version: number }>(
    ctx.db,
    `select id, version from positions
     where debate_id = $1 and opinion_id is not distinct from $2 and organisation_id = $3`,
    [debate.id, opinion?.id ?? null, ctx.actor.id],
  );
  if (!row) throw new Error('a position was kept and is gone');
  return row;
}

function tell(
  ctx: ActionContext,
  debate: Debate,
  opinion: Held | null,
  position: { id: string; version: number },
  said: { stance: string; reason: string },
): Promise<void> {
  return ctx.record({
    verb: position.version === 1 ? 'positions.taken' : 'positions.changed',
    object: { kind: 'position', id: position.id, version: position.version },
    public: {
      debateId: debate.id,
      debateKind: debate.kind,
      debateTitle: debate.title,
      opinionId: opinion?.id ?? null,
      number: opinion?.number ?? null,
      stance: said.stance,
    },
    parts: [
      {
        part: 'position',
        actorId: ctx.actor.id,
        content: { debate: debate.id, opinion: opinion?.id ?? null, stance: said.stance, reason: said.reason },
      },
    ],
    tags: [`debate:${debate.id}`, ...(opinion ? [`opinion:${opinion.id}`] : []), `actor:${ctx.actor.id}`],
  });
}
