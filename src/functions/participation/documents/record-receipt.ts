/** F9.6 受領: the division that received the document says who took it, when and how, and under which number. Once. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line } from '#kernel/text.ts';
import { civicDay } from '../reflection/index.ts';
import { roundById } from '../rounds/index.ts';
import { holdStatement } from '../statement/index.ts';
import { refuse } from './document.ts';
import { documentOf } from './queries.ts';
import { RECEIPT_MEANS } from './receipt.ts';
import { mayReceive } from './rules.ts';

export const recordReceipt = action({
  name: 'documents.record-receipt',
  input: z.object({
    roundId: z.uuid(),
    /** 収受番号, as the division counts */
    number: line({ max: 60 }),
    office: line({ min: 0, max: 100 }).optional().default(''),
    /** the name by which whoever took it wishes to stand there; left out: the office alone */
    receiver: line({ min: 0, max: 80 }).optional().default(''),
    means: z.enum(RECEIPT_MEANS, { error: 'not-a-choice' }),
    receivedOn: civicDay,
  }),
  async run(ctx, { roundId, number, office, receiver, means, receivedOn }): Promise<{ roundId: string }> {
    await holdStatement(ctx.db, roundId);
    const [round, document] = await Promise.all([roundById(ctx.db, roundId), documentOf(ctx.db, roundId)]);
    if (!round) throw refuseKernel('not-found', { status: 404 });
    const no = mayReceive(ctx.reader, document);
    if (no) throw refuse(no, { status: no === 'received-already' ? 409 : no === 'not-the-receiver' ? 403 : 422 });
    if (!document?.submission) throw refuse('not-submitted');
    if (receivedOn > tokyoDate(ctx.now)) throw refuse('in-the-future', { field: 'receivedOn' });
    if (receivedOn < tokyoDate(document.submission.submitted_at))
      throw refuse('before-submission', { field: 'receivedOn' });
    await ctx.db
      .insertInto('document_receipts')
      .values({
        hub_id: ctx.hub.id,
        document_id: document.id,
        number,
        division_id: ctx.actor.id,
        office: office || ctx.actor.name,
        receiver,
        means,
        received_on: receivedOn,
        person_id: ctx.person.id,
        recorded_at: ctx.now,
      })
      .execute();
    const content = { document: document.number, sha256: document.sha256, number, office, means, receivedOn };
    await ctx.record({
      verb: 'documents.received',
      object: { kind: 'document', id: document.id },
      public: { title: document.number, number: document.number, roundId, receipt: number, means, receivedOn },
      parts: [
        { part: 'receipt', actorId: ctx.actor.id, content },
        // The name in a part of its own: it can be erased without the receipt.
        ...(receiver ? [{ part: 'receiver', actorId: ctx.person.id, content: { receiver } }] : []),
      ],
      tags: ['documents', 'rounds', `round:${roundId}`, `actor:${ctx.actor.id}`],
    });
    return { roundId };
  },
});
