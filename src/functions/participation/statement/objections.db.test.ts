import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPoint } from './add-point.ts';
import { annexOpinions, removeFromAnnex } from './annex-opinions.ts';
import { coverageOf } from './coverage-queries.ts';
import { DAYS, type ExampleStatement, exampleStatement } from './example-statement.ts';
import { raiseObjection, takeBackObjection } from './object.ts';
import { shownObjection } from './objection-queries.ts';
import { removePoint } from './remove-point.ts';
import { resolveObjection } from './resolve-objection.ts';
import { writePoint } from './write-point.ts';

let example: ExampleStatement;
beforeAll(async () => {
  example = await exampleStatement();
});
afterAll(() => example.close());

const body = '反対はしていません。「いない日に帰さない約束も」と言いました。';

/** A point of its own with one opinion of the author's, during checking. */
async function cited(by?: string) {
  const { town, editor, debateId } = example;
  town.today(DAYS.drafting);
  const opinionId = await example.say(debateId, { by });
  const { id: pointId } = await town.perform(editor, addPoint, {
    debateId,
    section: 'dissent',
    body: '反対する意見があった。',
    cite: opinionId,
  });
  town.today(DAYS.checking);
  return { debateId, opinionId, pointId, body };
}

const open = async () => (await example.town.read((db) => coverageOf(db, example.roundId))).openObjections;
const settled = async (id: string) => {
  const objection = await example.town.read((db) => shownObjection(db, id));
  return objection && { how: objection.resolution, by: objection.resolved_by, reply: objection.reply };
};

describe('F9.5 objections', () => {
  test('are raised while checking, by who said it, against a point that cites it, once at a time', async () => {
    const { town, editor, author } = example;
    const input = await cited();
    town.today(DAYS.drafting);
    expect(await town.refusal(author, raiseObjection, input)).toBe('not-checking');
    town.today(DAYS.checking);
    expect(await town.refusal(editor, raiseObjection, input)).toBe('not-author');
    expect(await town.refusal(author, raiseObjection, input, { hub: town.neighbour })).toBe('not-found');
    expect(await town.refusal(author, raiseObjection, { ...input, opinionId: (await cited()).opinionId })).toBe(
      'not-cited',
    );
    expect(await town.refusal(author, raiseObjection, { ...input, body: '' })).toBe('body:required');
    const before = await open();
    const twice = await Promise.all([1, 2].map(() => town.refusal(author, raiseObjection, input)));
    expect(twice.toSorted()).toEqual(['body:already-objected', 'done']);
    expect(await open()).toBe(before + 1);
  });

  test('of an organisation are raised by those who speak for it', async () => {
    const { town } = example;
    const [speaker, member] = [await town.person('代表'), await town.person('会員')];
    const group = await town.organisation('group', '手話の会', [
      [speaker, 'representative'],
      [member, 'member'],
    ]);
    const input = await cited(group.id);
    expect(await town.refusal(speaker, raiseObjection, input)).toBe('not-author');
    expect(await town.refusal(town.as(member, group), raiseObjection, input)).toBe('not-author');
    expect(await town.refusal(town.as(speaker, group), raiseObjection, input)).toBe('done');
  });

  test('are settled by a reply in words, once', async () => {
    const { town, editor, other, author } = example;
    const { id: objectionId } = await town.perform(author, raiseObjection, await cited());
    const reply = { objectionId, resolution: 'replied', reply: 'ご意見の全文を引用しています。' };
    expect(await town.refusal(author, resolveObjection, reply)).toBe('not-editor');
    expect(await town.refusal(editor, resolveObjection, { ...reply, reply: '' })).toBe('reply:required');
    const both = await Promise.all([editor, other].map((reader) => town.refusal(reader, resolveObjection, reply)));
    expect(both.toSorted()).toEqual(['done', 'resolved']);
    expect(await settled(objectionId)).toMatchObject({ how: 'replied', reply: 'ご意見の全文を引用しています。' });
    expect(await town.refusal(author, takeBackObjection, { objectionId })).toBe('resolved');
  });

  test('are settled by an edit only when there was one', async () => {
    const { town, editor, author } = example;
    const input = await cited();
    const { id: objectionId } = await town.perform(author, raiseObjection, input);
    expect(await town.refusal(editor, resolveObjection, { objectionId, resolution: 'edited' })).toBe(
      'resolution:not-edited',
    );
    const edit = {
      pointId: input.pointId,
      version: 1,
      section: 'dissent',
      body: '反対する意見があった。',
      settles: objectionId,
    };
    expect(await town.refusal(editor, writePoint, edit)).toBe('settles:not-edited');
    await town.perform(editor, writePoint, { ...edit, body: '配置に加えて、帰さない約束が要るとする意見があった。' });
    expect(await settled(objectionId)).toEqual({ how: 'edited', by: 'しおり', reply: '' });
  });

  test('can be taken back by who raised them, and by nobody else', async () => {
    const { town, editor, author } = example;
    const { id: objectionId } = await town.perform(author, raiseObjection, await cited());
    expect(await town.refusal(editor, takeBackObjection, { objectionId })).toBe('not-author');
    expect(await town.refusal(author, takeBackObjection, { objectionId })).toBe('done');
    expect(await settled(objectionId)).toMatchObject({ how: 'taken-back', by: 'まつばら' });
    expect(
      await town.refusal(editor, resolveObjection, { objectionId, resolution: 'replied', reply: '遅れた返答' }),
    ).toBe('resolved');
  });

  test('end with the point, or the place in the annex, that they were about', async () => {
    const { town, editor, author, debateId } = example;
    const input = await cited();
    const { id: toPoint } = await town.perform(author, raiseObjection, input);
    await town.perform(editor, removePoint, { pointId: input.pointId });
    expect(await settled(toPoint)).toMatchObject({ how: 'edited' });
    const { opinionId } = input;
    expect(await town.refusal(author, raiseObjection, { debateId, opinionId, pointId: '', body })).toBe('not-cited');
    await town.perform(editor, annexOpinions, { debateId, opinions: opinionId, reason: '要約しない。' });
    const { id: toAnnex } = await town.perform(author, raiseObjection, { debateId, opinionId, pointId: '', body });
    expect(await town.refusal(editor, resolveObjection, { objectionId: toAnnex, resolution: 'edited' })).toBe(
      'resolution:not-edited',
    );
    await town.perform(editor, removeFromAnnex, { debateId, opinionId });
    expect(await settled(toAnnex)).toMatchObject({ how: 'edited' });
  });
});
