import { describe, expect, test } from 'vitest';
import { routesOf } from '#kernel/module.ts';
import { modules } from '../../modules.ts';
import { apiOperations } from './registry.ts';

/** Lists without one of the three shapes; each says why. */
const WITHOUT: Readonly<Record<string, string>> = {
  '/policies.atom': 'the city’s plan has no dates of its own: each policy is followed by its own feed',
  '/budget-lines.atom': 'its steps are told at /activity.atom, and by the feed of each proposal',
  '/sittings.atom': '/committees.atom tells of sittings',
  '/functions.csv': 'the four functions of the policy document',
  '/functions.atom': 'the same; what becomes of them is at /activity.atom',
  '/rules.csv': 'a tree of values, not a table',
  '/rules.atom': 'decisions about them are at /activity.atom',
  '/search.csv': 'answers to a question, the best first; everything that can be found is whole at /data',
  '/group-network.csv': 'a network, not a table; its ends are /groups.csv',
  '/group-network.atom': 'the same',
};

/** Lists that are short enough for their page; each says why. */
const FOR_PROGRAMS_ALONE: Readonly<Record<string, string>> = {
  '/circles': 'stand on the pages of the groups that belong to them',
  '/partnerships': 'stand with the groups they tie',
  '/group-reports': 'whole at /data; each stands on the page of its group',
  '/patronage': 'whole at /data',
  '/requirements': 'a few of each town, whole at /data',
};

const gets = new Set(
  routesOf(modules).flatMap(({ method, path, access }) => (method === 'GET' && access === 'public' ? [path] : [])),
);
const lists = [...new Set([...gets].flatMap((path) => /^(\/[a-z-]+)\.(?:csv|json|atom)$/.exec(path)?.[1] ?? []))];

describe('X8 public lists', () => {
  test('are given as JSON, CSV and Atom, or it is said why not', () => {
    expect(lists.length).toBeGreaterThan(14);
    const missing = lists
      .flatMap((list) => ['json', 'csv', 'atom'].map((shape) => `${list}.${shape}`))
      .filter((path) => !gets.has(path));
    expect(missing.filter((path) => !(path in WITHOUT))).toEqual([]);
    expect(Object.keys(WITHOUT).filter((path) => gets.has(path))).toEqual([]);
  });

  test('of the programs without a parameter are all to be had as files', () => {
    const offered = apiOperations().flatMap(({ kind, access, path }) =>
      kind === 'list' && access === 'public' && /^\/[a-z-]+$/.test(path) ? [path] : [],
    );
    expect(offered.length).toBeGreaterThan(8);
    expect(offered.filter((path) => !lists.includes(path) && !(path in FOR_PROGRAMS_ALONE))).toEqual([]);
  });
});
