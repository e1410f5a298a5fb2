/**
 * P6: the journal of a town in its new place. All public acts are entered anew under the town's new number, after a first entry that holds
 * the last signed head of the old log; and what follows the log (notices, webhooks) goes on at the act where it was.
 */
import type pg from 'pg';
import { parseCheckpoint, parseNote } from '#commons/journal/note.ts';
import { firstOrigin, nextOrigin, restartLog } from '#commons/journal/restart.ts';
import { sequence } from '#commons/journal/sequencer.ts';
import type { SigningKey } from '#commons/journal/signing-key.ts';
import { latestCheckpoint, type Sql } from '#commons/journal/storage.ts';
import { quoted } from '../archive/catalog.ts';
import { type Belonging, nameOf } from './belongings.ts';
import { sqlOn, storedLogHolds } from './kept-log.ts';
import { ImportRefused } from './refusals.ts';

const AT_ONCE = 1000;

export interface ArrivedJournal {
  /** null where the town had no journal yet */
  origin: string | null;
  size: number;
}

export interface JournalParts {
  hub: number;
  host: string;
  /** the last signed head of the old log */
  lastCheckpoint: string | null;
  key: SigningKey;
  now: Date;
}

/** Writes the new log within the transaction and verifies it there. @throws ImportRefused when it doesn't hold */
export async function beginJournal(client: pg.ClientBase, parts: JournalParts): Promise<ArrivedJournal> {
  const { hub, host, lastCheckpoint, key, now } = parts;
  if (lastCheckpoint === null) return { origin: null, size: 0 };
  const sql = sqlOn(client);
  const first = firstOrigin(host);
  const old = parseCheckpoint(parseNote(lastCheckpoint).text).origin;
  const stays = old === first || old.startsWith(`${first}/`);
  const origin = await restartLog(sql, hub, {
    lastCheckpoint,
    now,
    key,
    origin: stays ? nextOrigin(old) : first,
  });
  for (let added = AT_ONCE; added === AT_ONCE; ) added = await sequence(sql, hub, { now, key, origin, limit: AT_ONCE });
  return { origin, size: await heldSize(sql, hub, key) };
}

async function heldSize(sql: Sql, hub: number, key: SigningKey): Promise<number> {
  const head = await latestCheckpoint(sql, hub);
  if (!head || !(await storedLogHolds(sql, hub, head.note, key))) throw new ImportRefused('journal');
  return head.size;
}

/** Cursors over the log: each goes to before the first act it had not come to. What is told twice is told once by whoever takes it. */
export async function moveCursors(
  client: pg.ClientBase,
  belongings: readonly Belonging[],
  stagedEvents: string,
  hub: number,
): Promise<void> {
  const following = belongings.filter(
    (one) => nameOf(one) !== 'public.events' && one.of === 'civic' && one.columns.some(({ name }) => name === 'leaf'),
  );
  for (const { schema, table } of following) {
    await client.query(
      `update ${quoted(schema)}.${quoted(table)} t set leaf = coalesce(
         (select min(e.leaf) - 1 from events e join ${quoted(stagedEvents)} s on s.id = e.id
           where e.hub_id = $1 and e.leaf is not null and (s.leaf is null or s.leaf > t.leaf)),
         (select max(n) from journal_leaves where hub_id = $1), -1)
       where t.hub_id = $1`,
      [hub],
    );
  }
}
