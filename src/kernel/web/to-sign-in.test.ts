import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FormOptions, readForm } from './form-data.ts';
import { json } from './reply.ts';
import { askToSignIn } from './to-sign-in.ts';
import type { Visit } from './visit.ts';

let origin: string;
const server = createServer(async (request, response) => {
  const url = new URL(`http://hinata.example${request.url}`);
  const form = (options: FormOptions<unknown> = {}) => readForm(request, options);
  const visit = { request, url, form, formWith: form } as unknown as Visit;
  const reply = await askToSignIn({ resume: (_, sent) => json(sent, 401) }, visit, url.pathname === '/files');
  response.writeHead(reply.status, reply.headers as Record<string, string>).end(reply.body as string | null);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const told = async (path: string, body: FormData | URLSearchParams) =>
  (await fetch(origin + path, { method: 'POST', body })).json();

describe('X1 what was sent when the session had ended', () => {
  test('is given back, also beside files; those are let go and it is said', async () => {
    const form = new FormData();
    form.set('text', 'ここまで書いた');
    expect(await told('/files?a=b', form)).toEqual({ path: '/files?a=b', values: { text: 'ここまで書いた' } });
    form.set('picture', new File([new Uint8Array(300_000)], 'hana.jpg'));
    form.append('caption', '庭の花');
    expect(await told('/files', form)).toEqual({
      path: '/files',
      values: { text: 'ここまで書いた', caption: '庭の花' },
      files: true,
    });
    expect(await told('/words', new URLSearchParams({ text: 'ことば' }))).toEqual({
      path: '/words',
      values: { text: 'ことば' },
    });
  });

  test('a form that breaks the limits is let go whole, and signing in is asked for all the same', async () => {
    const form = new FormData();
    for (let at = 0; at < 25; at++) form.append('picture', new File(['x'], `${at}.jpg`));
    expect(await told('/files', form)).toEqual({ path: '/files', values: {}, files: true });
  });

  test('a page is asked for once more after signing in', async () => {
    const answer = await fetch(`${origin}/words?a=b`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fwords%3Fa%3Db');
  });
});
