import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedUp, rowsOf, withMoreRows } from './lines.ts';
import { reportInput } from './report.ts';
import { leftOver, mayRead, reportableYears, sumOf } from './rules.ts';

const line = fc.record({
  label: fc.string({ minLength: 1, maxLength: 20 }),
  amount: fc.integer({ min: 0, max: 99_999_999_999 }),
});
const lines = fc.array(line, { maxLength: 30 });

describe('F7.7 sums', () => {
  test('agree to the yen, whatever the lines and their order', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), lines, lines, (brought, income, expense) => {
        const left = leftOver({ brought, income, expense });
        expect(Number.isSafeInteger(left)).toBe(true);
        expect(leftOver({ brought, income: income.toReversed(), expense })).toBe(left);
        expect(BigInt(left)).toBe(BigInt(brought) + BigInt(sumOf(income)) - BigInt(sumOf(expense)));
        expect(leftOver({ brought: left, income: expense, expense: income })).toBe(brought);
      }),
    );
  });

  test('are read as people write them, and nothing else is', () => {
    const read = (brought: string) =>
      reportInput.safeParse({
        groupId: crypto.randomUUID(),
        year: '2025',
        reach: 'public',
        done: 'a',
        brought,
        income: [],
        expense: [],
        carried: '0',
      });
    expect(read('１２，３４５円').data!.brought).toBe(12_345);
    expect(read('¥1,000').data!.brought).toBe(1000);
    expect(read('△500').data!.brought).toBe(-500);
    for (const typed of ['', '12.5', '千円', '1e3', '999999999999999']) expect(read(typed).success, typed).toBe(false);
  });
});

describe('F7.7 the form', () => {
  test('closes empty rows up, keeps what is half written, and grows', () => {
    const { typed, lines: closed } = closedUp({
      done: 'x',
      'income.1.label': '会費',
      'income.1.amount': '500',
      'income.4.amount': '3',
      'expense.2.label': ' ',
    });
    expect(closed).toEqual({
      income: [
        { label: '会費', amount: '500' },
        { label: '', amount: '3' },
      ],
      expense: [],
    });
    expect(typed).toMatchObject({ done: 'x', 'income.0.label': '会費', 'income.1.amount': '3' });
    expect(rowsOf({})).toBe(6);
    expect(rowsOf(withMoreRows({}))).toBe(10);
    expect(rowsOf({ rows: '999' })).toBe(30);
  });
});

describe('F7.7 who reads a report', () => {
  const who = (id: string, kind: 'group' | 'division' | 'body', role: 'member' | 'editor' = 'member') => ({
    roles: [{ organisation: { id, kind, name: '' }, role }],
  });
  const hub = { secretariatId: 'centre' };

  test('everybody, the people of the group, or those who check', () => {
    const readers = [
      null,
      who('g', 'group'),
      who('g', 'group', 'editor'),
      who('d', 'division'),
      who('centre', 'body'),
      who('h', 'group', 'editor'),
    ];
    const seen = (reach: 'public' | 'members' | 'checkers') => readers.map((one) => mayRead(reach, one, 'g', hub));
    expect(seen('public')).toEqual([true, true, true, true, true, true]);
    expect(seen('members')).toEqual([false, true, true, false, false, false]);
    expect(seen('checkers')).toEqual([false, false, true, true, true, false]);
  });

  test('of this year and the ten before', () => {
    expect(reportableYears(2026)).toHaveLength(11);
    expect(reportableYears(2026)).not.toContain(2027);
  });
});
