/** P9: the secretariat enters a change of the rules. Rounds that begin after it follow it; everything that has begun stays as it was. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { Refusal } from '#kernel/refusal.ts';
import { decisionFields, insistDecides, recordRules, rulesNow } from './decision.ts';
import { type RuleMistake, typedRules } from './rule-leaves.ts';
import type { HubRules } from './rules.ts';

export const decideRules = action({
  name: 'hubs.decide-rules',
  input: decisionFields.extend({
    /** as the form was shown with */
    version: z.coerce.number().int().min(0),
    /** by path, as typed; what isn't there stays */
    values: z.record(z.string(), z.string()),
  }),
  async run(ctx, { version, values, ...decision }): Promise<{ version: number }> {
    insistDecides(ctx);
    const before = await rulesNow(ctx);
    const typed = typedRules(before.rules, values);
    if ('mistakes' in typed) throw refusalOf(typed.mistakes);
    const done = await recordRules(ctx, before, typed.rules, decision, version);
    return { version: done.version };
  },
});

/** What is wrong with values typed over `present`; null when nothing is. */
export function valuesRefusal(present: HubRules, values: Readonly<Record<string, string>>): Refusal | null {
  const typed = typedRules(present, values);
  return 'mistakes' in typed ? refusalOf(typed.mistakes) : null;
}

function refusalOf(mistakes: readonly RuleMistake[]): Refusal {
  const items = mistakes.map(({ path, code, facts }) => ({ code, field: path, ...(facts ? { facts } : {}) }));
  return new Refusal('hubs', items);
}
