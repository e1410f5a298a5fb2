import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdf, pictureWithExif, wordDocument, workbench } from '#commons/files/samples-for-tests.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { blockPath, editingPath, pageHref } from './addresses.ts';
import { draftById } from './draft-queries.ts';
import { foundWorkshop, type Workshop } from './homepages-for-tests.ts';
import { publishPage } from './publish.ts';
import './reportable.ts';
import { moderatedKind } from '#commons/moderation/kinds.ts';

const bench = workbench();
let town: TestTown;
let site: TestSite;
let shop: Workshop;

beforeAll(async () => {
  bench.open();
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration', 'information'] });
  site = await openSite(town);
  shop = await foundWorkshop(town, '川辺の会', 'kawabe');
});
afterAll(async () => {
  await site.close();
  await town.close();
  bench.clear();
});

type Fields = Record<string, string>;

async function send(
  path: string,
  fields: Fields,
  file?: [bytes: Buffer | string, name: string],
  by: Reader = shop.toku,
) {
  const form = new FormData();
  form.set('once', randomId());
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', file ? new File([new Uint8Array(Buffer.from(file[0]))], file[1]) : new File([], ''));
  const answer = await site.fetch(path, { method: 'POST', body: form }, by);
  return { status: answer.status, body: await answer.text(), to: answer.headers.get('location') ?? '' };
}

const draft = () => town.read((db) => draftById(db, shop.pageIds[0]!, town.now()));

async function status(path: string, by: Reader | null = null): Promise<number> {
  const answer = await site.fetch(path, {}, by);
  await answer.arrayBuffer();
  return answer.status;
}

/** A PNG whose head names another size: no larger to send, as large to open. */
function saidToBe(png: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(png);
  copy.writeUInt32BE(width, 16);
  copy.writeUInt32BE(height, 20);
  copy.writeUInt32BE(crc32(copy.subarray(12, 29)), 29);
  return copy;
}

describe('F1.3, X10 pictures on a homepage', () => {
  test('a gallery grows and shrinks; its pictures are the editors’ until they are published, and nobody’s while hidden', async () => {
    const at = `${pageHref(shop.pageIds[0]!)}/blocks`;
    const picture = await pictureWithExif('jpeg');
    const made = await send(at, { kind: 'gallery', title: '写真', label: '川の絵' }, [picture, 'a.jpg']);
    expect(made.status).toBe(303);
    // The next picture is asked for at once, in words of pictures alone.
    const [asking, place] = made.to.split('#');
    const form = (await site.get(asking!, shop.toku)).body;
    expect(form).toContain(`id="${place}"`);
    expect(form).toContain('写真を足す');
    expect(form).not.toContain('PowerPoint');
    expect((await site.get(`${pageHref(shop.pageIds[0]!)}/editing`, shop.toku)).body).toContain('に写真を足す');
    const block = (await draft()).blocks.at(-1)!;
    const files = `${blockPath(block.id)}/files`;
    expect((await send(files, { label: '橋の絵' }, [picture, 'b.jpg'])).status).toBe(303);
    expect((await send(files, { label: '' }, [picture, 'c.jpg'])).status).toBe(422);
    expect((await send(files, { label: '文書' }, [pdf('x'), 'c.pdf'])).status).toBe(422);
    const hung = (await draft()).blocks.at(-1)!.files;
    const [first, second] = [hung[0]!, hung[1]!];
    await site.post(`${files}/${second.id}/place`, { once: randomId(), to: 'up' }, shop.toku);
    await site.post(`${files}/${first.id}/label`, { once: randomId(), label: '川の広い絵' }, shop.toku);
    const page = await site.get(`${blockPath(block.id)}/editing`, shop.toku);
    expect(await markupMistakes(page.body)).toEqual([]);
    expect((await draft()).blocks.at(-1)!.files.map(({ label }) => label)).toEqual(['橋の絵', '川の広い絵']);
    const [src] = page.body.match(/\/files\/[^"?]+/)!;
    expect(await status(src)).toBe(404);
    expect(await status(src, shop.other)).toBe(404);
    expect(await status(src, shop.hana)).toBe(200);
    await town.perform(shop.toku, publishPage, { id: shop.pageIds[0]! });
    expect(await status(src)).toBe(200);
    const shown = await site.get('/sites/kawabe');
    expect(shown.body).toContain('alt="川の広い絵"');
    const hide = (hidden: Date | null) =>
      town.hubwise.write(town.hub.id, (db) =>
        moderatedKind('site-page')!.setHidden(db, town.hub.id, shop.pageIds[0]!, hidden),
      );
    await hide(town.now());
    expect(await status(src)).toBe(404);
    await hide(null);
    expect((await site.post(`${files}/${second.id}/removal`, { once: randomId() }, shop.toku)).status).toBe(303);
    expect((await site.post(`${files}/${first.id}/removal`, { once: randomId() }, shop.toku)).status).toBe(409);
    expect(await status(src)).toBe(200);
  });

  test('a drawing with a script, a picture of 50 megapixels and more, a packed bomb: said why, nothing typed is lost', async () => {
    const at = `${pageHref(shop.pageIds[1]!)}/blocks`;
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const huge = saidToBe(await pictureWithExif('png'), 8000, 6400);
    const bomb = await wordDocument({ 'word/media/image1.png': Buffer.alloc(24 * 1024 * 1024) });
    const cases: [string, Fields, Buffer | string, string, string][] = [
      ['picture', { caption: '祭りの日' }, svg, 'a.svg', 'SVG'],
      ['picture', { caption: '祭りの日' }, huge, 'a.png', 'メガピクセル'],
      ['files', { title: '祭りの日' }, bomb, 'a.docx', 'とても大きくなる'],
    ];
    for (const [kind, fields, bytes, name, why] of cases) {
      const { status: code, body } = await send(at, { kind, label: '説明のことば', ...fields }, [bytes, name]);
      expect([name, code]).toEqual([name, 422]);
      for (const said of ['祭りの日', '説明のことば', why]) expect(body).toContain(said);
      expect([name, await markupMistakes(body)]).toEqual([name, []]);
    }
    expect(await town.read((db) => draftById(db, shop.pageIds[1]!, town.now()))).toMatchObject({ draft_version: 2 });
  });

  test('a header picture has words of its own, and a document is none', async () => {
    const at = `${editingPath(shop.siteId)}/settings`;
    const typed = { of: '1', title: '川辺の会', tagline: '', key: 'kawabe', theme: 'bold', colour: '' };
    expect((await send(at, { ...typed, label: 'x' }, [pdf('x'), 'a.pdf'])).status).toBe(422);
    expect((await send(at, { ...typed, label: '川の広い絵' }, [await pictureWithExif('jpeg'), 'a.jpg'])).status).toBe(
      303,
    );
    const { body } = await site.get('/sites/kawabe');
    expect(body).toMatch(/own-picture.*alt="川の広い絵"/s);
    expect(body).toContain('/site-styles/bold.css');
    expect((await send(at, { ...typed, of: '2', headerOff: 'yes' })).status).toBe(303);
    expect((await site.get('/sites/kawabe')).body).not.toContain('own-picture');
  });
});
