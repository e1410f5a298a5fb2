import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DataInUse, discardEmbedded, type Embedded, socketConnection, startEmbedded } from './index.ts';
import { runningServer } from './postmaster.ts';

let dataDir: string;
let running: Embedded[] = [];

beforeAll(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'minna-embedded-')), 'data');
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  running = [];
});

afterAll(async () => {
  await discardEmbedded(dataDir);
  rmSync(join(dataDir, '..'), { recursive: true, force: true });
});

async function start(options: { join?: boolean } = {}): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, log: () => {}, reserve: false, ...options });
  running.push(server);
  return server;
}

async function ask(options: pg.ClientConfig, sql: string): Promise<unknown> {
  const client = new pg.Client(options);
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows[0] && Object.values(rows[0])[0];
  } finally {
    await client.end().catch(() => {});
  }
}

async function own(client: pg.Client): Promise<unknown> {
  return (await client.query('select pg_backend_pid() as pid')).rows[0].pid;
}

/** Runs a Minna in a process of its own, as `node` runs it, and resolves with it once its server takes connections. */
async function minnaElsewhere(afterwards: string) {
  const module = join(import.meta.dirname, 'index.ts');
  const script = `
    import { startEmbedded } from ${JSON.stringify(module)};
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => {}, reserve: false });
    console.log('up'); ${afterwards}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return { child, ended };
}

describe('a town that starts and ends', () => {
  test('what is committed is there after the next start, and nothing is traded for speed', async () => {
    const first = await start();
    await ask(first.owner, 'create table kept (word text)');
    await ask(first.owner, "insert into kept values ('みんな')");
    await first.stop();
    expect(runningServer(first.socketFolder)).toBeNull();
    const again = await start();
    expect(await ask(again.owner, 'select word from kept')).toBe('みんな');
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums']) {
      expect([setting, await ask(again.app, `show ${setting}`)]).toEqual([setting, 'on']);
    }
    await ask(again.owner, 'drop table kept');
  });

  test('it listens on its socket only, in a folder closed to others', async () => {
    const server = await start();
    expect(await ask(server.superuser, 'show listen_addresses')).toBe('');
    expect(statSync(server.socketFolder).mode & 0o077).toBe(0);
  });

  test('it never runs as root', async () => {
    const server = await start();
    expect(statSync(join(server.socketFolder, '.s.PGSQL.5432')).uid).not.toBe(0);
  });

  test('owner and app are who they should be', async () => {
    const server = await start();
    expect(await ask(server.owner, 'select current_user')).toBe('minna_owner');
    expect(await ask(server.app, 'select current_user')).toBe('minna_app');
    const unbound = 'select rolsuper or rolbypassrls from pg_roles where rolname = current_user';
    expect(await ask(server.app, unbound)).toBe(false);
    expect(await ask(server.owner, unbound)).toBe(false);
    await expect(ask(server.app, 'create table mine (id int)')).rejects.toThrow(/permission denied/);
  });

  test('upper and lower case, and the order of words, are those of Unicode', async () => {
    const server = await start();
    expect(await ask(server.app, "select lower('ÄＡ')")).toBe('äａ');
    expect(await ask(server.app, "select string_agg(w, '' order by w) from unnest(array['う','あ','い']) w")).toBe(
      'あいう',
    );
  });
});

describe('a server that falls', () => {
  test('is started again, and who wants to know is told', async () => {
    const server = await start();
    const fallen = new Promise((resolve) => server.onExit(resolve));
    process.kill(runningServer(server.socketFolder)!, 'SIGKILL');
    expect(await fallen).toEqual({ code: null, signal: 'SIGKILL' });
    await expect.poll(() => ask(server.app, 'select 1').catch(() => 0), { timeout: 15_000 }).toBe(1);
  });

  test('is still known to be taken after PostgreSQL cut all connections', async () => {
    const server = await start();
    const [victim, bystander] = [new pg.Client(server.app), new pg.Client(server.app)];
    for (const client of [victim, bystander]) client.on('error', () => {});
    await Promise.all([victim.connect(), bystander.connect()]);
    // Whoever didn't die itself is cut only when the server has noticed: what answers later is the server after it.
    const cut = new Promise((resolve) => bystander.once('end', resolve));
    process.kill(Number(await own(victim)), 'SIGKILL');
    await cut;
    const holder = "select count(*)::int from pg_locks where locktype = 'advisory' and granted";
    await expect
      .poll(() => ask({ ...server.superuser, database: 'postgres' }, holder).catch(() => 0), { timeout: 15_000 })
      .toBe(1);
    await expect(start()).rejects.toThrow(DataInUse);
    expect(await ask(server.app, 'select 1')).toBe(1);
  });

  test('in the middle of being stopped stays down', async () => {
    const server = await start();
    const pid = runningServer(server.socketFolder)!;
    const stopped = server.stop();
    process.kill(pid, 'SIGQUIT');
    await stopped;
    expect(runningServer(server.socketFolder)).toBeNull();
  });
});

describe('what a killed Minna leaves behind', () => {
  test('its server is taken over', async () => {
    const { child, ended } = await minnaElsewhere('setInterval(() => {}, 1e6)');
    child.kill('SIGKILL');
    await ended;
    const server = await start();
    expect(server.joined).toBe(false);
    expect(await ask(server.app, 'select 1')).toBe(1);
  });

  test('a pid file whose number now belongs to another program is no obstacle', async () => {
    const server = await start();
    const pidFile = join(server.socketFolder, 'postmaster.pid');
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    await server.stop();
    writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'));
    const again = await start();
    expect(await ask(again.app, 'select 1')).toBe(1);
  });

  test('a Minna that ends in a hurry takes its server with it', async () => {
    const { ended } = await minnaElsewhere('process.exit(1)');
    await ended;
    const server = await start();
    await server.stop();
    await expect.poll(() => runningServer(server.socketFolder)).toBeNull();
  });
});

describe('two Minnas on one folder', () => {
  test('the second is refused in plain words', async () => {
    await start();
    await expect(start()).rejects.toThrow(DataInUse);
    await expect(start()).rejects.toThrow(/Another Minna is running/);
  });

  test('a command joins the running one and leaves it running', async () => {
    const server = await start();
    const guest = await start({ join: true });
    expect(guest.joined).toBe(true);
    expect(await ask(guest.app, 'select 1')).toBe(1);
    await guest.stop();
    expect(await ask(server.app, 'select 1')).toBe(1);
  });

  test('three that start in the same moment: one runs, the others join it', async () => {
    const all = await Promise.all([start({ join: true }), start({ join: true }), start({ join: true })]);
    expect(all.map((server) => server.joined).sort()).toEqual([false, true, true]);
  });

  test('the data of a running town is not thrown away', async () => {
    const server = await start();
    await expect(discardEmbedded(dataDir)).rejects.toThrow(DataInUse);
    expect(await ask(server.app, 'select 1')).toBe(1);
  });
});

test('a folder whose name is too long for a socket address is reached all the same', async () => {
  const server = await start();
  const deep = join(mkdtempSync(join(tmpdir(), 'minna-deep-')), 'x'.repeat(120));
  mkdirSync(deep);
  const folder = join(deep, 'cluster');
  symlinkSync(server.socketFolder, folder);
  expect(await ask(socketConnection(folder, 'minna_app'), 'select current_user')).toBe('minna_app');
  rmSync(join(deep, '..'), { recursive: true });
});
