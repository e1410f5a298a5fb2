import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '#kernel/database/dialect.ts';
import { Refusal } from '#kernel/refusal.ts';
import { addPoint } from './add-point.ts';
import { annexOpinions, removeFromAnnex } from './annex-opinions.ts';
import { changeCitations } from './change-citations.ts';
import { coverageOfSets, publicationBlocks } from './coverage.ts';
import { coverageOf, debateCounts, holdStatement } from './coverage-queries.ts';
import { type ExampleStatement, exampleStatement } from './example-statement.ts';
import { handledOpinions } from './opinion-queries.ts';
import { roundProgress } from './page-queries.ts';
import { removePoint } from './remove-point.ts';
import type { Show } from './shows.ts';

let example: ExampleStatement;
beforeAll(async () => {
  example = await exampleStatement();
});
afterAll(() => example.close());

type Act = {
  what: 'say' | 'add' | 'cite' | 'uncite' | 'annex' | 'release' | 'remove' | 'withdraw' | 'hide';
  a: number;
  b: number;
};

const acts = fc.array(
  fc.record({
    what: fc.constantFrom<Act['what']>(
      'say',
      'say',
      'add',
      'add',
      'cite',
      'cite',
      'uncite',
      'annex',
      'release',
      'remove',
      'withdraw',
      'hide',
    ),
    a: fc.nat({ max: 20 }),
    b: fc.nat({ max: 20 }),
  }),
  { minLength: 5, maxLength: 25 },
);

/** The same acts on the database and on plain sets; what the house refuses changes neither. */
class Model {
  readonly entries: { id: string; kind: string; withdrawn: boolean; hidden: boolean }[] = [];
  readonly points = new Map<string, Set<string>>();
  readonly annex = new Set<string>();
  readonly debateId: string;

  constructor(debateId: string) {
    this.debateId = debateId;
  }

  async carryOut({ what, a, b }: Act): Promise<void> {
    const { town, editor } = example;
    const { debateId } = this;
    const entry = this.entries[a % Math.max(1, this.entries.length)];
    const pointId = [...this.points.keys()][b % Math.max(1, this.points.size)];
    const cites = pointId ? this.points.get(pointId)! : new Set<string>();
    if (what === 'say') {
      const kind = (['opinion', 'question', 'explanation'] as const)[a % 3]!;
      this.entries.push({ id: await example.say(debateId, { kind }), kind, withdrawn: false, hidden: false });
    } else if (what === 'add') {
      const { id } = await town.perform(editor, addPoint, { debateId, section: 'views', body: '項目' });
      this.points.set(id, new Set());
    } else if (what === 'remove' && pointId) {
      await town.perform(editor, removePoint, { pointId });
      this.points.delete(pointId);
    } else if (what === 'cite' && entry && pointId) {
      if (await allowed(town.perform(editor, changeCitations, { pointId, cite: entry.id }))) {
        cites.add(entry.id);
        this.annex.delete(entry.id);
      }
    } else if (what === 'uncite' && entry && pointId) {
      await town.perform(editor, changeCitations, { pointId, uncite: entry.id });
      cites.delete(entry.id);
    } else if (what === 'annex' && entry) {
      if (await allowed(town.perform(editor, annexOpinions, { debateId, opinions: entry.id, reason: '理由' })))
        this.annex.add(entry.id);
    } else if (what === 'release' && entry) {
      await town.perform(editor, removeFromAnnex, { debateId, opinionId: entry.id });
      this.annex.delete(entry.id);
    } else if (what === 'withdraw' && entry) {
      await example.withdraw(entry.id);
      entry.withdrawn = true;
    } else if (what === 'hide' && entry) {
      await example.hide(entry.id);
      entry.hidden = true;
    }
  }

  get coverage() {
    return coverageOfSets({
      entries: this.entries,
      points: [...this.points.values()].map((cites) => [...cites]),
      annex: [...this.annex],
    });
  }
}

async function allowed(act: Promise<unknown>): Promise<boolean> {
  try {
    await act;
    return true;
  } catch (error) {
    if (error instanceof Refusal && ['not-citable', 'cited'].includes(error.all[0]?.code ?? '')) return false;
    throw error;
  }
}

describe('F9.5 coverage in the database', () => {
  test('after any acts, it is what the same acts on sets give', { timeout: 120_000 }, async () => {
    const { town, roundId } = example;
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const before = await town.read((db) => coverageOf(db, roundId));
        const model = new Model(await example.debate('ためしの提案'));
        for (const act of sequence) await model.carryOut(act);
        const expected = model.coverage;
        const [counts, whole, progress] = await town.read((db) =>
          Promise.all([debateCounts(db, model.debateId), coverageOf(db, roundId), roundProgress(db, roundId)]),
        );
        const { uncovered: _, ...scratch } = whole;
        expect(progress.counts).toEqual(scratch);
        expect(counts).toEqual({
          total: expected.total,
          cited: expected.cited,
          annexed: expected.annexed,
          uncovered: expected.uncovered.length,
          hidden: expected.hidden,
        });
        expect(whole.uncoveredCount - before.uncoveredCount).toBe(expected.uncovered.length);
        expect(whole.pointsWithoutCitation - before.pointsWithoutCitation).toBe(expected.pointsWithoutCitation);
        const listed = await town.read((db) =>
          handledOpinions(db, model.debateId, { show: 'uncovered', q: '', after: null, limit: 100 }),
        );
        expect(listed.opinions.map(({ id }) => id)).toEqual(expected.uncovered);
        expect(publicationBlocks(whole).includes('uncovered')).toBe(whole.total > whole.cited + whole.annexed);
      }),
      { numRuns: 25 },
    );
  });

  test('pages walk through every opinion once, what is uncovered first, and never find hidden words', async () => {
    const { town, editor } = example;
    const debateId = await example.debate('長い一覧の提案');
    const ids: string[] = [];
    for (let n = 0; n < 9; n++) ids.push(await example.say(debateId, { body: n % 2 ? `灯り${n}` : `Lamp ${n}` }));
    await town.perform(editor, annexOpinions, { debateId, opinions: ids.slice(0, 4), reason: '理由' });
    const page = (show: Show, q = '', after: Parameters<typeof handledOpinions>[2]['after'] = null, limit = 2) =>
      town.read((db) => handledOpinions(db, debateId, { show, q, after, limit }));
    const walked: string[] = [];
    let after: Parameters<typeof handledOpinions>[2]['after'] = null;
    do {
      const { opinions, next } = await page('all', '', after);
      walked.push(...opinions.map(({ id }) => id));
      after = next;
    } while (after);
    expect(walked).toEqual([...ids.slice(4), ...ids.slice(0, 4)]);
    expect((await page('all', 'LAMP', null, 20)).opinions).toHaveLength(5);
    expect((await page('all', '％', null, 20)).opinions).toHaveLength(0);
    expect((await page('all', 'No. 3')).opinions.map(({ id }) => id)).toEqual([ids[2]]);
    await example.hide(ids[8]!);
    expect((await page('hidden', 'Lamp')).opinions).toEqual([]);
    expect((await page('hidden')).opinions).toMatchObject([{ id: ids[8], body: '', hidden: true }]);
  });

  test('what was complete when it was published stays so, however close the next act was', async () => {
    const { town, editor, roundId } = example;
    const debateId = await example.debate('公表される提案');
    const opinionId = await example.say(debateId);
    await town.perform(editor, annexOpinions, { debateId, opinions: opinionId, reason: '理由' });
    const held = Promise.withResolvers<void>();
    const acting = Promise.withResolvers<void>();
    const publication = town.hubwise.write(town.hub.id, async (db) => {
      await holdStatement(db, roundId);
      held.resolve();
      await acting.promise;
      expect((await debateCounts(db, debateId)).uncovered).toBe(0);
      await run(db, 'update rounds set published_at = $2 where id = $1', [roundId, town.now()]);
    });
    await held.promise;
    const late = town.refusal(editor, removeFromAnnex, { debateId, opinionId });
    acting.resolve();
    await publication;
    expect(await late).toBe('published');
    expect((await town.read((db) => debateCounts(db, debateId))).uncovered).toBe(0);
  });
});
