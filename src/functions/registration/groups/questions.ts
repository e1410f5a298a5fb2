/** F7.4 Anybody asks a group in public; the group answers. Nobody deletes either; the desk may note, and hide on the grounds its rules name. */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { prose } from '#kernel/text.ts';
import { groupHref } from './addresses.ts';
import { groupTags, type NamedGroup } from './declare.ts';
import { sayFromPaper } from './from-paper.ts';
import { notFound, refusalFor } from './group.ts';
import { lockedGroup } from './queries.ts';
import { mayAsk, mayDoAsDesk, speaksFor, writesForIt } from './rules.ts';

const QUESTION_MAX = 600;
const ANSWER_MAX = 1000;
/** Of one person to one group, unanswered. */
const MOST_OPEN = 3;

export const askGroupQuestion = action({
  name: 'groups.ask',
  input: z.object({ id: z.uuid(), body: prose({ max: QUESTION_MAX }) }),
  async run(ctx, { id, body }): Promise<NamedGroup> {
    const group = await lockedGroup(ctx.db, id);
    const no = mayAsk(ctx.reader, group);
    if (no) throw refusalFor(no);
    const open = await run(
      ctx.db,
      `select id from group_questions where group_id = $1 and person_id = $2 and answered_at is null and withdrawn_at is null
       limit ${MOST_OPEN}`,
      [id, ctx.person.id],
    );
    if (open.length >= MOST_OPEN) throw refusalFor('too-many-questions');
    const questionId = ctx.newId();
    await run(
      ctx.db,
      `insert into group_questions (hub_id, id, group_id, actor_id, person_id, body, asked_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [ctx.hub.id, questionId, id, ctx.actor.id, ctx.person.id, body, ctx.now],
    );
    await countOpen(ctx.db, ctx.hub.id, id, 1);
    await ctx.record({
      verb: 'groups.asked',
      object: { kind: 'group-question', id: questionId },
      public: { title: group.name, group: id },
      parts: [{ part: 'question', actorId: ctx.actor.id, content: { body } }],
      tags: groupTags(id),
    });
    await tell(ctx, {
      // X13: without e-mail nobody of the group would learn of it.
      people: [group.desk_since && ctx.hub.secretariatId ? ctx.hub.secretariatId : id],
      kind: 'groups.asked',
      about: { kind: 'group', id },
      href: `${groupHref(id)}/questions`,
      facts: { group: group.name },
    });
    return { id, name: group.name };
  },
});

async function countOpen(db: Db, hubId: number, id: string, by: 1 | -1): Promise<void> {
  await run(db, 'update groups set open_questions = open_questions + $3 where hub_id = $1 and id = $2', [
    hubId,
    id,
    by,
  ]);
}

interface QuestionRow {
  id: string;
  group_id: string;
  actor_id: string;
  person_id: string;
  answered_at: Date | null;
  withdrawn_at: Date | null;
}

async function lockedQuestion(db: Db, id: string): Promise<QuestionRow> {
  const [row] = await run<QuestionRow>(
    db,
    'select id, group_id, actor_id, person_id, answered_at, withdrawn_at from group_questions where id = $1 for update',
    [id],
  );
  if (!row) throw notFound();
  return row;
}

export const answerGroupQuestion = action({
  name: 'groups.answer',
  input: z.object({ id: z.uuid(), answer: prose({ max: ANSWER_MAX }) }),
  async run(ctx, { id, answer }): Promise<NamedGroup> {
    const question = await lockedQuestion(ctx.db, id);
    const group = await lockedGroup(ctx.db, question.group_id);
    if (!speaksFor(ctx.reader, group.id) && !writesForIt(ctx.reader, group, ctx.hub))
      throw refusalFor('not-of-the-group');
    if (question.answered_at || question.withdrawn_at) throw refusalFor('answered-already');
    await run(
      ctx.db,
      'update group_questions set answer = $3, answered_by = $4, answered_at = $5 where hub_id = $1 and id = $2',
      [ctx.hub.id, id, answer, ctx.person.id, ctx.now],
    );
    await countOpen(ctx.db, ctx.hub.id, group.id, -1);
    await ctx.record({
      verb: 'groups.answered',
      object: { kind: 'group-question', id },
      public: { title: group.name, group: group.id },
      parts: [{ part: 'answer', actorId: group.id, content: { answer } }],
      tags: groupTags(group.id),
      as: group.id,
    });
    await sayFromPaper(ctx, group, 'answered');
    await tell(ctx, {
      people: [question.person_id],
      kind: 'groups.answered',
      about: { kind: 'group', id: group.id },
      href: `${groupHref(group.id)}/questions`,
      facts: { group: group.name },
    });
    return { id: group.id, name: group.name };
  },
});

/** Whoever asked takes the question back; that there was one stays. */
export const withdrawQuestion = action({
  name: 'groups.withdraw-question',
  input: z.object({ id: z.uuid(), reason: z.string().optional() }),
  async run(ctx, { id }): Promise<NamedGroup> {
    const question = await lockedQuestion(ctx.db, id);
    if (question.person_id !== ctx.person.id) throw refusalFor('not-asker');
    const group = await lockedGroup(ctx.db, question.group_id);
    if (question.withdrawn_at) return { id: group.id, name: group.name };
    await run(ctx.db, 'update group_questions set withdrawn_at = $3 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      id,
      ctx.now,
    ]);
    if (!question.answered_at) await countOpen(ctx.db, ctx.hub.id, group.id, -1);
    await ctx.record({
      verb: 'groups.question-withdrawn',
      object: { kind: 'group-question', id },
      public: { title: group.name, group: group.id },
      tags: groupTags(group.id),
    });
    return { id: group.id, name: group.name };
  },
});

/** A public note of the desk beside a registration: what it could not confirm, what was found wrong. It changes nothing of the declaration. */
export const noteGroup = action({
  name: 'groups.note',
  input: z.object({ id: z.uuid(), body: prose({ max: 400 }) }),
  async run(ctx, { id, body }): Promise<NamedGroup> {
    const no = mayDoAsDesk(ctx.reader, ctx.hub);
    if (no) throw refusalFor(no);
    const group = await lockedGroup(ctx.db, id);
    await run(
      ctx.db,
      'insert into group_notes (hub_id, id, group_id, person_id, body, at) values ($1, $2, $3, $4, $5, $6)',
      [ctx.hub.id, ctx.newId(), id, ctx.person.id, body, ctx.now],
    );
    const office = ctx.hub.secretariatId ?? ctx.actor.id;
    await ctx.record({
      verb: 'groups.noted',
      object: { kind: 'group', id, version: group.version },
      public: { title: group.name },
      parts: [{ part: 'note', actorId: office, content: { body } }],
      tags: groupTags(id),
      as: office,
    });
    await tell(ctx, {
      people: [id],
      kind: 'groups.noted',
      about: { kind: 'group', id },
      href: groupHref(id),
      facts: { group: group.name },
    });
    return { id, name: group.name };
  },
});

/** The note is no longer shown; that it was stays in the journal. */
export const endNote = action({
  name: 'groups.end-note',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<NamedGroup> {
    const no = mayDoAsDesk(ctx.reader, ctx.hub);
    if (no) throw refusalFor(no);
    const [note] = await run<{ group_id: string }>(
      ctx.db,
      'update group_notes set ended_at = $3 where hub_id = $1 and id = $2 and ended_at is null returning group_id',
      [ctx.hub.id, id, ctx.now],
    );
    if (!note) throw notFound();
    const group = await lockedGroup(ctx.db, note.group_id);
    await ctx.record({
      verb: 'groups.note-ended',
      object: { kind: 'group', id: group.id, version: group.version },
      public: { title: group.name },
      tags: groupTags(group.id),
      as: ctx.hub.secretariatId ?? ctx.actor.id,
    });
    return { id: group.id, name: group.name };
  },
});
