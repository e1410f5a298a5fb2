/** P9: the secretariat enters a change of the rules. Rounds that begin after it follow it; everything that has begun stays as it was. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { Refusal } from '#kernel/refusal.ts';
import { decisionFields, insistDecides, recordRules, rulesNow } from './decision.ts';
import { typedRules } from './rule-leaves.ts';

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
    if ('mistakes' in typed)
      throw new Refusal(
        'hubs',
        typed.mistakes.map(({ path, code, facts }) => ({ code, field: path, ...(facts ? { facts } : {}) })),
      );
    const done = await recordRules(ctx, before, typed.rules, decision, version);
    return { version: done.version };
  },
});
