import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isEditor } from './desk.ts';
import { DAYS, type ExampleStatement, exampleStatement } from './example-statement.ts';
import { lowerHand, raiseHand } from './raise-hand.ts';
import { editorsOf } from './statement-queries.ts';

let example: ExampleStatement;
beforeAll(async () => {
  example = await exampleStatement();
});
afterAll(() => example.close());

describe('F9.5 hands of editors', () => {
  test('are raised from the debate until drafting ends, with a word why that can be changed, and lowered', async () => {
    const { town, roundId } = example;
    const reader = await town.person('あおい');
    const input = { roundId, why: '朝の散歩で使う道だから' };
    town.today(DAYS.collecting);
    expect(await town.refusal(reader, raiseHand, input)).toBe('hands-later');
    town.today(DAYS.debating);
    expect(await town.refusal(reader, raiseHand, input)).toBe('done');
    expect(await town.refusal(reader, raiseHand, { roundId, why: '夜に歩く人の声を書きたい' })).toBe('done');
    expect(await town.read((db) => isEditor(db, roundId, reader.person.id))).toBe(true);
    const editors = await town.read((db) => editorsOf(db, roundId));
    expect(editors.at(-1)).toMatchObject({ name: 'あおい', why: '夜に歩く人の声を書きたい' });
    expect(await town.refusal(reader, lowerHand, { roundId })).toBe('done');
    expect(await town.read((db) => isEditor(db, roundId, reader.person.id))).toBe(false);
    expect((await town.read((db) => editorsOf(db, roundId))).map((editor) => editor.name)).not.toContain('あおい');
    expect(await town.refusal(reader, lowerHand, { roundId })).toBe('not-editor');
    town.today(DAYS.checking);
    expect(await town.refusal(reader, raiseHand, input)).toBe('hands-closed');
    town.today(DAYS.drafting);
  });

  test('are those of persons at the level of the hub, in their own hub', async () => {
    const { town, roundId } = example;
    expect(await town.refusal(await town.person('みかくにん', 0), raiseHand, { roundId })).toBe('level');
    const reader = await town.person('かえで');
    const group = await town.organisation('group', '川の会', [[reader, 'representative']]);
    expect(await town.refusal(town.as(reader, group), raiseHand, { roundId })).toBe('as-person');
    expect(await town.refusal(reader, raiseHand, { roundId }, { hub: town.neighbour })).toBe('not-found');
    expect(await town.refusal(reader, raiseHand, { roundId, why: 'あ'.repeat(401) })).toBe('why:too-long');
  });

  test('raised twice at once are one hand, told of once', async () => {
    const { town, roundId } = example;
    const reader = await town.person('ふたば');
    const twice = await Promise.all([1, 2].map(() => town.refusal(reader, raiseHand, { roundId, why: '一度だけ' })));
    expect(twice).toEqual(['done', 'done']);
    const events = await town.rows<{ public: unknown; tags: string[] }>(
      `select public, tags from events where verb = 'statement.hand-raised' and person_id = $1`,
      [reader.person.id],
    );
    expect(events).toEqual([{ public: { roundId }, tags: [`round:${roundId}`, `actor:${reader.person.id}`] }]);
  });
});
