import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPoint } from './add-point.ts';
import { annexOpinions } from './annex-opinions.ts';
import { DAYS, type ExampleStatement, exampleStatement } from './example-statement.ts';
import { raiseObjection } from './object.ts';
import { lowerHand } from './raise-hand.ts';
import { removePoint } from './remove-point.ts';
import { resolveObjection } from './resolve-objection.ts';
import { statementOf } from './statement-of.ts';

let example: ExampleStatement;
beforeAll(async () => {
  example = await exampleStatement();
});
afterAll(() => example.close());

describe('F9.5 the statement as it is published', () => {
  test('holds, proposal by proposal, points with their opinions, annex, hidden opinions, objections and editors', async () => {
    const { town, editor, other, author, roundId, debateId } = example;
    const second = await example.debate('川べりの草刈り');
    const say = async (body: string, kind: 'opinion' | 'question' = 'opinion') => example.say(debateId, { body, kind });
    const [lamp, fear, cost, gone, hidden] = [
      await say('橋に灯りを'),
      await say('虫が集まる'),
      await say('費用は', 'question'),
      await say('言わなければよかった'),
      await say('隠されたことば'),
    ];
    const add = (section: string, body: string, cite: string[]) =>
      town.perform(editor, addPoint, { debateId, section, body, cite }).then(({ id }) => id);
    const questions = await add('questions', '費用が問われた。', [cost]);
    const agreement = await add('agreement', '灯りを求める声があった。', [lamp, gone]);
    const former = await add('views', 'あとで外す。', [lamp]);
    await town.perform(other, annexOpinions, { debateId, opinions: fear, reason: '賛否を判断できなかった。' });
    await town.hubwise.write(town.hub.id, (db) =>
      db
        .insertInto('events')
        .values({
          hub_id: town.hub.id,
          id: gone,
          journal_id: gone,
          at: town.now(),
          verb: 'moderation.hidden',
          object_kind: 'opinion',
          object_id: hidden,
          is_public: true,
          public: JSON.stringify({ reason: '個人の電話番号' }),
        })
        .execute(),
    );
    await example.withdraw(gone);
    await example.hide(hidden);
    town.today(DAYS.checking);
    const objection = { debateId, opinionId: lamp, body: '灯りではなく照明塔です。' };
    const { id: answered } = await town.perform(author, raiseObjection, { ...objection, pointId: agreement });
    await town.perform(editor, resolveObjection, {
      objectionId: answered,
      resolution: 'replied',
      reply: '全文を引用しています。',
    });
    await town.perform(author, raiseObjection, { ...objection, pointId: former });
    await town.perform(editor, removePoint, { pointId: former });
    await town.perform(other, lowerHand, { roundId });

    const statement = await town.read((db) => statementOf(db, roundId));
    expect(statement.debates.map(({ title, withdrawn }) => ({ title, withdrawn }))).toEqual([
      { title: '横断歩道に夜の照明を', withdrawn: false },
      { title: '川べりの草刈り', withdrawn: false },
    ]);
    const [debate] = statement.debates;
    expect(debate!.sections.map(({ section, points }) => [section, points.map(({ id }) => id)])).toEqual([
      ['agreement', [agreement]],
      ['questions', [questions]],
    ]);
    expect(debate!.sections[0]!.points[0]!.opinions).toMatchObject([
      { number: 1, text: '橋に灯りを', author: { name: 'まつばら', kind: 'person' }, withdrawn: false },
      { number: 4, text: '', author: null, withdrawn: true },
    ]);
    expect(debate!.sections[0]!.points[0]!.objections).toMatchObject([
      {
        text: '灯りではなく照明塔です。',
        resolution: 'replied',
        reply: '全文を引用しています。',
        resolvedBy: 'しおり',
      },
    ]);
    expect(debate!.annex).toMatchObject([
      { opinion: { id: fear, text: '虫が集まる' }, reason: '賛否を判断できなかった。', objections: [] },
    ]);
    expect(debate!.formerObjections).toMatchObject([{ pointId: former, resolution: 'edited' }]);
    expect(debate!.hidden).toEqual({ count: 1, reasons: [{ reason: '個人の電話番号', count: 1 }] });
    expect(statement.debates[1]).toMatchObject({
      id: second,
      sections: [],
      annex: [],
      formerObjections: [],
      hidden: { count: 0, reasons: [] },
    });
    expect(statement.editors.map(({ name, active }) => [name, active])).toEqual([['しおり', true]]);
    expect(JSON.stringify(statement)).not.toContain('隠されたことば');
    expect(JSON.stringify(statement)).not.toContain('言わなければよかった');
  });
});
