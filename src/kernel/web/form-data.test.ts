import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { type FormOptions, FormRefusal, type FormValues, readForm } from './form-data.ts';

const BOUNDARY = 'x-boundary';
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Answer = { fields?: object; files?: unknown; refused?: string };

async function listen<F>(options: FormOptions<F> = {}, seen: (values: FormValues<F>) => unknown = () => undefined) {
  server = createServer(async (request, response) => {
    const answer: Answer = await readForm(request, options).then(
      (values) => ({ fields: values.toObject(), files: seen(values) }),
      (error) => ({
        refused: error instanceof FormRefusal ? `${error.status} ${error.code}` : `threw ${error.message}`,
      }),
    );
    response.end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function open(port: number, contentType: string, lengthHeader: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\nContent-Type: ${contentType}\r\n${lengthHeader}\r\n\r\n`);
  return socket;
}

async function answerOf(socket: Socket): Promise<Answer> {
  let text = '';
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    text += chunk;
    const json = /\r\n\r\n(?:[0-9a-f]+\r\n)?(\{.*\})/s.exec(text)?.[1];
    if (json) return JSON.parse(json);
  }
  throw new Error(`no answer: ${text}`);
}

async function post(port: number, contentType: string, body: string | Buffer): Promise<Answer> {
  const bytes = Buffer.from(body as string);
  const socket = await open(port, contentType, `Content-Length: ${bytes.length}`);
  socket.write(bytes);
  return answerOf(socket);
}

const part = (head: string, body: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
const END = `--${BOUNDARY}--\r\n`;
const file = (name: string, content: string, type = 'text/plain') =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"; filename="${name}.txt"\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`;

describe('fields', () => {
  test('urlencoded and multipart give the same values', async () => {
    const port = await listen();
    const fields = { 題: '学校 é', tag: ['a', 'b'], empty: '' };
    expect(
      (await post(port, 'application/x-www-form-urlencoded; charset=UTF-8', '題=学校+%C3%A9&tag=a&tag=b&empty='))
        .fields,
    ).toEqual(fields);
    const body =
      part('name="題"', '学校 é') + part('name="tag"', 'a') + part('name=tag', 'b') + part('name="empty"', '') + END;
    expect((await post(port, MULTIPART, body)).fields).toEqual(fields);
  });

  test('a web Request is read as well', async () => {
    const form = new FormData();
    form.set('題', '学校');
    const values = await readForm(new Request('http://a/', { method: 'POST', body: form }));
    expect(values.get('題')).toBe('学校');
    await expect(readForm(new Request('http://a/', { method: 'POST', body: '{}' }))).rejects.toThrow(
      'unsupported-form',
    );
  });

  test.each([
    ['application/json', '{}', '415 unsupported-form'],
    ['text/plain', 'a=b', '415 unsupported-form'],
    ['', 'a=b', '415 unsupported-form'],
    ['application/x-www-form-urlencoded; charset=shift_jis', 'a=b', '415 unsupported-form'],
    ['application/x-www-form-urlencoded', 'a=%FF', '400 broken-encoding'],
    ['multipart/form-data', 'x', '400 broken-form'],
    [MULTIPART, 'no parts', '400 broken-form'],
    [MULTIPART, part('name="a"', 'b'), '400 broken-form'],
    [MULTIPART, `--${BOUNDARY}\r\nbad header\r\n\r\nx\r\n${END}`, '400 broken-form'],
    [MULTIPART, part('size="1"', 'b') + END, '400 broken-form'],
    [MULTIPART, part('name="a"', 'b\0') + END, '400 nul-character'],
    [MULTIPART, part('name="a"', 'x'.repeat(101)) + END, '413 field-too-long'],
    [MULTIPART, part('name="a"', 'b').repeat(6) + END, '413 too-many-fields'],
    [MULTIPART, part('name="a"', 'x'.repeat(2000)) + END, '413 too-large'],
    [MULTIPART, file('a', 'b') + END, '400 unexpected-file'],
    [MULTIPART, file('a', 'b').repeat(3) + END, '413 too-many-files'],
  ])('%s %.40j is refused with %3$s', async (contentType, body, code) => {
    const port = await listen({ limits: { totalBytes: 1500, fieldBytes: 100, fields: 5, files: 2 } });
    expect((await post(port, contentType, body)).refused).toBe(code);
  });

  test('bytes that are not UTF-8 are refused in a multipart value and name', async () => {
    const port = await listen();
    for (const broken of [part('name="a"', '\xe9'), part('name="\xe9"', 'a')]) {
      expect((await post(port, MULTIPART, Buffer.from(broken + END, 'latin1'))).refused).toBe('400 broken-encoding');
    }
  });

  test('values that just fit are taken', async () => {
    const port = await listen({ limits: { fieldBytes: 100, fields: 2 } });
    const body = part('name="a"', 'x'.repeat(100)) + part('name="b"', 'y') + END;
    expect((await post(port, MULTIPART, body)).fields).toEqual({ a: 'x'.repeat(100), b: 'y' });
  });

  test('a compressed body is refused: its size is unknown', async () => {
    const port = await listen();
    const socket = await open(port, 'application/x-www-form-urlencoded', 'Content-Length: 3\r\nContent-Encoding: gzip');
    socket.write('a=b');
    expect((await answerOf(socket)).refused).toBe('415 unsupported-form');
  });
});

describe('files', () => {
  const onFile: FormOptions<string>['onFile'] = async ({ fileName, mimeType, stream }) =>
    `${fileName} ${mimeType} ${(await buffer(stream)).toString()}`;
  const seen = (values: FormValues<string>) => values.files('file');

  test('go to the handler as they come; an empty file field is nothing', async () => {
    const port = await listen({ onFile }, seen);
    const empty = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n`;
    const body = part('name="a"', 'b') + file('file', 'one') + file('file', 'two', 'image/png') + empty + END;
    expect(await post(port, MULTIPART, body)).toEqual({
      fields: { a: 'b' },
      files: ['file.txt text/plain one', 'file.txt image/png two'],
    });
  });

  test('a name with folders is only a name', async () => {
    const port = await listen({ onFile }, seen);
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="../../資料.pdf"\r\n\r\nx\r\n`;
    expect((await post(port, MULTIPART, head + END)).files).toEqual(['資料.pdf text/plain x']);
  });

  test('one that just fits is taken, one byte more is refused, and what was taken before is discarded', async () => {
    const discarded: string[] = [];
    const options = { onFile, discardFile: (taken: string) => void discarded.push(taken), limits: { fileBytes: 10 } };
    const port = await listen(options, seen);
    expect((await post(port, MULTIPART, file('file', 'x'.repeat(10)) + END)).files).toHaveLength(1);
    expect(discarded).toEqual([]);
    const tooLarge = file('file', 'first') + file('file', 'x'.repeat(11)) + END;
    expect((await post(port, MULTIPART, tooLarge)).refused).toBe('413 file-too-large');
    expect(discarded).toEqual(['file.txt text/plain first']);
  });

  test('what the handler throws comes through; a handler that reads nothing holds nothing up', async () => {
    const port = await listen({ onFile: async () => Promise.reject(new Error('virus')) });
    expect((await post(port, MULTIPART, file('file', 'x') + END)).refused).toBe('threw virus');
    server?.close();
    const lazy = await listen({ onFile: async () => 'unread' }, seen);
    expect((await post(lazy, MULTIPART, file('file', 'x'.repeat(500_000)) + END)).files).toEqual(['unread']);
  });
});

describe('senders who mean harm', () => {
  const CHUNK = Buffer.alloc(64 * 1024, 'a');
  const UPLOAD = 200 * 1024 * 1024;

  async function upload(socket: Socket, write: (chunk: Buffer) => boolean): Promise<void> {
    for (let sent = 0; sent < UPLOAD; sent += CHUNK.length) {
      if (!write(CHUNK)) await once(socket, 'drain');
    }
  }

  test.each([
    ['announced', MULTIPART, `Content-Length: ${UPLOAD + 1000}`, '413 too-large'],
    ['unannounced', MULTIPART, 'Transfer-Encoding: chunked', '413 file-too-large'],
    ['urlencoded', 'application/x-www-form-urlencoded', 'Transfer-Encoding: chunked', '413 too-large'],
  ])('200 MB, %s, are refused in bounded memory, and the sender gets the answer', async (_name, type, length, code) => {
    const port = await listen({
      onFile: async ({ stream }) => {
        let size = 0;
        for await (const chunk of stream) size += chunk.length;
        return size;
      },
      limits: { totalBytes: 20 * 1024 * 1024, fileBytes: 8 * 1024 * 1024 },
    });
    const before = process.memoryUsage().rss;
    let highest = before;
    const socket = await open(port, type, length);
    const chunked = length.startsWith('T');
    const write = (bytes: Buffer) => {
      highest = Math.max(highest, process.memoryUsage.rss());
      if (!chunked) return socket.write(bytes);
      socket.write(`${bytes.length.toString(16)}\r\n`);
      socket.write(bytes);
      return socket.write('\r\n');
    };
    write(Buffer.from(type === MULTIPART ? file('file', '').slice(0, -2) : 'a='));
    const [answer] = await Promise.all([answerOf(socket), upload(socket, write)]);
    expect(answer.refused).toBe(code);
    // Buffers on their way through wait for the collector; an upload that was kept would be 200 MB more, at least.
    expect(highest - before).toBeLessThan(160 * 1024 * 1024);
  });

  test('who sends byte after byte, or nothing, is refused at the deadline', async () => {
    const port = await listen({ limits: { deadlineMs: 30 } });
    const socket = await open(port, 'application/x-www-form-urlencoded', 'Content-Length: 100');
    socket.write('a=');
    expect((await answerOf(socket)).refused).toBe('408 too-slow');
  });

  test('a file that stalls fails in its handler, too', async () => {
    let failure: unknown;
    const port = await listen({
      onFile: ({ stream }) =>
        buffer(stream).catch((error) => {
          failure = error;
          throw error;
        }),
      limits: { deadlineMs: 30 },
    });
    const socket = await open(port, MULTIPART, 'Content-Length: 10000');
    socket.write(file('file', 'x'.repeat(100)).slice(0, -10));
    expect((await answerOf(socket)).refused).toBe('408 too-slow');
    expect(failure).toMatchObject({ code: 'too-slow' });
  });

  test('who goes away in the middle is noticed', async () => {
    const outcome = Promise.withResolvers<unknown>();
    server = createServer((request) => {
      readForm(request).then(outcome.resolve, outcome.resolve);
      request.once('data', () => socket.destroy());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = await open(
      (server.address() as AddressInfo).port,
      'application/x-www-form-urlencoded',
      'Content-Length: 9',
    );
    socket.write('a=');
    expect(await outcome.promise).toMatchObject({ status: 400, code: 'cut-off' });
  });
});
