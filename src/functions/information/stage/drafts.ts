/** F1.4 A showcase on its way: kept as typed, step by step, seen by whoever writes it alone. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { keepStep, stepInput } from '#kernel/draft-steps.ts';
import { lockedShowcase } from './queries.ts';
import { mayAnnounce, mayPlan } from './rules.ts';
import { draftInput, notFound, ofDraft, refusalFor } from './showcase.ts';
import { typedShowcase } from './typed-showcase.ts';

const MOST_DRAFTS = 20;

export interface ShowcaseDraft {
  id: string;
  showcase_id: string | null;
  showcase_title: string | null;
  fields: Record<string, string>;
  version: number;
  saved_at: Date;
}

const COLUMNS = `d.id, d.showcase_id, s.title as showcase_title, d.fields, d.version, d.saved_at
  from showcase_drafts d left join showcases s on s.hub_id = d.hub_id and s.id = d.showcase_id`;

/** @throws Refusal 'not-found', for everybody else, too */
export async function draftOf(db: Db, personId: string, id: string): Promise<ShowcaseDraft> {
  const [draft] = await run<ShowcaseDraft>(db, `select ${COLUMNS} where d.id = $1 and d.person_id = $2`, [
    id,
    personId,
  ]);
  if (!draft) throw notFound();
  return draft;
}

export function draftsOf(db: Db, personId: string): Promise<ShowcaseDraft[]> {
  return run<ShowcaseDraft>(
    db,
    `select ${COLUMNS} where d.person_id = $1 order by d.saved_at desc, d.id limit ${MOST_DRAFTS}`,
    [personId],
  );
}

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

/** @throws Refusal 'changed-meanwhile': another window has kept something since */
export const saveDraft = action({
  name: 'stage.save-draft',
  input: stepInput(draftInput),
  async run(ctx, step): Promise<{ id: string; version: number }> {
    const version = await keepStep(ctx, 'showcase_drafts', step);
    if (version !== null) return { id: step.id, version };
    await draftOf(ctx.db, ctx.person.id, step.id);
    throw refusalFor('changed-meanwhile');
  },
});

export const discardDraft = action({
  name: 'stage.discard-draft',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<null> {
    await draftOf(ctx.db, ctx.person.id, id);
    await dropDraft(ctx, id);
    return null;
  },
});

export async function dropDraft(ctx: ActionContext, id: string): Promise<void> {
  await run(ctx.db, 'delete from showcase_drafts where hub_id = $1 and id = $2 and person_id = $3', [
    ctx.hub.id,
    id,
    ctx.person.id,
  ]);
}
