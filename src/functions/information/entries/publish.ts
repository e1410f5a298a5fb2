/** F1.1, P5 An entry becomes public at once, approved by nobody; every later word is a new version. */
import { z } from 'zod';
import { tellsWho } from '#commons/actors/index.ts';
import { type AttachedFile, copyAll, filesOn, moveAll } from '#commons/files/index.ts';
import { watch } from '#commons/moderation/index.ts';
import { boundsOf, districtAt, outlineInForce, placeOf } from '#functions/participation/proposals/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { prose } from '#kernel/text.ts';
import { draftOf, dropDraft } from './drafts.ts';
import {
  contentOf,
  DRAFT,
  ENTRY,
  type EntryContent,
  type EntryInput,
  type EntryKind,
  entryInput,
  LIMITS,
  refusalFor,
} from './entry.ts';
import { lockedEntry } from './queries.ts';
import { mayChange, mayPost } from './rules.ts';
import { foundKind } from './searchable.ts';

export interface NamedEntry {
  id: string;
  title: string;
}

/** Pages that show it; `entry-call:ID` is by what the search looks at it again. */
export function entryTags({ id, kind, actor_id: by }: { id: string; kind: EntryKind; actor_id: string }): string[] {
  return ['entries', `entry:${id}`, `${foundKind(kind)}:${id}`, `group:${by}`, `actor:${by}`, `entries-of:${by}`];
}

/** Words in which the moderators' sieve looks. */
function wordsOf({ title, body, facts }: EntryContent): string {
  return [title, body, ...Object.values(facts)].join('\n');
}

/** What was typed as an entry: the point within the town, its district added where nobody named one. @throws Refusal */
async function checked(
  ctx: Pick<ActionContext, 'db' | 'now'>,
  input: EntryInput,
  files: readonly AttachedFile[],
  endedOn: string | null = null,
) {
  const outline = (await outlineInForce(ctx.db))?.geojson ?? null;
  const found = placeOf({ lat: input.lat, lng: input.lng, shape: '' }, outline && boundsOf(outline));
  if ('problem' in found) throw refusalFor('not-a-place', found.problem.field);
  const at = found.place && outline ? districtAt(outline, [found.place.lat, found.place.lng]) : '';
  const named = [...new Set([...input.districts, ...input.otherDistricts])];
  if (named.length > LIMITS.districts) throw refusalFor('too-many-districts', 'otherDistricts');
  const content = contentOf(input, found.place, named.length === 0 && at !== '' ? [at] : named);
  const { startsOn, endsOn, kind } = content;
  if (startsOn && endsOn && endsOn < startsOn) throw refusalFor('ends-before-start', 'endsOn');
  if (endsOn && endsOn < tokyoDate(ctx.now) && endsOn !== endedOn) throw refusalFor('ends-in-the-past', 'endsOn');
  if (kind === 'document' && files.length === 0 && !content.facts.url) throw refusalFor('no-document', 'url');
  return content;
}

/** X13: somebody known to be under 18 doesn't tell strangers where to find them. */
async function insistOnUntold({ db, hub, person, actor }: ActionContext, content: EntryContent): Promise<void> {
  if (actor.id !== person.id) return;
  const tells = tellsWho({ name: content.title, about: wordsOf(content) });
  const isReachable = Boolean(content.facts.contact) || content.lat !== null;
  if (!tells && !isReachable) return;
  const young = await run(
    db,
    'select 1 from actors a join auth.minors m on m.account_id = a.account_id where a.hub_id = $1 and a.id = $2',
    [hub.id, person.id],
  );
  if (young.length === 0) return;
  throw refusalFor(
    'tells-who',
    tells ? (tells.field === 'name' ? 'title' : 'body') : content.lat === null ? 'contact' : 'lat',
  );
}

/** The columns of what is said. */
function columnsOf(content: EntryContent, takesLetters: boolean) {
  const { title, body, facts, fields, districts, startsOn, endsOn, lat, lng, audience, fee, accessibility, tags } =
    content;
  return {
    title,
    body,
    facts: JSON.stringify(facts),
    fields,
    districts,
    starts_on: startsOn,
    ends_on: endsOn,
    lat,
    lng,
    audience,
    fee,
    accessibility,
    tags,
    takes_letters: takesLetters,
  };
}

interface Written {
  id: string;
  actorId: string;
  version: number;
  content: EntryContent;
  changed: string;
  verb: 'entries.published' | 'entries.changed';
}

async function keepVersion(ctx: ActionContext, { id, actorId, version, content, changed, verb }: Written) {
  await run(
    ctx.db,
    `insert into entry_versions (hub_id, entry_id, version, content, changed, person_id, at)
     values ($1, $2, $3, $4::jsonb, $5, $6, $7)`,
    [ctx.hub.id, id, version, JSON.stringify(content), changed, ctx.person.id, ctx.now],
  );
  const files = (await filesOn(ctx.db, { kind: ENTRY, id, version })).map(({ label, sha256, bytes }) => ({
    title: label,
    sha256,
    bytes,
  }));
  await ctx.record({
    verb,
    object: { kind: ENTRY, id, version },
    public: { title: content.title, kind: content.kind },
    parts: [{ part: 'entry', actorId, content: { ...content, changed, ...(files.length > 0 ? { files } : {}) } }],
    tags: entryTags({ id, kind: content.kind, actor_id: actorId }),
    as: actorId,
  });
}

const maybeId = z
  .union([z.uuid(), z.literal('')])
  .optional()
  .default('');

async function filesOfDraft(db: Db, personId: string, draft: string): Promise<AttachedFile[]> {
  if (!draft) return [];
  await draftOf(db, personId, draft, true);
  return filesOn(db, { kind: DRAFT, id: draft });
}

/** How many texts of this person came within the hour, this one included. */
async function lastHour({ db, person, now }: ActionContext): Promise<number> {
  const [row] = await run<{ n: number }>(
    db,
    'select count(*)::int as n from entries where person_id = $1 and published_at > $2',
    [person.id, new Date(now.getTime() - 3_600_000)],
  );
  return row?.n ?? 1;
}

/** @throws Refusal sign-in, level, not-yours, ends-before-start, ends-in-the-past, no-document, not-a-place, tells-who */
export const publishEntry = action({
  name: 'entries.publish',
  input: entryInput.safeExtend({ draft: maybeId }),
  async run(ctx, { draft, ...input }): Promise<NamedEntry> {
    const draftRow = draft ? await draftOf(ctx.db, ctx.person.id, draft, true) : null;
    const actorId = draftRow?.actor_id ?? ctx.actor.id;
    const no = mayPost(ctx.reader, actorId);
    if (no) throw refusalFor(no);
    const content = await checked(ctx, input, await filesOfDraft(ctx.db, ctx.person.id, draft));
    await insistOnUntold(ctx, content);
    const id = ctx.newId();
    await ctx.db
      .insertInto('entries')
      .values({
        hub_id: ctx.hub.id,
        id,
        kind: content.kind,
        actor_id: actorId,
        person_id: ctx.person.id,
        ...columnsOf(content, input.noLetters !== 'yes'),
        published_at: ctx.now,
        changed_at: ctx.now,
        confirmed_at: ctx.now,
      })
      .execute();
    if (draft) {
      await moveAll(ctx, { kind: DRAFT, id: draft }, { kind: ENTRY, id, version: 1 });
      await dropDraft(ctx, draft);
    }
    await keepVersion(ctx, { id, actorId, version: 1, content, changed: '', verb: 'entries.published' });
    const text = wordsOf(content);
    await watch(ctx, { kind: ENTRY, id, text, saidBefore: false, lastHour: await lastHour(ctx) });
    return { id, title: content.title };
  },
});

/** A new version; it also says that the rest still holds. With another last day it goes on. @throws Refusal … changed-meanwhile, withdrawn */
export const changeEntry = action({
  name: 'entries.change',
  input: entryInput.safeExtend({
    id: z.uuid(),
    /** the version the change began with */
    of: z.coerce.number().int().min(1),
    changed: prose({ min: 0, max: LIMITS.changed }).optional().default(''),
    draft: maybeId,
  }),
  async run(ctx, { id, of, changed, draft, ...input }): Promise<NamedEntry> {
    const entry = await lockedEntry(ctx.db, id);
    const no = mayChange(ctx.reader, entry);
    if (no) throw refusalFor(no);
    if (entry.version !== of) throw refusalFor('changed-meanwhile');
    const before = { kind: ENTRY, id, version: of };
    const files = draft ? await filesOfDraft(ctx.db, ctx.person.id, draft) : await filesOn(ctx.db, before);
    const content = await checked(ctx, { ...input, kind: entry.kind }, files, entry.ends_on);
    const goesOn = entry.ended_by === 'date' && content.endsOn !== entry.ends_on;
    await insistOnUntold(ctx, content);
    const version = of + 1;
    await ctx.db
      .updateTable('entries')
      .set({
        ...columnsOf(content, input.noLetters !== 'yes'),
        version,
        changed_at: ctx.now,
        confirmed_at: ctx.now,
        asked_at: null,
        resting_at: null,
        ...(goesOn ? { ended_at: null, ended_by: null } : {}),
      })
      .where('hub_id', '=', ctx.hub.id)
      .where('id', '=', id)
      .execute();
    if (draft) {
      await moveAll(ctx, { kind: DRAFT, id: draft }, { kind: ENTRY, id, version });
      await dropDraft(ctx, draft);
    } else await copyAll(ctx, before, { kind: ENTRY, id, version });
    await keepVersion(ctx, { id, actorId: entry.actor_id, version, content, changed, verb: 'entries.changed' });
    return { id, title: content.title };
  },
});
