/** F1.1, X10 The picture of an event: one, with what can be seen on it in words. On every day of a series the same. */
import { z } from 'zod';
import {
  attachFiles,
  copyAll,
  detachAll,
  fileRefusal,
  guardFiles,
  guardOwnDrafts,
  LABEL_MAX,
} from '#commons/files/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { refusalFor } from './event.ts';
import { eventTags, type NamedEvent } from './event-tags.ts';
import { lockedEvent } from './queries.ts';
import { mayOrganise } from './rules.ts';

export const EVENT = 'event';
export const DRAFT = 'event-draft';

/** An event is public from the moment it is announced, and so is its picture; not while it is hidden. */
guardFiles(EVENT, async (db, things) => {
  const rows = await run<{ id: string }>(
    db,
    'select id from town_events where id = any($1::uuid[]) and hidden_at is null',
    [things.map(({ id }) => id)],
  );
  const there = new Set(rows.map((row) => row.id));
  return things.map(({ id }) => (there.has(id) ? 'everybody' : null));
});

guardOwnDrafts(DRAFT, 'event_drafts');

/** The picture that was put into a draft hangs on each of these events from now on; without one, theirs stay. */
export async function copyPicture(ctx: ActionContext, draftId: string, eventIds: readonly string[]): Promise<void> {
  const from = { kind: DRAFT, id: draftId };
  const there = await run(
    ctx.db,
    `select file_id from attachments where thing_kind = $1 and thing_id = $2 and version = 0 limit 1`,
    [DRAFT, draftId],
  );
  if (there.length === 0) return;
  await Promise.all(
    eventIds.map(async (id) => {
      await detachAll(ctx, { kind: EVENT, id });
      await copyAll(ctx, from, { kind: EVENT, id });
    }),
  );
  await detachAll(ctx, from);
}

const input = z.object({
  id: z.uuid(),
  fileId: z.union([z.uuid(), z.literal('')]),
  label: line({ max: LABEL_MAX }),
});

async function ownDraft(ctx: ActionContext, id: string): Promise<void> {
  const found = await run(ctx.db, 'select id from event_drafts where id = $1 and person_id = $2 for update', [
    id,
    ctx.person.id,
  ]);
  if (found.length === 0) throw refusalFor('changed-meanwhile');
}

/** Takes the place of the one before. @throws Refusal no-file, file-gone */
export const setDraftPicture = action({
  name: 'events.set-draft-picture',
  input,
  async run(ctx, { id, fileId, label }): Promise<null> {
    await ownDraft(ctx, id);
    if (fileId === '') throw fileRefusal('no-file', { field: 'file' });
    await detachAll(ctx, { kind: DRAFT, id });
    await attachFiles(ctx, { kind: DRAFT, id }, [{ fileId, label }]);
    return null;
  },
});

export const takeDraftPictureOff = action({
  name: 'events.take-draft-picture-off',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<null> {
    await ownDraft(ctx, id);
    await detachAll(ctx, { kind: DRAFT, id });
    return null;
  },
});

/** Of an event that stands: on this day and, where it repeats, on every later one. @throws Refusal not-host, no-file, file-gone */
export const setPicture = action({
  name: 'events.set-picture',
  input,
  async run(ctx, { id, fileId, label }): Promise<NamedEvent> {
    const event = await lockedEvent(ctx.db, id);
    const no = mayOrganise(ctx.reader, event);
    if (no) throw refusalFor(no);
    if (fileId === '') throw fileRefusal('no-file', { field: 'file' });
    const later = await laterDays(ctx, event);
    await Promise.all(
      later.map(async (day) => {
        await detachAll(ctx, { kind: EVENT, id: day });
        await attachFiles(ctx, { kind: EVENT, id: day }, [{ fileId, label }]);
      }),
    );
    await recordPicture(ctx, event, label);
    return { id, title: event.title };
  },
});

export const takePictureOff = action({
  name: 'events.take-picture-off',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<NamedEvent> {
    const event = await lockedEvent(ctx.db, id);
    const no = mayOrganise(ctx.reader, event);
    if (no) throw refusalFor(no);
    const later = await laterDays(ctx, event);
    await Promise.all(later.map((day) => detachAll(ctx, { kind: EVENT, id: day })));
    await recordPicture(ctx, event, '');
    return { id, title: event.title };
  },
});

type Locked = Awaited<ReturnType<typeof lockedEvent>>;

async function laterDays(ctx: ActionContext, event: Locked): Promise<string[]> {
  if (!event.series_id) return [event.id];
  const rows = await run<{ id: string }>(
    ctx.db,
    'select id from town_events where series_id = $1 and starts_at >= $2 order by starts_at',
    [event.series_id, event.starts_at],
  );
  return rows.map(({ id }) => id);
}

async function recordPicture(ctx: ActionContext, event: Locked, label: string): Promise<void> {
  await ctx.record({
    verb: 'events.picture-changed',
    object: { kind: 'event', id: event.id, version: event.version },
    public: { title: event.title, event: event.id },
    parts: [{ part: 'picture', actorId: event.host_id, content: { label } }],
    tags: eventTags(event),
    as: event.host_id,
  });
}
