import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { ImportedBefore } from './conversation.ts';
import { commentsCsv, fileOf, votesCsv } from './conversation-for-tests.ts';
import { bringIn, filesOf, MORNING, rowsThere, talk } from './import-for-tests.ts';
import type { ImportRefused } from './problems.ts';

let town: TestTown;
beforeAll(async () => {
  town = await openTestTown();
});
afterAll(() => town.close());

describe('F9.2 all or nothing', () => {
  test('a bad line anywhere, and nothing is kept', async () => {
    const before = await rowsThere(town);
    const good = talk();
    const votes = `${votesCsv(good)}${MORNING},x,99,3,1\n${MORNING},x,4,3,1\n${MORNING},x,4,3,x\n`;
    const files = [fileOf('comments.csv', commentsCsv(good)), fileOf('votes.csv', votes)];
    const error = await bringIn(town, files).catch((caught: unknown) => caught);
    expect((error as ImportRefused).files).toEqual([
      {
        file: 'votes.csv',
        bad: 2,
        stopped: false,
        first: [
          { line: 5, code: 'unknown-comment', facts: { id: '99' } },
          { line: 7, code: 'bad-vote', facts: { value: 'x' } },
        ],
      },
    ]);
    expect(await rowsThere(town)).toEqual(before);
  });

  test.each([
    ['at the very end', { onKept: () => Promise.reject(new Error('the disk is full')) }],
    ['at its event', { record: () => Promise.reject(new Error('the disk is full')) }],
  ])('a failure %s takes everything back', async (_, failing) => {
    const before = await rowsThere(town);
    await expect(bringIn(town, filesOf(talk()), failing)).rejects.toThrow('the disk is full');
    expect(await rowsThere(town)).toEqual(before);
  });

  test.each([10, 40, 60, 95])(
    'stopped at %i percent, nothing is kept, and it can be brought in afterwards',
    async (at) => {
      const before = await rowsThere(town);
      const files = filesOf(talk());
      const stop = new AbortController();
      const onPercent = (percent: number) => void (percent >= at && stop.abort(new Error('stopped')));
      await expect(bringIn(town, files, { signal: stop.signal, onPercent })).rejects.toThrow('stopped');
      expect(await rowsThere(town)).toEqual(before);
      expect((await bringIn(town, files)).counts.votes).toBe(3);
    },
  );

  test('without a title anywhere nothing is begun', async () => {
    await expect(bringIn(town, filesOf(talk()), { title: ' ' })).rejects.toThrow();
  });
});

describe('F9.2 the same again', () => {
  test('is refused with the debate that is there; another hub may have it, too', async () => {
    const files = filesOf(talk());
    const { debate } = await bringIn(town, files);
    const before = await rowsThere(town);
    const error = await bringIn(town, files, { title: '別の題名' }).catch((caught: unknown) => caught);
    expect((error as ImportedBefore).debate).toEqual(debate);
    expect(await rowsThere(town)).toEqual(before);
    const there = await bringIn(town, files, { hub: town.neighbour });
    expect(await town.rows('select id from debates where id = $1', [there.debate.id])).toEqual([]);
    expect(await rowsThere(town, town.neighbour)).toMatchObject({ debates: 1, opinions: 3, votes: 3 });
  });

  test('two at once: one comes in, the other is told where', async () => {
    const files = filesOf(talk());
    const both = await Promise.allSettled([bringIn(town, files), bringIn(town, files)]);
    const [first] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const [second] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(second).toBeInstanceOf(ImportedBefore);
    expect((second as ImportedBefore).debate).toEqual(first!.debate);
  });
});
