import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chat } from './chat.ts';
import { llmSettings } from './setting.ts';

let server: Server;
let url: string;
let answer: RequestListener;
const asked: { path: string | undefined; key: string | undefined; body: Record<string, unknown> }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(pieces).toString());
      asked.push({ path: request.url, key: request.headers.authorization, body });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const saying =
  (text: string, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
const ask = (longestMs?: number) => chat({ url, model: 'm', key: 'secret' }, { system: '上', user: '下' }, longestMs);

describe('F9.5 the model an operator names', () => {
  test('is asked by the protocol, and its first text is the answer', async () => {
    answer = saying(JSON.stringify({ choices: [{ message: { content: '{"points":[]}' } }] }));
    expect(await ask()).toBe('{"points":[]}');
    expect(asked.at(-1)).toMatchObject({
      path: '/v1/chat/completions',
      key: 'Bearer secret',
      body: {
        model: 'm',
        temperature: 0,
        messages: [
          { role: 'system', content: '上' },
          { role: 'user', content: '下' },
        ],
      },
    });
  });

  test.each([
    ['an error', saying('{}', 500), '500'],
    ['no JSON', saying('<html>'), 'else than JSON'],
    ['JSON without a text', saying('{"choices":[]}'), 'without a text'],
    ['null', saying('null'), 'without a text'],
    ['a text that is none', saying('{"choices":[{"message":{"content":5}}]}'), 'without a text'],
    ['more than is read', saying(' '.repeat(600 * 1024)), 'too great length'],
  ])('fails with %s', async (_, broken, message) => {
    answer = broken;
    await expect(ask()).rejects.toThrow(message);
  });

  test('fails when it leads elsewhere, hangs up, or says nothing in time', async () => {
    answer = (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    await expect(ask()).rejects.toThrow('could not be asked');
    answer = (request) => request.socket.destroy();
    await expect(ask()).rejects.toThrow('could not be asked');
    answer = () => {};
    await expect(ask(50)).rejects.toThrow('could not be asked: TimeoutError');
  });

  test('is never asked more than fits', async () => {
    const before = asked.length;
    const user = 'あ'.repeat(200_000);
    await expect(chat({ url, model: 'm', key: null }, { system: 'x', user })).rejects.toThrow('at once');
    expect(asked).toHaveLength(before);
  });
});

describe('F9.5 the settings of the model', () => {
  test('are off by default; address and model belong together; the key stands in one place', () => {
    const folder = mkdtempSync(join(tmpdir(), 'minna-llm-'));
    writeFileSync(join(folder, 'key'), 'in-a-file\n');
    expect(llmSettings({})).toBeNull();
    expect(llmSettings({ MINNA_LLM_MODEL: 'm', MINNA_LLM_KEY: 'k' })).toBeNull();
    const named = { MINNA_LLM_URL: 'https://llm.example/v1/', MINNA_LLM_MODEL: 'm' };
    expect(llmSettings(named)).toEqual({ url: 'https://llm.example/v1', model: 'm', key: null });
    expect(llmSettings({ ...named, MINNA_LLM_KEY_FILE: join(folder, 'key') })?.key).toBe('in-a-file');
    for (const wrong of [
      { MINNA_LLM_URL: 'llm.example' },
      { MINNA_LLM_URL: 'file:///etc/passwd', MINNA_LLM_MODEL: 'm' },
      { MINNA_LLM_URL: 'https://llm.example' },
      { ...named, MINNA_LLM_KEY: 'a', MINNA_LLM_KEY_FILE: 'b' },
      { ...named, MINNA_LLM_KEY_FILE: join(folder, 'none') },
    ])
      expect(() => llmSettings(wrong)).toThrow(TypeError);
    rmSync(folder, { recursive: true });
  });
});
