import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FACT_STATES, type RequiredItem, setInput } from './requirement.ts';
import { type FactFacts, mayDecideAppeal, monthsLater, standing } from './rules.ts';

const ITEMS: RequiredItem[] = [
  { kind: 'rules', text: '', least: null, paper: true },
  { kind: 'members', text: '', least: 5, paper: false },
];
const confirmed = (item: number, from: string, until: string): FactFacts => ({ item, state: 'confirmed', from, until });

describe('F7.6 what is required', () => {
  test('holds on a day when every item does, until the first of them ends', () => {
    const facts = [confirmed(0, '2026-04-01', '2027-04-01'), confirmed(1, '2026-05-01', '2026-12-31')];
    expect(standing(ITEMS, facts, '2026-06-01')).toMatchObject({ isEligible: true, until: '2026-12-31' });
    expect(standing(ITEMS, facts, '2026-04-15')).toMatchObject({ isEligible: false, until: null });
    expect(standing(ITEMS, facts, '2027-01-01').items).toMatchObject([{ state: 'confirmed' }, { state: 'expired' }]);
  });

  test('what was confirmed holds while something newer is checked, or even refused', () => {
    for (const state of ['handed-in', 'refused'] as const) {
      const facts = [{ item: 0, state, from: null, until: null }, confirmed(0, '2026-04-01', '2027-04-01')];
      expect(standing(ITEMS.slice(0, 1), facts, '2026-06-01').isEligible).toBe(true);
      expect(standing(ITEMS.slice(0, 1), facts, '2027-06-01').items[0]!.state).toBe(state);
    }
  });

  test('nobody is eligible without a confirmed fact that holds for each item', () => {
    const day = fc.integer({ min: 0, max: 27 }).map((n) => `2026-06-${String(n + 1).padStart(2, '0')}`);
    const fact = fc.record({
      item: fc.integer({ min: 0, max: 2 }),
      state: fc.constantFrom(...FACT_STATES),
      from: day,
      until: day,
    });
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 8 }), day, (facts, on) => {
        const held = (item: number) =>
          facts.some((one) => one.item === item && one.state === 'confirmed' && one.from <= on && on <= one.until);
        expect(standing(ITEMS, facts, on).isEligible).toBe(held(0) && held(1));
      }),
    );
  });

  test('months end where the month does', () => {
    expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsLater('2027-08-31', 6)).toBe('2028-02-29');
    expect(monthsLater('2026-12-15', 12)).toBe('2027-12-15');
  });

  test('an appeal is decided by another person of the office, or of the secretariat', () => {
    const who = (id: string, organisation: string) => ({
      person: { id, kind: 'person' as const, name: '' },
      roles: [{ organisation: { id: organisation, kind: 'division' as const, name: '' }, role: 'member' as const }],
    });
    expect(mayDecideAppeal(who('a', 'office'), 'office', 'a', null)).toBe('own-refusal');
    expect(mayDecideAppeal(who('b', 'office'), 'office', 'a', null)).toBeNull();
    expect(mayDecideAppeal(who('c', 'centre'), 'office', 'a', 'centre')).toBeNull();
    expect(mayDecideAppeal(who('c', 'centre'), 'office', 'a', null)).toBe('not-checker');
  });

  test('numbers are read as people type them', () => {
    const read = (more: Record<string, string>) => setInput.safeParse({ own: crypto.randomUUID(), name: 'a', ...more });
    expect(read({ leastMembers: '１０', validMonths: '' }).data).toMatchObject({ leastMembers: 10, validMonths: 12 });
    expect(read({ leastLocal: '101' }).success).toBe(false);
    expect(read({ validMonths: '0' }).success).toBe(false);
  });
});
