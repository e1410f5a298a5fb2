/** F9.6 "Submission to the city is recorded with who received it and when." */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line } from '#kernel/text.ts';
import { civicDay } from '../reflection/index.ts';
import { holdStatement } from '../statement/index.ts';
import { refuse } from './document.ts';
import { documentOf, roundAndEditing } from './queries.ts';
import { maySubmit } from './rules.ts';

export const submitDocument = action({
  name: 'documents.submit',
  input: z.object({
    roundId: z.uuid(),
    receivedBy: z.uuid({ error: 'not-a-choice' }),
    /** the window or person in office that took it; the division itself when left out */
    receivedOffice: line({ min: 0, max: 100 }).optional().default(''),
    receivedOn: civicDay,
  }),
  async run(ctx, { roundId, receivedBy, receivedOffice, receivedOn }): Promise<{ roundId: string; number: string }> {
    await holdStatement(ctx.db, roundId);
    const [found, document] = await Promise.all([
      roundAndEditing(ctx.db, roundId, ctx.person.id),
      documentOf(ctx.db, roundId),
    ]);
    if (!found) throw refuseKernel('not-found', { status: 404 });
    const no = maySubmit(ctx.hub, ctx.reader, found.round, found.edits);
    if (no === 'sign-in') throw refuseKernel(no, { status: 401 });
    if (no) throw refuse(no, { status: no === 'already-submitted' ? 409 : no === 'not-editor' ? 403 : 422 });
    if (!document) throw refuse('not-published');
    if (receivedOn > tokyoDate(ctx.now)) throw refuse('in-the-future', { field: 'receivedOn' });
    if (receivedOn < tokyoDate(document.published_at)) throw refuse('before-publication', { field: 'receivedOn' });
    const [division] = await run<{ name: string }>(
      ctx.db,
      `select name from actors where id = $1 and kind = 'division'`,
      [receivedBy],
    );
    if (!division) throw refuse('not-a-division', { field: 'receivedBy' });
    const office = receivedOffice || division.name;
    const at = receivedOn === tokyoDate(ctx.now) ? ctx.now : latest(startOfTokyoDay(receivedOn), document.published_at);
    await ctx.db
      .insertInto('submissions_to_city')
      .values({
        hub_id: ctx.hub.id,
        document_id: document.id,
        submitted_by: ctx.actor.id,
        received_by: receivedBy,
        received_office: office,
        submitted_at: at,
      })
      .execute();
    await run(ctx.db, 'update rounds set submitted_at = $2 where id = $1', [roundId, at]);
    await ctx.record({
      verb: 'documents.submitted',
      object: { kind: 'document', id: document.id },
      public: { number: document.number, roundId, receivedBy: division.name, receivedOffice: office, receivedOn },
      parts: [
        {
          part: 'submission',
          actorId: ctx.actor.id,
          content: { number: document.number, sha256: document.sha256, receivedBy, receivedOffice: office, receivedOn },
        },
      ],
      tags: ['documents', 'rounds', `round:${roundId}`, `actor:${receivedBy}`],
    });
    return { roundId, number: document.number };
  },
});

/** Handed over on the day of publication means after it. */
function latest(a: Date, b: Date): Date {
  return a > b ? a : b;
}
