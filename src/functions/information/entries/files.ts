/** F1.1, X10: files of a draft: added with their words, put in order, taken off. They become public with the draft. */
import { z } from 'zod';
import { attachFiles, detachFile, fileRefusal, LABEL_MAX, moveFile } from '#commons/files/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { line } from '#kernel/text.ts';
import { draftOf } from './drafts.ts';
import { DRAFT } from './entry.ts';

const place = z.object({ id: z.uuid(), fileId: z.uuid() });

/** Holds the draft against others; who may not write on it learns nothing. */
async function held(ctx: ActionContext, id: string) {
  await draftOf(ctx.db, ctx.person.id, id, true);
  return { kind: DRAFT, id };
}

/** @throws Refusal no-file, file-gone, too-many-files; not-found */
export const addFile = action({
  name: 'entries.add-file',
  input: z.object({ id: z.uuid(), fileId: z.union([z.uuid(), z.literal('')]), label: line({ max: LABEL_MAX }) }),
  async run(ctx, { id, fileId, label }): Promise<{ id: string }> {
    const thing = await held(ctx, id);
    if (fileId === '') throw fileRefusal('no-file', { field: 'file' });
    await attachFiles(ctx, thing, [{ fileId, label }]);
    return { id };
  },
});

/** @throws Refusal file-gone; not-found */
export const moveFileUp = action({
  name: 'entries.move-file-up',
  input: place,
  async run(ctx, { id, fileId }): Promise<{ id: string }> {
    await moveFile(ctx, await held(ctx, id), fileId, true);
    return { id };
  },
});

/** @throws Refusal file-gone; not-found */
export const removeFile = action({
  name: 'entries.remove-file',
  input: place,
  async run(ctx, { id, fileId }): Promise<{ id: string }> {
    await detachFile(ctx, await held(ctx, id), fileId);
    return { id };
  },
});
