/** F9.1, X10: files of a draft: added, described, put in order, taken off. They become public with the draft's version. */
import { z } from 'zod';
import { attachFiles, detachFile, fileRefusal, LABEL_MAX, labelFile, moveFile } from '#commons/files/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line } from '#kernel/text.ts';
import { draftThing } from './attachment.ts';
import { draftFor } from './drafts.ts';
import { refuse } from './proposal.ts';

const label = line({ max: LABEL_MAX });
const place = { id: z.uuid(), fileId: z.uuid() };

/** Holds the draft against others; who may not write on it learns nothing. */
async function held(ctx: ActionContext, id: string) {
  const draft = await draftFor(ctx.db, ctx.reader, id, true);
  if (!draft) throw refuseKernel('not-found', { status: 404 });
  if (draft.published_at) throw refuse('already-published', { status: 409 });
  return draftThing(draft.id);
}

/** @throws Refusal no-file, file-gone, too-many-files; already-published; not-found */
export const addAttachment = action({
  name: 'proposals.add-attachment',
  input: z.object({ id: z.uuid(), fileId: z.union([z.uuid(), z.literal('')]), label }),
  async run(ctx, { id, fileId, label }): Promise<{ id: string }> {
    const thing = await held(ctx, id);
    if (fileId === '') throw fileRefusal('no-file', { field: 'file' });
    await attachFiles(ctx, thing, [{ fileId, label }]);
    return { id };
  },
});

/** @throws Refusal file-gone; already-published; not-found */
export const describeAttachment = action({
  name: 'proposals.describe-attachment',
  input: z.object({ ...place, label }),
  async run(ctx, { id, fileId, label }): Promise<{ id: string }> {
    await labelFile(ctx, await held(ctx, id), { fileId, label });
    return { id };
  },
});

/** @throws Refusal file-gone; already-published; not-found */
export const moveAttachment = action({
  name: 'proposals.move-attachment',
  input: z.object({ ...place, to: z.enum(['up', 'down'], { error: 'not-a-choice' }) }),
  async run(ctx, { id, fileId, to }): Promise<{ id: string }> {
    await moveFile(ctx, await held(ctx, id), fileId, to === 'up');
    return { id };
  },
});

/** @throws Refusal file-gone; already-published; not-found */
export const removeAttachment = action({
  name: 'proposals.remove-attachment',
  input: z.object(place),
  async run(ctx, { id, fileId }): Promise<{ id: string }> {
    await detachFile(ctx, await held(ctx, id), fileId);
    return { id };
  },
});
