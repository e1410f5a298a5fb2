import { describe, expect, test } from 'vitest';
import { inTurns } from './in-turns.ts';
import type { JobContext } from './jobs.ts';

const HOUR = 3_600_000;

/** Work of pieces that each look at two things, and how often each piece was done. */
function rounds(pieces: number) {
  const done: string[] = [];
  let failing = '';
  const turn = inTurns({
    everyMs: HOUR,
    aTurn: 4,
    async *pieces({ hub }) {
      for (let piece = 1; piece <= pieces; piece += 1) {
        if (failing === `${hub.id}:${piece}`) throw new Error('the database is away');
        done.push(`${hub.id}:${piece}`);
        yield 2;
      }
    },
  });
  const worker = {};
  return {
    fail: (at: string) => {
      failing = at;
    },
    async turn(hub: number, at = 0, who = worker): Promise<string[]> {
      done.length = 0;
      await turn({ hub: { id: hub }, hubwise: who, now: new Date(at) } as unknown as JobContext);
      return [...done];
    },
  };
}

describe('X12 work that goes in turns', () => {
  test('little is done in one turn, and again when its time has come, not before', async () => {
    const { turn } = rounds(1);
    expect(await turn(1)).toEqual(['1:1']);
    expect(await turn(1, HOUR - 1)).toEqual([]);
    expect(await turn(1, HOUR)).toEqual(['1:1']);
  });

  test('much is done turn by turn, each hub and each worker for itself', async () => {
    const { turn } = rounds(5);
    expect(await turn(1)).toEqual(['1:1', '1:2']);
    expect(await turn(2)).toEqual(['2:1', '2:2']);
    expect(await turn(1)).toEqual(['1:3', '1:4']);
    expect(await turn(1, 0, {})).toEqual(['1:1', '1:2']);
    // A round that is longer than its time is ended first.
    expect(await turn(1, 2 * HOUR)).toEqual(['1:5']);
    expect(await turn(1, 2 * HOUR)).toEqual(['1:1', '1:2']);
  });

  test('after a failure the next turn begins anew', async () => {
    const { turn, fail } = rounds(3);
    fail('1:2');
    await expect(turn(1)).rejects.toThrow('away');
    fail('');
    expect(await turn(1)).toEqual(['1:1', '1:2']);
  });
});
