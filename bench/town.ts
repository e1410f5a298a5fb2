/** The database server of a measurement, with the measured town in it: in a temporary folder, or in one that is kept. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { discardEmbedded, type Embedded, startEmbedded } from '#db/embedded/index.ts';
import { prepareJobQueue } from '#db/job-queue.ts';
import { migrate } from '#db/migrate.ts';
import { MIGRATIONS_FOLDER } from '#db/migration-files.ts';
import { seedTown } from './seed/index.ts';
import { QUICK, STANDARD, TENTH, type TownSize } from './seed/plan.ts';

export interface BenchTown {
  dataDir: string;
  size: TownSize;
  server: Embedded;
  /** settings by which a Minna of its own uses this server, as it would use an operator's */
  environment: Record<string, string>;
  /** looks at everything, bound by no policy */
  rows<R>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  /** stops the server and leaves the data where it is */
  pause(): Promise<void>;
  /** stops the server and removes the data unless it is kept */
  close(): Promise<void>;
}

const SIZES = { quick: QUICK, tenth: TENTH, standard: STANDARD };
export type SizeName = keyof typeof SIZES;

/** A million rows are indexed ten ways at once, which takes hours in the memory of daily work; nothing is lost if it is cut off. */
const WHILE_SEEDING = {
  shared_buffers: '1GB',
  work_mem: '256MB',
  max_wal_size: '16GB',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

export interface TownWish {
  size: SizeName;
  keep: string | null;
  log: (line: string) => void;
}

export async function openBenchTown({ size: name, keep, log }: TownWish): Promise<BenchTown> {
  const dataDir = keep === null ? mkdtempSync(join(tmpdir(), 'minna-bench-')) : resolve(keep);
  const size = SIZES[name];
  const mark = `${name} ${seedDigest()}\n`;
  const seeded = isMarked(dataDir, mark);
  if (!seeded) {
    await clear(dataDir, keep !== null);
    writeFileSync(markFile(dataDir), 'unfinished\n');
    try {
      await make(dataDir, size, log);
    } catch (error) {
      if (keep === null) await discardEmbedded(dataDir);
      throw error;
    }
    writeFileSync(markFile(dataDir), mark);
  }
  const server = await startEmbedded({ dataDir, log });
  let open = true;
  const pause = async () => {
    if (open) await server.stop();
    open = false;
  };
  const close = async () => {
    await pause();
    if (keep === null) await discardEmbedded(dataDir);
  };
  return { dataDir, size, server, environment: environmentFor(server), rows: rowsOf(server), pause, close };
}

/** @throws whatever cut it off; the folder is then as marked: unfinished */
async function make(dataDir: string, size: TownSize, log: (line: string) => void): Promise<void> {
  const server = await startEmbedded({ dataDir, log, settings: WHILE_SEEDING });
  try {
    await fill(server, size, log);
  } finally {
    await server.stop();
  }
}

async function fill(server: Embedded, size: TownSize, log: (line: string) => void): Promise<void> {
  log(
    `Making a town: ${size.proposals} proposals, ${size.opinions} opinions, ${size.votes} votes, ${size.people} people`,
  );
  await migrate(server.owner, { log: () => {} });
  await prepareJobQueue(server.owner, server.app);
  // The superuser's own database is another one; statistics belong to the town's.
  await seedTown({ app: server.app, superuser: { ...server.superuser, database: 'minna' }, size, log });
}

/** Changes with everything that decides what is in the town; a kept town of another digest is made anew. */
function seedDigest(): string {
  const digest = createHash('sha256');
  for (const folder of [join(import.meta.dirname, 'seed'), MIGRATIONS_FOLDER]) {
    for (const name of readdirSync(folder).toSorted()) digest.update(readFileSync(join(folder, name)));
  }
  return digest.digest('hex').slice(0, 16);
}

function markFile(dataDir: string): string {
  return join(dataDir, 'bench-town');
}

function isMarked(dataDir: string, mark: string): boolean {
  try {
    return readFileSync(markFile(dataDir), 'utf8') === mark;
  } catch {
    return false;
  }
}

/** Only a folder that a measurement made, or an empty one, is ever cleared. */
async function clear(dataDir: string, kept: boolean): Promise<void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const names = readdirSync(dataDir);
  if (!kept) return;
  if (names.length > 0 && !names.includes('bench-town')) {
    throw new Error(`${dataDir} holds something else than a measured town; give an empty folder with --keep.`);
  }
  // Also where the folder was emptied by hand: as root the database lies elsewhere.
  await discardEmbedded(dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
}

function environmentFor(server: Embedded): Record<string, string> {
  const url = (user: string) => `postgresql://${user}@localhost/minna?host=${encodeURIComponent(server.socketFolder)}`;
  return { DATABASE_URL: url('minna_owner'), MINNA_DATABASE_APP_URL: url('minna_app') };
}

function rowsOf(server: Embedded): BenchTown['rows'] {
  return async <R>(sql: string, values: readonly unknown[] = []) => {
    const client = new pg.Client({ ...server.superuser, database: 'minna' });
    await client.connect();
    try {
      return (await client.query(sql, [...values])).rows as R[];
    } finally {
      await client.end();
    }
  };
}
