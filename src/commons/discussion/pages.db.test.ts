import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markupMistakes } from '#commons/accounts/site-for-tests.ts';
import type { Reader } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import { LANGS } from '#kernel/lang.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { html } from '#ui/html.ts';
import { opinionHref } from './addresses.ts';
import { type BusDebate, tellBusDebate } from './bus-debate-for-tests.ts';
import { openDebate } from './debate-for-tests.ts';
import { readText } from './debate-site.ts';
import { debateSections, opinionSections } from './sections.ts';

let town: TestTown;
let it: BusDebate;

beforeAll(async () => {
  town = await openTestTown();
  it = await tellBusDebate(town);
});
afterAll(async () => {
  await it.site.close();
  await town.close();
  expect(it.site.faults).toEqual([]);
});

const onlyOpinions = (text: string) => text.slice(text.indexOf('この意見交換について'));

describe('F9.2 the page of a debate', () => {
  test('has one address, and shows about, source, figures and every voice with what belongs to it', async () => {
    expect((await it.site.get(it.path)).status).toBe(301);
    const text = await it.read(it.address);
    expect(text).toContain('ひなた大学、CC BY 4.0');
    expect(text).toContain('参加した人 2 人 選ばれた答え 2 回');
    expect(text).toContain('意見1 9時台に1本<ほしい>。');
    expect(text).toContain('返信 4件');
    expect(text).toContain('三つめ');
    expect(text).not.toContain('四つめ');
    expect(text).toContain('返信をすべて見る（4件）');
    expect(text).toContain('交通政策課 市 11月10日（火） 説明4 質問への説明 平均31人です。 資料・出典：10月の集計');
    expect(text).toContain('質問3 返事あり 費用はいくらですか。');
    expect(text).toContain('提案者の返事 半分ずつです。');
    expect(text).toContain('11月10日（火）に、書いた人が取り下げました。 取り下げた理由：数字をまちがえました');
    expect(text).not.toContain('まちがった数字');
    expect(text).toContain('立場：どちらでもない・わからない 調べています。');
    expect(text).toContain('立場：賛成 進めましょう。');
  });

  test('puts nobody’s choices before a reader who has not chosen, and says how many have', async () => {
    const anonymous = onlyOpinions(await it.read(it.address));
    expect(anonymous).toContain('2人が選びました');
    expect(anonymous).not.toContain('50 %');
    expect(onlyOpinions(await it.read(it.address, it.fumi))).not.toContain('50 %');
    expect(onlyOpinions(await it.read(it.address, it.iwao))).toContain('賛成 1人（50 %） 反対 1人（50 %）');
    town.today('2026-12-10');
    const over = onlyOpinions(await it.read(it.address));
    expect(over).toContain('賛成 1人（50 %）');
    expect(over).toContain('意見交換は12月4日（金）に終わりました');
    expect((await it.site.get(it.address)).body).not.toContain('/vote"');
    town.today('2026-11-10');
  });

  test('offers the form to whoever may write, and the reason and the way to everybody else', async () => {
    const anonymous = await it.site.get(it.address);
    expect(readText(anonymous.body)).toContain('ログインすると書けます ログインする');
    expect(anonymous.body.includes('name="body"')).toBe(false);
    expect(readText(anonymous.body)).toContain('ログインすると、賛成・反対を選べます');
    const own = await it.site.get(it.address, it.fumi);
    expect(own.body).toContain('name="body"');
    expect(own.body).toContain('name="once"');
    expect(readText(own.body)).toContain('だれでも読める公の記録になります');
    expect(await it.read(it.address, await town.person('まだ', 0))).toContain('本人の確認が必要です');
    expect(await it.read(it.address, town.as(it.iwao, it.club, 'member'))).toContain('いまの役割は「会員」です');
    const official = await it.read(it.address, town.as(it.hashi, it.traffic, 'editor'));
    expect(official).toContain('質問への説明を書く');
    expect(official).toContain('あなた個人の声として数えます');
    expect(official).toContain('立場を取り下げる');
  });

  test('is narrowed, ordered and walked by its address, and exported as exactly that list', async () => {
    const at = it.address;
    expect(onlyOpinions(await it.read(`${at}?kind=question`))).not.toContain('9時台');
    expect(onlyOpinions(await it.read(`${at}?q=7時台`))).toContain('1件');
    expect(onlyOpinions(await it.read(`${at}?q=どこにもない`))).toContain('あてはまる意見はありません');
    const least = onlyOpinions(await it.read(`${at}?order=least-seen`));
    expect(least.indexOf('7時台')).toBeLessThan(least.indexOf('9時台'));
    expect(least).not.toContain('費用はいくら');
    const csv = await it.site.get(`${it.path}/opinions.csv?kind=question`);
    expect(csv.type).toContain('text/csv');
    const lines = csv.body.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(',3,質問,,費用はいくらですか。,');
    expect(lines[2]).toContain(',,提案者の返事,3,半分ずつです。,');
    const all = JSON.parse((await it.site.get(`${it.path}/opinions.json`)).body);
    expect(all.items).toHaveLength(5);
    expect(all.items.at(-1)).toMatchObject({
      number: 1,
      votes: { agree: 1, disagree: 1, pass: 0 },
      author: { name: 'ふみ', kind: 'person' },
      date: '2026-11-10',
    });
    expect(all.items.at(-1).replies).toHaveLength(4);
    expect(JSON.stringify(all)).not.toContain(it.hashi.person.id);
    expect(JSON.stringify(all)).not.toContain(shortId(it.hashi.person.id));
    expect((await it.site.get(`${it.path}/opinions.atom`)).body).toContain('意見2：7時台を減らさないで。');
    const feed = await it.site.get('/debates.atom');
    expect([feed.type, feed.body]).toEqual([
      'application/atom+xml; charset=utf-8',
      expect.stringContaining('ひなた大学、CC BY 4.0'),
    ]);
  });

  test('of a proposal leads to the proposal; one of another town is not found', async () => {
    const proposal = await openDebate(town, { title: '歩道' });
    expect((await it.site.get(`/debates/${shortId(proposal)}`)).location).toBe(
      encodeURI(`/proposals/${shortId(proposal)}-歩道`),
    );
    const elsewhere = await openDebate(town, { hub: town.neighbour, kind: 'imported' });
    expect((await it.site.get(`/debates/${shortId(elsewhere)}`)).status).toBe(404);
    expect((await it.site.get(`/debates/${shortId(elsewhere)}/opinions.csv`)).status).toBe(404);
    expect((await it.site.get('/debates/nonsense')).status).toBe(404);
  });

  test('shows what functions make of it', async () => {
    const known = {
      debate: debateSections.splice(
        0,
        Infinity,
        async () => html`<p>分布図</p>`,
        async () => null,
      ),
      opinion: opinionSections.splice(0, Infinity, async (_, id) =>
        id === it.bus ? html`<p>意見書の2番に書かれました</p>` : null,
      ),
    };
    try {
      expect(await it.read(it.address)).toContain('分布図');
      expect(await it.read(opinionHref(it.bus))).toContain('意見書の2番に書かれました');
      expect(await it.read(opinionHref(it.school))).toContain('まだどこにも引用されていません');
    } finally {
      debateSections.splice(0, Infinity, ...known.debate);
      opinionSections.splice(0, Infinity, ...known.opinion);
    }
  });

  test('is in the list of debates with its figures, which can be saved', async () => {
    const text = await it.read('/debates');
    expect(text).toContain('バスの話しあい');
    expect(text).toContain('意見 5・参加 2人・賛成や反対 2回');
    const csv = (await it.site.get('/debates.csv')).body.split('\r\n');
    expect(csv.find((line) => line.includes('バスの話しあい'))).toContain(',2026-11-01,2026-12-05,5,2,2,');
    expect(JSON.parse((await it.site.get('/debates.json?kind=all')).body).items.length).toBeGreaterThan(1);
  });
});

describe('F9.2, X5, X6 every page', () => {
  test('is valid markup and complete in each language', async () => {
    const at = it.address;
    const pages: [string, Reader | null][] = [
      ['/debates', null],
      [at, null],
      [at, it.fumi],
      [at, town.as(it.hashi, it.traffic, 'editor')],
      [opinionHref(it.bus), null],
      [opinionHref(it.bus), it.fumi],
      [opinionHref(it.question), town.as(it.hashi, it.club)],
      [opinionHref(it.gone), null],
      [`${it.path}/opinions/new`, it.fumi],
      [`${it.path}/opinions/new?kind=explanation`, town.as(it.hashi, it.traffic, 'editor')],
      [`${it.path}/next-opinion`, it.fumi],
      [`${it.path}/position`, town.as(it.hashi, it.club)],
    ];
    for (const lang of LANGS) {
      for (const [path, reader] of pages) {
        const page = await it.site.get(path, reader, lang);
        expect([path, lang, page.status]).toEqual([path, lang, 200]);
        expect(page.body).not.toMatch(/undefined|\[object|NaN/);
        expect([path, lang, await markupMistakes(page.body)]).toEqual([path, lang, []]);
      }
    }
  });
});
