import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineParts, lineTitle, suggestedYear } from './budget-line.ts';

describe('F9.8 budget lines', () => {
  test('the same line in other digits and spaces is the same line', () => {
    expect(lineTitle('款８　土木費  項２ 道路橋りょう費')).toBe('款8 土木費 項2 道路橋りょう費');
    fc.assert(fc.property(fc.string(), (text) => lineTitle(lineTitle(text)) === lineTitle(text)));
  });

  test('fall into 款, 項 and 目', () => {
    expect(lineParts('款8 土木費 項2 道路橋りょう費 目3 交通安全施設整備費')).toEqual([
      '款8 土木費',
      '項2 道路橋りょう費',
      '目3 交通安全施設整備費',
    ]);
    expect(lineParts('ふるさと基金')).toEqual(['ふるさと基金']);
  });

  test('what is asked for or voted is next year’s budget, what is under way this year’s', () => {
    expect(suggestedYear({ step: 'voted', happenedOn: '2027-03-24' })).toBe(2027);
    expect(suggestedYear({ step: 'requested', happenedOn: '2026-10-01' })).toBe(2027);
    expect(suggestedYear({ step: 'under-way', happenedOn: '2027-04-01' })).toBe(2027);
    expect(suggestedYear({ step: 'done', happenedOn: '2027-03-31' })).toBe(2026);
  });
});
