/** Clients that take and give nothing: hundreds that send a byte now and then, and one that sends 200 MB nobody asked for. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { act } from '../figures/requests.ts';
import { memoryOf } from '../machine.ts';
import { sessionToken } from '../seed/people.ts';
import type { BenchTown } from '../town.ts';
import { type BadDay, look, type Seen, startBeside, until } from './stage.ts';

const SLOW = 300;
const CUT_MS = 90_000;
const PATIENCE_MS = 5_000;
const LARGE = 200 * 1024 * 1024;
const PIECE = Buffer.alloc(1024 * 1024, 'a');
const ROOM_BYTES = 150 * 1024 * 1024;

async function slowClients(town: BenchTown): Promise<Seen> {
  const minna = await startBeside(town);
  let open = 0;
  const sockets = Array.from({ length: SLOW }, () => {
    const socket = connect(minna.port, '127.0.0.1', () => void socket.write('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n'));
    open += 1;
    socket.on('error', () => {});
    socket.on('close', () => {
      open -= 1;
    });
    return socket;
  });
  const drip = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('x');
  }, 1_000);
  try {
    const times: number[] = [];
    let failed = 0;
    const began = performance.now();
    while (open > 0 && performance.now() - began < CUT_MS) {
      const heard = await look(minna.port, '/proposals', PATIENCE_MS);
      if (heard?.status === 200) times.push(heard.ms);
      else failed += 1;
      await pause(250);
    }
    const seconds = Math.round((performance.now() - began) / 1000);
    return {
      seen: `${SLOW} slow clients, all cut off after ${seconds} s: ${open === 0}; others had ${times.length} pages meanwhile, the slowest in ${Math.max(...times)} ms, ${failed} failed`,
      passed: open === 0 && failed === 0 && times.length > 0,
    };
  } finally {
    clearInterval(drip);
    for (const socket of sockets) socket.destroy();
    await minna.stop();
  }
}

async function largeUpload(town: BenchTown): Promise<Seen> {
  const minna = await startBeside(town);
  try {
    await look(minna.port, '/proposals');
    const resident = () => memoryOf(minna.pid).reduce((sum, { rssBytes }) => sum + rssBytes, 0);
    const before = resident();
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, resident());
    }, 200);
    const { status, sent } = await upload(minna.port);
    clearInterval(watch);
    const healthy = await until(async () => (await look(minna.port, '/proposals'))?.status === 200, 10_000);
    const grown = most - before;
    const megabytes = (bytes: number) => Math.round(bytes / 1_048_576);
    return {
      seen: `answered ${status ?? 'by closing the connection'} after ${megabytes(sent)} of ${megabytes(LARGE)} MB; memory grew by ${megabytes(grown)} MB; pages afterwards: ${healthy}`,
      passed: (status === null || (status >= 400 && status < 500)) && grown < ROOM_BYTES && healthy,
    };
  } finally {
    await minna.stop();
  }
}

/** As somebody signed in, so that the size alone is the reason. */
function upload(port: number): Promise<{ status: number | null; sent: number }> {
  const { path, headers } = act('/proposal-drafts', port, sessionToken(1), {});
  const large = { ...headers, 'content-type': 'multipart/form-data; boundary=b', 'content-length': String(LARGE) };
  return new Promise((resolve) => {
    let sent = 0;
    const asking = request({ host: '127.0.0.1', port, path, method: 'POST', headers: large }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? null, sent });
    });
    asking.on('error', () => resolve({ status: null, sent }));
    const more = () => {
      while (sent < LARGE && !asking.destroyed) {
        sent += PIECE.length;
        if (!asking.write(PIECE)) {
          asking.once('drain', more);
          return;
        }
      }
      if (!asking.destroyed) asking.end();
    };
    asking.write('--b\r\ncontent-disposition: form-data; name="files"; filename="large.bin"\r\n\r\n');
    more();
  });
}

export const slowOnes: BadDay = {
  name: 'slow-clients',
  done: `${SLOW} clients hold connections open and send a byte a second`,
  play: slowClients,
};

export const largeOne: BadDay = {
  name: 'large-upload',
  done: 'somebody sends 200 MB to a form',
  play: largeUpload,
};
