/** F9.1 Asking somebody to propose together: by name, or by a letter to an address. Nobody is named before saying yes. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line } from '#kernel/text.ts';
import { MOST_ASKED, mayInvite } from './co-proposal.ts';
import type { Asked } from './co-proposal-queries.ts';
import { draftFor } from './drafts.ts';
import { concerning, invitationLetter } from './letters.ts';
import { refuse } from './proposal.ts';
import { lockedProposal } from './queries.ts';

/** What a letter's key is kept as: who reads the table can't answer in somebody's place. */
export function keyHashOf(key: string): string {
  return createHash('sha256').update(`co-proposal:${key}`).digest('base64url');
}

export interface AskedAbout {
  of: Asked;
  title: string;
}

/** The draft or proposal, held, when whoever acts may ask others to propose it together. */
export async function heldForAsking(ctx: ActionContext, of: Asked): Promise<AskedAbout> {
  if ('draftId' in of) {
    const draft = await draftFor(ctx.db, ctx.reader, of.draftId, true);
    if (!draft) throw refuseKernel('not-found', { status: 404 });
    if (draft.published_at) throw refuse('already-published', { status: 409 });
    const about = draft.proposal_id ? { proposalId: draft.proposal_id } : of;
    if (draft.proposal_id) return heldForAsking(ctx, about);
    return { of, title: draft.fields.title };
  }
  const proposal = await lockedProposal(ctx.db, of.proposalId);
  if (!proposal) throw refuseKernel('not-found', { status: 404 });
  const thing = { actorId: proposal.actor_id, withdrawnAt: proposal.withdrawn_at, round: proposal.round };
  const no = mayInvite(ctx.reader, thing, ctx.now);
  if (no === 'level' || no === 'sign-in') throw refuseKernel(no);
  if (no) throw refuse(no);
  return { of, title: proposal.title };
}

const address = z.email();

export const inviteCoProposer = action({
  name: 'proposals.invite-co-proposer',
  input: z
    .object({
      draftId: z.uuid().optional(),
      proposalId: z.uuid().optional(),
      actorId: z.uuid({ error: 'not-a-choice' }).optional(),
      address: line({ max: 254 }).optional(),
    })
    .refine(({ actorId, address }) => (actorId === undefined) !== (address === undefined), { error: 'not-a-choice' }),
  async run(ctx, input): Promise<{ id: string }> {
    const of: Asked = input.draftId ? { draftId: input.draftId } : { proposalId: input.proposalId ?? '' };
    const about = await heldForAsking(ctx, of);
    await refuseTooMany(ctx, about.of);
    const id = ctx.newId();
    if (input.actorId !== undefined) await askActor(ctx, id, about, input.actorId);
    else await askAddress(ctx, id, about, input.address ?? '');
    await ctx.record({ verb: 'proposals.co-proposer-invited', object: objectOf(about.of), tags: [] });
    return { id };
  },
});

function objectOf(of: Asked): { kind: string; id: string } {
  return 'draftId' in of ? { kind: 'draft', id: of.draftId } : { kind: 'proposal', id: of.proposalId };
}

async function refuseTooMany(ctx: ActionContext, of: Asked): Promise<void> {
  const [column, id] = 'draftId' in of ? ['draft_id', of.draftId] : ['proposal_id', of.proposalId];
  const since = new Date(ctx.now.getTime() - 86_400_000);
  const open = await run(
    ctx.db,
    `select 1 from co_proposers where ${column} = $1 and (ended is null or invited_at > $2) limit ${MOST_ASKED}`,
    [id, since],
  );
  if (open.length >= MOST_ASKED) throw refuse('too-many-invited', { facts: { max: MOST_ASKED } });
}

async function askActor(ctx: ActionContext, id: string, about: AskedAbout, actorId: string): Promise<void> {
  if (actorId === ctx.actor.id) throw refuse('own-proposal', { field: 'actorId' });
  const [known] = await run(
    ctx.db,
    `select 1 from actors where id = $1 and imported_from is null and (kind <> 'person' or level > 0)`,
    [actorId],
  );
  if (!known) throw refuse('no-such-actor', { field: 'actorId' });
  await insert(ctx, id, about.of, { actor_id: actorId });
  const proposalId = 'draftId' in about.of ? about.of.draftId : about.of.proposalId;
  const said = concerning({ proposalId, href: `/co-proposals/${id}`, by: ctx.actor.name, title: about.title });
  await tell(ctx, { people: [actorId], kind: 'proposals.asked', ...said });
}

async function askAddress(ctx: ActionContext, id: string, about: AskedAbout, typed: string): Promise<void> {
  const to = typed.normalize('NFKC').toLowerCase();
  if (!address.safeParse(to).success) throw refuse('not-an-address', { field: 'address' });
  const key = ctx.randomId();
  await insert(ctx, id, about.of, { key_hash: keyHashOf(key), meant_for: to });
  await invitationLetter(ctx, to, {
    by: ctx.actor.name,
    title: about.title,
    path: `/co-proposal-letters/${key}`,
  });
}

async function insert(
  ctx: ActionContext,
  id: string,
  of: Asked,
  whom: { actor_id?: string; key_hash?: string; meant_for?: string },
): Promise<void> {
  await ctx.db
    .insertInto('co_proposers')
    .values({
      hub_id: ctx.hub.id,
      id,
      draft_id: 'draftId' in of ? of.draftId : null,
      proposal_id: 'proposalId' in of ? of.proposalId : null,
      invited_by: ctx.person.id,
      invited_at: ctx.now,
      ...whom,
    })
    .execute();
}
