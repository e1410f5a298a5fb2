import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { type Served, writeKept, writeReply } from './writing.ts';

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

describe('X8 a feed', () => {
  let body = '<feed>1</feed>';
  async function asked(type: string, known?: string): Promise<Response> {
    const headers = { 'content-type': type };
    await new Promise<void>((resolve) => {
      server = createServer((request, response) => {
        void writeReply(request, response, { status: 200, headers, body }, { requestId: 'r', secure: false });
      }).listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const sent = new Headers({ connection: 'close' });
    if (known !== undefined) sent.set('if-none-match', known);
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: sent });
    await new Promise<void>((resolve) => server.close(() => resolve()));
    return answer;
  }

  test.each(['application/atom+xml; charset=utf-8', 'text/calendar; charset=utf-8', 'application/geo+json'])(
    '%s is not sent again to who has it, and is once it has changed',
    async (type) => {
      body = '<feed>1</feed>';
      const etag = (await asked(type)).headers.get('etag')!;
      const again = await asked(type, etag);
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
      expect(again.headers.get('vary')).toBe('cookie, accept-language, accept-encoding');
      body = '<feed>2</feed>';
      const changed = await asked(type, etag);
      expect([changed.status, await changed.text()]).toEqual([200, body]);
    },
  );

  test('and a page for one reader are two things', async () => {
    expect((await asked('text/html; charset=utf-8')).headers.get('etag')).toBeNull();
  });
});

describe('a page that is kept', () => {
  const kept: Served = {
    status: 200,
    headers: [
      'vary',
      'cookie, accept-language, accept-encoding',
      'cache-control',
      'private, no-cache',
      'content-type',
      'text/html',
    ],
    body: Buffer.from('<p>page</p>'),
    gzipped: false,
    etag: '"abc"',
  };
  async function asked(known: string): Promise<Response> {
    await new Promise<void>((resolve) => {
      server = createServer((request, response) => void writeKept(request, response, kept, null)).listen(
        0,
        '127.0.0.1',
        resolve,
      );
    });
    const { port } = server.address() as AddressInfo;
    return fetch(`http://127.0.0.1:${port}/`, { headers: { 'if-none-match': known, connection: 'close' } });
  }

  test.each(['"abc"', 'W/"abc"', '"old", "abc"'])(
    'is not sent again to who has %s, and says what it depends on',
    async (known) => {
      const answer = await asked(known);
      expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, '"abc"', '']);
      expect(answer.headers.get('vary')).toBe('cookie, accept-language, accept-encoding');
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
      expect(answer.headers.get('content-type')).toBeNull();
    },
  );

  test.each(['"other"', 'W/"ab"'])('is sent whole to who has %s', async (known) => {
    const answer = await asked(known);
    expect([answer.status, await answer.text()]).toEqual([200, '<p>page</p>']);
  });
});
