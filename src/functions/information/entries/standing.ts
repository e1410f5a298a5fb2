/** F1.1 How an entry ends, rests and goes on: by its poster's word, by its last day, by the yearly question nobody answered. */
import { z } from 'zod';
import { groupRules } from '#commons/hubs/index.ts';
import { tell } from '#commons/notices/index.ts';
import { type Action, action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { prose } from '#kernel/text.ts';
import { entryHref } from './addresses.ts';
import { ENTRY, type EntryKind, type Reason, refusalFor } from './entry.ts';
import { entryTags, type NamedEntry } from './publish.ts';
import { type EntryRow, lockedEntry } from './queries.ts';
import { isOver, mayChange, mayConfirm, mayEnd } from './rules.ts';

const DAY = 86_400_000;
/** So many are asked, or ended, at a turn of the clock. */
const MOST_AT_ONCE = 200;

interface Step {
  name: string;
  verb: string;
  part: string;
  /** SQL of what changes; $1 hub, $2 entry, $3 now */
  set: string;
  may(reader: ActionContext['reader'], entry: EntryRow, now: Date): Reason | null;
}

const onlyId = z.object({ id: z.uuid() });

/** An act of whoever posted the entry that changes how it stands, not what it says. */
function step({ name, verb, part, set, may }: Step): Action<{ id: string }, NamedEntry> {
  return action({
    name,
    input: onlyId,
    async run(ctx, { id }): Promise<NamedEntry> {
      const entry = await lockedEntry(ctx.db, id);
      const no = may(ctx.reader, entry, ctx.now);
      if (no) throw refusalFor(no);
      await run(ctx.db, `update entries set ${set} where hub_id = $1 and id = $2`, [ctx.hub.id, id, ctx.now]);
      await ctx.record({
        verb,
        object: { kind: ENTRY, id, version: entry.version },
        public: { title: entry.title, kind: entry.kind },
        parts: [{ part, actorId: entry.actor_id, content: { version: entry.version } }],
        tags: entryTags(entry),
        as: entry.actor_id,
      });
      return { id, title: entry.title };
    },
  });
}

/** 募集を終える: enough people have come, the place is taken. */
export const endEntry = step({
  name: 'entries.end',
  verb: 'entries.ended',
  part: 'end',
  set: `ended_at = $3, ended_by = 'poster', asked_at = null, resting_at = null`,
  may: mayEnd,
});

/** It still holds: the yearly question answered, or rest ended. */
export const confirmEntry = step({
  name: 'entries.confirm',
  verb: 'entries.confirmed',
  part: 'confirmation',
  set: 'confirmed_at = $3, asked_at = null, resting_at = null',
  may: mayConfirm,
});

/** Begins again what was ended; one whose last day is over needs a new day, which is a change. */
export const reopenEntry = step({
  name: 'entries.reopen',
  verb: 'entries.reopened',
  part: 'reopening',
  set: 'confirmed_at = $3, ended_at = null, ended_by = null',
  may: (reader, entry, now) =>
    mayChange(reader, entry) ??
    (entry.ended_at === null ? 'not-ended' : isOver({ ...entry, ended_at: null }, now) ? 'ends-in-the-past' : null),
});

/** The poster takes it back: the page stays as a tombstone, its words and files are shown no more. */
export const withdrawEntry = action({
  name: 'entries.withdraw',
  input: z.object({ id: z.uuid(), reason: prose({ min: 0, max: 400 }).optional().default('') }),
  async run(ctx, { id, reason }): Promise<NamedEntry> {
    const entry = await lockedEntry(ctx.db, id);
    const no = mayChange(ctx.reader, entry);
    if (no) throw refusalFor(no);
    await run(ctx.db, 'update entries set withdrawn_at = $3 where hub_id = $1 and id = $2', [ctx.hub.id, id, ctx.now]);
    await ctx.record({
      verb: 'entries.withdrawn',
      object: { kind: ENTRY, id, version: entry.version },
      public: { title: entry.title, kind: entry.kind },
      parts: [{ part: 'withdrawal', actorId: entry.actor_id, content: { reason } }],
      tags: entryTags(entry),
      as: entry.actor_id,
    });
    return { id, title: entry.title };
  },
});

interface Moved {
  id: string;
  title: string;
  kind: EntryKind;
  version: number;
  actor_id: string;
}

const MOVED = 'returning id, title, kind, version, actor_id';

/** Carries out `sql` and writes each entry it moved into the journal, in one transaction. */
async function byClock(
  job: JobContext,
  verb: 'entries.ended' | 'entries.rested' | null,
  sql: string,
  values: readonly unknown[],
  each?: (moved: Moved, db: Parameters<Parameters<JobContext['hubwise']['write']>[1]>[0]) => Promise<void>,
): Promise<void> {
  const { hub, hubwise } = job;
  const all = await hubwise.write(hub.id, async (db) => {
    const moved = await run<Moved>(db, sql, [hub.id, job.now, ...values]);
    for (const one of moved) {
      if (verb)
        await job.record(db, {
          verb,
          object: { kind: ENTRY, id: one.id, version: one.version },
          public: { title: one.title, kind: one.kind },
          tags: entryTags(one),
        });
      await each?.(one, db);
    }
    return moved;
  });
  if (all.length > 0) await job.invalidate([...new Set(all.flatMap(entryTags))]);
}

/** Notes those whose last day is over. Pages say so from midnight on, whether or not this has run. */
export function endByDate(job: JobContext): Promise<void> {
  return byClock(
    job,
    'entries.ended',
    `update entries set ended_at = $2, ended_by = 'date', asked_at = null, resting_at = null where hub_id = $1 and id in (
       select id from entries where ended_at is null and withdrawn_at is null and ends_on < $3::date
       order by ends_on limit ${MOST_AT_ONCE} for update skip locked) ${MOVED}`,
    [tokyoDate(job.now)],
  );
}

/** Asks the posters of entries whose year is over, each once, whether they still hold. */
export function askEntries(job: JobContext): Promise<void> {
  const { hub, now, newId } = job;
  return byClock(
    job,
    null,
    `update entries set asked_at = $2 where hub_id = $1 and id in (
       select id from entries where ended_at is null and withdrawn_at is null and asked_at is null and confirmed_at <= $3
       order by confirmed_at limit ${MOST_AT_ONCE} for update skip locked) ${MOVED}`,
    [new Date(now.getTime() - groupRules(hub).confirmDays * DAY)],
    ({ id, title, actor_id }, db) =>
      tell(
        { db, hub, now, newId },
        {
          people: [actor_id],
          kind: 'entries.confirmation-asked',
          about: { kind: ENTRY, id },
          href: entryHref(id),
          facts: { entry: title },
        },
      ),
  );
}

/** Entries of which nobody said that they hold rest from now on. One press brings them back. */
export function restEntries(job: JobContext): Promise<void> {
  return byClock(
    job,
    'entries.rested',
    `update entries set resting_at = $2 where hub_id = $1 and ended_at is null and withdrawn_at is null and resting_at is null
       and asked_at <= $3 ${MOVED}`,
    [new Date(job.now.getTime() - groupRules(job.hub).restDays * DAY)],
  );
}
