/** F9.2, X10 Materials of a meeting: what is handed out, pictures of the hall, minutes on paper. Whoever called it answers for them. */
import { z } from 'zod';
import { attachFiles, detachFile, fileRefusal, filesOn, guardFiles, LABEL_MAX } from '#commons/files/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { line, prose } from '#kernel/text.ts';
import { type HeldMeeting, heldMeeting, meetingTags, publicFacts } from './held.ts';
import { notFound, refusalFor } from './refusing.ts';
import { mayHandOut } from './rules.ts';

const MEETING = 'meeting';

/** A meeting is public from the moment it is called, and so are its materials. */
guardFiles(MEETING, async (db, things) => {
  const rows = await run<{ id: string }>(db, 'select id from meetings where id = any($1::uuid[])', [
    things.map(({ id }) => id),
  ]);
  const there = new Set(rows.map((row) => row.id));
  return things.map(({ id }) => (there.has(id) ? 'everybody' : null));
});

async function held(ctx: ActionContext, id: string): Promise<HeldMeeting> {
  const meeting = await heldMeeting(ctx.db, id, ctx.reader, 'for update');
  const no = mayHandOut(ctx.reader, meeting);
  if (no) throw refusalFor(no);
  return meeting;
}

async function named(ctx: ActionContext, id: string, fileId: string) {
  return (await filesOn(ctx.db, { kind: MEETING, id })).find((file) => file.id === fileId) ?? null;
}

/** @throws Refusal no-file, file-gone, too-many-files; not-host, cancelled; not-found */
export const addMaterial = action({
  name: 'meetings.add-material',
  input: z.object({ id: z.uuid(), fileId: z.union([z.uuid(), z.literal('')]), label: line({ max: LABEL_MAX }) }),
  async run(ctx, { id, fileId, label }): Promise<{ id: string; title: string }> {
    const meeting = await held(ctx, id);
    if (fileId === '') throw fileRefusal('no-file', { field: 'file' });
    await attachFiles(ctx, { kind: MEETING, id }, [{ fileId, label }]);
    const file = await named(ctx, id, fileId);
    await ctx.record({
      verb: 'meetings.material-added',
      object: { kind: 'meeting', id, version: meeting.version },
      public: { ...publicFacts(meeting), material: label },
      parts: [
        {
          part: 'material',
          actorId: ctx.actor.id,
          content: { title: label, sha256: file?.sha256, bytes: file?.bytes },
        },
      ],
      tags: meetingTags(id),
    });
    return { id, title: meeting.title };
  },
});

/** What is taken off was seen by others: the journal keeps what it was called, its hash and why. */
export const takeOffMaterial = action({
  name: 'meetings.take-off-material',
  input: z.object({ id: z.uuid(), fileId: z.uuid(), reason: prose({ max: 400 }) }),
  async run(ctx, { id, fileId, reason }): Promise<{ id: string; title: string }> {
    const meeting = await held(ctx, id);
    const file = await named(ctx, id, fileId);
    if (!file) throw notFound();
    await detachFile(ctx, { kind: MEETING, id }, fileId);
    await ctx.record({
      verb: 'meetings.material-taken-off',
      object: { kind: 'meeting', id, version: meeting.version },
      public: { ...publicFacts(meeting), material: file.label, reason },
      parts: [{ part: 'material', actorId: ctx.actor.id, content: { title: file.label, sha256: file.sha256, reason } }],
      tags: meetingTags(id),
    });
    return { id, title: meeting.title };
  },
});
