/** F9.1 A draft becomes a public proposal, or the next version of one. Nobody approves it first (P5). */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { gramsVector } from '#kernel/grams.ts';
import { inputRefusal } from '#kernel/input.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { roundTaking } from '../rounds/index.ts';
import { publishFiles } from './attachment.ts';
import { type Draft, draftFor } from './drafts.ts';
import { type DraftFields, type ProposalText, publishable, refuse } from './proposal.ts';
import { lockedProposal } from './queries.ts';
import { mayPropose, mayRevise } from './rules.ts';

export interface Published {
  id: string;
  title: string;
  version: number;
}

export const publishProposal = action({
  name: 'proposals.publish',
  input: z.object({ id: z.uuid(), version: z.coerce.number().int().min(1) }),
  async run(ctx, { id, version }): Promise<Published> {
    const draft = await draftFor(ctx.db, ctx.reader, id, true);
    if (!draft) throw refuseKernel('not-found', { status: 404 });
    if (draft.published_at) throw refuse('already-published', { status: 409 });
    if (draft.version !== version) throw refuse('edited-elsewhere', { status: 409 });
    const checked = publishable(rulesOf(ctx.hub).limits, draft.proposal_id !== null).safeParse(draft.fields);
    if (!checked.success) throw inputRefusal(checked.error);
    await checkPolicy(ctx, checked.data.policyId);
    const published = draft.proposal_id
      ? await addVersion(ctx, draft.proposal_id, checked.data, id)
      : await firstVersion(ctx, draft, checked.data);
    await ctx.db
      .updateTable('proposal_drafts')
      .set({ published_at: ctx.now, proposal_id: published.id })
      .where('hub_id', '=', ctx.hub.id)
      .where('id', '=', id)
      .execute();
    return published;
  },
});

async function checkPolicy(ctx: ActionContext, policyId: string): Promise<void> {
  if (policyId === '') return;
  const found = await run(ctx.db, 'select id from policies where id = $1', [policyId]);
  if (found.length === 0) throw refuse('no-policy', { field: 'policyId' });
}

async function firstVersion(ctx: ActionContext, draft: Draft, fields: DraftFields): Promise<Published> {
  const reason = mayPropose(ctx.hub, ctx.reader);
  if (reason === 'level' || reason === 'sign-in') throw refuseKernel(reason);
  if (reason) throw refuse(reason);
  const round = await roundTaking(ctx.db, ctx.now);
  if (!round) throw refuse('no-round');
  const id = ctx.newId();
  const hub_id = ctx.hub.id;
  await ctx.db
    .insertInto('proposals')
    .values({
      hub_id,
      id,
      round_id: round.id,
      kind: fields.kind,
      actor_id: draft.actor_id,
      policy_id: fields.policyId || null,
      title: fields.title,
      grams: gramsVector(searchable(fields)),
      published_at: ctx.now,
    })
    .execute();
  await writeVersion(ctx, id, 1, fields);
  await ctx.db
    .insertInto('debates')
    .values({
      hub_id,
      id,
      kind: 'proposal',
      title: fields.title,
      round_id: round.id,
      host_id: draft.actor_id,
      opens_at: round.debating_at,
      closes_at: round.drafting_at,
      created_at: ctx.now,
    })
    .execute();
  await run(ctx.db, 'update rounds set proposal_count = proposal_count + 1 where id = $1', [round.id]);
  await record(ctx, 'proposals.published', id, 1, fields, draft.actor_id, round.id, draft.id);
  return { id, title: fields.title, version: 1 };
}

async function addVersion(ctx: ActionContext, id: string, fields: DraftFields, draftId: string): Promise<Published> {
  const current = await lockedProposal(ctx.db, id);
  if (!current) throw refuseKernel('not-found', { status: 404 });
  const { round, ...proposal } = current;
  const reason = mayRevise(
    ctx.reader,
    { actorId: proposal.actor_id, withdrawnAt: proposal.withdrawn_at },
    round,
    ctx.now,
  );
  if (reason === 'level' || reason === 'sign-in') throw refuseKernel(reason);
  if (reason) throw refuse(reason);
  const version = proposal.version + 1;
  await writeVersion(ctx, id, version, fields);
  await ctx.db
    .updateTable('proposals')
    .set({
      version,
      kind: fields.kind,
      title: fields.title,
      policy_id: fields.policyId || null,
      grams: gramsVector(searchable(fields)),
    })
    .where('hub_id', '=', ctx.hub.id)
    .where('id', '=', id)
    .execute();
  await run(ctx.db, 'update debates set title = $2 where id = $1', [id, fields.title]);
  await record(ctx, 'proposals.revised', id, version, fields, proposal.actor_id, round.id, draftId);
  return { id, title: fields.title, version };
}

async function writeVersion(ctx: ActionContext, id: string, version: number, fields: DraftFields): Promise<void> {
  await ctx.db
    .insertInto('proposal_versions')
    .values({
      hub_id: ctx.hub.id,
      proposal_id: id,
      version,
      ...textOf(fields),
      changed: fields.changed,
      person_id: ctx.person.id,
      written_at: ctx.now,
    })
    .execute();
}

async function record(
  ctx: ActionContext,
  verb: 'proposals.published' | 'proposals.revised',
  id: string,
  version: number,
  fields: DraftFields,
  actorId: string,
  roundId: string,
  draftId: string,
): Promise<void> {
  const files = await publishFiles(ctx, draftId, id, version);
  const content = { kind: fields.kind, ...textOf(fields), changed: fields.changed, ...files };
  await ctx.record({
    verb,
    object: { kind: 'proposal', id, version },
    public: { title: fields.title, roundId },
    parts: [{ part: 'proposal', actorId, content }],
    tags: [
      `proposal:${id}`,
      'proposals',
      `round:${roundId}`,
      `actor:${actorId}`,
      ...(fields.policyId ? [`policy:${fields.policyId}`] : []),
    ],
  });
}

function textOf({ title, problem, proposal, effect, roles, cost, area }: DraftFields): ProposalText {
  return { title, problem, proposal, effect, roles, cost, area };
}

/** What the search finds a proposal by. */
export function searchable(text: Pick<ProposalText, 'title' | 'problem' | 'proposal' | 'area'>): string {
  return `${text.title}\n${text.problem}\n${text.proposal}\n${text.area}`;
}
