/** F9.8, P10: a division's figures as a page and as data; what the secretariat assigns. */

import { type Cell, csvReply } from '#channels/open-data/csv.ts';
import { isSecretariat, page } from '#commons/hubs/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import type { Told } from '#kernel/described.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { json, movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { roundName } from '../rounds/index.ts';
import { figuresHref } from './addresses.ts';
import type { DIVISION_FIGURES } from './described.ts';
import { idOf } from './desk-routes.ts';
import { divisionWords } from './division-words.ts';
import { linesOfDivision, sumOf } from './figures.ts';
import { insideWords } from './inside-words.ts';
import { publishedRounds } from './items.ts';
import { lastReports } from './last-reports.ts';
import { offices } from './offices.ts';
import { overdueRoutes } from './overdue-routes.ts';
import { ASSIGNMENT_VIEWS, assignmentsPage, WHICH } from './views/assignments.ts';
import { type DivisionProps, divisionPage, sumsByRound } from './views/division.ts';
import { COUNTS } from './views/figures.ts';
import { keyIn, waitingCounts, waitingPage } from './waiting.ts';
import { words } from './words.ts';

const A_PAGE = 50;

async function found(visit: Visit): Promise<DivisionProps> {
  const id = idOf(visit);
  const [divisions, lines, rounds] = await visit.read((db) =>
    Promise.all([offices(db), linesOfDivision(db, id), publishedRounds(db)]),
  );
  const division = divisions.find((one) => one.id === id);
  if (!division) throw refuseKernel('not-found', { status: 404 });
  visit.tag('answers', 'rounds', `actor:${id}`);
  visit.expiresAt(endOfTokyoDay(tokyoDate(visit.now)));
  return { lang: visit.lang, now: visit.now, division, lines, rounds };
}

async function show(visit: Visit): Promise<Reply> {
  const props = await found(visit);
  const at = figuresHref(props.division);
  if (decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  const w = divisionWords(visit.lang);
  return page(visit, {
    title: w.title(props.division.name),
    description: w.lead,
    place: 'answers',
    breadcrumb: [{ text: words(visit.lang).list.title, href: '/answers' }, { text: w.title(props.division.name) }],
    main: divisionPage(props),
    responsible: props.division.name,
    dataLinks: [
      { href: `${at}.csv`, text: 'CSV', type: 'text/csv' },
      { href: `${at}.json`, text: 'JSON', type: 'application/json' },
    ],
  });
}

async function csv(visit: Visit): Promise<Reply> {
  const props = await found(visit);
  async function* rows(): AsyncGenerator<Cell[][]> {
    yield sumsByRound(props).map(({ round, sum }) => [
      props.division.name,
      round.id,
      roundName(round, visit.lang),
      round.fiscal_year,
      ...COUNTS.map((count) => sum[count]),
    ]);
  }
  return csvReply('division-figures.csv', divisionWords(visit.lang).columns, rows());
}

async function data(visit: Visit): Promise<Reply> {
  const props = await found(visit);
  return json({
    licence: 'CC BY 4.0',
    division: props.division,
    all: sumOf(props.lines, props.now),
    rounds: sumsByRound(props).map(({ round, sum }) => ({
      id: round.id,
      name: roundName(round, visit.lang),
      fiscalYear: round.fiscal_year,
      ...sum,
    })),
  } satisfies Told<typeof DIVISION_FIGURES>);
}

/** The secretariat's list: what waits, who leads, what is overdue and when that was told. */
async function assignments(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  if (!isSecretariat(visit)) throw refuseKernel('not-found', { status: 404 });
  const view = ASSIGNMENT_VIEWS.find((one) => one === visit.query('show')) ?? 'unassigned';
  const after = visit.query('after');
  const shown = await visit.read(async (db) => {
    const [waiting, counts] = await Promise.all([
      waitingPage(db, { which: WHICH[view], after, limit: A_PAGE }, now),
      waitingCounts(db, null, now),
    ]);
    const ids = waiting.items.map(({ id }) => id);
    return { ...waiting, counts, reports: await lastReports(db, ids) };
  });
  return page(visit, {
    title: insideWords(lang).desks.title,
    place: 'answers',
    indexed: false,
    main: assignmentsPage({ lang, view, isFurther: keyIn(after) !== null, ...shown }),
  });
}

export const divisionRoutes: readonly Route[] = [
  get('/divisions/:ref/figures', 'public', ['F9.8'], show, { cached: true, framed: true }),
  get('/divisions/:ref/figures.csv', 'public', ['F9.8'], csv),
  get('/divisions/:ref/figures.json', 'public', ['F9.8'], data),
  get('/answer-assignments', 'person', ['F9.7'], assignments),
  ...overdueRoutes,
];
