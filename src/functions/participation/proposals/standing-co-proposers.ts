/** F9.1 Who stands for a version when it becomes public: those who consented to exactly its text. The others are asked again. */
import { tell } from '#commons/notices/index.ts';
import type { ActionContext, Part } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { concerning } from './letters.ts';

export interface NewVersion {
  proposalId: string;
  version: number;
  title: string;
  digest: Buffer;
  /** of the first version: where people were invited */
  draftId?: string;
}

interface AskedRow {
  id: string;
  actor_id: string | null;
  digest: Buffer | null;
  stands: boolean;
}

/**
 * Names the co-proposers of a new version and writes to those who said yes to an earlier text. Gives a part of the version's event
 * for each who stands.
 */
export async function nameCoProposers(ctx: ActionContext, of: NewVersion): Promise<Part[]> {
  if (of.draftId)
    await run(ctx.db, 'update co_proposers set proposal_id = $3 where hub_id = $1 and draft_id = $2', [
      ctx.hub.id,
      of.draftId,
      of.proposalId,
    ]);
  const asked = await run<AskedRow>(
    ctx.db,
    `select id, actor_id, digest, coalesce(digest = $2, false) as stands from co_proposers
     where proposal_id = $1 and ended is null order by id`,
    [of.proposalId, of.digest],
  );
  const standing = asked.filter((one) => one.stands);
  if (standing.length > 0)
    await run(
      ctx.db,
      `insert into version_co_proposers (hub_id, proposal_id, version, actor_id, co_proposer_id, consented_at)
       select c.hub_id, c.proposal_id, $3, c.actor_id, c.id, c.consented_at from co_proposers c
       where c.hub_id = $1 and c.proposal_id = $2 and c.ended is null and c.digest = $4`,
      [ctx.hub.id, of.proposalId, of.version, of.digest],
    );
  const again = asked.flatMap((one) =>
    one.digest !== null && !one.stands && one.actor_id !== null ? [one.actor_id] : [],
  );
  const { proposalId, title } = of;
  const said = concerning({ proposalId, href: '/proposal-requests', by: ctx.actor.name, title });
  await tell(ctx, { people: again, kind: 'proposals.asked-again', ...said });
  return standing.map((one, at) => ({
    part: `co-proposer:${at + 1}`,
    actorId: one.actor_id,
    content: { actor: one.actor_id, version: of.version },
  }));
}
