/** F9.1 A draft becomes a public proposal, or the next version of one. Nobody approves it first (P5). */
import { z } from 'zod';
import { watch } from '#commons/moderation/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { tieToPolicy } from '../policies/index.ts';
import { roundTaking } from '../rounds/index.ts';
import { publishFiles } from './attachment.ts';
import { type CheckedText, checkedText } from './checked-draft.ts';
import { textDigest } from './co-proposal.ts';
import { type Draft, draftFor } from './drafts.ts';
import { overtakeMerges } from './merge-settling.ts';
import { refuse } from './proposal.ts';
import { placeContent, presentColumns, showVersion, textOf, writeVersion } from './proposal-version.ts';
import { lockedProposal } from './queries.ts';
import { mayPropose, mayRevise } from './rules.ts';
import { nameCoProposers } from './standing-co-proposers.ts';

export interface Published {
  id: string;
  title: string;
  version: number;
}

interface PublishedText extends CheckedText {
  /** what hangs on it hangs on the version from now on */
  draftId: string;
}

export const publishProposal = action({
  name: 'proposals.publish',
  input: z.object({ id: z.uuid(), version: z.coerce.number().int().min(1) }),
  async run(ctx, { id, version }): Promise<Published> {
    const draft = await draftFor(ctx.db, ctx.reader, id, true);
    if (!draft) throw refuseKernel('not-found', { status: 404 });
    if (draft.published_at) throw refuse('already-published', { status: 409 });
    if (draft.version !== version) throw refuse('edited-elsewhere', { status: 409 });
    const text: PublishedText = { ...(await checkedText(ctx, draft)), draftId: id };
    await checkPolicy(ctx, text.fields.policyId);
    const published = draft.proposal_id
      ? await addVersion(ctx, draft.proposal_id, text)
      : await firstVersion(ctx, draft, text);
    await ctx.db
      .updateTable('proposal_drafts')
      .set({ published_at: ctx.now, proposal_id: published.id })
      .where('hub_id', '=', ctx.hub.id)
      .where('id', '=', id)
      .execute();
    const written = Object.values(textOf(text.fields)).join('\n');
    await watch(ctx, { kind: 'proposal', id: published.id, text: written, saidBefore: false, lastHour: 1 });
    return published;
  },
});

async function checkPolicy(ctx: ActionContext, policyId: string): Promise<void> {
  if (policyId === '') return;
  const found = await run(ctx.db, 'select id from policies where id = $1', [policyId]);
  if (found.length === 0) throw refuse('no-policy', { field: 'policyId' });
}

async function firstVersion(ctx: ActionContext, draft: Draft, published: PublishedText): Promise<Published> {
  const { fields, place, outline } = published;
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
      ...presentColumns(fields, place, outline),
      published_at: ctx.now,
    })
    .execute();
  await tieToPolicy(ctx.db, hub_id, 'proposals', { from: null, to: fields.policyId || null });
  await writeVersion(ctx, { proposalId: id, version: 1, text: fields, place, changed: fields.changed });
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
      rules_version: round.rules_version,
      created_at: ctx.now,
    })
    .execute();
  await run(ctx.db, 'update rounds set proposal_count = proposal_count + 1 where id = $1', [round.id]);
  await record(ctx, published, {
    verb: 'proposals.published',
    id,
    version: 1,
    actorId: draft.actor_id,
    roundId: round.id,
    draftId: draft.id,
  });
  return { id, title: fields.title, version: 1 };
}

async function addVersion(ctx: ActionContext, id: string, published: PublishedText): Promise<Published> {
  const { fields, place, outline } = published;
  const current = await lockedProposal(ctx.db, id);
  if (!current) throw refuseKernel('not-found', { status: 404 });
  const { round, ...proposal } = current;
  const reason = mayRevise(
    ctx.reader,
    { actorId: proposal.actor_id, withdrawnAt: proposal.withdrawn_at, hiddenAt: proposal.hidden_at },
    round,
    ctx.now,
  );
  if (reason === 'level' || reason === 'sign-in') throw refuseKernel(reason);
  if (reason) throw refuse(reason);
  const version = proposal.version + 1;
  const written = { proposalId: id, version, text: fields, place, changed: fields.changed };
  await writeVersion(ctx, written);
  await showVersion(ctx, written, outline);
  await ctx.db
    .updateTable('proposals')
    .set({ kind: fields.kind, policy_id: fields.policyId || null })
    .where('hub_id', '=', ctx.hub.id)
    .where('id', '=', id)
    .execute();
  await tieToPolicy(ctx.db, ctx.hub.id, 'proposals', { from: proposal.policy_id, to: fields.policyId || null });
  // Everybody who was asked about a merge was asked about the text before.
  await overtakeMerges(ctx, id);
  await record(ctx, published, {
    verb: 'proposals.revised',
    id,
    version,
    actorId: proposal.actor_id,
    roundId: round.id,
  });
  return { id, title: fields.title, version };
}

interface Recorded {
  verb: 'proposals.published' | 'proposals.revised';
  id: string;
  version: number;
  actorId: string;
  roundId: string;
  draftId?: string;
}

async function record(
  ctx: ActionContext,
  { fields, place, draftId: from }: PublishedText,
  of: Recorded,
): Promise<void> {
  const { id, version, actorId, roundId, draftId } = of;
  const standing = await nameCoProposers(ctx, {
    proposalId: id,
    version,
    title: fields.title,
    digest: textDigest({ ...fields, place }),
    ...(draftId ? { draftId } : {}),
  });
  const files = await publishFiles(ctx, from, id, version);
  await ctx.record({
    verb: of.verb,
    object: { kind: 'proposal', id, version },
    public: { title: fields.title, roundId },
    parts: [
      {
        part: 'proposal',
        actorId,
        content: { kind: fields.kind, ...textOf(fields), ...placeContent(place), changed: fields.changed, ...files },
      },
      ...standing,
    ],
    tags: [
      `proposal:${id}`,
      'proposals',
      `round:${roundId}`,
      `actor:${actorId}`,
      ...standing.map((part) => `actor:${part.actorId}`),
      ...(fields.policyId ? [`policy:${fields.policyId}`] : []),
    ],
  });
}
