import { describe, expect, test } from 'vitest';
import { foundedDate } from './founded-date.ts';

describe('since when a group is there (F7.1)', () => {
  test.each([
    ['1985', '1985'],
    ['１９８５年', '1985'],
    ['2009-4', '2009-04'],
    ['2009年4月12日', '2009-04-12'],
    ['昭和60年', '1985'],
    ['平成21年4月', '2009-04'],
    ['H21.4.1', '2009-04-01'],
    ['令和元年', '2019'],
    [' 令和 元年5月 ', '2019-05'],
  ])('%s is %s', (typed, date) => expect(foundedDate(typed)).toBe(date));

  test.each(['ずっと前', '60', '2009-13', '2009-04-32', '西暦'])('%s is no date', (typed) =>
    expect(foundedDate(typed)).toBeNull(),
  );
});
