/** F9.1 One side suggests to the other that both become one, and says what becomes of it. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import { inputRefusal } from '#kernel/input.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';
import type { Round } from '../rounds/index.ts';
import { concerning } from './letters.ts';
import { MOST_OPEN_MERGES, maySuggest, WAYS, type Way } from './merge.ts';
import { mergeById } from './merge-queries.ts';
import { settleMerge } from './merge-settling.ts';
import { type ProposalText, refuse } from './proposal.ts';
import { lockedProposal, type ProposalRow } from './queries.ts';

type Held = ProposalRow & { round: Round };

const longText = prose({ min: 0, max: 20_000 }).optional().default('');
const input = z.object({
  proposalId: z.uuid(),
  otherId: z.uuid({ error: 'not-a-choice' }),
  way: z.enum(WAYS, { error: 'not-a-choice' }),
  plan: prose({ max: 20_000 }),
  title: longText,
  problem: longText,
  proposal: longText,
  effect: longText,
  roles: longText,
  cost: longText,
  area: longText,
});

export const suggestMerge = action({
  name: 'proposals.suggest-merge',
  input,
  async run(ctx, given): Promise<{ id: string; merged: boolean }> {
    const [ours, theirs] = await holdBoth(ctx, given.proposalId, given.otherId);
    const no = maySuggest(ctx.reader, mergingOf(ours), mergingOf(theirs), ours.round, ctx.now);
    if (no === 'level' || no === 'sign-in') throw refuseKernel(no);
    if (no) throw refuse(no, no === 'other-round' || no === 'same-proposal' ? { field: 'otherId' } : {});
    const { reason: longest } = rulesOf(ctx.hub, ours.round.rules_version).limits;
    if (given.plan.length > longest) throw refuseKernel('too-long', { field: 'plan', facts: { max: longest } });
    const text = given.way === 'common-text' ? commonText(ctx, ours.round, given) : null;
    await refuseTooMany(ctx, ours.id);
    const intoOurs = given.way !== 'ours-into-theirs';
    const [absorbed, target] = intoOurs ? [theirs, ours] : [ours, theirs];
    const id = ctx.newId();
    await ctx.db
      .insertInto('merges')
      .values({
        hub_id: ctx.hub.id,
        id,
        round_id: ours.round.id,
        absorbed_id: absorbed.id,
        target_id: target.id,
        suggested_by: ours.id,
        person_id: ctx.person.id,
        plan: given.plan,
        text: text && JSON.stringify(text),
        absorbed_version: absorbed.version,
        target_version: target.version,
        suggested_at: ctx.now,
      })
      .execute();
    await tellOf(ctx, id, ours, theirs, given.way, given.plan);
    return { id, merged: await settleMerge(ctx, id) };
  },
});

/** Both, in the order of their ids: two who suggest to each other at once wait instead of blocking each other. */
async function holdBoth(ctx: ActionContext, ourId: string, theirId: string): Promise<[Held, Held]> {
  const held = new Map<string, Held>();
  for (const id of [...new Set([ourId, theirId])].sort()) {
    const one = await lockedProposal(ctx.db, id);
    if (one) held.set(id, one);
  }
  const [ours, theirs] = [held.get(ourId), held.get(theirId)];
  if (!ours) throw refuseKernel('not-found', { status: 404 });
  if (!theirs) throw refuse('no-such-proposal', { field: 'otherId' });
  return [ours, theirs];
}

export function mergingOf(one: ProposalRow & { round: Round }) {
  return {
    id: one.id,
    actorId: one.actor_id,
    withdrawnAt: one.withdrawn_at,
    roundId: one.round.id,
    version: one.version,
  };
}

/** The common text keeps to the limits of any version, from the beginning: what is consented to is what will stand. */
function commonText(ctx: ActionContext, round: Round, given: ProposalText): ProposalText {
  const { limits } = rulesOf(ctx.hub, round.rules_version);
  const detail = prose({ min: 0, max: limits.detail });
  const checked = z
    .object({
      title: line({ max: limits.title }),
      problem: prose({ max: limits.problem }),
      proposal: prose({ max: limits.proposal }),
      effect: detail,
      roles: detail,
      cost: detail,
      area: detail,
    })
    .safeParse(given);
  if (!checked.success) throw inputRefusal(checked.error);
  return checked.data;
}

async function refuseTooMany(ctx: ActionContext, proposalId: string): Promise<void> {
  const open = await run(
    ctx.db,
    `select 1 from merges where suggested_by = $1 and outcome is null limit ${MOST_OPEN_MERGES}`,
    [proposalId],
  );
  if (open.length >= MOST_OPEN_MERGES) throw refuse('too-many-merges', { facts: { max: MOST_OPEN_MERGES } });
}

async function tellOf(ctx: ActionContext, id: string, ours: Held, theirs: Held, way: Way, plan: string): Promise<void> {
  const merge = await mergeById(ctx.db, id);
  await ctx.record({
    verb: 'proposals.merge-suggested',
    object: { kind: 'proposal', id: ours.id, version: ours.version },
    public: { title: ours.title, other: theirs.title, otherId: theirs.id, roundId: ours.round.id },
    parts: [{ part: 'merge', actorId: ours.actor_id, content: { other: theirs.id, way, plan } }],
    tags: [`proposal:${ours.id}`, `proposal:${theirs.id}`],
  });
  const said = concerning({
    proposalId: ours.id,
    href: `/proposal-merges/${shortId(id)}`,
    by: ctx.actor.name,
    title: ours.title,
    other: theirs.title,
  });
  const people = merge!.needed.map((one) => one.id);
  await tell(ctx, { people, kind: 'proposals.merge-suggested', ...said });
}
