/**
 * X9 What was copied wrongly is put right until somebody has chosen on it; and whoever wrote a paper takes it back at the counter. Both
 * as for any opinion: versions stay, a tombstone stands with its reason.
 */
import { z } from 'zod';
import {
  correctSaying,
  discussionRefusal,
  heldOpinion,
  sayingTags,
  takeBackSaying,
} from '#commons/discussion/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { prose } from '#kernel/text.ts';
import { demandSecretariat, type EnteredPaper } from './enter-paper.ts';

type Held = Awaited<ReturnType<typeof heldOpinion>>;

async function heldPaper(ctx: ActionContext, id: string): Promise<Held> {
  demandSecretariat(ctx);
  const there = await run(ctx.db, 'select 1 from paper_opinions where opinion_id = $1', [id]);
  if (there.length === 0) throw refuseKernel('not-found', { status: 404 });
  const paper = await heldOpinion(ctx.db, id, true);
  for (const gone of ['withdrawn', 'hidden'] as const)
    if (paper[`${gone}_at`]) throw discussionRefusal(gone, paper.debate, ctx.lang);
  return paper;
}

function facts({ debate, number, kind }: Held) {
  return { debateId: debate.id, debateKind: debate.kind, debateTitle: debate.title, kind, number };
}

/** @throws Refusal 'withdrawn', 'hidden', 'voted-already', 'unchanged', 'too-long'; 'not-secretariat'; 'not-found' */
export const correctPaper = action({
  name: 'paper.correct',
  input: z.object({ id: z.uuid(), body: prose({ max: 20_000 }) }),
  async run(ctx, { id, body }): Promise<EnteredPaper> {
    const paper = await heldPaper(ctx, id);
    const version = await correctSaying(ctx, paper, body);
    await ctx.record({
      verb: 'paper.corrected',
      object: { kind: 'opinion', id, version },
      public: facts(paper),
      parts: [{ part: paper.kind, actorId: paper.actor_id, content: { debate: paper.debate_id, version, body } }],
      tags: sayingTags(paper, paper.actor_id),
    });
    return { id, number: paper.number ?? 0 };
  },
});

/** @throws Refusal 'withdrawn', 'too-long'; 'not-secretariat'; 'not-found' */
export const takeBackPaper = action({
  name: 'paper.take-back',
  input: z.object({ id: z.uuid(), reason: prose({ max: 20_000 }) }),
  async run(ctx, { id, reason }): Promise<EnteredPaper> {
    const paper = await heldPaper(ctx, id);
    await takeBackSaying(ctx, paper, reason);
    await ctx.record({
      verb: 'paper.taken-back',
      object: { kind: 'opinion', id },
      public: { ...facts(paper), reason },
      parts: [{ part: 'withdrawal', actorId: paper.actor_id, content: { reason } }],
      tags: sayingTags(paper, paper.actor_id),
    });
    return { id, number: paper.number ?? 0 };
  },
});
