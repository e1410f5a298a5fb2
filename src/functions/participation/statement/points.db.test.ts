import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Refusal } from '#kernel/refusal.ts';
import { addPoint } from './add-point.ts';
import { changeCitations } from './change-citations.ts';
import { DAYS, type ExampleStatement, exampleStatement } from './example-statement.ts';
import { movePoint } from './move-point.ts';
import { citationsOfOpinion, pointsOfDebate, versionsOfPoint } from './point-queries.ts';
import { lowerHand } from './raise-hand.ts';
import { removePoint } from './remove-point.ts';
import { writePoint } from './write-point.ts';

let example: ExampleStatement;
beforeAll(async () => {
  example = await exampleStatement();
});
afterAll(() => example.close());

async function point(body: string, cite: string[] = [], debateId = example.debateId): Promise<string> {
  const { town, editor } = example;
  return (await town.perform(editor, addPoint, { debateId, section: 'views', body, cite })).id;
}

async function shown(id: string, debateId = example.debateId) {
  return (await example.town.read((db) => pointsOfDebate(db, debateId))).find((one) => one.id === id);
}

describe('F9.5 points', () => {
  test('are written by editors of the round, as persons, from drafting on', async () => {
    const { town, editor, author, debateId } = example;
    const input = { debateId, section: 'agreement', body: '夜に暗いことは一致した。' };
    expect(await town.refusal(author, addPoint, input)).toBe('not-editor');
    const group = await town.organisation('group', '通学路の会', [[editor, 'representative']]);
    expect(await town.refusal(town.as(editor, group), addPoint, input)).toBe('as-person');
    expect(await town.refusal(editor, addPoint, input, { hub: town.neighbour })).toBe('not-found');
    town.today(DAYS.debating);
    expect(await town.refusal(editor, addPoint, input)).toBe('not-yet');
    town.today(DAYS.drafting);
    expect(await town.refusal(editor, addPoint, { ...input, body: ' \n ' })).toBe('body:required');
    expect(await town.refusal(editor, addPoint, { ...input, body: 'あ'.repeat(801) })).toBe('body:too-long');
    expect(await town.refusal(editor, addPoint, { ...input, section: 'praise' })).toBe('section:not-a-choice');
    expect(await town.refusal(editor, addPoint, input)).toBe('done');
  });

  test('nobody writes once the statement is published', async () => {
    const { town, editor } = example;
    const id = await point('公表の前に書いた。');
    const publish = (at: Date | null) =>
      town.hubwise.write(town.hub.id, (db) =>
        db
          .updateTable('rounds')
          .set({ published_at: at })
          .where('hub_id', '=', town.hub.id)
          .where('id', '=', town.roundId)
          .execute(),
      );
    await publish(town.now());
    expect(
      await town.refusal(editor, writePoint, { pointId: id, version: 1, section: 'views', body: 'あとから' }),
    ).toBe('published');
    expect(await town.refusal(editor, removePoint, { pointId: id })).toBe('published');
    expect(await town.refusal(editor, lowerHand, { roundId: town.roundId })).toBe('published');
    await publish(null);
  });

  test('keep every version with its words and what it cited', async () => {
    const { town, editor, other, debateId } = example;
    const [first, second] = [await example.say(debateId), await example.say(debateId)];
    const id = await point('橋が暗い。', [first]);
    await town.perform(other, writePoint, {
      pointId: id,
      version: 1,
      section: 'agreement',
      body: '橋のたもとが暗い。',
      cite: second,
      uncite: first,
    });
    const versions = await town.read((db) => versionsOfPoint(db, id, null, 10));
    expect(versions).toMatchObject([
      { version: 2, section: 'agreement', body: '橋のたもとが暗い。', cites: [second], person_name: 'はし' },
      { version: 1, section: 'views', body: '橋が暗い。', cites: [first], person_name: 'しおり' },
    ]);
    expect(await shown(id)).toMatchObject({ version: 2, citations: 1, section: 'agreement' });
    const events = await town.rows<{ version: number; change: string }>(
      `select object_version as version, public->>'change' as change from events where object_id = $1 order by id`,
      [id],
    );
    expect(events).toEqual([
      { version: 1, change: 'added' },
      { version: 2, change: 'words' },
    ]);
    await town.perform(editor, writePoint, {
      pointId: id,
      version: 2,
      section: 'agreement',
      body: '橋のたもとが暗い。',
    });
    expect((await shown(id))?.version).toBe(2);
  });

  test('an editor who saves on an older text overwrites nothing and is told so', async () => {
    const { town, editor, other } = example;
    const id = await point('はじめの文。');
    const mine = { pointId: id, version: 1, section: 'views', body: 'わたしの文。' };
    await town.perform(other, writePoint, { ...mine, body: 'ほかの人の文。' });
    const refused = await town.perform(editor, writePoint, mine).catch((error: unknown) => error as Refusal);
    expect(refused).toMatchObject({ status: 409, all: [{ code: 'edited-elsewhere', field: 'body' }] });
    expect((await shown(id))?.body).toBe('ほかの人の文。');
    await town.perform(editor, writePoint, { ...mine, version: 2 });
    expect(await shown(id)).toMatchObject({ body: 'わたしの文。', version: 3 });
  });

  test('two who save at once: one is kept, one is told', async () => {
    const { town, editor, other } = example;
    const id = await point('いっしょに直す文。');
    const both = await Promise.all(
      [editor, other].map((reader) =>
        town.refusal(reader, writePoint, {
          pointId: id,
          version: 1,
          section: 'views',
          body: `${reader.person.name}の文`,
        }),
      ),
    );
    expect(both.toSorted()).toEqual(['body:edited-elsewhere', 'done']);
    expect((await shown(id))?.version).toBe(2);
  });

  test('citing meanwhile does not stand in the way of whoever changes the words', async () => {
    const { town, editor, other, debateId } = example;
    const opinion = await example.say(debateId);
    const id = await point('引用が増えていく文。');
    expect(await town.perform(other, changeCitations, { pointId: id, cite: opinion })).toMatchObject({
      version: 2,
      cited: 1,
    });
    await town.perform(editor, writePoint, { pointId: id, version: 1, section: 'views', body: '引用が増えた文。' });
    expect(await shown(id)).toMatchObject({ version: 3, citations: 1 });
  });

  test('the same citation added by several editors at once is one citation and one version', async () => {
    const { town, editor, other, debateId } = example;
    const opinion = await example.say(debateId);
    const id = await point('みんなが引用する文。');
    const all = await Promise.all(
      [editor, other, editor, other].map((reader) =>
        town.perform(reader, changeCitations, { pointId: id, cite: [opinion] }),
      ),
    );
    expect(all.map(({ version, cited }) => [version, cited])).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
      [2, 1],
    ]);
    await town.perform(editor, changeCitations, { pointId: id, uncite: opinion });
    await town.perform(other, changeCitations, { pointId: id, uncite: opinion });
    expect(await shown(id)).toMatchObject({ version: 3, citations: 0 });
  });

  test('cite visible opinions and questions of their own debate only', async () => {
    const { town, editor, author, debateId } = example;
    const id = await point('何を引用できるか。');
    const elsewhere = await example.debate('別の提案');
    const chosen = {
      explanation: await example.say(debateId, { kind: 'explanation' }),
      elsewhere: await example.say(elsewhere),
      withdrawn: await example.say(debateId),
      hidden: await example.say(debateId),
    };
    await example.withdraw(chosen.withdrawn);
    await example.hide(chosen.hidden);
    for (const cite of Object.values(chosen))
      expect(await town.refusal(editor, changeCitations, { pointId: id, cite })).toBe('opinion:not-citable');
    expect(await town.refusal(editor, changeCitations, { pointId: id })).toBe('opinion:choose-opinions');
    const question = await example.say(debateId, { kind: 'question' });
    expect(await town.refusal(author, changeCitations, { pointId: id, cite: question })).toBe('not-editor');
    expect(await town.refusal(editor, changeCitations, { pointId: id, cite: question })).toBe('done');
    expect(await town.read((db) => citationsOfOpinion(db, question))).toMatchObject({
      roundId: town.roundId,
      debateId,
      points: [{ id, body: '何を引用できるか。' }],
      annex: null,
    });
  });

  test('move among those of their section, and to the end of another', async () => {
    const { town, editor, other } = example;
    const debateId = await example.debate('順番のある提案');
    const [a, b, c] = [
      await point('一', [], debateId),
      await point('二', [], debateId),
      await point('三', [], debateId),
    ];
    const order = async () => (await town.read((db) => pointsOfDebate(db, debateId))).map((one) => one.body).join('');
    await town.perform(editor, movePoint, { pointId: c, to: 'up' });
    expect(await order()).toBe('一三二');
    await town.perform(editor, movePoint, { pointId: a, to: 'up' });
    expect(await order()).toBe('一三二');
    await Promise.all([
      town.perform(editor, movePoint, { pointId: a, to: 'down' }),
      town.perform(other, movePoint, { pointId: b, to: 'up' }),
    ]);
    expect((await order()).split('').toSorted().join('')).toBe('一三二');
    await town.perform(editor, writePoint, { pointId: c, version: 1, section: 'agreement', body: '三' });
    expect((await order())[0]).toBe('三');
  });

  test('taken out, they free what they cited and keep their versions', async () => {
    const { town, editor, other, author, debateId } = example;
    const opinion = await example.say(debateId);
    const id = await point('外される文。', [opinion]);
    expect(await town.refusal(author, removePoint, { pointId: id })).toBe('not-editor');
    await town.perform(editor, removePoint, { pointId: id });
    expect(await shown(id)).toBeUndefined();
    expect(await town.refusal(other, removePoint, { pointId: id })).toBe('removed');
    expect(await town.refusal(other, writePoint, { pointId: id, version: 1, section: 'views', body: '遅れた文' })).toBe(
      'removed',
    );
    expect(await town.read((db) => citationsOfOpinion(db, opinion))).toMatchObject({ points: [] });
    expect(await town.read((db) => versionsOfPoint(db, id, null, 5))).toMatchObject([
      { cites: [opinion], body: '外される文。' },
    ]);
  });
});
