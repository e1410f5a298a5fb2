/** F1.1 An entry on its way: kept as typed, seen by whoever writes it alone; and a change of one that stands. */
import { z } from 'zod';
import { copyAll, detachAll, guardFiles, guardOwnDrafts } from '#commons/files/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { draftsIn, MOST_DRAFTS } from '#kernel/draft-steps.ts';
import { DRAFT, ENTRY, ENTRY_KINDS, type EntryKind, FACTS, refusalFor, type Typed } from './entry.ts';
import { contentNow, lockedEntry } from './queries.ts';
import { mayChange, mayPost } from './rules.ts';

export interface EntryDraft {
  id: string;
  kind: EntryKind;
  actor_id: string;
  actor_name: string;
  entry_id: string | null;
  entry_title: string | null;
  fields: Typed;
  version: number;
  saved_at: Date;
}

export const { draftOf, draftsOf, saveDraft, discardDraft, dropDraft } = draftsIn<EntryDraft>({
  module: 'entries',
  table: 'entry_drafts',
  columns: `d.id, d.kind, d.actor_id, a.name as actor_name, d.entry_id, e.title as entry_title, d.fields, d.version, d.saved_at
    from entry_drafts d join actors a on a.hub_id = d.hub_id and a.id = d.actor_id
    left join entries e on e.hub_id = d.hub_id and e.id = d.entry_id`,
  longest: 16_000,
  changedMeanwhile: () => refusalFor('changed-meanwhile'),
  dropped: (ctx, id) => detachAll(ctx, { kind: DRAFT, id }),
});

const maybeId = z
  .union([z.uuid(), z.literal('')])
  .optional()
  .default('');

/** Begins an entry of a kind, or with `entryId` a change of one that stands. */
export const beginDraft = action({
  name: 'entries.begin-draft',
  input: z.object({ kind: z.enum(ENTRY_KINDS, { error: 'not-a-choice' }).optional(), entryId: maybeId }),
  async run(ctx, { kind, entryId }): Promise<{ id: string }> {
    const open = await draftsOf(ctx.db, ctx.person.id);
    if (entryId) return beginChange(ctx, entryId, open);
    const no = mayPost(ctx.reader, ctx.actor.id);
    if (no) throw refusalFor(no);
    if (!kind) throw refusalFor('changed-meanwhile', 'kind');
    if (open.length >= MOST_DRAFTS) throw refusalFor('too-many-drafts');
    return { id: await insertDraft(ctx, { kind, actorId: ctx.actor.id, entryId: null, fields: {} }) };
  },
});

async function beginChange(ctx: ActionContext, entryId: string, open: readonly EntryDraft[]): Promise<{ id: string }> {
  const entry = await lockedEntry(ctx.db, entryId);
  const no = mayChange(ctx.reader, entry);
  if (no) throw refusalFor(no);
  const begun = open.find((draft) => draft.entry_id === entryId);
  if (begun) return { id: begun.id };
  if (open.length >= MOST_DRAFTS) throw refusalFor('too-many-drafts');
  const fields = await typedNow(ctx.db, entryId);
  const id = await insertDraft(ctx, { kind: entry.kind, actorId: entry.actor_id, entryId, fields });
  await copyAll(ctx, { kind: ENTRY, id: entryId, version: entry.version }, { kind: DRAFT, id });
  return { id };
}

/** An entry as its form holds it; `of` is the version it is. */
export async function typedNow(db: Db, entryId: string): Promise<Typed> {
  const now = await contentNow(db, entryId);
  const { facts, fields, districts, lat, lng, audience, fee, accessibility, tags } = now;
  return {
    ...Object.fromEntries(FACTS[now.kind].map((fact) => [fact, facts[fact] ?? ''])),
    of: String(now.version),
    title: now.title,
    body: now.body,
    fields: fields.join(','),
    districts: districts.join('、'),
    startsOn: now.startsOn ?? '',
    endsOn: now.endsOn ?? '',
    lat: lat === null ? '' : String(lat),
    lng: lng === null ? '' : String(lng),
    audience: audience.join(','),
    fee: fee === null ? '' : String(fee),
    accessibility: accessibility.join(','),
    tags: tags.join('、'),
    noLetters: now.takesLetters ? '' : 'yes',
  };
}

async function insertDraft(
  ctx: ActionContext,
  draft: { kind: EntryKind; actorId: string; entryId: string | null; fields: Typed },
): Promise<string> {
  const id = ctx.newId();
  await run(
    ctx.db,
    `insert into entry_drafts (hub_id, id, person_id, actor_id, kind, entry_id, fields, saved_at)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8)`,
    [ctx.hub.id, id, ctx.person.id, draft.actorId, draft.kind, draft.entryId, JSON.stringify(draft.fields), ctx.now],
  );
  return id;
}

/** Files of an entry are as public as it is; those of a draft are its writer's. */
guardFiles(ENTRY, async (db, things) => {
  const rows = await run<{ id: string }>(
    db,
    'select id from entries where id = any($1::uuid[]) and hidden_at is null and withdrawn_at is null',
    [things.map(({ id }) => id)],
  );
  const there = new Set(rows.map((row) => row.id));
  return things.map(({ id }) => (there.has(id) ? 'everybody' : null));
});

guardOwnDrafts(DRAFT, 'entry_drafts');
