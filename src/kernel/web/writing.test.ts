import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { writeReply } from './writing.ts';

let server: Server;
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

/** What becomes of writing `body` to somebody who hangs up after the first bytes. */
function writtenToWhoHangsUp(body: Readable): Promise<unknown> {
  return new Promise((resolve, reject) => {
    server = createServer((request, response) => {
      const reply = { status: 200, headers: {}, body };
      writeReply(request, response, reply, { requestId: '', secure: false }).then(resolve, reject);
    }).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const asked = get({ port, host: '127.0.0.1', agent: false }, (response) => {
        response.once('data', () => asked.destroy());
      });
      asked.on('error', () => {});
    });
  });
}

describe('a body that comes in pieces', () => {
  test('is let go when its reader hangs up', async () => {
    const endless = new Readable({
      read() {
        this.push(Buffer.alloc(65_536));
      },
    });
    expect(await writtenToWhoHangsUp(endless)).toBe(200);
    expect(endless.destroyed).toBe(true);
  });

  test('that fails by itself is a failure', async () => {
    let pushed = false;
    const failing = new Readable({
      read() {
        if (pushed) this.destroy(new Error('the disk is gone'));
        else this.push('x');
        pushed = true;
      },
    });
    await expect(writtenToWhoHangsUp(failing)).rejects.toThrow('the disk is gone');
  });
});
