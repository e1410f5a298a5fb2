/** X10: the hook for a virus scanner: ClamAV's daemon, asked by its INSTREAM command. */
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';

/** Whose answer it was: nothing found, or the name of what was found. */
export type Verdict = { clean: true } | { clean: false; found: string };

/** The scanner can't be reached, or doesn't give a verdict: the file must not be taken. */
export class ScannerAway extends Error {
  override readonly name = 'ScannerAway';
}

export type Scan = (path: string) => Promise<Verdict>;

const SILENT_MS = 30_000;

/** @param address `host:port`, or the path of a socket, which begins with a slash */
export function clamd(address: string): Scan {
  return (path) => scan(address, path);
}

function open(address: string): Socket {
  if (address.startsWith('/')) return connect(address);
  const at = address.lastIndexOf(':');
  return connect(Number(address.slice(at + 1)), address.slice(0, at).replace(/^\[|\]$/g, ''));
}

async function scan(address: string, path: string): Promise<Verdict> {
  const socket = open(address);
  socket.setTimeout(SILENT_MS, () => socket.destroy(new Error('silent')));
  const heard = answerOf(socket);
  // Whatever comes first counts: a scanner that has heard enough answers before the end and hangs up.
  heard.catch(() => {});
  try {
    socket.write('zINSTREAM\0');
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (socket.destroyed || socket.readableEnded) break;
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      socket.write(length);
      if (!socket.write(chunk)) await drained(socket);
    }
    if (!socket.destroyed) socket.write(Buffer.alloc(4));
    return verdictOf(await heard);
  } catch (error) {
    if (error instanceof ScannerAway) throw error;
    throw new ScannerAway('the virus scanner does not answer', { cause: error });
  } finally {
    socket.destroy();
  }
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    socket.on('data', (bytes) => {
      heard += bytes.toString('utf8');
      if (heard.includes('\0')) resolve(heard);
    });
    socket.once('error', reject);
    socket.once('close', () => (heard === '' ? reject(new Error('hung up')) : resolve(heard)));
  });
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('drain', resolve).once('close', () => resolve());
  });
}

function verdictOf(heard: string): Verdict {
  const answer = heard.replace(/\0[\s\S]*$/, '').trim();
  if (answer === 'stream: OK') return { clean: true };
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found) return { clean: false, found };
  throw new ScannerAway(`the virus scanner said: ${answer.slice(0, 200)}`);
}
