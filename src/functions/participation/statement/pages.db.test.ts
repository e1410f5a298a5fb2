import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ref, shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { addPoint } from './add-point.ts';
import { annexOpinions } from './annex-opinions.ts';
import { DAYS, type ExampleStatement, exampleStatement } from './example-statement.ts';
import { raiseObjection } from './object.ts';
import { markupMistakes, openStatementSite, type StatementSite } from './site-for-tests.ts';
import { writePoint } from './write-point.ts';

let example: ExampleStatement;
let site: StatementSite;
let at: string;
let part: string;
let opinions: string[];
let pointId: string;
let objectionId: string;

beforeAll(async () => {
  example = await exampleStatement();
  const { town, editor, other, author, debateId, roundId } = example;
  site = await openStatementSite(town);
  at = `/rounds/${shortId(roundId)}/statement`;
  part = `${at}/${encodeURI(ref(debateId, '横断歩道に夜の照明を'))}`;
  opinions = [];
  for (const kind of ['opinion', 'opinion', 'question', 'opinion'] as const)
    opinions.push(await example.say(debateId, { kind }));
  const section = 'agreement';
  pointId = (
    await town.perform(editor, addPoint, { debateId, section, body: '夜は暗い。\n\n灯りがほしい。', cite: opinions[0] })
  ).id;
  await town.perform(other, writePoint, {
    pointId,
    version: 1,
    section,
    body: '夜は暗い。\n\n灯りを求める声が多い。',
    cite: opinions[2],
  });
  await town.perform(other, annexOpinions, { debateId, opinions: opinions[1], reason: '協力の申し出のため。' });
  await example.hide(await example.say(debateId));
  town.today(DAYS.checking);
  const objection = { debateId, opinionId: opinions[0], pointId, body: '灯りではなく照明塔です。' };
  objectionId = (await town.perform(author, raiseObjection, objection)).id;
});
afterAll(async () => {
  await site.close();
  await example.close();
});

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

describe('F9.5 working on the statement by forms alone', () => {
  test('nothing chosen or typed is lost when an act is refused', async () => {
    const { editor } = example;
    const fields: [string, string][] = [
      ['opinion', opinions[3]!],
      ['section', 'minority'],
      ['body', '　'],
      ['reason', 'とっておいた理由'],
      ['show', 'uncovered'],
    ];
    const refused = await site.post(`${part}/points`, fields, editor);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatch(new RegExp(`value="${opinions[3]}" checked`));
    expect(refused.body).toContain('<option value="minority" selected>');
    expect(refused.body).toContain('とっておいた理由');
    expect(await markupMistakes(refused.body)).toEqual([]);
    const nowhere = await site.post(`${part}/citations`, fields, editor);
    expect(nowhere.status).toBe(422);
    expect(nowhere.body).toContain('どの項目に引用するかを選んでください');
    const nothing = await site.post(`${part}/annex`, fields.slice(3), editor);
    expect(nothing.body).toContain('意見を一つ以上選んでください');
  });

  test('a point’s own button cites what is chosen, and a script is told the numbers', async () => {
    const { editor } = example;
    const done = await site.post(
      `${part}/citations`,
      [
        ['opinion', opinions[3]!],
        ['to', pointId],
        ['q', '意見'],
      ],
      editor,
    );
    expect([done.status, done.location]).toEqual([303, `${part}/workshop?q=%E6%84%8F%E8%A6%8B&done=recorded`]);
    const told = await site.post(
      `${part}/citations`,
      [
        ['opinion', opinions[1]!],
        ['to', pointId],
      ],
      editor,
      'application/json',
    );
    expect(JSON.parse(told.body)).toMatchObject({ ok: true, result: { cited: 4, uncovered: 0 } });
    const back = await site.post(`/points/${shortId(pointId)}/citations`, [['uncite', opinions[1]!]], editor);
    expect(back.status).toBe(303);
    const not = await site.post(
      `${part}/citations`,
      [
        ['opinion', opinions[1]!],
        ['to', pointId],
      ],
      example.author,
      'application/json',
    );
    expect([not.status, JSON.parse(not.body).title]).toEqual([422, 'この回の編集委員だけができます']);
  });

  test('after somebody else saved, one sees one’s own text, theirs, and the difference, and saves again', async () => {
    const { town, editor, other } = example;
    const debateId = example.debateId;
    const { id } = await town.perform(editor, addPoint, {
      debateId,
      section: 'views',
      body: 'もとの文。',
      cite: opinions[0],
    });
    await town.perform(other, writePoint, { pointId: id, version: 1, section: 'views', body: 'はしさんの文。' });
    const path = `/points/${shortId(id)}/text`;
    const stale = await site.post(
      path,
      [
        ['version', '1'],
        ['section', 'dissent'],
        ['body', 'しおりの文。'],
      ],
      editor,
    );
    expect(stale.status).toBe(409);
    expect(stale.body).toContain('しおりの文。</textarea>');
    expect(stale.body).toContain('はしさんが');
    expect(stale.body).toContain('はしさんの文。');
    expect(stale.body).toContain('<del>');
    expect(stale.body).toContain('name="version" value="2"');
    expect(await markupMistakes(stale.body)).toEqual([]);
    const again = await site.post(
      path,
      [
        ['version', '2'],
        ['section', 'dissent'],
        ['body', 'しおりの文。'],
      ],
      editor,
    );
    expect([again.status, again.location]).toEqual([303, `/points/${shortId(id)}?done=saved`]);
    const removed = await site.post(`/points/${shortId(id)}/removal`, [], editor);
    expect(removed.location).toBe(`/points/${shortId(id)}?done=recorded`);
    expect((await site.get(`/points/${shortId(id)}`)).body).toContain('この項目は外されました');
    const late = await site.post(
      path,
      [
        ['version', '3'],
        ['section', 'views'],
        ['body', '遅れた文。'],
      ],
      other,
    );
    expect([late.status, late.body.includes('遅れた文。')]).toEqual([409, true]);
  });

  test('an author objects, an editor replies, and both read it', async () => {
    const { author, editor } = example;
    const fields: [string, string][] = [
      ['opinion', opinions[1]!],
      ['point', ''],
      ['body', ''],
    ];
    const empty = await site.post(`${part}/objections`, fields, author);
    expect(empty.status).toBe(422);
    expect(empty.body).toContain('資料編に全文がのっています');
    fields[2] = ['body', '項目にも入れてください。'];
    const sent = await site.post(`${part}/objections`, fields, author);
    expect(sent.status).toBe(303);
    const path = sent.location!.split('?')[0]!;
    const edited = await site.post(
      `${path}/resolution`,
      [
        ['resolution', 'edited'],
        ['reply', 'まだ直していない'],
      ],
      editor,
    );
    expect([edited.status, edited.body.includes('まだ直していない</textarea>')]).toEqual([422, true]);
    const replied = await site.post(
      `${path}/resolution`,
      [
        ['resolution', 'replied'],
        ['reply', 'つぎの版で考えます。'],
      ],
      editor,
    );
    expect(replied.status).toBe(303);
    const read = await site.get(path);
    expect(read.body).toContain('つぎの版で考えます。');
    expect(await markupMistakes(read.body)).toEqual([]);
    const twice = await site.post(`${path}/withdrawal`, [], author);
    expect([twice.status, twice.body.includes('もう返答があります')]).toEqual([409, true]);
  });

  test('hands are raised and lowered; whoever is not signed in is asked to', async () => {
    const { town } = example;
    expect((await site.post(`${at}/hand`, [['why', 'ひとこと']])).status).toBe(401);
    town.today(DAYS.drafting);
    const reader = await town.person('みお');
    expect((await site.post(`${at}/hand`, [['why', 'ひとこと']], reader)).location).toBe(`${at}?done=raised`);
    expect((await site.get(at, reader)).body).toContain('ひとこと');
    expect((await site.post(`${at}/hand/lowering`, [], reader)).location).toBe(`${at}?done=lowered`);
    expect((await site.get(at)).body).not.toContain('ひとこと');
    expect(site.faults).toEqual([]);
  });
});
