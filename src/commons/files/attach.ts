/** X10: hanging files on things, from inside a use case's transaction. Whether the actor may is the use case's own question. */
import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { refuse, type Thing } from './file.ts';
import { limitsOf } from './limits.ts';

export interface Hanging {
  fileId: string;
  /** of a picture, what can be seen on it; of a document, its title */
  label: string;
}

/**
 * Hangs files this person has uploaded on a thing, behind those that hang there. The caller holds the thing against others.
 * @throws Refusal file-gone, too-many-files
 */
export async function attachFiles(ctx: ActionContext, thing: Thing, hangings: readonly Hanging[]): Promise<void> {
  if (hangings.length === 0) return;
  const { kind, id, version = 0 } = thing;
  const ids = hangings.map(({ fileId }) => fileId);
  const [own, there] = await Promise.all([
    run<{ id: string }>(ctx.db, 'select id from files where id = any($1::uuid[]) and person_id = $2 for key share', [
      ids,
      ctx.person.id,
    ]),
    run<{ n: number; last: number }>(
      ctx.db,
      `select count(*)::int as n, coalesce(max(place), 0)::int as last from attachments
       where thing_kind = $1 and thing_id = $2 and version = $3`,
      [kind, id, version],
    ),
  ]);
  if (own.length < new Set(ids).size) throw refuse('file-gone', { field: 'file', status: 409 });
  const { n, last } = there[0]!;
  const { most } = limitsOf(ctx.hub);
  if (n + hangings.length > most) throw refuse('too-many-files', { field: 'file', facts: { most } });
  await ctx.db
    .insertInto('attachments')
    .values(
      hangings.map(({ fileId, label }, index) => ({
        hub_id: ctx.hub.id,
        thing_kind: kind,
        thing_id: id,
        version,
        file_id: fileId,
        place: last + index + 1,
        label,
        person_id: ctx.person.id,
        at: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const HERE = 'hub_id = $1 and thing_kind = $2 and thing_id = $3 and version = $4';

function at(ctx: Pick<ActionContext, 'hub'>, { kind, id, version = 0 }: Thing): unknown[] {
  return [ctx.hub.id, kind, id, version];
}

/** @throws Refusal file-gone */
export async function labelFile(ctx: ActionContext, thing: Thing, { fileId, label }: Hanging): Promise<void> {
  const changed = await run(
    ctx.db,
    `update attachments set label = $6 where ${HERE} and file_id = $5 returning file_id`,
    [...at(ctx, thing), fileId, label],
  );
  if (changed.length === 0) throw refuse('file-gone', { status: 409 });
}

/** Changes places with the file before it (`up`) or behind it; at the end of the row nothing happens. @throws Refusal file-gone */
export async function moveFile(ctx: ActionContext, thing: Thing, fileId: string, up: boolean): Promise<void> {
  const rows = await run<{ file_id: string }>(
    ctx.db,
    `select file_id from attachments where ${HERE} order by place, file_id for update`,
    at(ctx, thing),
  );
  const order = rows.map((row) => row.file_id);
  const from = order.indexOf(fileId);
  if (from < 0) throw refuse('file-gone', { status: 409 });
  const to = Math.min(Math.max(from + (up ? -1 : 1), 0), order.length - 1);
  order.splice(to, 0, ...order.splice(from, 1));
  await run(
    ctx.db,
    `update attachments set place = array_position($5::uuid[], file_id) where ${HERE} and file_id = any($5::uuid[])`,
    [...at(ctx, thing), order],
  );
}

/** Takes a file off; when it hangs nowhere else it is cleared away within a day. @throws Refusal file-gone */
export async function detachFile(ctx: ActionContext, thing: Thing, fileId: string): Promise<void> {
  const gone = await run(ctx.db, `delete from attachments where ${HERE} and file_id = $5 returning file_id`, [
    ...at(ctx, thing),
    fileId,
  ]);
  if (gone.length === 0) throw refuse('file-gone', { status: 409 });
}

/** Takes every file off a thing that ends (a discarded draft). */
export async function detachAll(ctx: Pick<ActionContext, 'db' | 'hub'>, thing: Thing): Promise<void> {
  await run(ctx.db, `delete from attachments where ${HERE}`, at(ctx, thing));
}

/** What hung on one thing hangs on another from now on (a draft that became a version). */
export async function moveAll(ctx: ActionContext, from: Thing, to: Thing): Promise<void> {
  await run(ctx.db, `update attachments set thing_kind = $5, thing_id = $6, version = $7 where ${HERE}`, [
    ...at(ctx, from),
    ...at(ctx, to).slice(1),
  ]);
}

/** What hangs on one thing hangs on another, too (the version a new draft begins from). */
export async function copyAll(ctx: ActionContext, from: Thing, to: Thing): Promise<void> {
  await run(
    ctx.db,
    `insert into attachments (hub_id, thing_kind, thing_id, version, file_id, place, label, person_id, at)
     select hub_id, $5, $6::uuid, $7::int, file_id, place, label, person_id, at from attachments where ${HERE}
     on conflict do nothing`,
    [...at(ctx, from), ...at(ctx, to).slice(1)],
  );
}

/** How many files hang on a thing. */
export async function countOn(db: Db, { kind, id, version = 0 }: Thing): Promise<number> {
  const [row] = await run<{ n: number }>(
    db,
    'select count(*)::int as n from attachments where thing_kind = $1 and thing_id = $2 and version = $3',
    [kind, id, version],
  );
  return row?.n ?? 0;
}
