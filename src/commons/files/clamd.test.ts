import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { clamd, ScannerAway } from './clamd.ts';
import { workbench } from './samples-for-tests.ts';

const bench = workbench();
afterAll(() => bench.clear());
let server: Server | undefined;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

interface Heard {
  command: string;
  bytes: Buffer;
}

/** Speaks the scanner's protocol: a command, then pieces with their length before them, an empty one at the end. */
async function scanner(answer: (heard: Heard) => string | null, address?: string): Promise<string> {
  server = createServer((socket: Socket) => {
    let all = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      all = Buffer.concat([all, chunk]);
      const heard = whole(all);
      if (!heard) return;
      const said = answer(heard);
      if (said === null) socket.destroy();
      else socket.end(`${said}\0`);
    });
  });
  if (address) server.listen(address);
  else server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  return typeof at === 'object' && at ? `127.0.0.1:${at.port}` : String(at);
}

function whole(all: Buffer): Heard | null {
  const start = all.indexOf(0) + 1;
  if (start === 0) return null;
  const pieces: Buffer[] = [];
  let at = start;
  while (at + 4 <= all.length) {
    const length = all.readUInt32BE(at);
    if (length === 0) return { command: all.subarray(0, start - 1).toString(), bytes: Buffer.concat(pieces) };
    pieces.push(all.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

const BAD = 'X5O!P-not-the-real-one';

describe('X10 the virus scanner', () => {
  test('hears the whole file, and its verdict counts', async () => {
    const large = Buffer.alloc(300_000, 'abc');
    const heard: Heard[] = [];
    const address = await scanner((one) => {
      heard.push(one);
      return one.bytes.includes(BAD) ? 'stream: Test.Signature FOUND' : 'stream: OK';
    });
    expect(await clamd(address)(bench.write(large))).toEqual({ clean: true });
    expect(heard[0]).toEqual({ command: 'zINSTREAM', bytes: large });
    expect(await clamd(address)(bench.write(`x${BAD}y`))).toEqual({ clean: false, found: 'Test.Signature' });
  });

  test('by a socket of the same machine, too', async () => {
    const address = await scanner(() => 'stream: OK', join(bench.folder, 'clamd.sock'));
    expect(await clamd(address)(bench.write('x'))).toEqual({ clean: true });
  });

  test('that is away, hangs up, or gives no verdict has not cleared the file', async () => {
    await expect(clamd(join(bench.folder, 'nobody.sock'))(bench.write('x'))).rejects.toBeInstanceOf(ScannerAway);
    await expect(clamd(await scanner(() => null))(bench.write('x'))).rejects.toBeInstanceOf(ScannerAway);
    server?.close();
    const full = await scanner(() => 'INSTREAM size limit exceeded. ERROR');
    await expect(clamd(full)(bench.write('x'))).rejects.toBeInstanceOf(ScannerAway);
  });
});
