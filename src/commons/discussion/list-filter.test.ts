import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomId } from '#kernel/ids.ts';
import { listFilter, listQuery } from './list-filter.ts';
import { wayBack } from './vote-route.ts';

const read = (query: string) => {
  const params = new URLSearchParams(query);
  return listFilter((name) => params.get(name) ?? '');
};

describe('F9.2 the list in its address', () => {
  test('reads what it writes, the key of the next page included', () => {
    fc.assert(
      fc.property(
        fc.record({
          order: fc.constantFrom('newest' as const, 'least-seen' as const),
          kind: fc.constantFrom('' as const, 'opinion' as const, 'question' as const, 'explanation' as const),
          q: fc.constantFrom('', 'バス', 'a&b=c'),
          seen: fc.nat({ max: 999_999_999 }),
        }),
        ({ seen, ...filter }) => {
          const last = { id: randomId(), seen };
          const again = read(listQuery(filter, last));
          const leastSeen = filter.order === 'least-seen';
          expect(again).toMatchObject({ order: filter.order, q: filter.q, kind: leastSeen ? '' : filter.kind });
          expect(again.after).toEqual({ id: last.id, seen: leastSeen ? seen : 0 });
        },
      ),
    );
  });

  test.each(['after=nonsense', 'after=~3', 'order=most-popular', 'kind=reply', `after=${'z'.repeat(22)}`])(
    'leaves out %s',
    (query) => {
      expect(read(query)).toEqual({ order: 'newest', kind: '', q: '', after: null, isNarrowed: false });
    },
  );

  test('a key of the other order is no key', () => {
    const written = listQuery({ order: 'newest', kind: '', q: '' }, { id: randomId(), seen: 3 });
    expect(read(`${written}&order=least-seen`).after).toBeNull();
  });
});

describe('F9.2 the way back after a vote', () => {
  const id = '0198c0de-0000-7000-8000-000000000001';
  const origin = 'https://hinata.example';
  const own = /^\/opinions\/\w{22}\?done=voted#o-\w{22}$/;

  test('leads to the page one came from, at the opinion', () => {
    expect(wayBack(origin, '/proposals/x?order=least-seen', id, 'voted')).toMatch(
      /^\/proposals\/x\?order=least-seen&done=voted#o-\w{22}$/,
    );
  });

  test('leads on to the place in it that the form names: the next opinion, for whoever goes by keyboard', () => {
    expect(wayBack(origin, '/debates/x/next-opinion?last=y#next', id, 'voted')).toBe(
      '/debates/x/next-opinion?last=y&done=voted#next',
    );
  });

  test.each([
    undefined,
    '',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    'javascript:1',
  ])('leads to the opinion itself instead of %s', (back) => {
    expect(wayBack(origin, back, id, 'voted')).toMatch(own);
  });
});
