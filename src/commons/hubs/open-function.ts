/**
 * P9, P3: a function is opened, closed again, or given to others to run, each by a recorded decision. Opening and closing are a new
 * version of the rules; whoever runs it stands in a term with a beginning and an end.
 */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { line, prose } from '#kernel/text.ts';
import { checkDecision, decisionFields, insistDecides, recordRules, rulesNow } from './decision.ts';
import { organisationNamed } from './function-queries.ts';
import { refuse } from './refusals.ts';
import { type FunctionKey, TOWN_FUNCTIONS } from './town-functions.ts';

const KEYS = TOWN_FUNCTIONS.map(({ key }) => key) as [FunctionKey, ...FunctionKey[]];
const name = z.enum(KEYS, { error: 'not-a-choice' });
const figure = (max: number) =>
  z.coerce.number({ error: 'not-a-number' }).int('not-a-number').min(1, 'not-a-number').max(max, 'not-a-number');

export const HOW_LIMIT = 2000;

/** Opens it; where it is open, ends the present term and begins another. */
export const openFunction = action({
  name: 'hubs.open-function',
  input: decisionFields.extend({
    name,
    version: z.coerce.number().int(),
    steward: line({ max: 80 }),
    people: figure(999),
    hours: figure(9999),
    how: prose({ min: 0, max: HOW_LIMIT }).optional().default(''),
  }),
  async run(ctx, { name, version, steward, people, hours, how, ...decision }): Promise<{ version: number }> {
    insistDecides(ctx);
    const [organisation, before] = await Promise.all([organisationNamed(ctx.db, steward), rulesNow(ctx)]);
    if (!organisation) throw refuse('no-organisation', { field: 'steward' });
    const isOpen = before.rules.open.includes(name);
    const rules = { ...before.rules, open: inOrder([...before.rules.open, name]) };
    if (isOpen) checkDecision(decision, ctx.now);
    const present = isOpen ? before : await recordRules(ctx, before, rules, decision, version);
    if (isOpen && before.version !== version) throw refuse('changed-meanwhile', { status: 409 });
    await endTerm(ctx, name, present.version);
    const id = ctx.newId();
    await ctx.db
      .insertInto('function_terms')
      .values({
        hub_id: ctx.hub.id,
        id,
        function: name,
        steward_id: organisation.id,
        people,
        hours,
        how,
        begins_at: ctx.now,
        begins_version: present.version,
        person_id: ctx.person.id,
      })
      .execute();
    await ctx.record({
      verb: isOpen ? 'hubs.function-handed-over' : 'hubs.function-opened',
      object: { kind: 'function', id },
      public: { function: name, steward: organisation.name, people, hours, ...decision },
      parts: [
        {
          part: 'function',
          actorId: ctx.actor.id,
          content: { function: name, steward: organisation.id, people, hours, how, ...decision },
        },
      ],
      tags: ['hub', 'functions', `actor:${organisation.id}`],
    });
    return { version: present.version };
  },
});

export const closeFunction = action({
  name: 'hubs.close-function',
  input: decisionFields.extend({ name, version: z.coerce.number().int() }),
  async run(ctx, { name, version, ...decision }): Promise<{ version: number }> {
    insistDecides(ctx);
    const before = await rulesNow(ctx);
    if (!before.rules.open.includes(name)) throw refuse('not-open', { status: 409 });
    const rules = { ...before.rules, open: before.rules.open.filter((one) => one !== name) };
    const present = await recordRules(ctx, before, rules, decision, version);
    const ended = await endTerm(ctx, name, present.version);
    await ctx.record({
      verb: 'hubs.function-closed',
      object: { kind: 'function', id: ended ?? present.id },
      public: { function: name, ...decision },
      parts: [{ part: 'function', actorId: ctx.actor.id, content: { function: name, closed: true, ...decision } }],
      tags: ['hub', 'functions'],
    });
    return { version: present.version };
  },
});

async function endTerm(ctx: ActionContext, name: string, version: number): Promise<string | null> {
  const [ended] = await run<{ id: string }>(
    ctx.db,
    `update function_terms set ends_at = $3, ends_version = $4 where hub_id = $1 and function = $2 and ends_at is null
     returning id`,
    [ctx.hub.id, name, ctx.now, version],
  );
  return ended?.id ?? null;
}

/** As the document has them, each once; functions of a later version of Minna stay, at the end. */
function inOrder(open: readonly string[]): string[] {
  const known = KEYS.filter((key) => open.includes(key));
  return [...known, ...new Set(open.filter((key) => !(KEYS as string[]).includes(key)))];
}
