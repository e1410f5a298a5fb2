/** F9.2 After somebody has chosen on it, an opinion stays as it was read; its speaker can only add to it, dated. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { text } from './discussion.ts';
import { held } from './entries.ts';
import { refusalFor, within } from './refusing.ts';
import { tagsOf } from './revise-opinion.ts';
import { mayAmend } from './rules.ts';
import { keepVersion, votedByOthers } from './versions.ts';

export const amendOpinion = action({
  name: 'discussion.amend-opinion',
  input: z.object({ id: z.uuid(), amendment: text }),
  async run(ctx, { id, amendment }): Promise<{ id: string; parentId: string | null; version: number }> {
    const opinion = await held(ctx.db, id, true);
    within({ amendment: [amendment, rulesOf(ctx.hub, opinion.debate.rules_version).limits.opinion] });
    const no = mayAmend(ctx.reader, opinion.debate, opinion, await votedByOthers(ctx.db, opinion), ctx.now);
    if (no) throw refusalFor(no, opinion.debate, ctx.lang);
    const version = await keepVersion(ctx, opinion, { body: opinion.body, reason: opinion.reason, amendment });
    await run(
      ctx.db,
      'update opinions set amendment = $3, amended_at = $4, version = $5 where hub_id = $1 and id = $2',
      [ctx.hub.id, id, amendment, ctx.now, version],
    );
    const { debate } = opinion;
    await ctx.record({
      verb: 'opinions.amended',
      object: { kind: 'opinion', id, version },
      public: {
        debateId: debate.id,
        debateKind: debate.kind,
        debateTitle: debate.title,
        kind: opinion.kind,
        number: opinion.number,
      },
      parts: [{ part: 'amendment', actorId: ctx.actor.id, content: { debate: debate.id, amendment } }],
      tags: tagsOf(opinion, ctx.actor.id),
    });
    return { id, parentId: opinion.parent_id, version };
  },
});
