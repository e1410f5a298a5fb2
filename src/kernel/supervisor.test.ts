import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from './log.ts';
import { type Supervised, supervise } from './supervisor.ts';
import type { Timers } from './timers.ts';

const GRACEFUL = new URL('./graceful.ts', import.meta.url).href;
const LOG = new URL('./log.ts', import.meta.url).href;
const SUPERVISOR = new URL('./supervisor.ts', import.meta.url).href;
const log = createLog({ sink: { write: (_text, done) => done(), writeNow: () => {} } });

/**
 * A child that calls the test's port, says its process id once it is up, "stopped" when it was stopped in order, and whose
 * connection ends when it ends. Told to, it crashes, or doesn't stop.
 */
const CHILD = `
import { connect } from 'node:net';
import { onStop } from '${GRACEFUL}';
import { createLog } from '${LOG}';
const socket = connect(Number(process.argv[2]));
socket.on('data', (said) => { if (String(said) === 'crash') process.exit(7); });
const stop = () => process.env.STUBBORN ? new Promise(() => setInterval(() => {}, 1000)) : new Promise((resolve) => socket.end('stopped', resolve));
const code = onStop([{ name: 'all', run: stop }], { log: createLog({ level: 'error' }) });
socket.write('up ' + process.pid + ' ' + process.env.GREETING);
process.exitCode = await code;
`;
const PARENT = `
import { supervise } from '${SUPERVISOR}';
import { createLog } from '${LOG}';
supervise({ script: process.argv[2], args: [process.argv[3]], env: { GREETING: 'orphan' }, log: createLog({ level: 'error' }) });
setInterval(() => {}, 1000);
`;

let folder: string;
let server: Server;
let supervised: Supervised | undefined;
const calls: Socket[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minna-supervisor-'));
  writeFileSync(join(folder, 'child.mjs'), CHILD);
  writeFileSync(join(folder, 'parent.mjs'), PARENT);
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  await supervised?.stop();
  supervised = undefined;
  for (const socket of calls.splice(0)) socket.destroy();
  server.close();
  rmSync(folder, { recursive: true });
});

/** The next child's connection, and the first words it says. */
async function nextCall(): Promise<{ socket: Socket; words: string }> {
  const [socket] = (await once(server, 'connection')) as [Socket];
  calls.push(socket);
  socket.on('error', () => {});
  const [words] = await once(socket, 'data');
  return { socket, words: String(words) };
}

async function lastWords(socket: Socket): Promise<string> {
  let words = '';
  for await (const chunk of socket) words += chunk;
  return words;
}

const port = () => String((server.address() as AddressInfo).port);
const start = (timers?: Timers, env: Record<string, string> = {}) =>
  supervise({
    script: join(folder, 'child.mjs'),
    args: [port()],
    env: { GREETING: 'hello', ...env },
    log,
    ...(timers ? { timers } : {}),
  });

/** Timers that run at once and note how long they would have waited. */
function hasty(waits: number[]): Timers {
  return {
    now: () => 0,
    setTimeout: (step, ms) => {
      waits.push(ms);
      queueMicrotask(step);
    },
    clearTimeout: () => {},
  };
}

describe('supervise', () => {
  test('starts a child with its arguments and environment, knows when it is up, and stops it in order', async () => {
    const call = nextCall();
    supervised = start();
    expect(supervised.isUp()).toBe(false);
    const { socket, words } = await call;
    const { pid } = supervised.status();
    expect(words).toBe(`up ${pid} hello`);
    await expect.poll(() => supervised!.isUp()).toBe(true);
    const [last] = await Promise.all([lastWords(socket), supervised.stop()]);
    expect(last).toBe('stopped');
    expect(supervised.status()).toEqual({
      state: 'stopped',
      pid: undefined,
      restarts: 0,
      lastExit: { code: 0, signal: null },
    });
  });

  test('starts a child again that crashed or was killed, after growing waits', async () => {
    const waits: number[] = [];
    let call = nextCall();
    supervised = start(hasty(waits));
    for (let turn = 0; turn < 3; turn += 1) {
      const { socket } = await call;
      call = nextCall();
      if (turn === 1) process.kill(supervised.status().pid!, 'SIGKILL');
      else socket.write('crash');
    }
    await call;
    expect(waits).toEqual([500, 1_000, 2_000]);
    expect(supervised.status()).toMatchObject({ restarts: 3, lastExit: { code: 7, signal: null } });
  });

  test('a child that does not stop is killed', async () => {
    const call = nextCall();
    const waits: number[] = [];
    supervised = start(hasty(waits), { STUBBORN: '1' });
    await call;
    await supervised.stop();
    expect(waits).toEqual([20_000]);
    expect(supervised.status()).toMatchObject({ state: 'stopped', lastExit: { code: null, signal: 'SIGKILL' } });
  });

  test('stopping while it waits to start again starts nothing', async () => {
    const cleared: unknown[] = [];
    const waiting = Promise.withResolvers<void>();
    const timers: Timers = {
      now: () => 0,
      setTimeout: () => {
        waiting.resolve();
        return 'timer';
      },
      clearTimeout: (timer) => cleared.push(timer),
    };
    const call = nextCall();
    supervised = start(timers);
    (await call).socket.write('crash');
    await waiting.promise;
    expect(supervised.status().state).toBe('waiting');
    await supervised.stop();
    expect(cleared).toContain('timer');
    expect(supervised.status().state).toBe('stopped');
  });

  test('when the parent is killed without a word, its child stops in order', async () => {
    const call = nextCall();
    const parent = spawn(process.execPath, [join(folder, 'parent.mjs'), join(folder, 'child.mjs'), port()], {
      stdio: 'ignore',
    });
    const { socket, words } = await call;
    expect(words).toMatch(/^up \d+ orphan$/);
    parent.kill('SIGKILL');
    expect(await lastWords(socket)).toBe('stopped');
  });
});
