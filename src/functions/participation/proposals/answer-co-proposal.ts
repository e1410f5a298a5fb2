/** F9.1 The answer of whoever was asked to propose together: yes to exactly the text that was read, no, or leaving with a word. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { prose } from '#kernel/text.ts';
import { digestOf, mayAnswer, mayLeave } from './co-proposal.ts';
import { type CoRequest, lockedRequest } from './co-proposal-queries.ts';
import { keyHashOf } from './invite-co-proposer.ts';
import { concerning } from './letters.ts';
import { settleMergesOf } from './merge-settling.ts';
import { type ProposalRefusal, refuse } from './proposal.ts';

export interface Answered {
  id: string;
  answer: 'consent' | 'decline' | 'leave';
  /** where the proposal is, once it is public */
  proposal: { id: string; title: string } | null;
}

const LONGEST_WORD = 400;

export const answerCoProposal = action({
  name: 'proposals.answer-co-proposal',
  input: z.object({
    id: z.uuid().optional(),
    key: z.string().max(100).optional(),
    answer: z.enum(['consent', 'decline', 'leave'], { error: 'not-a-choice' }),
    /** of the text that was shown, in hexadecimal */
    digest: z.string().max(64).optional().default(''),
    word: prose({ min: 0, max: LONGEST_WORD }).optional().default(''),
  }),
  async run(ctx, { id, key, answer, digest, word }): Promise<Answered> {
    const by = key ? { keyHash: keyHashOf(key) } : { id: id ?? '' };
    const request = await lockedRequest(ctx.db, ctx.hub, by);
    // A request in somebody's name is theirs alone; one in a letter is its holder's.
    if (!request || (request.actor_id === null && !key)) throw refuseKernel('not-found', { status: 404 });
    check(ctx, request, answer);
    const now = digestOf(request);
    if (answer === 'consent') {
      if (digest !== now.toString('hex')) throw refuse('text-changed', { status: 409 });
      await consent(ctx, request, now);
    } else await end(ctx, request, answer === 'leave' ? 'left' : 'declined', word);
    const said = concerning({
      proposalId: request.proposal_id ?? request.draft_id!,
      href: askingPath(request),
      by: ctx.actor.name,
      title: request.thing.title,
    });
    await tell(ctx, { people: [request.thing.actorId], kind: 'proposals.co-answered', ...said });
    return {
      id: request.id,
      answer,
      proposal: request.proposal_id && { id: request.proposal_id, title: request.thing.title },
    } as Answered;
  },
});

/** Where whoever proposed sees who was asked. */
function askingPath({ proposal_id, draft_id }: CoRequest): string {
  return proposal_id ? `/proposals/${shortId(proposal_id)}/co-proposers` : `/proposal-drafts/${draft_id}/co-proposers`;
}

function check(ctx: ActionContext, request: CoRequest, answer: Answered['answer']): void {
  const facts = { actorId: request.actor_id, digest: request.digest, ended: request.ended };
  const { thing } = request;
  const no =
    answer === 'leave'
      ? mayLeave(ctx.reader, thing, facts)
      : mayAnswer(ctx.reader, thing, facts, rulesOf(ctx.hub).levels.proposal, ctx.now);
  if (no === 'not-asked') throw refuseKernel('not-found', { status: 404 });
  if (no === 'level' || no === 'sign-in') throw refuseKernel(no);
  if (no) throw refuse(no as ProposalRefusal, no === 'invitation-over' ? { status: 409 } : {});
  // Whoever has said yes to an earlier text doesn't decline, but leaves: that is public.
  if (answer === 'decline' && request.digest) throw refuse('answered-already', { status: 409 });
}

async function consent(ctx: ActionContext, request: CoRequest, digest: Buffer): Promise<void> {
  await run(
    ctx.db,
    `update co_proposers set actor_id = $3, digest = $4, consented_at = $5, person_id = $6, key_hash = null, meant_for = ''
     where hub_id = $1 and id = $2`,
    [ctx.hub.id, request.id, ctx.actor.id, digest, ctx.now, ctx.person.id],
  );
  const { proposal_id: proposalId, thing } = request;
  if (!proposalId) {
    await ctx.record({
      verb: 'proposals.draft-consented',
      object: { kind: 'draft', id: request.draft_id! },
      tags: [],
    });
    return;
  }
  await run(
    ctx.db,
    `insert into version_co_proposers (hub_id, proposal_id, version, actor_id, co_proposer_id, consented_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (hub_id, proposal_id, version, actor_id) do update set co_proposer_id = excluded.co_proposer_id,
       consented_at = excluded.consented_at`,
    [ctx.hub.id, proposalId, thing.version, ctx.actor.id, request.id, ctx.now],
  );
  await ctx.record({
    verb: 'proposals.co-proposer-consented',
    object: { kind: 'proposal', id: proposalId, version: thing.version },
    public: { title: thing.title, roundId: thing.round!.id },
    parts: [{ part: 'co-proposer', actorId: ctx.actor.id, content: { actor: ctx.actor.id, version: thing.version } }],
    tags: [`proposal:${proposalId}`, 'proposals', `actor:${ctx.actor.id}`],
  });
}

async function end(ctx: ActionContext, request: CoRequest, ended: 'left' | 'declined', word: string): Promise<void> {
  await run(
    ctx.db,
    `update co_proposers set ended = $3, ended_at = $4, word = $5, key_hash = null, meant_for = ''
     where hub_id = $1 and id = $2`,
    [ctx.hub.id, request.id, ended, ctx.now, word],
  );
  const { proposal_id: proposalId, thing } = request;
  // A no stays between the two; leaving takes a public name away, so it is public.
  if (ended === 'declined' || !proposalId) {
    const object = proposalId ? { kind: 'proposal', id: proposalId } : { kind: 'draft', id: request.draft_id! };
    await ctx.record({ verb: 'proposals.co-proposer-declined', object, tags: [] });
    return;
  }
  await ctx.record({
    verb: 'proposals.co-proposer-left',
    object: { kind: 'proposal', id: proposalId, version: thing.version },
    public: { title: thing.title, roundId: thing.round!.id },
    parts: [{ part: 'co-proposer', actorId: ctx.actor.id, content: { actor: ctx.actor.id, left: true, word } }],
    tags: [`proposal:${proposalId}`, 'proposals', `actor:${ctx.actor.id}`],
  });
  await settleMergesOf(ctx, proposalId);
}
