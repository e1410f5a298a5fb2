import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortId } from '#kernel/ids.ts';
import { addPoint } from './add-point.ts';
import { annexOpinions } from './annex-opinions.ts';
import { type CheckedStatement, checkedStatement } from './checked-statement-for-tests.ts';
import { DAYS, type ExampleStatement } from './example-statement.ts';
import { markupMistakes, type StatementSite } from './site-for-tests.ts';
import { writePoint } from './write-point.ts';

let scene: CheckedStatement;
let example: ExampleStatement;
let site: StatementSite;
let at: string;
let part: string;
let opinions: string[];
let pointId: string;

beforeAll(async () => {
  scene = await checkedStatement();
  ({ example, site, at, part, opinions, pointId } = scene);
});
afterAll(() => scene.close());

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
    const { author, editor, town, debateId } = example;
    const annexed = { debateId, opinions: [opinions[1]!], reason: '同じ意見がほかにもあるため' };
    await town.perform(editor, annexOpinions, annexed);
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
