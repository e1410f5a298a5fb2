/** F9.9, X10 Papers of a sitting: what members are given, what they hand in, minutes on paper. Its office answers for them. */
import { z } from 'zod';
import { attachFiles, detachFile, fileRefusal, filesOn, guardFiles, LABEL_MAX } from '#commons/files/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { line, prose } from '#kernel/text.ts';
import { sittingTags } from './call-sitting.ts';
import { notFound, refusalFor } from './committee.ts';
import { type Sitting, sittingById } from './queries.ts';
import { mayHandOut } from './rules.ts';

const SITTING = 'sitting';

/** A sitting is public from the moment it is announced, closed ones too: only its room is closed. */
guardFiles(SITTING, async (db, things) => {
  const rows = await run<{ id: string }>(db, 'select id from sittings where id = any($1::uuid[])', [
    things.map(({ id }) => id),
  ]);
  const there = new Set(rows.map((row) => row.id));
  return things.map(({ id }) => (there.has(id) ? 'everybody' : null));
});

async function held(ctx: ActionContext, id: string): Promise<Sitting> {
  const sitting = await sittingById(ctx.db, id, 'for update of s');
  const no = mayHandOut(ctx.reader, sitting);
  if (no) throw refusalFor(no);
  return sitting;
}

async function named(ctx: ActionContext, id: string, fileId: string) {
  return (await filesOn(ctx.db, { kind: SITTING, id })).find((file) => file.id === fileId) ?? null;
}

const publicFacts = (sitting: Sitting) => ({ title: sitting.committee_name, number: sitting.number });

/** @throws Refusal no-file, file-gone, too-many-files; not-in-charge, cancelled; not-found */
export const addMaterial = action({
  name: 'committees.add-material',
  input: z.object({ id: z.uuid(), fileId: z.union([z.uuid(), z.literal('')]), label: line({ max: LABEL_MAX }) }),
  async run(ctx, { id, fileId, label }): Promise<{ id: string }> {
    const sitting = await held(ctx, id);
    if (fileId === '') throw fileRefusal('no-file', { field: 'file' });
    await attachFiles(ctx, { kind: SITTING, id }, [{ fileId, label }]);
    const file = await named(ctx, id, fileId);
    await ctx.record({
      verb: 'committees.material-added',
      object: { kind: SITTING, id, version: sitting.version },
      public: { ...publicFacts(sitting), material: label },
      parts: [
        {
          part: 'material',
          actorId: sitting.division_id,
          content: { title: label, sha256: file?.sha256, bytes: file?.bytes },
        },
      ],
      tags: sittingTags(sitting),
    });
    return { id };
  },
});

/** What is taken off was seen by others: the journal keeps what it was called, its hash and why. */
export const takeOffMaterial = action({
  name: 'committees.take-off-material',
  input: z.object({ id: z.uuid(), fileId: z.uuid(), reason: prose({ max: 400 }) }),
  async run(ctx, { id, fileId, reason }): Promise<{ id: string }> {
    const sitting = await held(ctx, id);
    const file = await named(ctx, id, fileId);
    if (!file) throw notFound();
    await detachFile(ctx, { kind: SITTING, id }, fileId);
    await ctx.record({
      verb: 'committees.material-taken-off',
      object: { kind: SITTING, id, version: sitting.version },
      public: { ...publicFacts(sitting), material: file.label, reason },
      parts: [
        {
          part: 'material',
          actorId: sitting.division_id,
          content: { title: file.label, sha256: file.sha256, reason },
        },
      ],
      tags: sittingTags(sitting),
    });
    return { id };
  },
});
