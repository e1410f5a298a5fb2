/** F9.2 What enters a debate: opinions, questions, explanations with a number to quote them by; replies and answers below them. */
import { rulesOf } from '#commons/hubs/index.ts';
import { watch } from '#commons/moderation/index.ts';
import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { lengthOf } from '#kernel/text.ts';
import { DEBATE_COLUMNS, type Debate, debateById } from './debates.ts';
import { type EntryKind, type OpinionFacts, type OpinionKind, type ReplyKind, refuse } from './discussion.ts';
import { tellKeepers } from './keepers.ts';
import { notFound, refusalFor } from './refusing.ts';
import { closedReason, maySay } from './rules.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

export interface Said {
  id: string;
  debateId: string;
  number: number;
}

/**
 * X4: so many opinions and replies an hour and person, whomever it speaks for.
 * @throws Refusal 'too-fast' that says after how many minutes the next is possible
 */
async function slowDown(ctx: ActionContext): Promise<void> {
  const most = rulesOf(ctx.hub).hourly.opinions;
  const [oldest] = await run<{ said_at: Date }>(
    ctx.db,
    'select said_at from opinions where person_id = $1 and said_at > $2 and said_at <= $3 order by said_at desc offset $4 limit 1',
    [ctx.person.id, new Date(ctx.now.getTime() - HOUR), ctx.now, most - 1],
  );
  if (!oldest) return;
  const wait = oldest.said_at.getTime() + HOUR - ctx.now.getTime();
  throw refuseKernel('too-fast', { status: 429, facts: { minutes: Math.max(1, Math.ceil(wait / MINUTE)) } });
}

export interface EntryText {
  kind: EntryKind;
  debateId: string;
  body: string;
  reason: string;
}

/** Adds an entry with the next number of its debate. The caller has checked lengths. */
export async function enter(ctx: ActionContext, verb: string, entry: EntryText): Promise<Said> {
  const debate = await debateById(ctx.db, entry.debateId);
  if (!debate) throw notFound();
  const no = maySay(ctx.hub, ctx.reader, debate, entry.kind, ctx.now);
  if (no) throw refusalFor(no, debate, ctx.lang);
  await Promise.all([slowDown(ctx), refuseTwice(ctx, entry)]);
  const number = await nextNumber(ctx, debate, entry.kind);
  const id = ctx.newId();
  await ctx.db
    .insertInto('opinions')
    .values({
      hub_id: ctx.hub.id,
      id,
      debate_id: debate.id,
      number,
      kind: entry.kind,
      actor_id: ctx.actor.id,
      person_id: ctx.person.id,
      body: entry.body,
      reason: entry.reason,
      said_at: ctx.now,
    })
    .execute();
  await ctx.record({
    verb,
    object: { kind: 'opinion', id },
    public: { debateId: debate.id, debateKind: debate.kind, debateTitle: debate.title, kind: entry.kind, number },
    parts: [
      {
        part: entry.kind,
        actorId: ctx.actor.id,
        content: { debate: debate.id, number, body: entry.body, reason: entry.reason },
      },
    ],
    tags: [`debate:${debate.id}`, `opinion:${id}`, `actor:${ctx.actor.id}`],
  });
  await lookAt(ctx, id, `${entry.body}\n${entry.reason}`, entry.body);
  return { id, debateId: debate.id, number };
}

const LOOKED_BACK_DAYS = 30;
/** 「ありがとうございます」 is said more than once. */
const WORTH_REPEATING = 20;

/** X4: what looks like spam or flooding is published, and somebody is asked to look at it. */
async function lookAt(ctx: ActionContext, id: string, text: string, body: string): Promise<void> {
  const [before] = await run<{ saidBefore: boolean; lastHour: number }>(
    ctx.db,
    `select exists (select from opinions where person_id = $1 and said_at > $2 and body = $3 and id <> $4 and withdrawn_at is null)
         as "saidBefore",
       (select count(*)::int from (
         select 1 from opinions where person_id = $1 and said_at > $5 and said_at <= $6 limit 1001) hour) as "lastHour"`,
    [
      ctx.person.id,
      new Date(ctx.now.getTime() - LOOKED_BACK_DAYS * 24 * HOUR),
      body,
      id,
      new Date(ctx.now.getTime() - HOUR),
      ctx.now,
    ],
  );
  const saidBefore = before!.saidBefore && lengthOf(body) >= WORTH_REPEATING;
  await watch(ctx, { kind: 'opinion', id, text, saidBefore, lastHour: before!.lastHour });
}

/** The same words of the same person a second time are a slip of the finger, or worse. */
async function refuseTwice(ctx: ActionContext, entry: EntryText): Promise<void> {
  const same = await run(
    ctx.db,
    `select 1 from opinions where person_id = $1 and debate_id = $2 and kind = $3 and body = $4 and withdrawn_at is null limit 1`,
    [ctx.person.id, entry.debateId, entry.kind, entry.body],
  );
  if (same.length > 0) throw refuse('said-already', { field: 'body', status: 409 });
}

/** The next entry of a debate is counted, here and by whoever keeps figures. That holds the debate's row, so that numbers have neither gaps nor twins. */
export async function nextNumber(ctx: ActionContext, debate: Debate, kind: EntryKind): Promise<number> {
  const [row] = await run<{ opinion_count: number }>(
    ctx.db,
    `update debates set opinion_count = opinion_count + 1, votable_count = votable_count + $3
     where hub_id = $1 and id = $2 and closes_at > $4 returning opinion_count`,
    [ctx.hub.id, debate.id, kind === 'opinion' ? 1 : 0, ctx.now],
  );
  if (row) {
    await tellKeepers((keeper) => keeper.said(ctx.db, ctx.hub.id, { debate_id: debate.id, kind }));
    return row.opinion_count;
  }
  const closed = (await debateById(ctx.db, debate.id)) ?? debate;
  throw refusalFor(closedReason(closed), closed, ctx.lang);
}

/** An opinion of any kind with its debate, as the rules and the acts need them. */
export interface Held extends OpinionFacts {
  id: string;
  debate_id: string;
  parent_id: string | null;
  number: number | null;
  kind: OpinionKind;
  person_id: string;
  body: string;
  reason: string;
  version: number;
  said_at: Date;
  meeting_id: string | null;
  debate: Debate;
}

const OWN_COLUMNS = `o.id, o.debate_id, o.parent_id, o.number, o.kind, o.actor_id, o.person_id, o.body, o.reason, o.version,
  o.answered_at, o.said_at, o.withdrawn_at, o.hidden_at, o.meeting_id, o.spoken_as`;
const HELD = `select ${OWN_COLUMNS} from opinions o where o.id = $1`;

/**
 * The opinion and its debate. `lock` holds it against a second change, and against the first vote of somebody (whose foreign
 * key waits for it), until the act is done.
 * @throws Refusal not-found when this hub has no such opinion
 */
export async function held(db: Db, id: string, lock = false): Promise<Held> {
  const [opinion] = await run<Omit<Held, 'debate'>>(db, lock ? `${HELD} for update` : HELD, [id]);
  if (!opinion) throw notFound();
  const [debate] = await run<Debate>(db, `select ${DEBATE_COLUMNS} from debates d where d.id = $1`, [
    opinion.debate_id,
  ]);
  if (!debate) throw notFound();
  return { ...opinion, debate };
}

export interface ReplyText {
  kind: ReplyKind;
  /** the entry it stands below */
  parent: Held;
  quotedId: string | null;
  body: string;
}

/** Adds a reply or an answer below its entry. The caller has asked the rules and checked lengths. */
export async function addReply(
  ctx: ActionContext,
  verb: string,
  reply: ReplyText,
): Promise<{ id: string; parentId: string }> {
  await slowDown(ctx);
  const { parent } = reply;
  const id = ctx.newId();
  await ctx.db
    .insertInto('opinions')
    .values({
      hub_id: ctx.hub.id,
      id,
      debate_id: parent.debate_id,
      parent_id: parent.id,
      quoted_id: reply.quotedId,
      kind: reply.kind,
      actor_id: ctx.actor.id,
      person_id: ctx.person.id,
      body: reply.body,
      said_at: ctx.now,
    })
    .execute();
  await run(
    ctx.db,
    `update opinions set reply_count = reply_count + 1, answered_at = coalesce(answered_at, $3)
     where hub_id = $1 and id = $2`,
    [ctx.hub.id, parent.id, reply.kind === 'answer' ? ctx.now : null],
  );
  const { debate } = parent;
  await ctx.record({
    verb,
    object: { kind: 'opinion', id },
    public: {
      debateId: debate.id,
      debateKind: debate.kind,
      debateTitle: debate.title,
      kind: reply.kind,
      parentId: parent.id,
      parentNumber: parent.number,
    },
    parts: [
      {
        part: reply.kind,
        actorId: ctx.actor.id,
        content: { debate: debate.id, to: reply.quotedId ?? parent.id, body: reply.body },
      },
    ],
    tags: [`debate:${debate.id}`, `opinion:${parent.id}`, `opinion:${id}`, `actor:${ctx.actor.id}`],
  });
  await lookAt(ctx, id, reply.body, reply.body);
  return { id, parentId: parent.id };
}
