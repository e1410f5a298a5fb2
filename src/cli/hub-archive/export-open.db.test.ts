import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { datasetsOf } from '#channels/open-data/index.ts';
import { openJournal } from '#commons/journal/index.ts';
import { KEY } from '#commons/journal/sample-key.ts';
import { sequence } from '#commons/journal/sequencer.ts';
import type { LogSource } from '#commons/journal/source.ts';
import { sqlOf } from '#commons/journal/storage.ts';
import { verifyLog } from '#commons/journal/verify.ts';
import { writeEvent } from '#kernel/event.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { eventParts } from '../../event-parts.ts';
import { ArchiveExists } from '../archive/archive-file.ts';
import { exportOpen } from './export-open.ts';

let town: TestTown;
let site: TestSite;
let folder: string;
let members: Map<string, Buffer>;

const make = (file: string) =>
  exportOpen(file, site.hub, {
    hubwise: town.hubwise,
    signing: KEY,
    minna: '1.2.3',
    now: town.now(),
    progress: () => {},
  });

async function unzipped(file: string): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(await readFile(file));
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    found.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return found;
}

beforeAll(async () => {
  openJournal(KEY);
  town = await openTestTown();
  site = await openSite(town);
  const [reader] = await Promise.all(['=1+1', 'いわお'].map((name) => town.person(name)));
  await town.organisation('division', '道路課', [[reader!, 'editor']]);
  await town.hubwise.write(town.hub.id, (db) =>
    writeEvent(
      eventParts,
      db,
      { hubId: town.hub.id, now: town.now(), actorId: null, personId: null },
      { verb: 'hubs.town-changed', object: { kind: 'hub', id: town.roundId }, public: {}, tags: ['hub'] },
    ),
  );
  await town.hubwise.write(town.hub.id, (db) =>
    sequence(sqlOf(db), town.hub.id, { now: town.now(), key: KEY, origin: `${town.hub.host}/journal` }),
  );
  folder = await mkdtemp(join(tmpdir(), 'minna-open-'));
  await make(join(folder, 'open.zip'));
  members = await unzipped(join(folder, 'open.zip'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await site.close();
  await town.close();
});

describe('X8 everything public of a town as one file', () => {
  test('holds every list, as whole as at /data, in both forms', async () => {
    const datasets = datasetsOf(site.hub);
    expect(datasets.length).toBeGreaterThan(10);
    for (const path of datasets.flatMap(({ name }) => [`data/${name}.csv`, `data/${name}.json`])) {
      const shown = await (await site.fetch(`/${path}`)).arrayBuffer();
      expect([path, members.get(path)?.toString('utf8')]).toEqual([path, Buffer.from(shown).toString('utf8')]);
    }
    expect(members.get('data/actors.csv')!.toString('utf8')).toContain('道路課');
    const described = JSON.parse(members.get('datapackage.json')!.toString('utf8')) as {
      resources: { path: string }[];
    };
    expect(described.resources.map(({ path }) => members.has(path))).toEqual(datasets.map(() => true));
  });

  test('every byte is summed, and the log verifies by itself', async () => {
    const manifest = JSON.parse(members.get('manifest.json')!.toString('utf8')) as {
      members: { path: string; bytes: number; sha256: string }[];
      town: { key: string };
    };
    expect(manifest.town.key).toBe(town.hub.key);
    const sums = new Map(
      members
        .get('SHA256SUMS')!
        .toString('utf8')
        .trim()
        .split('\n')
        .map((line) => line.split('  ').reverse() as [string, string]),
    );
    for (const { path, bytes, sha256 } of manifest.members) {
      const content = members.get(path)!;
      expect([path, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([path, bytes, sha256]);
      if (path !== 'SHA256SUMS') expect([path, sums.get(path)]).toEqual([path, sha256]);
    }
    expect(manifest.members).toHaveLength(members.size - 1);
    const source: LogSource = { name: 'journal', read: async (path) => members.get(`journal/${path}`) ?? null };
    expect(await verifyLog(source)).toMatchObject({ holds: true });
  });

  test('is never written over', async () => {
    await expect(make(join(folder, 'open.zip'))).rejects.toThrow(ArchiveExists);
  });
});
