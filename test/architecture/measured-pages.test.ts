import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routesOf } from '#kernel/module.ts';
import { isFile, MOST_QUERIES, mostRows } from '../../bench/plans/bounds.ts';
import { modules } from '../../src/modules.ts';
import { NOT_MEASURED } from './rules/not-measured.ts';

/** What `./minna bench plans` read of each page of a large town; kept with the measurement. */
const measured = readFileSync(new URL('../../bench/results/plans-routes.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split('\t'))
  .map(([route = '', queries, rows]) => ({ route, queries: Number(queries), rows: Number(rows) }));
const known = new Set(measured.map(({ route }) => route.replace(/ \(further page\)$/, '')));

const pages = routesOf(modules)
  .filter(({ method, path }) => method === 'GET' && !isFile(path) && !/^\/(dev|api|journal)\b/.test(path))
  .map(({ path }) => path);

test('X12 a page is measured in a large town, or named among those to which no link leads the measurement', () => {
  expect(pages.length).toBeGreaterThan(300);
  expect(pages.filter((path) => !known.has(path) && !NOT_MEASURED.has(path))).toEqual([]);
});

test('X12 nothing is named there that was measured, or is gone', () => {
  expect([...NOT_MEASURED].filter((path) => known.has(path) || !pages.includes(path))).toEqual([]);
});

test('X12 every page that was measured keeps within the bounds', () => {
  expect(known.size).toBeGreaterThan(150);
  expect(measured.filter(({ route, queries, rows }) => !(queries <= MOST_QUERIES && rows <= mostRows(route)))).toEqual(
    [],
  );
});
