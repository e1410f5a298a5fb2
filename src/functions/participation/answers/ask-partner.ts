/** F9.7 関係課: the lead asks another division for its part. That it is concerned is public, what is said between them is not. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { lengthOf, prose } from '#kernel/text.ts';
import { deskHref } from './addresses.ts';
import { refuse } from './answer.ts';
import { divisionNamed, named } from './assign-lead.ts';
import { itemTags } from './give-answer.ts';
import { mayAssign } from './rules.ts';

export const askPartner = action({
  name: 'answers.ask-partner',
  input: z.object({
    proposalId: z.uuid().optional(),
    pointId: z.uuid().optional(),
    divisionId: z.uuid({ error: 'not-a-choice' }),
    asked: prose({ max: 20_000 }),
  }),
  async run(ctx, input): Promise<{ subject: 'proposal' | 'point'; id: string }> {
    const subject = await named(ctx, input);
    const no = mayAssign(ctx.hub, ctx.reader, subject);
    if (no) throw refuse(no, no === 'not-secretariat' ? { status: 403 } : {});
    const limit = rulesOf(ctx.hub, subject.round.rules_version).limits.detail;
    if (lengthOf(input.asked) > limit) throw refuseKernel('too-long', { field: 'asked', facts: { max: limit } });
    const division = await divisionNamed(ctx, input.divisionId);
    if (division.id === (subject.assigned_id ?? subject.division_id))
      throw refuse('leads-already', { field: 'divisionId' });
    await ctx.db
      .insertInto('answer_partners')
      .values({
        hub_id: ctx.hub.id,
        id: ctx.newId(),
        [subject.subject === 'proposal' ? 'proposal_id' : 'point_id']: subject.id,
        division_id: division.id,
        asked: input.asked,
        asked_by: ctx.person.id,
        asked_at: ctx.now,
      })
      .execute();
    await ctx.record({
      verb: 'answers.partner-asked',
      object: { kind: subject.subject, id: subject.id },
      public: { title: subject.title, roundId: subject.round.id, division: division.name },
      parts: [
        {
          part: 'partner',
          actorId: ctx.actor.id,
          content: { subject: subject.subject, subjectId: subject.id, divisionId: division.id },
        },
      ],
      tags: [...itemTags(subject), `actor:${division.id}`],
    });
    await tell(ctx, {
      people: [division.id],
      kind: 'answers.partner',
      about: { kind: subject.subject, id: subject.id },
      href: deskHref(subject),
      facts: { title: subject.title, division: ctx.actor.name },
    });
    return { subject: subject.subject, id: subject.id };
  },
});
