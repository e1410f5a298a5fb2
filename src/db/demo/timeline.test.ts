import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stateOf } from '#functions/participation/rounds/stages.ts';
import { addDays, startOfTokyoDay } from '#kernel/dates.ts';
import { demoRounds } from './timeline.ts';

const PUBLISHED: readonly string[] = ['closed', 'settled', 'answering'];

describe('the demo town is alive on any day', () => {
  test('six rounds, each in the stage it is there to show', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (offset) => {
        const today = addDays('2025-01-01', offset);
        const now = new Date(startOfTokyoDay(today).getTime() + 10 * 3_600_000);
        const rounds = demoRounds(today);
        for (const { key, dates } of rounds) {
          const published = PUBLISHED.includes(key) ? dates.publishing_at : null;
          const state = key === 'settled' ? 'closed' : key;
          expect([today, key, stateOf({ ...dates, published_at: published }, now)]).toEqual([today, key, state]);
        }
        expect(new Set(rounds.map((round) => `${round.fiscalYear}-${round.number}`)).size).toBe(6);
      }),
    );
  });
});
