/**
 * F9.2, X9 What somebody said elsewhere, in a hall or on paper, enters the debate as an ordinary opinion or question, in the name of whoever
 * said it. Who may enter it, and the event of that, is the business of the module that does.
 */
import { rulesOf } from '#commons/hubs/index.ts';
import type { ActionContext } from '#kernel/context.ts';
import { type Debate, debateById } from './debates.ts';
import type { SpokenAs } from './discussion.ts';
import { nextNumber, type Said } from './entries.ts';
import { notFound, refusalFor, within } from './refusing.ts';
import { takes } from './rules.ts';

export interface SaidElsewhere {
  debateId: string;
  kind: 'opinion' | 'question';
  body: string;
  reason?: string;
}

/** Whose words these are, and where they come from. */
export interface Speaker {
  actor_id: string;
  /** stands for whoever has no account here: nobody signs in as it */
  person_id: string;
  meeting_id?: string;
  spoken_as?: Exclude<SpokenAs, 'confirmed'>;
  /** YYYY-MM-DD */
  paper_on?: string;
  paper_signed?: boolean;
}

export interface EnteredFor extends Said {
  debate: { id: string; kind: string; title: string };
}

/**
 * Enters it with the next number of its debate; `speaker` is asked once the debate's row is held.
 * @throws Refusal 'not-found', 'too-long', or why the debate doesn't take it now
 */
export async function enterFor(
  ctx: ActionContext,
  said: SaidElsewhere,
  speaker: (debate: Debate) => Promise<Speaker> | Speaker,
): Promise<EnteredFor> {
  const debate = await debateById(ctx.db, said.debateId);
  if (!debate) throw notFound();
  const { limits } = rulesOf(ctx.hub, debate.rules_version);
  within({ body: [said.body, limits.opinion], reason: [said.reason ?? '', limits.reason] });
  const no = takes(debate, said.kind, ctx.now);
  if (no) throw refusalFor(no, debate, ctx.lang);
  const number = await nextNumber(ctx, debate, said.kind);
  const id = ctx.newId();
  await ctx.db
    .insertInto('opinions')
    .values({
      hub_id: ctx.hub.id,
      id,
      debate_id: debate.id,
      number,
      kind: said.kind,
      body: said.body,
      reason: said.reason ?? '',
      said_at: ctx.now,
      ...(await speaker(debate)),
    })
    .execute();
  return { id, debateId: debate.id, number, debate };
}
