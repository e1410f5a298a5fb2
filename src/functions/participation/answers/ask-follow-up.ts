/** F9.7 再質問: anybody with a confirmed contact asks on about an answer; the city answers in public, by a day that the hub's rules give. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays, tokyoDate } from '#kernel/dates.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { lengthOf, prose } from '#kernel/text.ts';
import { followUpHref } from './addresses.ts';
import { refuse } from './answer.ts';
import { mayFollowUp } from './rules.ts';

interface Asked {
  id: string;
  subject: 'proposal' | 'point';
  subject_id: string;
  round_id: string;
  debate_id: string;
  division_id: string;
  title: string;
  rules_version: number | null;
  is_current: boolean;
}

export const askFollowUp = action({
  name: 'answers.ask-follow-up',
  input: z.object({ answerId: z.uuid(), body: prose({ max: 20_000 }) }),
  async run(ctx, { answerId, body }): Promise<{ id: string; number: number }> {
    const answer = await heldAnswer(ctx, answerId);
    if (!answer) throw refuseKernel('not-found', { status: 404 });
    const no = mayFollowUp(ctx.reader, answer);
    if (no === 'sign-in' || no === 'level') throw refuseKernel(no, { status: no === 'level' ? 403 : 401 });
    if (no) throw refuse(no, { status: 409 });
    const { limits, answers } = rulesOf(ctx.hub, answer.rules_version);
    const { hourly } = rulesOf(ctx.hub);
    if (lengthOf(body) > limits.reply) throw refuseKernel('too-long', { field: 'body', facts: { max: limits.reply } });
    const { number, lately } = await numbers(ctx, answer.subject_id);
    if (lately >= hourly.opinions) throw refuseKernel('too-fast', { facts: { minutes: 60 }, status: 429 });
    const id = ctx.newId();
    const due = addDays(tokyoDate(ctx.now), answers.followUpDays);
    await ctx.db
      .insertInto('follow_ups')
      .values({
        hub_id: ctx.hub.id,
        id,
        answer_id: answer.id,
        subject_id: answer.subject_id,
        round_id: answer.round_id,
        debate_id: answer.debate_id,
        division_id: answer.division_id,
        number,
        actor_id: ctx.actor.id,
        person_id: ctx.person.id,
        body,
        asked_at: ctx.now,
        due_on: due,
      })
      .execute();
    await ctx.record({
      verb: 'answers.follow-up-asked',
      object: { kind: 'follow-up', id },
      public: { title: answer.title, answerId: answer.id, roundId: answer.round_id, number, dueOn: due },
      parts: [{ part: 'question', actorId: ctx.actor.id, content: { answerId: answer.id, number, body, dueOn: due } }],
      tags: followUpTags(answer),
    });
    await tell(ctx, {
      people: [answer.division_id],
      kind: 'answers.follow-up',
      about: { kind: 'follow-up', id },
      href: followUpHref(id),
      facts: { title: answer.title, date: due },
    });
    return { id, number };
  },
});

export function followUpTags(one: {
  subject: 'proposal' | 'point';
  subject_id: string;
  round_id: string;
  debate_id: string;
  division_id: string;
}): string[] {
  return [
    'follow-ups',
    'answers',
    `round:${one.round_id}`,
    `proposal:${one.debate_id}`,
    ...(one.subject === 'point' ? [`point:${one.subject_id}`] : []),
    `actor:${one.division_id}`,
  ];
}

/** The answer, its proposal or point held so that questions get their numbers one after another. */
async function heldAnswer(ctx: ActionContext, answerId: string): Promise<Asked | null> {
  const [answer] = await run<Asked>(
    ctx.db,
    `select a.id, case when a.point_id is null then 'proposal' else 'point' end as subject, a.subject_id, a.round_id, a.debate_id,
       coalesce(t.lead_id, p.lead_id, a.division_id) as division_id, d.title, d.rules_version, a.is_current
     from answers a
     join debates d on d.hub_id = a.hub_id and d.id = a.debate_id
     left join proposals p on p.hub_id = a.hub_id and p.id = a.proposal_id
     left join points t on t.hub_id = a.hub_id and t.id = a.point_id
     where a.id = $1 for no key update of a`,
    [answerId],
  );
  return answer ?? null;
}

async function numbers(ctx: ActionContext, subjectId: string): Promise<{ number: number; lately: number }> {
  const [found] = await run<{ number: number; lately: number }>(
    ctx.db,
    `select (select coalesce(max(f.number), 0) + 1 from follow_ups f where f.subject_id = $1)::int as number,
       (select count(*) from follow_ups f where f.person_id = $2 and f.asked_at > $3)::int as lately`,
    [subjectId, ctx.person.id, new Date(ctx.now.getTime() - 3_600_000)],
  );
  return found ?? { number: 1, lately: 0 };
}
