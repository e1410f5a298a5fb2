import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortId } from '#kernel/ids.ts';
import { addPoint } from './add-point.ts';
import { annexOpinions } from './annex-opinions.ts';
import { changeCitations } from './change-citations.ts';
import { coverageOf } from './coverage-queries.ts';
import { askDraft } from './draft-ask.ts';
import { confirmDraft } from './draft-confirm.ts';
import { pictureOfDebate, unconfirmedPoints, undealtOf } from './draft-queries.ts';
import { draftOf } from './draft-rules.ts';
import { sentencesOf } from './draft-said.ts';
import { DAYS, type ExampleStatement, exampleStatement } from './example-statement.ts';
import { pointsOfDebate, versionsOfPoint } from './point-queries.ts';
import { removePoint } from './remove-point.ts';
import { markupMistakes, openStatementSite, type StatementSite } from './site-for-tests.ts';
import { statementOf } from './statement-of.ts';
import { writePoint } from './write-point.ts';

const BODIES = [
  '夜の横断歩道は暗くて、歩いている人が見えません。',
  '夜の横断歩道は暗くて、歩いている人に気づくのが遅れます。',
  '学校の前だけでも、点滅する標識を立ててはどうでしょうか。',
  '駅前にも灯りがほしいです。冬は五時に暗くなります。',
];

let example: ExampleStatement;
let site: StatementSite;
beforeAll(async () => {
  example = await exampleStatement();
  site = await openStatementSite(example.town);
});
afterAll(async () => {
  await site.close();
  await example.close();
});

async function debateWith(title: string): Promise<{ debateId: string; opinions: string[] }> {
  const debateId = await example.debate(title);
  const opinions: string[] = [];
  for (const body of BODIES) opinions.push(await example.say(debateId, { body }));
  opinions.push(await example.say(debateId, { kind: 'question', body: '電気代は年にいくらですか。' }));
  return { debateId, opinions };
}

const pointsIn = (debateId: string) => example.town.read((db) => pointsOfDebate(db, debateId));

describe('F9.5 the drafted statement', () => {
  test('is asked for by editors of the round, as persons, from drafting on', async () => {
    const { town, editor, author } = example;
    const { debateId } = await debateWith('頼む人');
    expect(await town.refusal(author, askDraft, { debateId })).toBe('not-editor');
    const group = await town.organisation('group', '下書きの会', [[editor, 'representative']]);
    expect(await town.refusal(town.as(editor, group), askDraft, { debateId })).toBe('as-person');
    expect(await town.refusal(editor, askDraft, { debateId }, { hub: town.neighbour })).toBe('not-found');
    town.today(DAYS.debating);
    expect(await town.refusal(editor, askDraft, { debateId })).toBe('not-yet');
    town.today(DAYS.drafting);
    const nobody = await example.debate('だれも何も言わない');
    expect(await town.refusal(editor, askDraft, { debateId: nobody })).toBe('nothing-to-draft');
    await example.say(nobody, { body: BODIES[2]! });
    expect(await town.refusal(editor, askDraft, { debateId: nobody })).toBe('done');
  });

  test('leaves alone what people wrote, and adds nothing twice', async () => {
    const { town, editor, other } = example;
    const { debateId, opinions } = await debateWith('二度頼む');
    const own = { debateId, section: 'questions', body: '人の書いた項目。', cite: opinions[4] };
    const { id: mine } = await town.perform(editor, addPoint, own);
    await town.perform(editor, annexOpinions, { debateId, opinions: opinions[3], reason: '別の場所のこと。' });
    const [first, second] = await Promise.all([
      town.perform(editor, askDraft, { debateId }),
      town.perform(other, askDraft, { debateId }),
    ]);
    const added = [...first.points, ...second.points];
    expect([first.points, second.points].filter((points) => points.length > 0)).toHaveLength(1);
    expect((await town.perform(editor, askDraft, { debateId })).points).toEqual([]);
    const points = await pointsIn(debateId);
    expect(points.map(({ id }) => id).sort()).toEqual([mine, ...added].sort());
    expect(points.find(({ id }) => id === mine)).toMatchObject({ body: '人の書いた項目。', version: 1, draft: null });
    const cited = await town.rows<{ opinion_id: string }>(
      'select opinion_id from citations where point_id = any($1::uuid[])',
      [added],
    );
    expect(cited.some(({ opinion_id }) => opinion_id === opinions[3] || opinion_id === opinions[4])).toBe(false);
    const events = await town.rows(
      "select id from events where verb = 'statement.drafted' and public->>'debateId' = $1",
      [debateId],
    );
    expect(events).toHaveLength(1);
  });

  test('may be phrased by a model, only where it cites the very same; it stays the machine’s until somebody confirms it', async () => {
    const { town, editor } = example;
    const { debateId } = await debateWith('整える');
    const [opinions, map] = await town.read((db) =>
      Promise.all([undealtOf(db, debateId), pictureOfDebate(db, debateId)]),
    );
    const [first, second] = draftOf(opinions, map, 800);
    const phrased = [
      { cites: first!.cites, body: '整えた文。' },
      { cites: [second!.cites[0]!, 'unknown'], body: '引いていない意見の文。' },
    ];
    await town.perform(editor, askDraft, { debateId, phrased, phrasedBy: 'model-1' });
    const bodies = (await pointsIn(debateId)).map(({ body }) => body);
    expect(bodies).toContain('整えた文。');
    expect(bodies).not.toContain('引いていない意見の文。');
    expect(bodies).toContain(second!.body);
    const [event] = await town.rows<{ by: string }>(
      `select public->>'phrasedBy' as by from events where verb = 'statement.drafted' and public->>'debateId' = $1`,
      [debateId],
    );
    expect(event!.by).toBe('model-1');
    const unconfirmed = await town.rows(
      `select 1 from drafted_points f join points p on p.id = f.point_id where p.debate_id = $1 and f.confirmed_at is null`,
      [debateId],
    );
    expect(unconfirmed).toHaveLength(bodies.length);
  });

  test('blocks publication until each point is confirmed, rewritten or removed by a person', async () => {
    const { town, editor, other, author, roundId } = example;
    const { debateId, opinions } = await debateWith('確かめる');
    const before = (await town.read((db) => coverageOf(db, roundId))).unconfirmedPoints;
    const { points } = await town.perform(editor, askDraft, { debateId });
    expect(points.length).toBeGreaterThanOrEqual(3);
    const left = async () => (await town.read((db) => coverageOf(db, roundId))).unconfirmedPoints - before;
    expect(await left()).toBe(points.length);
    const [a, b, c] = points as [string, string, string];

    expect(await town.refusal(author, confirmDraft, { pointId: a, version: 1 })).toBe('not-editor');
    expect(await town.refusal(editor, confirmDraft, { pointId: a, version: 2 })).toBe('draft-changed');
    const both = await Promise.all([
      town.refusal(editor, confirmDraft, { pointId: a, version: 1 }),
      town.refusal(other, confirmDraft, { pointId: a, version: 1 }),
    ]);
    expect(both).toEqual(['done', 'done']);
    const confirmations = await town.rows(
      "select id from events where verb = 'statement.point-confirmed' and object_id = $1",
      [a],
    );
    expect(confirmations).toHaveLength(1);
    expect(await left()).toBe(points.length - 1);

    const drafted = (await pointsIn(debateId)).find(({ id }) => id === b)!;
    await town.perform(other, changeCitations, { pointId: b, cite: opinions[3], uncite: [] });
    expect(await left()).toBe(points.length - 1);
    expect(await town.refusal(editor, confirmDraft, { pointId: b, version: 1 })).toBe('draft-changed');
    await town.perform(other, writePoint, { pointId: b, version: 2, section: drafted.section, body: '人のことば。' });
    expect(await left()).toBe(points.length - 2);

    await town.perform(editor, removePoint, { pointId: c });
    expect(await left()).toBe(points.length - 3);
    expect(await town.refusal(editor, confirmDraft, { pointId: c, version: 1 })).toBe('removed');
    const { id: own } = await town.perform(editor, addPoint, { debateId, section: 'views', body: '人の項目。' });
    expect(await town.refusal(editor, confirmDraft, { pointId: own, version: 1 })).toBe('not-found');

    const statement = await town.read((db) => statementOf(db, roundId));
    const shown = statement.debates.find(({ id }) => id === debateId)!.sections.flatMap((one) => one.points);
    expect(shown.find(({ id }) => id === a)!.draft).toMatchObject({ draftedBy: 'machine', how: 'as-it-stands' });
    expect(shown.find(({ id }) => id === b)!.draft).toMatchObject({ confirmedBy: 'はし', how: 'edited' });
    expect(shown.find(({ id }) => id === own)!.draft).toBe(null);
    const versions = await town.read((db) => versionsOfPoint(db, b, null, 10));
    expect(versions.map(({ version, machine }) => [version, machine])).toEqual([
      [3, false],
      [2, false],
      [1, true],
    ]);
    expect((await town.read((db) => unconfirmedPoints(db, roundId))).map(({ id }) => id)).not.toContain(a);
  });

  test('marks the machine’s sentences one by one: whoever rewrites one leaves the others waiting', async () => {
    const { town, editor } = example;
    const { debateId } = await debateWith('一文ずつ');
    await town.perform(editor, askDraft, { debateId });
    const drafted = (await pointsIn(debateId)).find(({ body }) => sentencesOf(body).length > 1)!;
    const [, ...others] = sentencesOf(drafted.body);
    const write = (version: number, body: string) =>
      town.perform(editor, writePoint, { pointId: drafted.id, version, section: drafted.section, body });
    const waiting = async () => (await pointsIn(debateId)).find(({ id }) => id === drafted.id)!.draft;
    await write(1, `わたしのことば。${others.join('')}`);
    expect(await waiting()).toMatchObject({ confirmed_at: null, body: drafted.body });
    expect(await town.refusal(editor, confirmDraft, { pointId: drafted.id, version: 1 })).toBe('draft-changed');
    await town.perform(editor, confirmDraft, { pointId: drafted.id, version: 2 });
    expect(await waiting()).toMatchObject({ confirmed_how: 'edited', body: null });
    await write(2, drafted.body);
    expect((await waiting())!.confirmed_at).not.toBeNull();
  });

  test('is asked for and confirmed on the pages, where everybody sees what is the machine’s', async () => {
    const { town, editor, author, roundId } = example;
    const { debateId } = await debateWith('画面');
    const at = `/rounds/${shortId(roundId)}/statement/${shortId(debateId)}`;
    const open = await site.get(`${at}/workshop`, editor);
    expect(open.body).toContain('機械に下書きをつくらせる');
    const once = /name="once" value="([^"]+)"/.exec(open.body)?.[1] ?? '';
    expect((await site.post(`${at}/draft`, [['once', once]], author)).status).toBe(422);
    const asked = await site.post(`${at}/draft`, [['once', once]], editor);
    expect(asked.location).toContain('/workshop?done=recorded');
    const drafted = await site.get(`${at}/workshop`, editor);
    expect(drafted.body).not.toContain('機械に下書きをつくらせる');
    expect(drafted.body).toContain('機械の文を読み、このままでよいと確かめる');
    expect(await markupMistakes(drafted.body)).toEqual([]);
    const [point] = await pointsIn(debateId);
    const path = `/points/${shortId(point!.id)}`;
    for (const lang of ['ja', 'easy', 'en'] as const) {
      const read = await site.get(path, null, lang);
      expect(read.status).toBe(200);
      expect(await markupMistakes(read.body)).toEqual([]);
    }
    const part = (await site.get(at)).body;
    expect(part).toContain('まだ人が確かめていません');
    expect(part).toContain('<span class="provisional"><span class="visually-hidden">（機械の文）</span>');
    expect((await site.get(path)).body).toContain('しおりさんの求めで、機械が書いた下書き');
    const stale = await site.post(
      `${path}/confirmation`,
      [
        ['once', town.now().toISOString()],
        ['version', '7'],
      ],
      editor,
    );
    expect(stale.status).toBe(409);
    expect(stale.body).toContain('読んでいるあいだに変わりました');
    const fields: [string, string][] = [
      ['once', `${once}2`],
      ['version', '1'],
    ];
    expect((await site.post(`${path}/confirmation`, fields, editor)).status).toBe(303);
    expect((await site.get(path)).body).toContain('機械の下書きを、しおりさんが');
    expect(site.faults).toEqual([]);
  });
});
