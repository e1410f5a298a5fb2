import { expect, test } from 'vitest';
import { toText } from '#ui/html.ts';
import { homePage } from './views/home.ts';

type Props = Parameters<typeof homePage>[0];
const nothingYet = {
  lang: 'ja',
  now: new Date('2026-11-24T00:00:00Z'),
  town: 'となり町',
  figures: { debating: 0, editors: 0, waiting: 0 },
  rounds: [],
  debates: [],
  plans: [],
  answers: [],
  events: [],
  offices: null,
  activities: null,
  meetings: null,
} as unknown as Props;

test('F9.4 the front page of a town in which nothing is under way leads to the first proposal', () => {
  expect(toText(homePage(nothingYet))).toContain('href="/proposals/new"');
});
