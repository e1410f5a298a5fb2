/** F7.1 A declaration on its way: kept as typed, step by step, seen by whoever writes it alone. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { draftsIn, MOST_DRAFTS } from '#kernel/draft-steps.ts';
import { refusalFor, type Typed } from './group.ts';
import { ownDeclaration } from './keeping.ts';
import { lockedGroup } from './queries.ts';
import { mayChange, mayDeclare } from './rules.ts';

export interface GroupDraft {
  id: string;
  group_id: string | null;
  group_name: string | null;
  fields: Typed;
  version: number;
  saved_at: Date;
}

export const { draftOf, draftsOf, saveDraft, discardDraft, dropDraft } = draftsIn<GroupDraft>({
  module: 'groups',
  table: 'group_drafts',
  columns: `d.id, d.group_id, g.name as group_name, d.fields, d.version, d.saved_at
    from group_drafts d left join groups g on g.hub_id = d.hub_id and g.id = d.group_id`,
  longest: 4000,
  changedMeanwhile: () => refusalFor('changed-meanwhile'),
});

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
    const no = groupId
      ? mayChange(ctx.reader, await lockedGroup(ctx.db, groupId), ctx.hub)
      : mayDeclare(ctx.reader, own);
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
