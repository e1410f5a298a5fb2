/** F9.2 An organisation no longer stands where it said it stood; the journal keeps what it had said. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { debateById } from './debates.ts';
import { notFound, refusalFor } from './refusing.ts';
import { mayWithdrawPosition } from './rules.ts';

interface PositionRow {
  id: string;
  debate_id: string;
  opinion_id: string | null;
  organisation_id: string;
  version: number;
  withdrawn_at: Date | null;
}

export const withdrawPosition = action({
  name: 'discussion.withdraw-position',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ id: string; debateId: string; opinionId: string | null }> {
    const [position] = await run<PositionRow>(
      ctx.db,
      'select id, debate_id, opinion_id, organisation_id, version, withdrawn_at from positions where id = $1 for update',
      [id],
    );
    const debate = position && (await debateById(ctx.db, position.debate_id));
    if (!position || !debate) throw notFound();
    const no = mayWithdrawPosition(ctx.reader, position);
    if (no) throw refusalFor(no, debate, ctx.lang);
    const done = { id, debateId: position.debate_id, opinionId: position.opinion_id };
    if (position.withdrawn_at) return done;
    const version = position.version + 1;
    await run(
      ctx.db,
      'update positions set withdrawn_at = $3, version = $4, person_id = $5 where hub_id = $1 and id = $2',
      [ctx.hub.id, id, ctx.now, version, ctx.person.id],
    );
    await ctx.record({
      verb: 'positions.withdrawn',
      object: { kind: 'position', id, version },
      public: {
        debateId: debate.id,
        debateKind: debate.kind,
        debateTitle: debate.title,
        opinionId: position.opinion_id,
      },
      parts: [],
      tags: [
        `debate:${debate.id}`,
        ...(position.opinion_id ? [`opinion:${position.opinion_id}`] : []),
        `actor:${position.organisation_id}`,
      ],
    });
    return done;
  },
});
