/**
 * F9.7 "An explanation meeting can be scheduled": the division says when and where it explains its answer; called off for a reason. It is
 * held as a meeting of the open debate (F9.2): calendar, materials, scribe and minutes are the same there.
 */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { lengthOf, line, prose } from '#kernel/text.ts';
import { callMeeting, cancelMeeting, meetingInput } from '../meetings/index.ts';
import { civicDay, mayExplain } from '../reflection/index.ts';
import { refuse } from './answer.ts';
import { followUpTags } from './ask-follow-up.ts';
import { askingWords } from './asking-words.ts';

const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const tidied = z
  .string({ error: 'required' })
  .optional()
  .default('')
  .transform((text) =>
    text
      .normalize('NFKC')
      .trim()
      .replace(/^(\d):/, '0$1:'),
  );

export const scheduleBriefing = action({
  name: 'answers.schedule-briefing',
  input: z.object({
    answerId: z.uuid(),
    heldOn: civicDay,
    /** HH:MM in Tokyo */
    starts: tidied,
    ends: tidied,
    place: line({ max: 80 }),
    note: prose({ min: 0, max: 20_000 }).optional().default(''),
  }),
  async run(ctx, { answerId, heldOn, starts, ends, place, note }): Promise<{ answerId: string; title: string }> {
    const answer = await explained(ctx.db, answerId);
    if (!answer) throw refuseKernel('not-found', { status: 404 });
    const no = mayExplain(ctx.reader, answer);
    if (no) throw refuse(no, { status: 403 });
    if (heldOn < tokyoDate(ctx.now)) throw refuse('in-the-past', { field: 'heldOn' });
    if (!CLOCK_TIME.test(starts)) throw refuse('not-a-time', { field: 'starts' });
    if (ends === '') throw refuseKernel('required', { field: 'ends' });
    if (!CLOCK_TIME.test(ends)) throw refuse('not-a-time', { field: 'ends' });
    if (ends <= starts) throw refuse('ends-before-start', { field: 'ends' });
    const { detail } = rulesOf(ctx.hub, answer.rules_version).limits;
    if (lengthOf(note) > detail) throw refuseKernel('too-long', { field: 'note', facts: { max: detail } });
    const meeting = await callMeeting.run(ctx, asMeeting(answer, { heldOn, starts, ends, place, note }));
    const id = ctx.newId();
    await ctx.db
      .insertInto('answer_briefings')
      .values({
        hub_id: ctx.hub.id,
        id,
        answer_id: answer.id,
        subject_id: answer.subject_id,
        debate_id: answer.debate_id,
        division_id: ctx.actor.id,
        held_on: heldOn,
        starts,
        ends,
        place,
        note,
        meeting_id: meeting.id,
        person_id: ctx.person.id,
        scheduled_at: ctx.now,
      })
      .execute();
    await ctx.record({
      verb: 'answers.briefing-scheduled',
      object: { kind: 'answer', id: answer.id },
      public: { title: answer.title, roundId: answer.round_id, heldOn, starts, place },
      parts: [{ part: 'briefing', actorId: ctx.actor.id, content: { answerId, heldOn, starts, ends, place, note } }],
      tags: followUpTags(answer),
    });
    return { answerId: answer.id, title: answer.title };
  },
});

export const cancelBriefing = action({
  name: 'answers.cancel-briefing',
  input: z.object({ answerId: z.uuid(), briefingId: z.uuid(), reason: prose({ max: 400 }) }),
  async run(ctx, { answerId, briefingId, reason }): Promise<{ answerId: string; title: string }> {
    const answer = await explained(ctx.db, answerId);
    if (!answer) throw refuseKernel('not-found', { status: 404 });
    const no = mayExplain(ctx.reader, answer);
    if (no) throw refuse(no, { status: 403 });
    const cancelled = await run<{ held_on: string; meeting_id: string | null }>(
      ctx.db,
      `update answer_briefings set cancelled_at = $3, cancel_reason = $4
       where id = $1 and subject_id = $2 and cancelled_at is null returning held_on, meeting_id`,
      [briefingId, answer.subject_id, ctx.now, reason],
    );
    const [briefing] = cancelled;
    if (!briefing) throw refuse('cancelled-already', { status: 409 });
    if (briefing.meeting_id) await cancelHeld(ctx, briefing.meeting_id, reason);
    await ctx.record({
      verb: 'answers.briefing-cancelled',
      object: { kind: 'answer', id: answer.id },
      public: { title: answer.title, roundId: answer.round_id, heldOn: briefing.held_on },
      parts: [{ part: 'briefing', actorId: ctx.actor.id, content: { answerId, briefingId, reason } }],
      tags: followUpTags(answer),
    });
    return { answerId: answer.id, title: answer.title };
  },
});

const ABOUT_MAX = 1000;
const TITLE_MAX = 80;

/** In the words of the town, Japanese: what is said in public has one language, whoever enters it. */
function asMeeting(
  answer: Explained,
  { heldOn, starts, ends, place, note }: { heldOn: string; starts: string; ends: string; place: string; note: string },
) {
  const title = askingWords('ja').briefing.meetingTitle(answer.title);
  const input = meetingInput.parse({
    title: [...title].slice(0, TITLE_MAX).join(''),
    about: [...note].slice(0, ABOUT_MAX).join(''),
    date: heldOn,
    from: starts,
    to: ends,
    place,
    stepFree: 'unknown',
  });
  return { ...input, topic: `debate:${answer.debate_id}` };
}

/** Its meeting is called off with it, unless that was done there already or it is over. */
async function cancelHeld(ctx: ActionContext, id: string, reason: string): Promise<void> {
  const standing = await run(
    ctx.db,
    'select id from meetings where id = $1 and host_id = $2 and cancelled_at is null and ends_at > $3',
    [id, ctx.actor.id, ctx.now],
  );
  if (standing.length > 0) await cancelMeeting.run(ctx, { id, reason });
}

interface Explained {
  id: string;
  subject: 'proposal' | 'point';
  subject_id: string;
  round_id: string;
  debate_id: string;
  division_id: string;
  lead_id: string | null;
  title: string;
  rules_version: number | null;
}

async function explained(db: Parameters<typeof run>[0], answerId: string): Promise<Explained | null> {
  const [answer] = await run<Explained>(
    db,
    `select a.id, case when a.point_id is null then 'proposal' else 'point' end as subject, a.subject_id, a.round_id, a.debate_id,
       a.division_id, coalesce(t.lead_id, p.lead_id) as lead_id, d.title, d.rules_version
     from answers a
     join debates d on d.hub_id = a.hub_id and d.id = a.debate_id
     left join proposals p on p.hub_id = a.hub_id and p.id = a.proposal_id
     left join points t on t.hub_id = a.hub_id and t.id = a.point_id
     where a.id = $1 and a.is_current`,
    [answerId],
  );
  return answer ?? null;
}
