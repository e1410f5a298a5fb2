/** F9.2 One's own words can be put better until somebody else has chosen on them; every version is kept. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { optionalText, refuse, text } from './discussion.ts';
import { held } from './entries.ts';
import { refusalFor, within } from './refusing.ts';
import { mayRevise } from './rules.ts';
import { keepVersion, votedByOthers } from './versions.ts';

export const reviseOpinion = action({
  name: 'discussion.revise-opinion',
  /** `version` is the one the form was shown with */
  input: z.object({ id: z.uuid(), version: z.coerce.number().int().min(1), body: text, reason: optionalText }),
  async run(ctx, input): Promise<{ id: string; parentId: string | null; version: number }> {
    const opinion = await held(ctx.db, input.id, true);
    const no = mayRevise(ctx.reader, opinion.debate, opinion, await votedByOthers(ctx.db, opinion), ctx.now);
    if (no) throw refusalFor(no, opinion.debate, ctx.lang);
    if (opinion.version !== input.version) throw refuse('changed-meanwhile', { status: 409 });
    const { limits } = rulesOf(ctx.hub, opinion.debate.rules_version);
    const most = opinion.kind === 'opinion' || opinion.kind === 'question' ? limits.opinion : limits.reply;
    within({ body: [input.body, most], reason: [input.reason, limits.reason] });
    if (input.body === opinion.body && input.reason === opinion.reason) throw refuse('unchanged', { field: 'body' });
    const version = await keepVersion(ctx, opinion, { body: input.body, reason: input.reason, amendment: null });
    await run(ctx.db, 'update opinions set body = $3, reason = $4, version = $5 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      opinion.id,
      input.body,
      input.reason,
      version,
    ]);
    const { debate } = opinion;
    await ctx.record({
      verb: 'opinions.revised',
      object: { kind: 'opinion', id: opinion.id, version },
      public: {
        debateId: debate.id,
        debateKind: debate.kind,
        debateTitle: debate.title,
        kind: opinion.kind,
        number: opinion.number,
      },
      parts: [
        {
          part: opinion.kind,
          actorId: ctx.actor.id,
          content: { debate: debate.id, body: input.body, reason: input.reason },
        },
      ],
      tags: tagsOf(opinion, ctx.actor.id),
    });
    return { id: opinion.id, parentId: opinion.parent_id, version };
  },
});

/** Pages that show an opinion: its debate's, its own or its thread's, its speaker's. */
export function tagsOf(
  opinion: { id: string; debate_id: string; parent_id: string | null },
  actorId: string,
): string[] {
  return [
    `debate:${opinion.debate_id}`,
    `opinion:${opinion.id}`,
    `actor:${actorId}`,
    ...(opinion.parent_id ? [`opinion:${opinion.parent_id}`] : []),
  ];
}
