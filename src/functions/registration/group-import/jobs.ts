/** F7.5 The worker's part: looks through a list, brings it in, takes it back, writes to its groups. Each is idempotent by the state of its row. */
import { z } from 'zod';
import { dropPieces, type ImportState, type Progress, progressOf, sentBytes } from '#commons/file-imports/index.ts';
import { queueMail } from '#commons/letters/index.ts';
import { indexKind } from '#commons/search/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { groupPath } from '../groups/index.ts';
import { bringIn, ListHasProblems, takeBack } from './bring.ts';
import { invitationLetter } from './letters.ts';
import { LISTS, MOST_ROWS } from './list.ts';
import { lookAt } from './look.ts';
import { type ImportRow, importById, lockedImport } from './queries.ts';

const payloadSchema = z.object({ id: z.uuid(), by: z.uuid().optional() });
type Job = (job: JobContext, payload: Record<string, unknown>) => Promise<void>;

async function rowIn(job: JobContext, id: string, state: ImportState): Promise<ImportRow | null> {
  const rows = await job.hubwise.read(job.hub.id, (db) =>
    run<{ id: string }>(db, 'select id from group_imports where id = $1 and state = $2', [id, state]),
  );
  return rows.length === 0 ? null : job.hubwise.read(job.hub.id, (db) => importById(db, id));
}

const sent =
  ({ hub, hubwise }: JobContext, id: string) =>
  () =>
    sentBytes(LISTS, { hubwise, hubId: hub.id, id });

function rowTeller(progress: Progress, rows: number) {
  return (row: number) => progress.percent((row / Math.max(1, rows)) * 100);
}

export const lookThroughList: Job = async (job, payload) => {
  const { id } = payloadSchema.parse(payload);
  const { hub, hubwise } = job;
  const list = await rowIn(job, id, 'looking');
  if (!list) return;
  const progress = progressOf(job, LISTS, id);
  const onRow = rowTeller(progress, list.format?.rows || MOST_ROWS);
  const looked = await hubwise.read(hub.id, (db) => lookAt(db, sent(job, id), list.mapping, onRow));
  await progress.quiet();
  const { format, mapping, sight, problems, counts } = looked;
  await hubwise.write(hub.id, (db) =>
    run(
      db,
      `update group_imports set state = 'looked', percent = 100, format = $3, mapping = $4, sight = $5, problems = $6, counts = $7
       where hub_id = $1 and id = $2 and state = 'looking'`,
      [hub.id, id, ...[format, mapping, sight, problems, counts].map((value) => JSON.stringify(value))],
    ),
  );
};

export const bringListIn: Job = async (job, payload) => {
  const { id, by } = payloadSchema.parse(payload);
  const { hub, hubwise, now, newId } = job;
  const list = await rowIn(job, id, 'bringing');
  if (!list?.format || !list.mapping) return;
  const reading = { format: list.format, mapping: list.mapping };
  const progress = progressOf(job, LISTS, id);
  try {
    await hubwise.write(hub.id, async (db) => {
      const counts = await bringIn(sent(job, id), reading, {
        db,
        hubId: hub.id,
        importId: id,
        now,
        newId,
        onRow: rowTeller(progress, reading.format.rows),
      });
      await progress.quiet();
      await keepResult(job, db, id, { ...counts }, list, by);
    });
    await foundFromNow(job);
  } catch (error) {
    await progress.quiet();
    if (!(error instanceof ListHasProblems)) throw error;
    await hubwise.write(hub.id, (db) =>
      run(
        db,
        `update group_imports set state = 'looking', percent = 0 where hub_id = $1 and id = $2 and state = 'bringing'`,
        [hub.id, id],
      ),
    );
    await lookThroughList(job, { id });
  }
};

async function keepResult(
  job: JobContext,
  db: Db,
  id: string,
  counts: object,
  list: ImportRow,
  by?: string,
): Promise<void> {
  const { hub, now } = job;
  const done = await run(
    db,
    `update group_imports set state = 'done', percent = 100, counts = $3, sight = null, ended_at = $4
     where hub_id = $1 and id = $2 and state = 'bringing' returning id`,
    [hub.id, id, JSON.stringify(counts), now],
  );
  if (done.length === 0) throw new Error(`list ${id} was ended by somebody else`);
  await dropPieces(db, LISTS, hub.id, id);
  await job.record(db, {
    verb: 'group-imports.brought-in',
    object: { kind: 'group-import', id },
    public: { ...counts },
    parts: [{ part: 'list', actorId: hub.secretariatId, content: { sha256: list.format?.sha256 ?? '', ...counts } }],
    tags: ['groups'],
    ...(hub.secretariatId ? { as: hub.secretariatId } : by ? { as: by } : {}),
  });
}

/** One act stands for all its entries: the search would meet them within the hour only. */
async function foundFromNow(job: JobContext): Promise<void> {
  await job.invalidate(['groups']);
  await indexKind(job, 'group');
}

export const takeListBackOut: Job = async (job, payload) => {
  const { id } = payloadSchema.parse(payload);
  const { hub, hubwise, now } = job;
  const isDone = await hubwise.write(hub.id, async (db) => {
    const list = await lockedImport(db, id);
    if (list.state !== 'done') return false;
    const left = await takeBack(db, hub.id, id);
    await run(
      db,
      `update group_imports set state = 'undone', counts = counts || $3::jsonb, ended_at = $4 where hub_id = $1 and id = $2`,
      [hub.id, id, JSON.stringify(left), now],
    );
    await job.record(db, {
      verb: 'group-imports.taken-back',
      object: { kind: 'group-import', id },
      public: { ...left },
      tags: ['groups'],
      ...(hub.secretariatId ? { as: hub.secretariatId } : {}),
    });
    return true;
  });
  if (isDone) await foundFromNow(job);
};

const LETTERS_AT_ONCE = 500;

/** A letter to each entry with an address, in portions; begun again, it goes on behind the last one that was written to. */
export const inviteListedGroups: Job = async (job, payload) => {
  const { id } = payloadSchema.parse(payload);
  while ((await inviteSome(job, id)) === LETTERS_AT_ONCE);
};

function inviteSome({ hub, hubwise, now, newId }: JobContext, id: string): Promise<number> {
  return hubwise.write(hub.id, async (db) => {
    const { counts } = await lockedImport(db, id);
    const groups = await run<{ id: string; name: string; email: string }>(
      db,
      `select id, name, coalesce(contacts ->> 'email', kept_contacts ->> 'email') as email from groups
       where import_id = $1 and actor_id is null and id > $2 and coalesce(contacts ->> 'email', kept_contacts ->> 'email') is not null
       order by id limit ${LETTERS_AT_ONCE}`,
      [id, counts?.invitedTo ?? '00000000-0000-0000-0000-000000000000'],
    );
    for (const group of groups) {
      const href = `${hub.origin}${encodeURI(groupPath(group))}/claim`;
      const letter = invitationLetter(hub, group.name, href);
      await queueMail(db, { hubId: hub.id, to: group.email, ...letter }, { now, newId });
    }
    const last = groups.at(-1);
    if (last)
      await run(db, 'update group_imports set counts = counts || $3::jsonb where hub_id = $1 and id = $2', [
        hub.id,
        id,
        JSON.stringify({ invited: (counts?.invited ?? 0) + groups.length, invitedTo: last.id }),
      ]);
    return groups.length;
  });
}
