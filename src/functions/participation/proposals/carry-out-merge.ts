/**
 * F9.1 Both sides have agreed: one proposal goes into the other. Its debate stays readable and takes nothing new; its opinions stay
 * where they were said and are shown beside the other's, so that the statement covers each of them once; no vote moves.
 */
import { closeDebate } from '#commons/discussion/index.ts';
import { tell } from '#commons/notices/index.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { ref } from '#kernel/ids.ts';
import { tieToPolicy } from '../policies/index.ts';
import { keepFiles } from './attachment.ts';
import { textDigest } from './co-proposal.ts';
import { concerning } from './letters.ts';
import type { ShownMerge } from './merge-queries.ts';
import { outlineInForce } from './outline-queries.ts';
import { type Place, placeOfRow } from './place.ts';
import type { ProposalKind, ProposalText } from './proposal.ts';
import { placeContent, showVersion, textOf, writeVersion } from './proposal-version.ts';
import { words } from './words.ts';

interface TargetRow extends ProposalText {
  kind: ProposalKind;
  version: number;
  policy_id: string | null;
  lat: number | null;
  lng: number | null;
  shape: unknown;
}

/** `merge` is held, with both proposals. */
export async function carryOutMerge(ctx: ActionContext, merge: ShownMerge): Promise<void> {
  const [target] = await run<TargetRow>(
    ctx.db,
    `select p.kind, p.version, p.policy_id, v.title, v.problem, v.proposal, v.effect, v.roles, v.cost, v.area, v.lat, v.lng, v.shape
     from proposals p join proposal_versions v on v.hub_id = p.hub_id and v.proposal_id = p.id and v.version = p.version
     where p.id = $1`,
    [merge.target.id],
  );
  const place = placeOfRow(target!);
  const text = merge.text ?? textOf(target!);
  const version = merge.text ? target!.version + 1 : target!.version;
  const files = merge.text ? await takeOnText(ctx, merge, version, text, place) : {};
  await joinProposers(ctx, merge, version, textDigest({ ...text, kind: target!.kind, place }));
  await absorb(ctx, merge);
  await tellOfIt(ctx, merge, { text, version, content: { ...textOf(text), ...placeContent(place), ...files } });
}

/** The common text becomes the next version. */
async function takeOnText(
  ctx: ActionContext,
  merge: ShownMerge,
  version: number,
  text: ProposalText,
  place: Place | null,
): ReturnType<typeof keepFiles> {
  const changed = words.all.ja.merging.changed(merge.absorbed.title);
  const written = { proposalId: merge.target.id, version, text, place, changed };
  await writeVersion(ctx, written);
  await showVersion(ctx, written, (await outlineInForce(ctx.db))?.geojson ?? null);
  return keepFiles(ctx, merge.target.id, version);
}

/**
 * Whoever proposed what was absorbed, and its co-proposers, have agreed to the text that stands now: they are co-proposers of it,
 * as are those of the target, who agreed to the same.
 */
async function joinProposers(ctx: ActionContext, merge: ShownMerge, version: number, digest: Buffer): Promise<void> {
  const { absorbed, target } = merge;
  const suggestedByAbsorbed = merge.suggested_by === absorbed.id;
  const joining = merge.needed.filter((one) => one.id !== target.actor_id).map((one) => one.id);
  if (suggestedByAbsorbed && absorbed.actor_id !== target.actor_id) joining.push(absorbed.actor_id);
  const agreed = `select j.actor_id, coalesce(y.person_id, m.person_id) as person_id, coalesce(y.at, m.suggested_at) as at
    from unnest($4::uuid[]) as j (actor_id)
    join merges m on m.hub_id = $1 and m.id = $2
    left join merge_consents y on y.hub_id = $1 and y.merge_id = $2 and y.actor_id = j.actor_id`;
  await run(
    ctx.db,
    `update co_proposers c set digest = $5, consented_at = a.at, person_id = a.person_id from (${agreed}) a
     where c.hub_id = $1 and c.proposal_id = $3 and c.actor_id = a.actor_id and c.ended is null`,
    [ctx.hub.id, merge.id, target.id, joining, digest],
  );
  await run(
    ctx.db,
    `insert into co_proposers (hub_id, id, proposal_id, actor_id, invited_by, invited_at, digest, consented_at, person_id)
     select $1, n.id, $3, a.actor_id, $7, $8, $5, a.at, a.person_id
     from (${agreed}) a join unnest($4::uuid[], $6::uuid[]) as n (actor_id, id) on n.actor_id = a.actor_id
     where not exists (select from co_proposers c
       where c.hub_id = $1 and c.proposal_id = $3 and c.actor_id = a.actor_id and c.ended is null)`,
    [ctx.hub.id, merge.id, target.id, joining, digest, joining.map(() => ctx.newId()), ctx.person.id, ctx.now],
  );
  await run(
    ctx.db,
    `insert into version_co_proposers (hub_id, proposal_id, version, actor_id, co_proposer_id, consented_at)
     select c.hub_id, c.proposal_id, $3, c.actor_id, c.id, c.consented_at from co_proposers c
     where c.hub_id = $1 and c.proposal_id = $2 and c.ended is null and c.digest = $4
     on conflict (hub_id, proposal_id, version, actor_id) do update set co_proposer_id = excluded.co_proposer_id,
       consented_at = excluded.consented_at`,
    [ctx.hub.id, target.id, version, digest],
  );
}

async function absorb(ctx: ActionContext, { id, absorbed, target, plan }: ShownMerge): Promise<void> {
  const hub_id = ctx.hub.id;
  // The document names what isn't submitted by itself, with the reason (docs/decisions/0010).
  const reason = words.all.ja.merging.reason(target.title, plan);
  await ctx.db
    .insertInto('proposal_withdrawals')
    .values({ hub_id, proposal_id: absorbed.id, person_id: ctx.person.id, reason, at: ctx.now })
    .execute();
  const [gone] = await run<{ policy_id: string | null }>(
    ctx.db,
    'update proposals set withdrawn_at = $3, merged_into_id = $4 where hub_id = $1 and id = $2 returning policy_id',
    [hub_id, absorbed.id, ctx.now, target.id],
  );
  await tieToPolicy(ctx.db, hub_id, 'proposals', { from: gone!.policy_id, to: null });
  // What went into it before is where it goes now.
  await run(ctx.db, 'update proposals set merged_into_id = $3 where hub_id = $1 and merged_into_id = $2', [
    hub_id,
    absorbed.id,
    target.id,
  ]);
  await closeDebate(ctx.db, hub_id, absorbed.id, ctx.now, 'merged');
  await run(ctx.db, `update merges set outcome = 'merged', ended_at = $3 where hub_id = $1 and id = $2`, [
    hub_id,
    id,
    ctx.now,
  ]);
  await ctx.job('proposals.ask-supporters', { merge: id }, `proposals.ask-supporters:${id}`);
}

interface TakenOn {
  text: ProposalText;
  version: number;
  /** what the journal commits to of it */
  content: Record<string, unknown>;
}

async function tellOfIt(ctx: ActionContext, merge: ShownMerge, { text, version, content }: TakenOn): Promise<void> {
  const { absorbed, target, round } = merge;
  const tags = [`proposal:${absorbed.id}`, `proposal:${target.id}`, 'proposals', `round:${round.id}`];
  const debates = [`debate:${absorbed.id}`, `debate:${target.id}`];
  const actors = [absorbed.actor_id, target.actor_id, ...merge.needed.map((one) => one.id)];
  await ctx.record({
    verb: 'proposals.merged',
    object: { kind: 'proposal', id: absorbed.id, version: merge.absorbed_version },
    public: { title: absorbed.title, other: target.title, otherId: target.id, roundId: round.id },
    parts: [{ part: 'merge', actorId: absorbed.actor_id, content: { into: target.id, plan: merge.plan } }],
    tags: [...tags, ...debates, ...actors.map((actor) => `actor:${actor}`)],
  });
  if (merge.text)
    await ctx.record({
      verb: 'proposals.revised',
      object: { kind: 'proposal', id: target.id, version },
      public: { title: text.title, roundId: round.id },
      parts: [{ part: 'proposal', actorId: target.actor_id, content }],
      tags,
    });
  const people = [...new Set(actors)];
  const said = concerning({
    proposalId: target.id,
    href: `/proposals/${ref(target.id, text.title)}`,
    by: ctx.actor.name,
    title: absorbed.title,
    other: target.title,
  });
  await tell(ctx, { people, kind: 'proposals.merge-done', ...said });
}
