import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explain, sayOpinion, setHidden, withdrawOpinion } from '#commons/discussion/index.ts';
import { jobOf } from '#commons/notices/notices-for-tests.ts';
import { run } from '#kernel/database/dialect.ts';
import { addPoint } from './add-point.ts';
import { annexOpinions, removeFromAnnex } from './annex-opinions.ts';
import { changeCitations } from './change-citations.ts';
import { coverageOf } from './coverage-queries.ts';
import { DAYS, type ExampleStatement, exampleStatement } from './example-statement.ts';
import { recount, recountTown } from './kept-coverage.ts';
import { partFrame, roundProgress } from './page-queries.ts';
import { partsOf } from './statement-queries.ts';

let example: ExampleStatement;
beforeAll(async () => {
  example = await exampleStatement();
});
afterAll(() => example.close());

/** What pages show, which must be what is counted from scratch. */
async function shown() {
  const { town, roundId } = example;
  const [scratch, progress] = await town.read((db) =>
    Promise.all([coverageOf(db, roundId), roundProgress(db, roundId)]),
  );
  const { uncovered: _, ...counted } = scratch;
  expect(progress.counts).toEqual(counted);
  return counted;
}

describe('F9.5 kept figures of the statement', () => {
  test('an opinion and a question count from the moment they are said; an explanation does not', async () => {
    const { town, author } = example;
    town.today(DAYS.debating);
    const debateId = await example.debate('ベンチを増やす');
    const before = await shown();
    for (const kind of ['opinion', 'question'] as const)
      await town.perform(author, sayOpinion, { debateId, kind, body: `${kind}のことば` });
    const division = await town.organisation('division', '交通政策課', [[author, 'representative']]);
    await town.perform(town.as(author, division), explain, { debateId, body: 'ことばの説明' });
    town.today(DAYS.drafting);
    expect(await shown()).toMatchObject({ total: before.total + 2, uncoveredCount: before.uncoveredCount + 2 });
  });

  test('two editors, the author and moderation at once leave what is counted from scratch', async () => {
    const { town, editor, other, author, debateId } = example;
    for (let round = 0; round < 6; round += 1) {
      const opinions = await Promise.all([1, 2, 3].map(() => example.say(debateId)));
      const [one, two, three] = opinions as [string, string, string];
      const points = await Promise.all(
        [editor, other].map((reader) => town.perform(reader, addPoint, { debateId, section: 'views', body: '項目' })),
      );
      await town.refusal(editor, annexOpinions, { debateId, opinions: [three], reason: '理由' });
      await Promise.all([
        town.refusal(editor, changeCitations, { pointId: points[0]!.id, cite: [one, two] }),
        town.refusal(other, changeCitations, { pointId: points[1]!.id, cite: [two, one] }),
        town.refusal(author, withdrawOpinion, { id: one, reason: '取り下げます。' }),
        town.hubwise.write(town.hub.id, (db) => setHidden(db, town.hub.id, two, town.now())),
        town.refusal(other, removeFromAnnex, { debateId, opinionId: three }),
      ]);
      await shown();
      await town.hubwise.write(town.hub.id, (db) => setHidden(db, town.hub.id, two, null));
      await shown();
    }
  });

  test('what is neither said nor cited by an act is right again after the count of the whole town', async () => {
    const { town, debateId, roundId } = example;
    const counted = await shown();
    const change = (sql: string) => town.hubwise.write(town.hub.id, (db) => run(db, sql, [debateId]));
    await change('update coverage_figures set total = total + 5, points = 0 where debate_id = $1');
    expect((await town.read((db) => roundProgress(db, roundId))).counts.total).toBe(counted.total + 5);
    await recountTown(town.hubwise, town.hub.id);
    expect(await shown()).toEqual(counted);
    await change('update coverage_figures set hidden = hidden + 5, annexed = 9 where debate_id = $1');
    await recount(jobOf(town));
    expect(await shown()).toEqual(counted);
    const [{ parts }, frame] = await town.read((db) =>
      Promise.all([partsOf(db, roundId, null, 10), partFrame(db, null, debateId)]),
    );
    expect(parts.find(({ id }) => id === debateId)).toMatchObject({ ...frame.counts, points: 12 });
  });
});
