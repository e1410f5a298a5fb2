/** F7.3, X10 Files of a circle: put there by members, seen by members. */
import { z } from 'zod';
import { attachFiles, detachFile, fileRefusal, filesOn, guardFiles, LABEL_MAX } from '#commons/files/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { notFound, refusalFor } from './circle.ts';
import { isMember } from './letters.ts';
import { lockedCircle, type NamedCircle, ownStanding } from './membership.ts';

const CIRCLE = 'circle';

guardFiles(CIRCLE, async (db, things, { reader }) => {
  const own = (reader?.roles ?? []).map(({ organisation }) => organisation.id);
  if (own.length === 0) return things.map(() => null);
  const rows = await run<{ circle_id: string }>(
    db,
    'select circle_id from circle_members where circle_id = any($1::uuid[]) and group_id = any($2::uuid[]) and left_at is null',
    [things.map(({ id }) => id), own],
  );
  const seen = new Set(rows.map((row) => row.circle_id));
  return things.map(({ id }) => (seen.has(id) ? 'reader' : null));
});

/** @throws Refusal no-file, file-gone, too-many-files; not-a-member, closed, not-found */
export const addCircleFile = action({
  name: 'circles.add-file',
  input: z.object({
    id: z.uuid(),
    own: z.uuid(),
    fileId: z.union([z.uuid(), z.literal('')]),
    label: line({ max: LABEL_MAX }),
  }),
  async run(ctx, { id, own, fileId, label }): Promise<NamedCircle> {
    const circle = await lockedCircle(ctx, id);
    await ownStanding(ctx, own);
    if (!(await isMember(ctx.db, id, own))) throw refusalFor('not-a-member');
    if (fileId === '') throw fileRefusal('no-file', { field: 'file' });
    await attachFiles(ctx, { kind: CIRCLE, id }, [{ fileId, label }]);
    await ctx.record({ verb: 'circles.file-added', object: { kind: 'circle', id }, tags: [`circle:${id}`] });
    return { id, name: circle.name };
  },
});

export const takeCircleFileOff = action({
  name: 'circles.take-file-off',
  input: z.object({ id: z.uuid(), own: z.uuid(), fileId: z.uuid() }),
  async run(ctx, { id, own, fileId }): Promise<NamedCircle> {
    const circle = await lockedCircle(ctx, id);
    await ownStanding(ctx, own);
    if (!(await isMember(ctx.db, id, own))) throw refusalFor('not-a-member');
    const file = (await filesOn(ctx.db, { kind: CIRCLE, id })).find((one) => one.id === fileId);
    if (!file) throw notFound();
    await detachFile(ctx, { kind: CIRCLE, id }, fileId);
    await ctx.record({ verb: 'circles.file-taken-off', object: { kind: 'circle', id }, tags: [`circle:${id}`] });
    return { id, name: circle.name };
  },
});
