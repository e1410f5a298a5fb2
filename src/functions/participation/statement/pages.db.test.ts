import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { type CheckedStatement, checkedStatement } from './checked-statement-for-tests.ts';
import { DAYS, type ExampleStatement } from './example-statement.ts';
import { markupMistakes, type StatementSite } from './site-for-tests.ts';

let scene: CheckedStatement;
let example: ExampleStatement;
let site: StatementSite;
let at: string;
let part: string;
let opinions: string[];
let pointId: string;
let objectionId: string;

beforeAll(async () => {
  scene = await checkedStatement();
  ({ example, site, at, part, opinions, pointId, objectionId } = scene);
});
afterAll(() => scene.close());

describe('F9.5 pages of the statement', () => {
  test.each<Lang>(['ja', 'easy', 'en'])('are whole and valid in %s, for everybody', async (lang) => {
    const { author, editor } = example;
    const own = `${part}/objections/new?opinion=${opinions[0]}&point=${pointId}`;
    const pages: [string, Parameters<StatementSite['get']>[1]][] = [
      [at, null],
      [part, null],
      [`${part}/opinions`, null],
      [`${part}/opinions?show=hidden`, null],
      [`/points/${shortId(pointId)}`, null],
      [`/objections/${shortId(objectionId)}`, null],
      [at, editor],
      [`${at}/hand`, editor],
      [`${at}/mine`, author],
      [`/points/${shortId(pointId)}`, author],
      [own, author],
      [`${part}/workshop`, editor],
      [`${part}/workshop?show=annexed`, editor],
      [`${part}/annex/${opinions[1]}`, editor],
      [`/points/${shortId(pointId)}/text`, editor],
      [`/points/${shortId(pointId)}/removal`, editor],
      [`/objections/${shortId(objectionId)}`, editor],
      [`/objections/${shortId(objectionId)}`, author],
    ];
    for (const [path, reader] of pages) {
      const answer = await site.get(path, reader, lang);
      expect([path, answer.status]).toEqual([path, 200]);
      expect([path, await markupMistakes(answer.body)]).toEqual([path, []]);
      expect(answer.body).not.toContain('undefined');
    }
    expect(site.faults).toEqual([]);
  });

  test('say what is covered, what is left, and never what is hidden', async () => {
    const { body } = await site.get(at);
    expect(body).toContain('3 / 4件');
    expect(body).toContain('まだ意見書に入っていない意見が1件あります');
    expect(body).toContain('返答を待っている異議が1件あります');
    expect(body).toContain('しおり');
    const whole = await site.get(part);
    expect(whole.body).toContain('灯りを求める声が多い');
    expect(whole.body).toContain('協力の申し出のため。');
    expect(whole.body).toContain('意見その4');
    for (const path of [at, part, `${part}/opinions?show=all`, `${part}/opinions?show=hidden`])
      expect((await site.get(path)).body).not.toContain('意見その5');
    const elsewhere = await example.debate('別の提案');
    expect((await site.get(`${at}/${shortId(elsewhere)}`)).body).not.toContain('照明塔');
    const point = await site.get(`/points/${shortId(pointId)}`);
    expect(point.body).toContain('<ins>');
    expect(point.body).toContain('引用に加えた：意見3');
  });

  test('offer an editor to publish once checking is over, and say from when before', async () => {
    const { town, editor, author } = example;
    expect((await site.get(at, editor)).body).toContain('公表は1月');
    town.today(DAYS.publishing);
    expect((await site.get(at, editor)).body).toContain('/document/publication"');
    expect((await site.get(at, author)).body).not.toContain('/document/publication"');
    town.today(DAYS.checking);
  });

  test('are the same as data', async () => {
    const { body } = await site.get(`${at}.json`);
    const data = JSON.parse(body);
    expect(data.coverage).toMatchObject({ total: 4, cited: 2, annexed: 1, uncoveredCount: 1, openObjections: 1 });
    expect(data.debates[0].sections[0].points[0].opinions).toHaveLength(2);
    const csv = (await site.get(`${part}/opinions.csv`)).body.split('\r\n');
    expect(csv[1]).toContain('意見その4');
    expect(csv[1]).toContain('uncovered');
    expect(csv).toHaveLength(6);
  });

  test('a point, a part, an objection that does not exist, or stands in another round, is not found', async () => {
    for (const path of [
      `/rounds/${shortId(example.debateId)}/statement`,
      `${at}/${shortId(example.roundId)}`,
      `/rounds/${shortId(example.debateId)}/statement/${shortId(example.debateId)}`,
      `/points/${shortId(example.debateId)}`,
      `/objections/${shortId(example.debateId)}`,
      '/points/nothing',
    ])
      expect([path, (await site.get(path)).status]).toEqual([path, 404]);
  });

  test('the workshop says why it is closed to others', async () => {
    const answer = await site.get(`${part}/workshop`, example.author);
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('この回の編集委員だけができます');
    expect((await site.get(`${part}/workshop`)).status).not.toBe(200);
  });
});
