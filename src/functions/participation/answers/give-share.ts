/** F9.7 A division concerned contributes its part, inside: the lead reads it and writes the answer. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { lengthOf, prose } from '#kernel/text.ts';
import { actingDivision } from '../reflection/index.ts';
import { deskHref } from './addresses.ts';
import { refuse } from './answer.ts';
import { named } from './assign-lead.ts';

export const giveShare = action({
  name: 'answers.give-share',
  input: z.object({
    proposalId: z.uuid().optional(),
    pointId: z.uuid().optional(),
    body: prose({ max: 40_000 }),
  }),
  async run(ctx, input): Promise<{ subject: 'proposal' | 'point'; id: string }> {
    const subject = await named(ctx, input);
    const division = actingDivision(ctx.reader);
    const limit = rulesOf(ctx.hub, subject.round.rules_version).limits.answer;
    if (lengthOf(input.body) > limit) throw refuseKernel('too-long', { field: 'body', facts: { max: limit } });
    const given =
      division &&
      (await run(
        ctx.db,
        `update answer_partners set body = $3, person_id = $4, given_at = $5 where subject_id = $1 and division_id = $2 returning id`,
        [subject.id, division.id, input.body, ctx.person.id, ctx.now],
      ));
    if (!given || given.length === 0) throw refuse('not-partner', { status: 403 });
    await ctx.record({ verb: 'answers.share-given', object: { kind: subject.subject, id: subject.id }, tags: [] });
    const lead = subject.assigned_id ?? subject.division_id ?? subject.lead_id;
    await tell(ctx, {
      people: lead ? [lead] : [],
      kind: 'answers.share',
      about: { kind: subject.subject, id: subject.id },
      href: deskHref(subject),
      facts: { title: subject.title, division: ctx.actor.name },
    });
    return { subject: subject.subject, id: subject.id };
  },
});
