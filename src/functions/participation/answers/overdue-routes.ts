/** P10, F9.7: who is late, as a page and as data. */
import { csvReply } from '#channels/open-data/csv.ts';
import { page } from '#commons/hubs/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { get, type Route } from '#kernel/module.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { ALL_WAITING } from './items.ts';
import { byDivision, lateAnswers } from './overdue.ts';
import { overdueWords } from './overdue-words.ts';
import { overduePage } from './views/overdue.ts';
import { words } from './words.ts';

const address = (visit: Visit, path: string) => visit.hub.origin + encodeURI(path);

async function show(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  const late = await visit.read((db) => lateAnswers(db, now));
  visit.tag('answers', 'follow-ups', 'rounds', 'proposals');
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  const w = overdueWords(lang);
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'answers',
    breadcrumb: [{ text: words(lang).list.title, href: '/answers' }, { text: w.title }],
    main: overduePage(byDivision(late), lang),
  });
}

async function csv(visit: Visit): Promise<Reply> {
  const late = await visit.read((db) => lateAnswers(db, visit.now, { most: ALL_WAITING }));
  const w = overdueWords(visit.lang);
  async function* rows() {
    yield late.map((one) => [
      one.divisionName ?? '',
      w.kinds[one.kind],
      one.title,
      one.dueOn,
      one.days,
      address(visit, one.path),
    ]);
  }
  return csvReply('overdue-answers.csv', w.columns, rows());
}

async function data(visit: Visit): Promise<Reply> {
  const late = await visit.read((db) => lateAnswers(db, visit.now, { most: ALL_WAITING }));
  return json({
    licence: 'CC BY 4.0',
    items: late.map(({ path, divisionId, divisionName, ...one }) => ({
      ...one,
      division: divisionId && { id: divisionId, name: divisionName },
      url: address(visit, path),
    })),
  });
}

export const overdueRoutes: readonly Route[] = [
  get('/answers/overdue', 'public', ['F9.7', 'F9.8'], show, { cached: true, framed: true }),
  get('/answers/overdue.csv', 'public', ['F9.7', 'F9.8'], csv),
  get('/answers/overdue.json', 'public', ['F9.7', 'F9.8'], data),
];
