/** F7.6 Those who require it confirm or refuse each fact, with reason and what to do; an appeal is decided by another person than whoever refused. */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { prose } from '#kernel/text.ts';
import { speaksFor } from '../groups/index.ts';
import { standingPath } from './addresses.ts';
import { FACT, type OfGroupAndSet, toCheckers } from './hand-in.ts';
import { type Fact, factById, type RequirementSet, setById } from './queries.ts';
import { LIMITS, refusalFor } from './requirement.ts';
import { mayCheck, mayDecideAppeal, monthsLater } from './rules.ts';

const id = z.uuid();
const reason = prose({ max: LIMITS.reason });

interface Checked {
  fact: Fact;
  set: RequirementSet;
}

async function checked(ctx: ActionContext, factId: string): Promise<Checked> {
  const fact = await factById(ctx.db, factId, 'for update of c');
  const set = await setById(ctx.db, fact.set_id);
  if (!mayCheck(ctx.reader, set.owner_id)) throw refusalFor('not-checker');
  return { fact, set };
}

/** What the audit keeps. The journal tells nobody what a group fulfils; the page of the group may show it. */
const kept = ({ fact, set }: Checked) => ({
  object: { kind: FACT, id: fact.id },
  tags: ['groups', `group:${fact.group_id}`],
  as: set.owner_id,
});

/** The group is told, and led to its own page. */
const toGroup = ({ fact, set }: Checked) => ({
  people: [fact.group_id],
  about: { kind: FACT, id: fact.id },
  href: standingPath(fact.group_id, set.id),
  facts: { set: set.name, group: fact.group_name },
});

export const confirmFact = action({
  name: 'eligibility.confirm',
  input: z.object({ id }),
  async run(ctx, { id: factId }): Promise<OfGroupAndSet> {
    const { fact, set } = await checked(ctx, factId);
    if (fact.state !== 'handed-in') throw refusalFor('not-waiting');
    await run(
      ctx.db,
      `update group_facts set state = 'confirmed', checked_by = $3, checked_at = $4, valid_until = $5 where hub_id = $1 and id = $2`,
      [ctx.hub.id, factId, ctx.person.id, ctx.now, monthsLater(tokyoDate(ctx.now), set.valid_months)],
    );
    await ctx.record({ verb: 'eligibility.confirmed', ...kept({ fact, set }) });
    await tell(ctx, { kind: 'eligibility.confirmed', ...toGroup({ fact, set }) });
    return { groupId: fact.group_id, setId: set.id };
  },
});

/** Of one that waits, or of a confirmed one that turned out not to hold: with the reason, and what the group can do. */
export const refuseFact = action({
  name: 'eligibility.refuse',
  input: z.object({ id, reason, toDo: reason }),
  async run(ctx, { id: factId, reason: why, toDo }): Promise<OfGroupAndSet> {
    const { fact, set } = await checked(ctx, factId);
    if (fact.state !== 'handed-in' && fact.state !== 'confirmed') throw refusalFor('not-waiting');
    await run(
      ctx.db,
      `update group_facts set state = 'refused', checked_by = $3, checked_at = $4, reason = $5, to_do = $6, valid_until = null,
         appeal = '', appealed_at = null, appeal_answer = '', appeal_by = null, appeal_decided_at = null
       where hub_id = $1 and id = $2`,
      [ctx.hub.id, factId, ctx.person.id, ctx.now, why, toDo],
    );
    await ctx.record({ verb: 'eligibility.refused', ...kept({ fact, set }) });
    await tell(ctx, { kind: 'eligibility.refused', ...toGroup({ fact, set }) });
    return { groupId: fact.group_id, setId: set.id };
  },
});

/** Once, by the group. */
export const appealRefusal = action({
  name: 'eligibility.appeal',
  input: z.object({ id, appeal: reason }),
  async run(ctx, { id: factId, appeal }): Promise<OfGroupAndSet> {
    const fact = await factById(ctx.db, factId, 'for update of c');
    if (!speaksFor(ctx.reader, fact.group_id)) throw refusalFor('not-of-the-group');
    if (fact.state !== 'refused') throw refusalFor('nothing-to-appeal');
    if (fact.appealed_at) throw refusalFor('appealed-already');
    const set = await setById(ctx.db, fact.set_id);
    await run(ctx.db, 'update group_facts set appeal = $3, appealed_at = $4 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      factId,
      appeal,
      ctx.now,
    ]);
    await ctx.record({ verb: 'eligibility.appealed', object: { kind: FACT, id: factId }, tags: [], as: fact.group_id });
    await tell(ctx, { kind: 'eligibility.appealed', ...toCheckers(set, factId, fact.group_name) });
    return { groupId: fact.group_id, setId: set.id };
  },
});

export const decideAppeal = action({
  name: 'eligibility.decide-appeal',
  input: z.object({ id, granted: z.enum(['yes', 'no'], { error: 'not-a-choice' }), answer: reason }),
  async run(ctx, { id: factId, granted, answer }): Promise<OfGroupAndSet> {
    const fact = await factById(ctx.db, factId, 'for update of c');
    const set = await setById(ctx.db, fact.set_id);
    const no = mayDecideAppeal(ctx.reader, set.owner_id, fact.checked_by, ctx.hub.secretariatId);
    if (no) throw refusalFor(no);
    if (!fact.appealed_at || fact.appeal_decided_at || fact.state !== 'refused') throw refusalFor('not-waiting');
    const until = granted === 'yes' ? monthsLater(tokyoDate(ctx.now), set.valid_months) : null;
    await run(
      ctx.db,
      `update group_facts set state = $3, valid_until = $4, appeal_answer = $5, appeal_by = $6, appeal_decided_at = $7
       where hub_id = $1 and id = $2`,
      [ctx.hub.id, factId, until ? 'confirmed' : 'refused', until, answer, ctx.person.id, ctx.now],
    );
    await ctx.record({ verb: 'eligibility.appeal-decided', ...kept({ fact, set }) });
    if (until) await tell(ctx, { kind: 'eligibility.appeal-granted', ...toGroup({ fact, set }) });
    else await tell(ctx, { kind: 'eligibility.appeal-refused', ...toGroup({ fact, set }) });
    return { groupId: fact.group_id, setId: set.id };
  },
});
