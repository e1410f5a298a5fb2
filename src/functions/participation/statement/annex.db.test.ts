import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPoint } from './add-point.ts';
import { annexEverything } from './annex-everything.ts';
import { annexOpinions, removeFromAnnex, reviseAnnexReason } from './annex-opinions.ts';
import { changeCitations } from './change-citations.ts';
import { coverageOf } from './coverage-queries.ts';
import { DAYS, type ExampleStatement, exampleStatement } from './example-statement.ts';
import { handledOpinion } from './opinion-queries.ts';
import { lowerHand } from './raise-hand.ts';

let example: ExampleStatement;
beforeAll(async () => {
  example = await exampleStatement();
});
afterAll(() => example.close());

const annexed = async (id: string) => {
  const opinion = await example.town.read((db) => handledOpinion(db, id));
  return opinion?.annex_reason === null ? null : { reason: opinion?.annex_reason, version: opinion?.annex_version };
};

describe('F9.5 the annex', () => {
  test('takes opinions with a reason; put in twice at once they keep the first', async () => {
    const { town, editor, other, author, debateId } = example;
    const opinions = [await example.say(debateId), await example.say(debateId)];
    const input = { debateId, opinions, reason: '協力の申し出なので、要約しない。' };
    expect(await town.refusal(author, annexOpinions, input)).toBe('not-editor');
    expect(await town.refusal(editor, annexOpinions, { ...input, reason: '' })).toBe('reason:required');
    expect(await town.refusal(editor, annexOpinions, { ...input, opinions: [] })).toBe('opinion:choose-opinions');
    expect(await town.refusal(editor, annexOpinions, { ...input, opinions: 'x' })).toBe('opinions.0:not-a-choice');
    expect(await town.refusal(editor, annexOpinions, input, { hub: town.neighbour })).toBe('not-found');
    const both = await Promise.all([
      town.perform(editor, annexOpinions, input),
      town.perform(other, annexOpinions, { ...input, reason: '別の理由' }),
    ]);
    expect(both.map(({ added }) => added).toSorted()).toEqual([0, 2]);
    const explanation = await example.say(debateId, { kind: 'explanation' });
    expect(await town.refusal(editor, annexOpinions, { ...input, opinions: explanation })).toBe('opinion:not-citable');
  });

  test('an opinion is cited or stands in the annex, never both: citing takes it out, and what is cited is not annexed', async () => {
    const { town, editor, other, debateId } = example;
    const [opinionId, beside] = [await example.say(debateId), await example.say(debateId)];
    const input = { debateId, opinions: [opinionId, beside], reason: '短いので、そのままのせる。' };
    await town.perform(editor, annexOpinions, input);
    const { id: pointId } = await town.perform(other, addPoint, {
      debateId,
      section: 'views',
      body: '資料編の意見を引用する項目',
      cite: opinionId,
    });
    expect([await annexed(opinionId), await annexed(beside)]).toEqual([null, { reason: input.reason, version: 1 }]);
    const [told] = await town.rows<{ content: unknown }>(
      `select p.content from event_parts p join events e on e.hub_id = p.hub_id and e.id = p.event_id
       where e.verb = 'statement.annex-removed' order by e.id desc limit 1`,
    );
    expect(told?.content).toEqual({ debate: debateId, removed: [{ opinion: opinionId, reason: input.reason }] });
    expect(await town.refusal(editor, annexOpinions, input)).toBe('opinion:cited');
    await town.perform(editor, changeCitations, { pointId, uncite: opinionId });
    expect(await town.perform(editor, annexOpinions, input)).toMatchObject({ added: 1 });
  });

  test('cited by one editor and annexed by another at once, it goes to one place', async () => {
    const { town, editor, other, debateId } = example;
    const { id: pointId } = await town.perform(editor, addPoint, { debateId, section: 'views', body: '項目' });
    for (let turn = 0; turn < 4; turn++) {
      const opinionId = await example.say(debateId);
      const answers = await Promise.all([
        town.refusal(editor, changeCitations, { pointId, cite: opinionId }),
        town.refusal(other, annexOpinions, { debateId, opinions: opinionId, reason: '理由' }),
      ]);
      expect(answers[0]).toBe('done');
      expect(['done', 'opinion:cited']).toContain(answers[1]);
      expect(await annexed(opinionId)).toBe(null);
    }
  });

  test('a reason is changed by one editor at a time', async () => {
    const { town, editor, other, debateId } = example;
    const opinionId = await example.say(debateId);
    await town.perform(editor, annexOpinions, { debateId, opinions: opinionId, reason: 'はじめの理由' });
    const change = { debateId, opinionId, version: 1, reason: '直した理由' };
    expect(await town.refusal(other, reviseAnnexReason, change)).toBe('done');
    expect(await town.refusal(editor, reviseAnnexReason, { ...change, reason: '遅れた理由' })).toBe(
      'reason:reason-elsewhere',
    );
    expect(await annexed(opinionId)).toEqual({ reason: '直した理由', version: 2 });
    await town.perform(editor, removeFromAnnex, { debateId, opinionId });
    expect(await annexed(opinionId)).toBe(null);
    expect(await town.refusal(other, reviseAnnexReason, { ...change, version: 2 })).toBe('not-in-annex');
    expect(await town.refusal(other, removeFromAnnex, { debateId, opinionId })).toBe('done');
    const events = await town.rows<{ n: number }>(
      `select count(*)::int as n from event_parts where content->>'debate' = '${debateId}'
       and content->'removed' @> '[{"opinion": "${opinionId}"}]'`,
    );
    expect(events).toEqual([{ n: 1 }]);
  });

  test('where nobody edits any more, the secretariat puts all that is left into it, in one act', async () => {
    const { town, editor, other, roundId, debateId } = example;
    const cited = await example.say(debateId);
    await town.perform(editor, addPoint, { debateId, section: 'views', body: '引用のある項目', cite: cited });
    const [withdrawn, hidden] = [await example.say(debateId), await example.say(debateId)];
    await example.withdraw(withdrawn);
    await example.hide(hidden);
    const elsewhere = await example.say(await example.debate('もう一つの提案'), { kind: 'question' });
    const staff = await town.person('さくら');
    const office = await town.organisation('body', '市民活動センター', [[staff, 'member']]);
    const acting = town.as(staff, office);
    const input = { roundId, reason: '編集委員の手があがらなかったため。' };
    const at = { hub: { ...town.hub, secretariatId: office.id } };
    town.today(DAYS.checking);
    expect(await town.refusal(acting, annexEverything, input, at)).toBe('has-editors');
    for (const reader of [editor, other]) await town.perform(reader, lowerHand, { roundId });
    expect(await town.refusal(staff, annexEverything, input, at)).toBe('not-secretariat');
    expect(await town.refusal(acting, annexEverything, input)).toBe('not-secretariat');
    town.today(DAYS.drafting);
    expect(await town.refusal(acting, annexEverything, input, at)).toBe('editors-may-come');
    town.today(DAYS.checking);
    const twice = await Promise.all([1, 2].map(() => town.perform(acting, annexEverything, input, at)));
    expect(twice.map(({ added }) => added > 0).toSorted()).toEqual([false, true]);
    expect(await annexed(elsewhere)).toEqual({ reason: input.reason, version: 1 });
    expect(await annexed(cited)).toBe(null);
    expect(await annexed(withdrawn)).toBe(null);
    expect(await town.read((db) => coverageOf(db, roundId))).toMatchObject({
      uncoveredCount: 0,
      uncovered: [],
      hidden: 1,
    });
    const opinion = await example.say(debateId);
    expect(await town.refusal(acting, annexOpinions, { debateId, opinions: opinion, reason: '残り' }, at)).toBe('done');
    expect(await town.refusal(acting, addPoint, { debateId, section: 'views', body: '事務局の考え' }, at)).toBe(
      'not-editor',
    );
  });
});
