/** F9.6 An erratum is recorded: which place, wrong and right, why, by whom. The document and its fingerprint stay as they are. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { lengthOf, line, prose } from '#kernel/text.ts';
import { holdStatement } from '../statement/index.ts';
import { refuse } from './document.ts';
import { ERRATUM_PARTS, standsIn } from './erratum.ts';
import { contentIn, documentOf, erratumFacts } from './queries.ts';
import { mayCorrect } from './rules.ts';

export const recordErratum = action({
  name: 'documents.record-erratum',
  input: z.object({
    roundId: z.uuid(),
    part: z.enum(ERRATUM_PARTS, { error: 'not-a-choice' }),
    proposalId: z
      .union([z.uuid(), z.literal('')], { error: 'not-a-choice' })
      .optional()
      .default(''),
    place: line({ max: 200 }),
    wrong: prose({ max: 2000 }),
    corrected: prose({ min: 0, max: 2000 }).optional().default(''),
    reason: prose({ max: 20_000 }),
  }),
  async run(ctx, input): Promise<{ roundId: string; number: number }> {
    const { roundId, part, place, wrong, corrected, reason } = input;
    await holdStatement(ctx.db, roundId);
    const proposalId = part === 'rest' ? null : input.proposalId || null;
    if (part !== 'rest' && proposalId === null) throw refuseKernel('required', { field: 'proposalId' });
    const [facts, document] = await Promise.all([
      erratumFacts(ctx.db, roundId, proposalId, ctx.person.id),
      documentOf(ctx.db, roundId),
    ]);
    if (!facts) throw refuseKernel('not-found', { status: 404 });
    if (!document) throw refuse('not-published');
    const no = mayCorrect(ctx.hub, ctx.reader, part, facts);
    if (no) throw refuse(no, { status: 403 });
    const limit = rulesOf(ctx.hub, facts.rulesVersion).limits.reason;
    if (lengthOf(reason) > limit) throw refuseKernel('too-long', { field: 'reason', facts: { max: limit } });
    if (corrected === wrong) throw refuse('nothing-corrected', { field: 'corrected' });
    if (!standsIn(contentIn(document), part, proposalId, wrong)) throw refuse('not-in-document', { field: 'wrong' });
    const number = document.errata.length + 1;
    await ctx.db
      .insertInto('document_errata')
      .values({
        hub_id: ctx.hub.id,
        id: ctx.newId(),
        document_id: document.id,
        number,
        part,
        proposal_id: proposalId,
        place,
        wrong,
        corrected,
        reason,
        actor_id: ctx.actor.id,
        person_id: ctx.person.id,
        recorded_at: ctx.now,
      })
      .execute();
    await ctx.record({
      verb: 'documents.corrected',
      object: { kind: 'document', id: document.id },
      public: { title: document.number, number: document.number, roundId, erratum: number, part },
      parts: [
        {
          part: 'erratum',
          actorId: ctx.actor.id,
          content: { document: document.number, number, part, proposalId, place, wrong, corrected, reason },
        },
      ],
      tags: ['documents', `round:${roundId}`, ...(proposalId ? [`proposal:${proposalId}`] : [])],
    });
    return { roundId, number };
  },
});
