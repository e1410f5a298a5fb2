/** F1.4 A showcase on its way: kept as typed, step by step, seen by whoever writes it alone. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { draftsIn, MOST_DRAFTS } from '#kernel/draft-steps.ts';
import { lockedShowcase } from './queries.ts';
import { mayAnnounce, mayPlan } from './rules.ts';
import { ofDraft, refusalFor } from './showcase.ts';
import { typedShowcase } from './typed-showcase.ts';

export interface ShowcaseDraft {
  id: string;
  showcase_id: string | null;
  showcase_title: string | null;
  fields: Record<string, string>;
  version: number;
  saved_at: Date;
}

export const { draftOf, draftsOf, saveDraft, discardDraft, dropDraft } = draftsIn<ShowcaseDraft>({
  module: 'stage',
  table: 'showcase_drafts',
  columns: `d.id, d.showcase_id, s.title as showcase_title, d.fields, d.version, d.saved_at
    from showcase_drafts d left join showcases s on s.hub_id = d.hub_id and s.id = d.showcase_id`,
  longest: 6000,
  changedMeanwhile: () => refusalFor('changed-meanwhile'),
});

/** Begins an announcement; with `showcaseId` a change of one that stands: what was begun goes on, unless it has changed since. @throws Refusal of who may, too-many-drafts */
export const beginDraft = action({
  name: 'stage.begin-draft',
  input: z.object({ showcaseId: ofDraft }),
  async run(ctx, { showcaseId }): Promise<{ id: string }> {
    const showcase = showcaseId ? await lockedShowcase(ctx.db, showcaseId) : null;
    const no = showcase ? mayPlan(ctx.reader, showcase, ctx.now) : mayAnnounce(ctx.reader);
    if (no) throw refusalFor(no);
    const open = await draftsOf(ctx.db, ctx.person.id);
    const begun = open.find(({ showcase_id }) => showcase !== null && showcase_id === showcase.id);
    if (begun && begun.fields.of === String(showcase?.version)) return { id: begun.id };
    if (begun) await dropDraft(ctx, begun.id);
    if (!showcase && open.length >= MOST_DRAFTS) throw refusalFor('too-many-drafts');
    const fields = showcase ? { ...typedShowcase(showcase), of: String(showcase.version) } : {};
    const id = ctx.newId();
    await ctx.db
      .insertInto('showcase_drafts')
      .values({
        hub_id: ctx.hub.id,
        id,
        person_id: ctx.person.id,
        showcase_id: showcaseId || null,
        fields: JSON.stringify(fields),
        saved_at: ctx.now,
      })
      .execute();
    return { id };
  },
});
