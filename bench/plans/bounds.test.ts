import { describe, expect, test } from 'vitest';
import {
  type AddressCost,
  costliest,
  LARGE_TABLE,
  MOST_QUERIES,
  MOST_ROWS,
  MOST_ROWS_OF_SUMS,
  SUMS,
  tooMuch,
} from './bounds.ts';

const cost = (more: Partial<AddressCost>): AddressCost => ({
  route: '/proposals',
  path: '/proposals',
  as: '',
  queries: 3,
  rowsRead: 400,
  bytes: 20_000,
  milliseconds: 2,
  whole: [],
  ...more,
});

describe('X12 what an address may ask', () => {
  test('as much as the bounds say, and no more', () => {
    expect(tooMuch(cost({ queries: MOST_QUERIES, rowsRead: MOST_ROWS }))).toEqual([]);
    expect(tooMuch(cost({ queries: MOST_QUERIES + 1 }))).toHaveLength(1);
    expect(tooMuch(cost({ rowsRead: MOST_ROWS + 1, whole: ['votes'] }))).toEqual([
      '6,001 rows read',
      'reads all of votes',
    ]);
    expect(LARGE_TABLE).toBeLessThan(MOST_ROWS);
  });

  test('a whole list as a file is not a page', () => {
    expect(tooMuch(cost({ route: '/proposals.csv', rowsRead: 1_000_000 }))).toEqual([]);
  });

  test('sums of a very large round are allowed where they are named, and so much only', () => {
    const statement = cost({
      route: '/rounds/:ref/statement (further page)',
      rowsRead: MOST_ROWS_OF_SUMS,
      whole: ['coverage_figures'],
    });
    expect([...SUMS.keys()]).toContain('/rounds/:ref/statement');
    expect(tooMuch(statement)).toEqual([]);
    expect(tooMuch({ ...statement, rowsRead: MOST_ROWS_OF_SUMS + 1, whole: ['votes'] })).toHaveLength(2);
    expect(tooMuch({ ...statement, route: '/rounds' })).toHaveLength(2);
  });

  test('of each route the costliest address counts', () => {
    const all = [cost({ rowsRead: 1 }), cost({ rowsRead: 5, path: '/proposals?x' }), cost({ route: '/', rowsRead: 9 })];
    expect(costliest(all).map(({ path, rowsRead }) => [path, rowsRead])).toEqual([
      ['/proposals', 9],
      ['/proposals?x', 5],
    ]);
  });
});
