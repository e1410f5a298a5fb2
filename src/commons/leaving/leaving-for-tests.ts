/** A test town in which people leave: accounts, the worker's part, and a look at everything the database holds. */
import { generateKeyPairSync } from 'node:crypto';
import { openTestAccounts, PASSWORD, type TestAccounts } from '#commons/accounts/accounts-for-tests.ts';
import { openJournal } from '#commons/journal/index.ts';
import { keepSequence } from '#commons/journal/keep-sequence.ts';
import { signingKeyOf } from '#commons/journal/signing-key.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { writeEvent } from '#kernel/event.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import type { JobContext } from '#kernel/jobs.ts';
import type { TestTown } from '#test/support/town.ts';
import '../../modules.ts';
import { eventParts } from '../../event-parts.ts';
import { carryOutDepartures } from './carry-out.ts';

export interface LeavingTown {
  accounts: TestAccounts;
  invalidated: string[];
  job(hub?: Hub): JobContext;
  /** signs up by letter, as people do */
  member(email: string, name: string): Promise<Reader>;
  /** three days and a bit later, in every hub */
  dayComes(): Promise<void>;
  sequence(): Promise<void>;
  /** names of tables with a row that holds this text, over all hubs and the deployment */
  tablesWith(needle: string): Promise<string[]>;
}

export function openLeavingTown(town: TestTown): LeavingTown {
  const accounts = openTestAccounts(town);
  openJournal(signingKeyOf(generateKeyPairSync('ed25519').privateKey));
  const invalidated: string[] = [];
  let later = 0;
  const now = () => new Date(town.now().getTime() + later);
  const job = (hub = town.hub): JobContext => {
    const at = now();
    return {
      hub,
      hubwise: town.hubwise,
      now: at,
      log: { debug() {}, info() {}, warn() {}, error() {}, child: () => job().log, flush() {} },
      newId: () => uuidv7(at),
      randomId,
      by: null,
      record: (db, event) =>
        writeEvent(eventParts, db, { hubId: hub.id, now: at, actorId: null, personId: null }, event),
      invalidate: async (tags) => void invalidated.push(...tags),
    };
  };
  return {
    accounts,
    invalidated,
    job,
    async member(email, name) {
      await accounts.signUp(email, name);
      await accounts.confirm(email);
      const reader = await accounts.reader(await accounts.signIn(email, PASSWORD));
      return reader!;
    },
    async dayComes() {
      later = 73 * 3_600_000;
      for (const hub of [town.hub, town.neighbour]) await carryOutDepartures(job(hub));
      later = 0;
    },
    sequence: () => keepSequence(job()),
    async tablesWith(needle) {
      const found: string[] = [];
      for (const hub of [town.hub, town.neighbour])
        found.push(...(await town.hubwise.read(hub.id, (db) => tablesHolding(db, needle))));
      return [...new Set(found)].sort();
    },
  };
}

type Db = Parameters<typeof run>[0];

async function tablesHolding(db: Db, needle: string): Promise<string[]> {
  const tables = await run<{ name: string }>(
    db,
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth', 'graphile_worker')
       and has_table_privilege(c.oid, 'select')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await run(db, `select 1 from ${name} t where position($1 in t::text) > 0 limit 1`, [needle]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}
