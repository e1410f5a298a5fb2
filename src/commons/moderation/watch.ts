/**
 * X4: spam and flooding are never blocked in silence: the words appear, and the queue says 「見つけたのは自動のしくみです」. Called by
 * the act that publishes, in its transaction, after its rows are written.
 */
import { rulesOf } from '#commons/hubs/index.ts';
import type { ActionContext } from '#kernel/context.ts';
import { addReport, foundThing, openCase } from './cases.ts';
import { noticedLetter } from './letters.ts';
import type { Noticed } from './moderation.ts';
import { noticedIn } from './rules.ts';

export interface Published {
  kind: string;
  id: string;
  text: string;
  /** the same person has said the same words elsewhere before */
  saidBefore: boolean;
  /** texts of this person in the last hour, this one included */
  lastHour: number;
}

/** Gives what was noticed: nothing, for nearly everybody. */
export async function watch(ctx: ActionContext, said: Published): Promise<Noticed[]> {
  const noticed = noticedIn(said, rulesOf(ctx.hub).moderation);
  if (noticed.length === 0) return [];
  const thing = await foundThing(ctx.db, said.kind, said.id, null);
  const ground = noticed.some((one) => one !== 'many-an-hour') ? 'advertising' : 'other';
  const caseId = await openCase(ctx, said.kind, thing, { way: 'report', ground });
  await addReport(ctx, caseId, {
    personId: null,
    ground,
    body: '',
    contact: '',
    lang: ctx.lang,
    noticed,
  });
  await ctx.record({ verb: 'moderation.noticed', object: { kind: said.kind, id: said.id }, tags: [] });
  await noticedLetter(ctx, ctx.person.id, thing, noticed);
  return noticed;
}
