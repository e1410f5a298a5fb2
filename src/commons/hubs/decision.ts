/**
 * P9, P7: what a hub decides about itself, written down by its secretariat: with the reason, and with the decision that is behind it
 * (in which document, by whom, when). Nobody changes the rules in silence.
 */
import { z } from 'zod';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { startOfTokyoDay } from '#kernel/dates.ts';
import { inputRefusal } from '#kernel/input.ts';
import { Refusal } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';
import { DECISION_LIMITS } from './decision-limits.ts';
import { refuse } from './refusals.ts';
import { changedPaths } from './rule-leaves.ts';
import type { HubRules } from './rules.ts';
import { actsAsSecretariat, leadsSecretariat } from './secretariat.ts';

export const decisionFields = z.object({
  reason: prose({ max: DECISION_LIMITS.reason }),
  decision: line({ max: DECISION_LIMITS.decision }),
  decidedBy: line({ max: DECISION_LIMITS.decidedBy }),
  decidedOn: z.iso.date({ error: 'not-a-date' }),
  link: line({ min: 0, max: DECISION_LIMITS.link }).optional().default(''),
});

export type Decision = z.infer<typeof decisionFields>;

type Decider = Pick<ActionContext, 'hub' | 'reader'>;

/** Null for whoever speaks for the secretariat now; otherwise why not. Pure. */
export function mayDecide(who: Decider): 'secretariat-only' | 'as-secretariat' | null {
  if (!leadsSecretariat(who)) return 'secretariat-only';
  return actsAsSecretariat(who) ? null : 'as-secretariat';
}

/** @throws Refusal */
export function insistDecides(who: Decider): void {
  const no = mayDecide(who);
  if (no) throw refuse(no, { status: 403 });
}

/** What is wrong with a decision as it was typed; null when nothing is. */
export function decisionRefusal(typed: unknown, now: Date): Refusal | null {
  const parsed = decisionFields.safeParse(typed);
  if (!parsed.success) return inputRefusal(parsed.error);
  try {
    checkDecision(parsed.data, now);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** @throws Refusal when the decision's day lies ahead, or its link is no web address */
export function checkDecision(decision: Decision, now: Date): void {
  if (startOfTokyoDay(decision.decidedOn) > now) throw refuse('decided-later', { field: 'decidedOn' });
  if (decision.link !== '' && !/^https?:\/\/[^\s/]+/.test(decision.link))
    throw refuse('not-an-address', { field: 'link' });
}

export interface RulesThen {
  version: number;
  rules: HubRules;
}

/** The rules as they stand in the database, which may be newer than those this process has read. */
export async function rulesNow(ctx: Pick<ActionContext, 'db' | 'hub'>): Promise<RulesThen> {
  const [latest] = await run<RulesThen>(
    ctx.db,
    'select version, rules from hub_rules where hub_id = $1 order by version desc limit 1',
    [ctx.hub.id],
  );
  return latest ?? { version: 0, rules: ctx.hub.rules as HubRules };
}

/**
 * Writes the next version of the rules, with its decision, and tells everybody. `expected`: the version the form was shown with.
 * Two at once: the primary key lets one of them through.
 * @throws Refusal
 */
export async function recordRules(
  ctx: ActionContext,
  before: RulesThen,
  rules: HubRules,
  decision: Decision,
  expected: number,
): Promise<{ version: number; id: string }> {
  insistDecides(ctx);
  checkDecision(decision, ctx.now);
  if (before.version !== expected) throw refuse('changed-meanwhile', { status: 409 });
  const changed = changedPaths(before.rules, rules);
  if (changed.length === 0) throw refuse('nothing-changed');
  const version = before.version + 1;
  const id = ctx.newId();
  await ctx.db
    .insertInto('hub_rules')
    .values({
      hub_id: ctx.hub.id,
      id,
      version,
      rules: JSON.stringify(rules),
      reason: decision.reason,
      decided_at: ctx.now,
      decision: decision.decision,
      decided_by: decision.decidedBy,
      decided_on: decision.decidedOn,
      link: decision.link,
      actor_id: ctx.actor.id,
      person_id: ctx.person.id,
    })
    .execute();
  await ctx.record({
    verb: 'hubs.rules-changed',
    object: { kind: 'rules', id, version },
    public: { version, changed, ...decision },
    parts: [{ part: 'rules', actorId: ctx.actor.id, content: { version, rules, ...decision } }],
    tags: ['hub', 'rules'],
  });
  return { version, id };
}
