/** Data folders of the demo town: its story is told once a run for each day that it begins on, and copied for each journey. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { SUPERUSER } from '#db/embedded/connection.ts';
import { settleHome } from '#db/embedded/home.ts';
import { discardEmbedded, socketConnection } from '#db/embedded/index.ts';

const LOCK = 3146;
/** Where the database lies, or a link to where it lies. */
const DATABASE = 'postgres';

const MARK = '-told';

/** What a run has in common, as it is handed to the files of tests. */
export interface Run {
  /** its database server, where one waits for another */
  socketFolder: string;
  /** where the towns lie that were told */
  toldFolder: string;
}

/**
 * Fills the empty `folder` with the town as it is when it began on `today`.
 * @param tell starts the town in a folder, and ends it again
 */
export async function copyToldData(
  folder: string,
  today: string,
  { socketFolder, toldFolder }: Run,
  tell: (folder: string) => Promise<void>,
): Promise<void> {
  const told = join(toldFolder, today);
  const admin = new pg.Client(socketConnection(socketFolder, SUPERUSER, 'postgres'));
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [LOCK]);
    if (!existsSync(told + MARK)) {
      await tell(told);
      writeFileSync(told + MARK, '');
    }
  } finally {
    await admin.end();
  }
  copy(told, folder);
}

function copy(from: string, to: string): void {
  const { folder } = settleHome(to);
  const rest = readdirSync(from).filter((name) => name !== DATABASE);
  cp(...rest.map((name) => join(from, name)), to);
  cp(`${realpathSync(join(from, DATABASE))}/.`, folder);
}

/** Owners stay: the server's user may not be this one. */
function cp(...paths: string[]): void {
  const { status, stderr } = spawnSync('cp', ['-a', ...paths], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the town could not be copied: ${stderr}`);
}

/** At the end of the run. */
export async function discardToldData(toldFolder: string): Promise<void> {
  const days = readdirSync(toldFolder).filter((name) => !name.endsWith(MARK));
  for (const day of days) await discardEmbedded(join(toldFolder, day));
  rmSync(toldFolder, { recursive: true });
}
