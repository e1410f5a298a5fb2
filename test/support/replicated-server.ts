/**
 * A PostgreSQL server and a streaming replica of it, both for the moment. The replica is a copy of the primary's folder, taken while
 * that runs (as pg_basebackup takes it), which follows the primary's log from then on.
 */
import { appendFileSync, chownSync, cpSync, lchownSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import pg from 'pg';
import { SUPERUSER } from '#db/embedded/connection.ts';
import { settleHome } from '#db/embedded/home.ts';
import { type Embedded, socketConnection } from '#db/embedded/index.ts';
import { temporaryServer } from '#db/embedded/temporary.ts';

export interface ReplicatedServer {
  primary: Embedded;
  replica: Embedded;
  /** from now on the replica takes the log, and shows nothing of it until `resume` */
  pause(): Promise<void>;
  resume(): Promise<void>;
  discard(): Promise<void>;
}

const SETTINGS = { wal_level: 'replica', max_wal_senders: '4', hot_standby: 'on' };

/** Asked for is not done yet. */
const PAUSE = `do $$ begin
  perform pg_wal_replay_pause();
  while pg_get_wal_replay_pause_state() <> 'paused' loop perform pg_sleep(0.005); end loop;
end $$`;

/** `fill`: what the replica shall have from its beginning. */
export async function replicatedServer(fill: (primary: Embedded) => Promise<void>): Promise<ReplicatedServer> {
  const one = await temporaryServer(SETTINGS);
  const primary = one.server;
  try {
    appendFileSync(join(primary.socketFolder, 'pg_hba.conf'), 'local replication all trust\n');
    await asSuperuser(primary, 'select pg_reload_conf()');
    await fill(primary);
    const from = `host=${primary.socketFolder} port=5432 user=${SUPERUSER}`;
    const other = await temporaryServer({ ...SETTINGS, primary_conninfo: from }, (dataDir) => copyOf(primary, dataDir));
    return {
      primary,
      replica: other.server,
      pause: () => asSuperuser(other.server, PAUSE),
      resume: () => asSuperuser(other.server, 'select pg_wal_replay_resume()'),
      async discard() {
        await other.discard();
        await one.discard();
      },
    };
  } catch (error) {
    await one.discard();
    throw error;
  }
}

async function copyOf(primary: Embedded, dataDir: string): Promise<void> {
  const { folder, runAs } = settleHome(dataDir);
  const copy = join(folder, basename(primary.socketFolder));
  const client = new pg.Client(socketConnection(primary.socketFolder, SUPERUSER, 'postgres'));
  await client.connect();
  try {
    await client.query(`select pg_backup_start('replica', true)`);
    cpSync(primary.socketFolder, copy, {
      recursive: true,
      filter: (path) => !/postmaster\.(pid|opts)$|\.s\.PGSQL|pg_replslot\/./.test(path),
    });
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
    writeFileSync(join(copy, 'backup_label'), rows[0]!.labelfile);
  } finally {
    await client.end();
  }
  writeFileSync(join(copy, 'standby.signal'), '');
  if (!runAs) return;
  chownSync(copy, runAs.uid, runAs.gid);
  for (const path of readdirSync(copy, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(copy, path), runAs.uid, runAs.gid);
}

async function asSuperuser(server: Embedded, sql: string): Promise<void> {
  const client = new pg.Client(socketConnection(server.socketFolder, SUPERUSER, 'postgres'));
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
