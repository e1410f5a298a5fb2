import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readText } from '#commons/discussion/debate-site.ts';
import type { Reader } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import { LANGS } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { appealDecision } from './appeal-decision.ts';
import { claimRight } from './file-claim.ts';
import { type ModeratedTown, openModeratedTown } from './moderation-for-tests.ts';

const elections = [
  {
    name: { ja: '市議会議員選挙', easy: '市（し）の 選挙（せんきょ）', en: 'City council election' },
    from: '2026-11-09',
    until: '2026-11-15',
  },
];

let it: ModeratedTown;
let site: TestSite;
let decisionId: string;
let waiting: string;
let claimed: string;

beforeAll(async () => {
  it = await openModeratedTown({ elections, reportsDaily: 4 });
  site = await openSite(it.town);
  const hiddenId = await it.says(it.iwao, 'ひどいことば');
  decisionId = await it.decides(it.kotone, await it.reports(it.fumi, hiddenId), 'hidden');
  waiting = await it.reports(it.fumi, await it.says(it.iwao, '待っていることば'), 'other');
  const said = await it.says(it.iwao, '申出のあることば');
  claimed = (
    await it.town.perform(it.toku, claimRight, {
      kind: 'opinion',
      id: said,
      claimant: '写真館',
      relation: 'self',
      right: 'honour',
      passage: '申出のある',
      why: '事実ではありません',
    })
  ).caseId;
});
afterAll(async () => {
  await site.close();
  await it.town.close();
  expect(site.faults).toEqual([]);
});

describe('X4 pages', () => {
  test('are sound in three languages, for the public and for those concerned', async () => {
    const said = await it.says(it.iwao, 'ページのためのことば');
    const thing = `kind=opinion&id=${shortId(said)}`;
    const pages: [string, Parameters<TestSite['get']>[1]][] = [
      ['/moderation/rules', null],
      ['/moderation/log', null],
      ['/moderation/figures', null],
      ['/moderation/moderators', it.ogata],
      [`/moderation/decisions/${shortId(decisionId)}`, it.iwao],
      [`/moderation/reports/new?${thing}`, null],
      [`/moderation/claims/new?${thing}`, it.fumi],
      ['/moderation', it.kotone],
      [`/moderation/cases/${shortId(waiting)}`, it.kotone],
      [`/moderation/cases/${shortId(claimed)}`, it.kotone],
      [`/moderation/claims/${shortId(claimed)}`, it.iwao],
    ];
    for (const lang of LANGS) {
      for (const [path, reader] of pages) {
        const page = await site.get(path, reader, lang);
        expect(`${path} ${page.status}`).toBe(`${path} 200`);
        expect(await markupMistakes(page.body)).toEqual([]);
      }
    }
  });

  test('of the moderators are there for nobody else', async () => {
    for (const path of ['/moderation', `/moderation/cases/${shortId(waiting)}`]) {
      expect((await site.get(path, it.fumi)).status).toBe(404);
      expect((await site.get(path)).location).toContain('/sign-in');
    }
    expect((await site.get(`/moderation/claims/${shortId(claimed)}`, it.fumi)).status).toBe(404);
  });

  test('name no moderator, author or reporter in public', async () => {
    const paths = ['/moderation/log', '/moderation/log.json', '/moderation/log.csv', '/moderation/log.atom'];
    for (const path of [...paths, `/moderation/decisions/${shortId(decisionId)}`, '/moderation/moderators']) {
      const { body } = await site.get(path);
      for (const name of ['ことね', '緒方', 'いわお', 'ふみ']) expect(body).not.toContain(name);
      expect(body).toContain('市民活動センター');
    }
  });

  test('the author reads its hidden words on the page of the decision, with the way to appeal', async () => {
    const path = `/moderation/decisions/${shortId(decisionId)}`;
    const own = readText((await site.get(path, it.iwao)).body);
    expect(own).toContain('ひどいことば');
    expect(own).toContain('異議を申し立てる');
    expect(readText((await site.get(path, it.toku)).body)).not.toContain('ひどいことば');
  });

  test('an appeal is read by every moderator, and decided by another one: who may not is told before writing', async () => {
    const { id } = await it.town.perform(it.iwao, appealDecision, { decisionId, reason: '見直してください' });
    const seen = async (by: Reader) => (await site.get(`/moderation/appeals/${shortId(id)}`, by)).body;
    const first = await seen(it.kotone);
    expect(readText(first)).toContain('はじめに決めた人とは、別のモデレーターが見直します');
    expect(first).not.toContain('name="answer"');
    expect(await markupMistakes(first)).toEqual([]);
    expect(await seen(it.ogata)).toContain('name="answer"');
  });

  test('the queue finds by word, ground and kind, and keeps a claim apart until its sender has answered', async () => {
    const seen = async (query: string) => readText((await site.get(`/moderation${query}`, it.kotone)).body);
    expect(await seen('?q=%E5%BE%85%E3%81%A3%E3%81%A6')).toContain('待っていることば');
    expect(await seen('?ground=threat')).not.toContain('待っていることば');
    expect(await seen('?way=claim')).toContain('書いた人の答えを待っています');
  });
});

describe('X4 without an account', () => {
  const form = (id: string) => ({ kind: 'opinion', id: shortId(id), ground: 'other', body: 'へんです', contact: '' });

  test('a claim needs a way to be answered', async () => {
    const id = await it.says(it.iwao, '申し出る先のことば');
    const claim = {
      kind: 'opinion',
      id: shortId(id),
      claimant: 'だれか',
      contact: '',
      relation: 'self',
      right: 'privacy',
    };
    const page = await site.post('/moderation/claims', { ...claim, passage: '先', why: 'わけ' });
    expect(page.status).toBe(422);
    expect(readText(page.body)).toContain('連絡先を書いてください');
    const known = await site.post('/moderation/claims', { ...claim, passage: '先', why: 'わけ' }, it.fumi);
    expect(known.status).toBe(200);
    expect(readText(known.body)).toContain('申出を受け取りました');
  });

  test('anybody reports, with what was typed given back, and learns when it was too often', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map((n) => it.says(it.iwao, `だれでも知らせられることば${n}`)));
    const again = await site.post('/moderation/reports', { ...form(ids[0]!), ground: '' });
    expect(again.status).toBe(422);
    expect(again.body).toContain('へんです');
    for (const id of ids.slice(0, 3)) expect((await site.post('/moderation/reports', form(id))).status).toBe(200);
    const tooOften = await site.post('/moderation/reports', form(ids[3]!));
    expect(tooOften.status).toBe(429);
    expect(readText(tooOften.body)).toContain('分ほど待ってから');
  });
});

describe('X4 an election under way', () => {
  test('its rules stand where one writes, and its reports come first', async () => {
    const { body } = await site.get(`/debates/${shortId(it.debateId)}/opinions/new`, it.fumi);
    expect(readText(body)).toContain('市議会議員選挙の期間中です（11月15日（日）まで）');
    expect(readText((await site.get('/proposals/new', it.fumi)).body)).toContain('市議会議員選挙の期間中です');
    const id = await it.says(it.iwao, '山田さんに一票を');
    await it.reports(it.matsu, id, 'election');
    const queue = readText((await site.get('/moderation', it.kotone)).body);
    expect(queue.indexOf('山田さんに一票を')).toBeLessThan(queue.indexOf('待っていることば'));
    expect(queue).toContain('急ぎ');
  });
});
