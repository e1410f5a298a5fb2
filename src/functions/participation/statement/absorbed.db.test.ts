import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '#kernel/database/dialect.ts';
import { addPoint } from './add-point.ts';
import { changeCitations } from './change-citations.ts';
import { debateCounts } from './coverage-queries.ts';
import { type ExampleStatement, exampleStatement } from './example-statement.ts';
import { handledOpinions } from './opinion-queries.ts';
import { partFrame } from './page-queries.ts';
import { citationsOfPoint } from './point-queries.ts';
import { statementOf } from './statement-of.ts';

let example: ExampleStatement;
let absorbed: string;
let opinion: string;

/** The debate's proposal, as far as the statement asks for it. */
async function proposal(id: string, title: string, into: string | null): Promise<void> {
  const { town, author } = example;
  await town.hubwise.write(town.hub.id, (db) =>
    run(
      db,
      `insert into proposals (hub_id, id, round_id, kind, actor_id, title, grams, published_at, withdrawn_at, merged_into_id)
       values ($1, $2, $3, 'project', $4, $5, '', $6, $7, $8)`,
      [town.hub.id, id, town.roundId, author.person.id, title, town.now(), into && town.now(), into],
    ),
  );
}

beforeAll(async () => {
  example = await exampleStatement();
  absorbed = await example.debate('土手に休む所を');
  await proposal(example.debateId, '横断歩道に夜の照明を', null);
  await proposal(absorbed, '土手に休む所を', example.debateId);
  opinion = await example.say(absorbed, { body: '日かげもほしい。' });
});
afterAll(() => example.close());

describe('F9.5 opinions on a proposal that went into another', () => {
  test('are offered where points on the other are written, and named by where they were said', async () => {
    const { town, debateId } = example;
    const [frame, { opinions }] = await town.read((db) =>
      Promise.all([
        partFrame(db, null, debateId),
        handledOpinions(db, debateId, { show: 'absorbed', q: '', after: null, limit: 10 }),
      ]),
    );
    expect(frame.absorbed).toBe(1);
    expect(opinions).toMatchObject([{ id: opinion, said_in: '土手に休む所を' }]);
  });

  test('are cited by its points, count as covered where they were said, and stand so in what is published', async () => {
    const { town, editor, debateId, roundId } = example;
    const own = await example.say(debateId);
    const input = { debateId, section: 'views', body: '休む所と日かげを求める声。', cite: [own, opinion] };
    const { id: pointId } = await town.perform(editor, addPoint, input);
    expect(await town.read((db) => debateCounts(db, absorbed))).toMatchObject({ total: 1, cited: 1, uncovered: 0 });
    const cited = await town.read((db) => citationsOfPoint(db, pointId, null, 10));
    expect(new Map(cited.map((one) => [one.id, one.said_in]))).toEqual(
      new Map([
        [own, null],
        [opinion, '土手に休む所を'],
      ]),
    );
    const { debates } = await town.read((db) => statementOf(db, roundId));
    const [point] = debates.find(({ id }) => id === debateId)!.sections[0]!.points;
    expect(point!.opinions.find(({ id }) => id === opinion)?.saidIn).toEqual({ id: absorbed, title: '土手に休む所を' });
    expect(point!.opinions.find(({ id }) => id === own)?.saidIn).toBeUndefined();
  });

  test('those of any other proposal are not, nor the other way round', async () => {
    const { town, editor, debateId } = example;
    const elsewhere = await example.say(await example.debate('別の提案'));
    const { id: pointId } = await town.perform(editor, addPoint, {
      debateId: absorbed,
      section: 'views',
      body: 'ひとつ。',
    });
    const cite = (id: string) => town.refusal(editor, changeCitations, { pointId, cite: [id] });
    expect(await cite(await example.say(debateId))).toBe('opinion:not-citable');
    expect(await cite(elsewhere)).toBe('opinion:not-citable');
    expect(await cite(opinion)).toBe('done');
  });
});
