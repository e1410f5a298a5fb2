import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as drawCommand } from '#cli/draw.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { sha256Hex } from '#kernel/lot.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { announcePanel } from './announce-panel.ts';
import { fixList } from './fix-list.ts';

let town: TestTown;
let site: TestSite;
let division: Reader;
let citizen: Reader;
let at: string;
let id: string;

const typed = {
  title: '広場の会議',
  about: '広場の使い方を話し合います。',
  heldText: '2月から土曜日に4回',
  contact: '協働推進課',
  size: '3',
  strata: '年代',
  source: 'event',
  sourceText: '11月20日のくじの番号',
  sourceOn: '2026-11-20',
};
const csv = `番号,年代,連絡先\n${Array.from({ length: 9 }, (_, n) => `A${n},${n < 3 ? '若い' : '年配'},山田${n}`).join('\n')}\n`;

beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  citizen = await town.person('ことね');
  const officer = await town.person('担当');
  division = town.as(officer, await town.organisation('division', '協働推進課', [[officer, 'representative']]));
  town.today('2026-11-02');
  ({ id } = await town.perform(division, announcePanel, typed));
  at = `/panels/${shortId(id)}-${encodeURIComponent('広場の会議')}`;
});
afterAll(async () => {
  await site.close();
  await town.close();
});

describe('F9.9 a panel on its pages', () => {
  test('is announced with a form; what was typed stays when it is refused', async () => {
    const form = await site.get('/panels/new', division);
    expect(await markupMistakes(form.body)).toEqual([]);
    const again = await site.post('/panels', { ...typed, once: randomId(), sourceOn: '2026-10-01' }, division);
    expect(again.status).toBe(422);
    expect(again.body).toContain('value="広場の会議"');
    expect(again.body).toContain('明日よりあとの日');
    expect((await site.post('/panels', { ...typed, once: randomId() }, division)).status).toBe(303);
    expect((await site.get('/panels')).body).toContain('広場の会議');
  });

  test('before the draw nothing of the list but its hash is public', async () => {
    expect((await site.get(`${at}/list`, citizen)).status).toBe(403);
    expect(await markupMistakes((await site.get(`${at}/list`, division)).body)).toEqual([]);
    const { listHash } = await town.perform(division, fixList, { id, csv });
    const { body } = await site.get(at);
    expect(body).toContain(listHash);
    expect(body).not.toContain('A1');
    for (const path of ['draw.json', 'list.tsv', 'candidates.csv'])
      expect((await site.get(`${at}/${path}`)).status).toBe(404);
  });

  test('is drawn, and whoever fetches the data draws the same', async () => {
    town.today('2026-11-21');
    const form = (await site.get(`${at}/draw`, division)).body;
    expect(await markupMistakes(form)).toEqual([]);
    expect(form).toMatch(/<form class="form" method="post" action="[^"]*\/draw" novalidate>/);
    const empty = await site.post(`${at}/draw`, { once: randomId(), chance: '', evidence: '' }, division);
    expect([empty.status, empty.body.includes('href="#f-chance"')]).toEqual([422, true]);
    const drawn = await site.post(`${at}/draw`, { once: randomId(), chance: '0391', evidence: '市報' }, division);
    expect(drawn.status).toBe(303);
    const page = await site.get(at);
    expect(await markupMistakes(page.body)).toEqual([]);
    expect(page.body).not.toContain('山田');
    const list = await site.get(`${at}/list.tsv`);
    const { body } = await site.get(`${at}/draw.json`);
    expect(JSON.parse(body)).toMatchObject({ listHash: await sha256Hex(list.body), chance: '0391', size: 3 });
    const folder = await mkdtemp(join(tmpdir(), 'minna-draw-'));
    const said: string[] = [];
    await writeFile(join(folder, 'draw.json'), body);
    expect(await drawCommand(['verify', join(folder, 'draw.json')], (line) => said.push(line))).toBe(0);
    await writeFile(join(folder, 'draw.json'), body.replaceAll('"0391"', '"0392"'));
    expect(await drawCommand(['verify', join(folder, 'draw.json')], (line) => said.push(line))).toBe(1);
    expect(await drawCommand(['verify', join(folder, 'none.json')], () => {})).toBe(3);
    expect(await drawCommand([], () => {})).toBe(2);
    expect(said[0]).toContain('✓');
    await rm(folder, { recursive: true });
  });

  test('invitations and letters are seen by whoever invites alone', async () => {
    for (const path of ['invitations', 'letters']) {
      expect((await site.get(`${at}/${path}`, citizen)).status).toBe(403);
      const { body } = await site.get(`${at}/${path}`, division);
      expect(body).toContain('山田');
      expect(await markupMistakes(body)).toEqual([]);
    }
    const refused = await site.post(`${at}/replies`, { once: randomId(), number: 'Z1', reply: 'declined' }, division);
    expect(refused.status).toBe(409);
  });

  test('is data: table, JSON, feed', async () => {
    expect((await site.get('/panels.csv')).body).toContain('広場の会議');
    expect((await site.get('/panels.json')).body).toContain('"state":"drawn"');
    expect((await site.get('/panels.atom')).body).toContain('<title>広場の会議</title>');
    expect((await site.get(`${at}/candidates.csv`)).body).toContain('A1');
  });
});
