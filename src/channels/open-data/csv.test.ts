import { describe, expect, test } from 'vitest';
import { csvCell, csvLine } from './csv.ts';

describe('X8 a cell of a CSV', () => {
  test.each(['=1+1', '+81 90', '-1', '@SUM(A1)', '\t=1', '\r=1'])('runs nothing in a spreadsheet: %j', (typed) => {
    expect(csvCell(typed).replace(/^"/, '')).toBe(`'${typed}${/\r/.test(typed) ? '"' : ''}`);
  });

  test('stays a number where it is one, and one cell whatever is in it', () => {
    expect(csvCell(-3)).toBe('-3');
    expect(csvLine(['a,b', 'the "bus"', 'two\nlines', null, true])).toBe('"a,b","the ""bus""","two\nlines",,true\r\n');
  });
});
