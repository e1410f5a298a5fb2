/** X9, P7: what the desk writes for a group that has no e-mail is said to have come through the desk, each time. */
import type { ActionContext } from '#kernel/context.ts';
import type { GroupRow } from './queries.ts';
import { speaksFor } from './rules.ts';

export const PAPER_ACTS = ['declared', 'changed', 'confirmed', 'withdrawn', 'answered'] as const;
export type PaperAct = (typeof PAPER_ACTS)[number];

/** Beside the act of the group itself; nothing where the group did it. */
export async function sayFromPaper(
  ctx: ActionContext,
  group: Pick<GroupRow, 'id' | 'name' | 'desk_since'>,
  what: PaperAct,
): Promise<void> {
  const { id, name } = group;
  if (!group.desk_since || speaksFor(ctx.reader, id)) return;
  const office = ctx.hub.secretariatId ?? ctx.actor.id;
  await ctx.record({
    verb: 'groups.entered-at-desk',
    object: { kind: 'group', id },
    public: { title: name, what },
    parts: [{ part: 'entry', actorId: office, content: { group: id, what } }],
    tags: ['groups', `group:${id}`],
    as: office,
  });
}
