/** X13: where a person's own name was asked for, over all modules, and having one erased that nobody needs any more. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { Hub } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import type { GivenName } from '#kernel/module.ts';
import { manifests } from './holdings.ts';
import { refuse } from './rules.ts';

export interface ListedName extends GivenName {
  /** that keeps it */
  module: string;
}

/** The newest first. One query for each module that asks for names, all at once. */
export async function givenNamesOf(
  db: Db,
  who: { hub: Hub; personId: string; lang: Lang; now: Date },
): Promise<ListedName[]> {
  const declared = await manifests();
  const names = await Promise.all(
    declared.map(async ({ name: module, givenNames }) => {
      const given = (await givenNames?.of(db, who)) ?? [];
      return given.map((one) => ({ ...one, module }));
    }),
  );
  return names.flat().sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** @throws Refusal name-needed (409): not this person's, gone already, or needed by its procedure */
export const forgetName = action({
  name: 'leaving.forget-name',
  input: z.object({ module: z.string().max(60), id: z.uuid() }),
  async run(ctx, { module, id }): Promise<null> {
    const declared = (await manifests()).find(({ name }) => name === module);
    const who = { hubId: ctx.hub.id, personId: ctx.person.id, id, now: ctx.now };
    const gone = await declared?.givenNames?.forget?.(ctx.db, who);
    if (!gone) throw refuse('name-needed', { status: 409 });
    await ctx.record({ verb: 'leaving.name-forgotten', object: { kind: 'actor', id: ctx.person.id }, tags: [] });
    return null;
  },
});
