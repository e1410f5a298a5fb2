import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultModeration, defaultRules } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { electionPeriod, lastMoment, nextElectionChange } from './election.ts';
import { monthOf } from './figures.ts';
import {
  type DecisionFacts,
  isAuthor,
  mayAppeal,
  mayDecide,
  mayModerate,
  maySettle,
  noticedIn,
  sideOf,
} from './rules.ts';
import { shareReversed } from './views/figures.ts';

const NOW = new Date('2026-11-10T12:00:00+09:00');
const person = (id: string) => ({ id, kind: 'person' as const, name: id });
const reader = (id: string, organisation?: string, role: 'representative' | 'member' = 'representative'): Reader => ({
  accountId: id,
  sessionId: id,
  person: person(id),
  acting: person(id),
  roles: organisation ? [{ organisation: { id: organisation, kind: 'body', name: organisation }, role }] : [],
  level: 1,
});

const ids = fc.constantFrom('a', 'b', 'c', 'd');
const decision = fc.record({
  outcome: fc.constantFrom('hidden' as const, 'left' as const, 'asked' as const),
  authorId: fc.option(ids),
  authorPersonId: fc.option(ids),
  reporterIds: fc.uniqueArray(ids),
  personId: ids,
  decidedAt: fc.constant(NOW),
  reversedAt: fc.constant(null),
});

describe('X4 who may do what', () => {
  test('nobody settles an appeal against their own decision, on their own words, report or appeal', () => {
    fc.assert(
      fc.property(decision, ids, ids, (one: DecisionFacts, who, appellant) => {
        const no = maySettle(reader(who), one, { personId: appellant, outcome: null });
        const concerned =
          one.personId === who || isAuthor(reader(who), one) || one.reporterIds.includes(who) || appellant === who;
        expect(no === null).toBe(!concerned);
      }),
    );
  });

  test('nobody decides about their own words or report', () => {
    fc.assert(
      fc.property(decision, ids, (one: DecisionFacts, who) => {
        const facts = { ...one, way: 'report' as const, waitsUntil: null, consent: null, decidedAt: null };
        const own = isAuthor(reader(who), one) || one.reporterIds.includes(who);
        expect(mayDecide(reader(who), facts, NOW)).toBe(own ? 'own-case' : null);
      }),
    );
  });

  test('an appeal is the author’s against hiding, a reporter’s against anything else, and nobody else’s', () => {
    fc.assert(
      fc.property(decision, ids, (one: DecisionFacts, who) => {
        const side = sideOf(reader(who), one);
        const isReporter = one.outcome !== 'hidden' && one.reporterIds.includes(who);
        if (one.outcome !== 'left' && isAuthor(reader(who), one)) expect(side).toBe('author');
        else expect(side).toBe(isReporter ? 'reporter' : null);
        const may = mayAppeal(reader(who), one, { appealed: false, days: 30 }, NOW);
        expect(may === null).toBe(side !== null);
      }),
    );
  });

  test('the words of an organisation are those of whoever stands in it', () => {
    expect(isAuthor(reader('a', 'club', 'member'), { authorId: 'club', authorPersonId: 'b' })).toBe(true);
    expect(isAuthor(reader('a'), { authorId: 'club', authorPersonId: 'b' })).toBe(false);
  });

  test('the secretariat moderates until somebody’s appointment was decided either way', () => {
    const hub = { secretariatId: 'centre' };
    expect(mayModerate(hub, reader('a', 'centre'), null)).toBeNull();
    expect(mayModerate(hub, reader('a', 'centre', 'member'), null)).toBe('not-a-moderator');
    expect(mayModerate(hub, reader('a', 'centre'), { until: NOW })).toBe('not-a-moderator');
    expect(mayModerate(hub, reader('a'), { until: null })).toBeNull();
    expect(mayModerate({ secretariatId: null }, reader('a', 'centre'), null)).toBe('not-a-moderator');
    expect(mayModerate(hub, null, null)).toBe('not-a-moderator');
  });

  test('a claim waits for its sender until the last moment of the last day', () => {
    const facts = {
      way: 'claim' as const,
      authorId: 'b',
      authorPersonId: 'b',
      reporterIds: [],
      waitsUntil: lastMoment(NOW, 7),
      consent: null,
      decidedAt: null,
    };
    expect(lastMoment(NOW, 7)).toEqual(new Date('2026-11-18T00:00:00+09:00'));
    expect(mayDecide(reader('a'), facts, new Date('2026-11-17T23:59:00+09:00'))).toBe('still-asking');
    expect(mayDecide(reader('a'), facts, new Date('2026-11-18T00:00:00+09:00'))).toBeNull();
    expect(mayDecide(reader('a'), { ...facts, consent: 'agreed' }, NOW)).toBeNull();
  });
});

describe('X4 election periods', () => {
  const name = { ja: '市長選挙', easy: '市長（しちょう）の 選挙', en: 'Mayoral election' };
  const elections = [{ name, from: '2026-11-15', until: '2026-11-22' }];
  const hub = { rules: { ...defaultRules, moderation: { ...defaultModeration, elections } } };

  test('last from the first moment of the first day to the last of the last', () => {
    expect(electionPeriod(hub, new Date('2026-11-14T23:59:59+09:00'))).toBeNull();
    expect(electionPeriod(hub, new Date('2026-11-15T00:00:00+09:00'))?.name.en).toBe('Mayoral election');
    expect(electionPeriod(hub, new Date('2026-11-22T23:59:59+09:00'))).not.toBeNull();
    expect(electionPeriod(hub, new Date('2026-11-23T00:00:00+09:00'))).toBeNull();
  });

  test('the next change is when a kept page becomes wrong', () => {
    expect(nextElectionChange(hub, NOW)).toEqual(new Date('2026-11-15T00:00:00+09:00'));
    expect(nextElectionChange(hub, new Date('2026-11-16T00:00:00+09:00'))).toEqual(
      new Date('2026-11-23T00:00:00+09:00'),
    );
    expect(nextElectionChange(hub, new Date('2026-12-01T00:00:00+09:00'))).toBeNull();
  });
});

describe('X4 automatic checks', () => {
  const rule = { links: 3, noticedHourly: 20 };

  test('see many links, the same words again, many an hour, and nothing else', () => {
    const links = (n: number) => 'https://a.example '.repeat(n);
    expect(noticedIn({ text: links(3), saidBefore: false, lastHour: 20 }, rule)).toEqual([]);
    expect(noticedIn({ text: links(4), saidBefore: true, lastHour: 21 }, rule)).toEqual([
      'many-links',
      'same-text',
      'many-an-hour',
    ]);
    expect(
      noticedIn(
        { text: '市のページ www.a.example、a@www.example', saidBefore: false, lastHour: 1 },
        { ...rule, links: 1 },
      ),
    ).toEqual([]);
  });
});

describe('X4 figures', () => {
  test('belong to months of Tokyo', () => {
    expect(monthOf(new Date('2026-11-30T23:59:00+09:00'))).toEqual({ month: '2026-11-01', next: '2026-12-01' });
    expect(monthOf(new Date('2026-12-01T00:00:00+09:00'))).toEqual({ month: '2026-12-01', next: '2027-01-01' });
  });

  test('the share reversed is of those appealed', () => {
    expect(shareReversed({ appealed: 3, reversed: 1 })).toBe('33 %');
    expect(shareReversed({ appealed: 0, reversed: 0 })).toBe('—');
  });
});
