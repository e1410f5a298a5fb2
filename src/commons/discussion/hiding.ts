/** X4: moderation decides, with its reason and its event; this changes what the debate shows and counts. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { held } from './entries.ts';
import { visibilityChanged } from './withdraw-opinion.ts';

/**
 * Hides an opinion or reply from `at` on; null shows it again. Doing the same twice changes nothing. Gives the tags of the pages
 * that change.
 * @throws Refusal not-found
 */
export async function setHidden(db: Db, hubId: number, opinionId: string, at: Date | null): Promise<string[]> {
  const opinion = await held(db, opinionId, true);
  if ((opinion.hidden_at === null) !== (at === null)) {
    await run(db, 'update opinions set hidden_at = $3 where hub_id = $1 and id = $2', [hubId, opinionId, at]);
    await visibilityChanged(db, hubId, opinion, { ...opinion, hidden_at: at });
  }
  const tags = [`debate:${opinion.debate_id}`, `opinion:${opinionId}`, `actor:${opinion.actor_id}`];
  return opinion.parent_id ? [...tags, `opinion:${opinion.parent_id}`] : tags;
}
