/**
 * X11, X12: a town that was taken along by an export is closed where it was: what was written after the export would be in neither place, so
 * that is looked for first. Nothing is removed, and the town can be opened again.
 */
import type { QueryResultRow } from 'pg';
import type { Hubwise } from '#kernel/database/database.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { type EventParts, writeEvent } from '#kernel/event.ts';
import { notifyPayloads } from '#kernel/page-cache-listener.ts';
import { quoted } from '../archive/catalog.ts';
import { type Asking, accountsOf, nameOf, readBelongings } from './belongings.ts';

export type CloseRefusal = 'unknown' | 'moved-already' | 'open-already' | 'accounts' | 'never-exported' | 'changed';

/** Nothing was changed. `at`: the table with rows that are newer than the export. */
export class CloseRefused extends Error {
  readonly why: CloseRefusal;
  readonly at: string;
  constructor(why: CloseRefusal, at = '') {
    super(`not done: ${why} ${at}`);
    this.why = why;
    this.at = at;
  }
}

interface Exported {
  /** of the server: numbers of transactions mean nothing on another one */
  system: string;
  snapshot: string;
}

interface Found {
  id: number;
  uid: string;
  host: string;
  moved_to: string | null;
  exported: Exported | null;
}

export interface CloseParts {
  events: EventParts;
  now: Date;
}

const SYSTEM = '(select system_identifier::text from pg_control_system())';

/** What of the snapshot of an export that is being made has to be known when the town is closed. In the export's transaction. */
export async function snapshotNow(client: Asking): Promise<Exported> {
  const { rows } = await client.query<{ system: string; snapshot: string }>(
    `select ${SYSTEM} as system, pg_current_snapshot()::text as snapshot`,
    [],
  );
  return rows[0]!;
}

/** Once the file is whole. */
export async function keepExported(client: Asking, hubId: number, exported: Exported): Promise<void> {
  await client.query('update hubs set exported = $2 where id = $1', [hubId, JSON.stringify(exported)]);
}

/**
 * Closes the town: every address leads to `to` from now on, its regular work ends, and the journal says so.
 * @param to scheme and host
 * @param accountsOrigin where everybody of the deployment signs in; that town can't be closed
 * @param force although there was no export, or something was written after it
 * @throws CloseRefused
 */
export async function closeHub(
  hubwise: Hubwise,
  { key, to, force, accountsOrigin }: { key: string; to: string; force: boolean; accountsOrigin: string | null },
  parts: CloseParts,
): Promise<void> {
  const hub = await found(hubwise, key);
  if (hub.moved_to !== null) throw new CloseRefused('moved-already', hub.moved_to);
  if (accountsOrigin !== null && hostOf(accountsOrigin) === hostOf(hub.host)) throw new CloseRefused('accounts');
  await hubwise.write(hub.id, async (db) => {
    if (!force) await refuseUnexported(db, hub);
    await run(db, 'update hubs set moved_to = $2, moved_at = $3 where id = $1', [hub.id, to, parts.now]);
    await tell(db, hub, 'hubs.moved', { to }, parts);
  });
}

/** Opens it again, as it was. What waited when it was closed has gone along and isn't done here. @throws CloseRefused */
export async function reopenHub(hubwise: Hubwise, key: string, parts: CloseParts): Promise<void> {
  const hub = await found(hubwise, key);
  if (hub.moved_to === null) throw new CloseRefused('open-already');
  await hubwise.write(hub.id, async (db) => {
    await run(db, 'update hubs set moved_to = null, moved_at = null where id = $1', [hub.id]);
    await tell(db, hub, 'hubs.reopened', {}, parts);
  });
}

async function found(hubwise: Hubwise, key: string): Promise<Found> {
  const [hub] = await hubwise.deployment((db) =>
    run<Found>(db, 'select id, uid, host, moved_to, exported from hubs where key = $1', [key]),
  );
  if (!hub) throw new CloseRefused('unknown');
  return hub;
}

/** Numbers of transactions are told apart by their lower half on each row; the upper one is the newest possible. */
const NUMBER = `(with m as (select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as now)
  select case when x > now then x - 4294967296 else x end
  from m, lateral (select (now & -4294967296) | t.xmin::text::bigint as x) l)::text::xid8`;

async function refuseUnexported(db: Db, { id, exported }: Found): Promise<void> {
  const [here] = await run<{ system: string }>(db, `select ${SYSTEM} as system`);
  if (exported === null || exported.system !== here!.system) throw new CloseRefused('never-exported');
  const belongings = await readBelongings({
    query: async <R extends QueryResultRow>(text: string, values: unknown[]) => ({
      rows: await run<R>(db, text, values),
    }),
  });
  const accounts = accountsOf(belongings, id);
  for (const { of, schema, table, columns } of belongings) {
    const account = columns.find(({ isAccount }) => isAccount)?.name;
    // The hub's own row is changed by the export itself; what people change of it is an event.
    if (of === 'hub') continue;
    const where = of === 'civic' ? `t.hub_id = ${id}` : `t.${quoted(account!)} in (${accounts})`;
    const [row] = await run<{ newer: boolean }>(
      db,
      `select exists (select from ${quoted(schema)}.${quoted(table)} t
         where ${where} and not pg_visible_in_snapshot(${NUMBER}, $1::pg_snapshot)) as newer`,
      [exported.snapshot],
    );
    if (row!.newer) throw new CloseRefused('changed', nameOf({ schema, table }));
  }
}

async function tell(
  db: Db,
  hub: Found,
  verb: 'hubs.moved' | 'hubs.reopened',
  facts: Record<string, string>,
  { events, now }: CloseParts,
): Promise<void> {
  await writeEvent(
    events,
    db,
    { hubId: hub.id, now, actorId: null, personId: null },
    {
      verb,
      object: { kind: 'hub', id: hub.uid },
      public: facts,
      parts: [{ part: 'town', actorId: null, content: facts }],
      tags: ['hub'],
    },
  );
  for (const payload of notifyPayloads(hub.id, ['hub']))
    await run(db, "select pg_notify('minna_pages', $1)", [payload]);
}

function hostOf(origin: string): string {
  return new URL(origin.includes('://') ? origin : `https://${origin}`).host;
}
