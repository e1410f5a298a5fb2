import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import type { Log } from '#kernel/log.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { ScannerAway } from './clamd.ts';
import { clearAway } from './clear-away.ts';
import { attachFiles, detachFile, filesOf, guardFiles, type Sight, type UploadedFile, uploadsOf } from './index.ts';
import { keepFile } from './keep-file.ts';
import { pdf, pictureWithExif, SECRET, workbench } from './samples-for-tests.ts';
import { storeKey } from './store.ts';

const KIND = 'sample-thing';
const sights = new Map<string, Sight>();
guardFiles(KIND, async (_db, things, { reader }) =>
  things.map(({ id }) => {
    const sight = sights.get(id) ?? null;
    return sight === 'reader' && !reader ? null : sight;
  }),
);

const hang = action({
  name: 'sample.hang',
  input: z.object({ thing: z.uuid(), fileIds: z.array(z.uuid()), label: z.string() }),
  run: async (ctx, { thing, fileIds, label }) =>
    attachFiles(
      ctx,
      { kind: KIND, id: thing },
      fileIds.map((fileId) => ({ fileId, label })),
    ),
});
const unhang = action({
  name: 'sample.unhang',
  input: z.object({ thing: z.uuid(), fileId: z.uuid() }),
  run: async (ctx, { thing, fileId }) => detachFile(ctx, { kind: KIND, id: thing }, fileId),
});

const bench = workbench();
let town: TestTown;
let site: TestSite;
let fumi: Reader;
let ken: Reader;

beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  fumi = await town.person('ふみさん');
  ken = await town.person('けん');
});
beforeEach(() => bench.open());
afterEach(() => town.today('2026-10-10'));
afterAll(async () => {
  await site.close();
  await town.close();
  bench.clear();
});

function keep(bytes: Buffer | string, name = 'x', reader = fumi): Promise<UploadedFile> {
  const by = { hubwise: town.hubwise, hubId: town.hub.id, personId: reader.person.id, now: town.now() };
  return keepFile(by, bench.write(bytes), name);
}

async function hung(file: UploadedFile, sight: Sight, label = '学校前の地図'): Promise<string> {
  const thing = randomId();
  sights.set(thing, sight);
  await town.perform(fumi, hang, { thing, fileIds: [file.id], label });
  return thing;
}

const at = (file: UploadedFile, query = '') => `/files/${shortId(file.id)}/x.${file.extension}${query}`;
const lies = (sha256: string, width?: number) => existsSync(join(bench.folder, 'store', storeKey(1, sha256, width)));

async function refused(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'taken',
    (error) => (error instanceof Refusal ? error.all[0]!.code : String(error)),
  );
}

const quiet: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => quiet,
  flush: () => {},
};
const tick = () => clearAway({ hub: town.hub, hubwise: town.hubwise, now: town.now(), log: quiet });

describe('X10 a file that is handed out', () => {
  test('is the one that was sent, to be saved under its label, and nothing a browser would run', async () => {
    const file = await keep(pdf());
    await hung(file, 'everybody', '測定の結果／まとめ');
    const answer = await site.fetch(at(file));
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf());
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%E6%B8%AC/);
    expect(answer.headers.get('cache-control')).toContain('public, max-age=31536000');
    expect(answer.headers.get('content-length')).toBe(String(pdf().length));
    const again = await site.fetch(at(file), { headers: { 'if-none-match': answer.headers.get('etag')! } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const head = await site.fetch(at(file), { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(pdf().length)]);
  });

  test('never holds where a picture was taken, in no size', async () => {
    const source = await pictureWithExif('jpeg', { width: 1300, height: 700, orientation: 6 });
    const file = await keep(source);
    await hung(file, 'everybody');
    expect(file.widths).toEqual([320, 700]);
    for (const query of ['', '?w=320', '?w=500', '?w=99999']) {
      const answer = await site.fetch(at(file, query));
      const bytes = Buffer.from(await answer.arrayBuffer());
      const { exif, width } = await sharp(bytes).metadata();
      expect([answer.status, exif, bytes.includes(SECRET)]).toEqual([200, undefined, false]);
      expect(width).toBe(query === '?w=320' ? 320 : 700);
      expect(answer.headers.get('content-disposition')).toMatch(/^inline/);
    }
    const whole = Buffer.from(await (await site.fetch(at(file))).arrayBuffer());
    expect(createHash('sha256').update(whole).digest('hex')).toBe(file.sha256);
  });

  test('comes in any part that is asked for', async () => {
    const bytes = Buffer.concat([
      Buffer.from('%PDF-1.4\n'),
      Buffer.from(Array.from({ length: 900 }, (_, n) => n % 250)),
    ]);
    const file = await keep(bytes);
    await hung(file, 'everybody');
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(2000), async (start, length) => {
        const answer = await site.fetch(at(file), { headers: { range: `bytes=${start}-${start + length}` } });
        const part = bytes.subarray(start, start + length + 1);
        expect(answer.status).toBe(206);
        expect(Buffer.from(await answer.arrayBuffer())).toEqual(part);
        expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${start + part.length - 1}/${bytes.length}`);
      }),
      { numRuns: 25 },
    );
    const outside = await site.fetch(at(file), { headers: { range: 'bytes=5000-' } });
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`]);
    const stale = await site.fetch(at(file), { headers: { range: 'bytes=0-9', 'if-range': '"older"' } });
    expect(stale.status).toBe(200);
    await stale.arrayBuffer();
  });
});

describe('X10 who sees a file', () => {
  const status = async (file: UploadedFile, reader: Reader | null = null) => {
    const answer = await site.fetch(at(file), {}, reader);
    await answer.arrayBuffer();
    return answer.status;
  };

  test('is who sees what it hangs on; nobody else is told that it is there', async () => {
    const file = await keep(pdf('hidden'));
    const thing = await hung(file, null);
    expect([await status(file), await status(file, ken)]).toEqual([404, 404]);
    sights.set(thing, 'reader');
    expect([await status(file), await status(file, ken)]).toEqual([404, 200]);
    const kept = await site.fetch(at(file), {}, ken);
    expect(kept.headers.get('cache-control')).toContain('private');
    await kept.arrayBuffer();
    sights.set(thing, 'everybody');
    expect(await status(file)).toBe(200);
  });

  test('before it hangs anywhere, only who sent it; of a kind nobody vouches for, too', async () => {
    const file = await keep(pdf('loose'));
    expect([await status(file), await status(file, ken), await status(file, fumi)]).toEqual([404, 404, 200]);
    const foreign = { fileIds: [file.id], thing: randomId(), label: 'x' };
    expect(await town.refusal(ken, hang, foreign)).toBe('file:file-gone');
  });

  test('an address that is none is a page that is not there', async () => {
    for (const path of ['/files/x/y.pdf', `/files/${shortId(randomId())}/y.pdf`, `/files/${randomId()}/y.pdf`])
      expect((await site.get(path)).status).toBe(404);
  });

  test('a store that has lost it says so plainly', async () => {
    const file = await keep(pdf('lost'));
    await hung(file, 'everybody');
    bench.open({ store: { put: async () => {}, read: () => Promise.reject(new Error('x')), remove: async () => {} } });
    expect((await site.get(at(file))).status).toBe(500);
    bench.open({ store: (await import('./local-store.ts')).localStore(join(bench.folder, 'another')) });
    expect((await site.get(at(file))).status).toBe(503);
    site.faults.length = 0;
  });
});

describe('X10 keeping', () => {
  test('the scanner decides before anything is opened; while it is away nothing is taken', async () => {
    bench.open({ scan: async () => ({ clean: false, found: 'Test.Signature' }) });
    expect(await refused(keep(pdf()))).toBe('infected');
    bench.open({ scan: () => Promise.reject(new ScannerAway('silent')) });
    expect(await refused(keep(pdf()))).toBe('scanner-away');
    bench.open({ scan: async () => ({ clean: true }) });
    expect(await refused(keep(pdf()))).toBe('taken');
  });

  test('order, limit and labels are those of the thing', async () => {
    const all = await Promise.all(['1', '2', '3'].map((text) => keep(pdf(text))));
    const thing = randomId();
    await town.perform(fumi, hang, { thing, fileIds: all.map((file) => file.id), label: '三つ' });
    const found = await town.read((db) => filesOf(db, KIND, [{ id: thing }, { id: randomId() }]));
    expect(found.get(thing)?.map((file) => file.id)).toEqual(all.map((file) => file.id));
    expect(found.size).toBe(1);
    const many = await Promise.all(Array.from({ length: 18 }, (_, n) => keep(pdf(`many ${n}`))));
    const ids = many.map((file) => file.id);
    expect(await town.refusal(fumi, hang, { thing, fileIds: ids, label: 'x' })).toBe('file:too-many-files');
    expect((await town.read((db) => uploadsOf(db, fumi.person.id))).length).toBeGreaterThanOrEqual(21);
  });
});

describe('X10 clearing away', () => {
  test('what hangs on nothing is gone after a day, and no earlier; what hangs somewhere stays', async () => {
    const [loose, used] = [await keep(await pictureWithExif('png', { width: 400 })), await keep(pdf('used'))];
    await hung(used, 'everybody');
    town.today('2026-10-11');
    await tick();
    expect(lies(loose.sha256)).toBe(true);
    town.today('2026-10-12');
    await tick();
    expect([lies(loose.sha256), lies(loose.sha256, 320), lies(used.sha256)]).toEqual([false, false, true]);
    expect(await town.rows('select 1 from files where id = $1', [loose.id])).toEqual([]);
    await tick();
  });

  test('the same bytes sent twice are kept once, and stay while one of them is used', async () => {
    const [one, other] = [await keep(pdf('same')), await keep(pdf('same'), 'y', ken)];
    expect(one.sha256).toBe(other.sha256);
    const thing = await hung(one, 'everybody');
    town.today('2026-10-13');
    await tick();
    expect(lies(one.sha256)).toBe(true);
    expect(await town.rows('select id from files where sha256 = decode($1, $2)', [one.sha256, 'hex'])).toHaveLength(1);
    await town.perform(fumi, unhang, { thing, fileId: one.id });
    await tick();
    expect(lies(one.sha256)).toBe(false);
  });

  test('one that is hung up at the same moment is either kept or refused, never half', async () => {
    const file = await keep(pdf('race'));
    town.today('2026-10-13');
    const thing = randomId();
    const [said] = await Promise.all([town.refusal(fumi, hang, { thing, fileIds: [file.id], label: 'x' }), tick()]);
    const rows = await town.rows('select 1 from attachments where thing_id = $1', [thing]);
    expect([said, rows.length, lies(file.sha256)]).toEqual(
      said === 'done' ? ['done', 1, true] : ['file:file-gone', 0, false],
    );
  });
});

describe('X11 files of another hub', () => {
  test('are neither seen nor hung up there, even with the right id', async () => {
    const file = await keep(pdf('ours'));
    const thing = await hung(file, 'everybody');
    const there = { hub: town.neighbour };
    expect(await town.refusal(fumi, hang, { thing: randomId(), fileIds: [file.id], label: 'x' }, there)).toBe(
      'file:file-gone',
    );
    expect(await town.refusal(fumi, unhang, { thing, fileId: file.id }, there)).toBe('file-gone');
    expect(await town.rows('select id from files', [], town.neighbour)).toEqual([]);
    expect((await town.read((db) => filesOf(db, KIND, [{ id: thing }]), town.neighbour)).size).toBe(0);
  });
});
