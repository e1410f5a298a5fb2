import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { mirrorLog, REFUSED } from './mirror.ts';
import { KEY, keyOf, VKEY } from './sample-key.ts';
import { memorySource, sampleEntries, sampleFiles, sampleHead } from './sample-log.ts';
import { folderSource, openSource, SourceError, webSource } from './source.ts';
import { verifyLog } from './verify.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minna-mirror-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(folder.length + 1))
    .sort();
}

const mirror = (files: Map<string, Uint8Array>, vkey?: string) => mirrorLog(memorySource(files), folder, { vkey });
const text = (path: string) => readFile(join(folder, path), 'utf8');

describe('P6 a mirror', () => {
  test('is the log, file by file, and verifies by itself', async () => {
    const files = sampleFiles(sampleEntries(700));
    const { report, fetched } = await mirror(files, VKEY);
    expect([report.holds, fetched]).toEqual([true, files.size - 2]);
    expect(await filesIn(folder)).toEqual([...files.keys()].sort());
    expect((await verifyLog(folderSource(folder), { vkey: VKEY })).holds).toBe(true);
  });

  test('fetches only what is new, and keeps what it had', async () => {
    await mirror(sampleFiles(sampleEntries(600)), VKEY);
    const { report, fetched } = await mirror(sampleFiles(sampleEntries(700)), VKEY);
    // The third tile and the third bundle grew; level 1 has the same two hashes.
    expect([report.holds, fetched]).toEqual([true, 2]);
    expect(report.findings.at(-1)).toEqual({ check: 'consistency', verdict: 'holds', oldSize: 600 });
    expect(await text('checkpoint')).toBe(sampleHead(sampleEntries(700)));
    expect(await mirror(sampleFiles(sampleEntries(700)), VKEY)).toMatchObject({ fetched: 0 });
  });

  test('does not follow a history that was rewritten, and keeps the evidence', async () => {
    await mirror(sampleFiles(sampleEntries(600)), VKEY);
    const before = await filesIn(folder);
    const retold = sampleFiles(sampleEntries(700, 'retold'));
    const { report } = await mirror(retold, VKEY);
    expect(report.holds).toBe(false);
    expect(await text('checkpoint')).toBe(sampleHead(sampleEntries(600)));
    expect(await text(REFUSED)).toBe(sampleHead(sampleEntries(700, 'retold')));
    expect(await filesIn(folder)).toEqual([...before, REFUSED].sort());
    expect((await mirror(sampleFiles(sampleEntries(700)), VKEY)).report.holds).toBe(true);
    expect(await filesIn(folder)).not.toContain(REFUSED);
  });

  test('keeps to the key it came with', async () => {
    await mirror(sampleFiles(sampleEntries(300)));
    const stranger = keyOf('a stranger');
    const { report } = await mirror(sampleFiles(sampleEntries(400), stranger));
    expect(report.findings[0]).toMatchObject({ check: 'signature', verdict: 'fails', key: VKEY, given: false });
    expect(KEY.publicKey).not.toEqual(stranger.publicKey);
  });

  test('what an interrupted run left behind is verified, too, and taken away if it is wrong', async () => {
    const files = sampleFiles(sampleEntries(700));
    await mirror(sampleFiles(sampleEntries(300)), VKEY);
    const path = 'tile/0/001';
    await writeFile(join(folder, path), new Uint8Array(8192));
    expect((await mirror(files, VKEY)).report.holds).toBe(false);
    expect(await filesIn(folder)).not.toContain(path);
    expect((await mirror(files, VKEY)).report.holds).toBe(true);
  });

  test('nothing there: nothing begun', async () => {
    await expect(mirror(new Map(), VKEY)).rejects.toThrow(SourceError);
    expect(await filesIn(folder)).toEqual([]);
  });
});

describe('P6 over the web', () => {
  const files = sampleFiles(sampleEntries(700));
  let server: Server;
  let answer: (path: string) => { status: number; body?: Uint8Array; headers?: Record<string, string> };
  let asked: string[];
  beforeEach(async () => {
    asked = [];
    answer = (path) => {
      const body = files.get(path.replace('/journal/', ''));
      return body ? { status: 200, body } : { status: 404 };
    };
    server = createServer((request, response) => {
      asked.push(request.url!);
      const { status, body, headers } = answer(request.url!);
      response.writeHead(status, headers).end(body);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterEach(() => new Promise((closed) => server.close(closed)));
  const address = (path = '') => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

  test.each(['', '/', '/journal', '/journal/', '/journal?x#y'])('the log is found at %j', async (path) => {
    expect((await verifyLog(openSource(address(path)), { vkey: VKEY })).holds).toBe(true);
    expect(asked[0]).toBe('/journal/checkpoint');
  });

  test('compressed as the specification allows', async () => {
    const plain = answer;
    answer = (path) => {
      const { status, body } = plain(path);
      return body ? { status, body: gzipSync(body), headers: { 'content-encoding': 'gzip' } } : { status };
    };
    expect((await verifyLog(webSource(address()), { vkey: VKEY })).holds).toBe(true);
  });

  test('a server that stumbles is asked again; one that stays down is no verdict', async () => {
    const plain = answer;
    let stumbles = 2;
    answer = (path) => (stumbles-- > 0 ? { status: 503 } : plain(path));
    const source = webSource(address(), { retryAfterMs: [0, 0] });
    expect((await verifyLog(source, { vkey: VKEY })).holds).toBe(true);
    answer = () => ({ status: 500 });
    await expect(verifyLog(source, { vkey: VKEY })).rejects.toThrow(/HTTP 500/);
  });

  test('an answer without end is cut off', async () => {
    answer = () => ({ status: 200, body: new Uint8Array(1_000_001) });
    const source = webSource(address(), { retryAfterMs: [] });
    await expect(verifyLog(source, { vkey: VKEY })).rejects.toThrow(/longer than/);
  });

  test('nobody there is no verdict', async () => {
    const gone = webSource('http://127.0.0.1:1/', { retryAfterMs: [] });
    await expect(verifyLog(gone, { vkey: VKEY })).rejects.toThrow(SourceError);
  });

  test('mirrored', async () => {
    expect((await mirrorLog(webSource(address()), folder, { vkey: VKEY })).report.holds).toBe(true);
    await writeFile(join(folder, 'tile', '0', '000'), utf8('x'));
    expect((await verifyLog(folderSource(folder), { vkey: VKEY })).holds).toBe(false);
  });
});
