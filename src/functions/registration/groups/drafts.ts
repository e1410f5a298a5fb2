/** F7.1 A declaration on its way: kept as typed, step by step, seen by whoever writes it alone. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { keepStep, stepInput } from '#kernel/draft-steps.ts';
import { draftInput, notFound, refusalFor, type Typed } from './group.ts';
import { ownDeclaration } from './keeping.ts';
import { lockedGroup } from './queries.ts';
import { mayChange, mayDeclare } from './rules.ts';

const MOST_DRAFTS = 20;

export interface GroupDraft {
  id: string;
  group_id: string | null;
  group_name: string | null;
  fields: Typed;
  version: number;
  saved_at: Date;
}

const COLUMNS = `d.id, d.group_id, g.name as group_name, d.fields, d.version, d.saved_at
  from group_drafts d left join groups g on g.hub_id = d.hub_id and g.id = d.group_id`;

export async function draftOf(db: Db, personId: string, id: string): Promise<GroupDraft> {
  const [draft] = await run<GroupDraft>(db, `select ${COLUMNS} where d.id = $1 and d.person_id = $2`, [id, personId]);
  if (!draft) throw notFound();
  return draft;
}

export function draftsOf(db: Db, personId: string): Promise<GroupDraft[]> {
  return run<GroupDraft>(
    db,
    `select ${COLUMNS} where d.person_id = $1 order by d.saved_at desc, d.id limit ${MOST_DRAFTS}`,
    [personId],
  );
}

/** Begins a declaration, or with `groupId` a change of one that stands. */
export const beginDraft = action({
  name: 'groups.begin-draft',
  input: z.object({
    groupId: z
      .union([z.uuid(), z.literal('')])
      .optional()
      .default(''),
  }),
  async run(ctx, { groupId }): Promise<{ id: string }> {
    const own = ctx.actor.id === ctx.person.id ? null : ctx.actor.id;
    const no = groupId ? mayChange(ctx.reader, await lockedGroup(ctx.db, groupId)) : mayDeclare(ctx.reader, own);
    if (no) throw refusalFor(no);
    const open = await draftsOf(ctx.db, ctx.person.id);
    const begun = open.find((draft) => groupId !== '' && draft.group_id === groupId);
    if (begun) return { id: begun.id };
    if (open.length >= MOST_DRAFTS) throw refusalFor('too-many-drafts');
    const fields = groupId ? await ownDeclaration(ctx.db, groupId) : own ? { name: ctx.actor.name } : {};
    const id = ctx.newId();
    await ctx.db
      .insertInto('group_drafts')
      .values({
        hub_id: ctx.hub.id,
        id,
        person_id: ctx.person.id,
        group_id: groupId || null,
        fields: JSON.stringify(fields),
        saved_at: ctx.now,
      })
      .execute();
    return { id };
  },
});

export const saveDraft = action({
  name: 'groups.save-draft',
  input: stepInput(draftInput),
  async run(ctx, step): Promise<{ id: string; version: number }> {
    const version = await keepStep(ctx, 'group_drafts', step);
    if (version !== null) return { id: step.id, version };
    await draftOf(ctx.db, ctx.person.id, step.id);
    throw refusalFor('changed-meanwhile');
  },
});

export const discardDraft = action({
  name: 'groups.discard-draft',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<null> {
    await draftOf(ctx.db, ctx.person.id, id);
    await dropDraft(ctx.db, ctx.hub.id, ctx.person.id, id);
    return null;
  },
});

export async function dropDraft(db: Db, hubId: number, personId: string, id: string): Promise<void> {
  await run(db, 'delete from group_drafts where hub_id = $1 and id = $2 and person_id = $3', [hubId, id, personId]);
}
