/** P10, F9.7: who is late, as a page and as data. */
import { csvReply } from '#channels/open-data/csv.ts';
import { page } from '#commons/hubs/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { isUuid } from '#kernel/ids.ts';
import { labelled } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { divisionName } from './offices.ts';
import { lateAnswers, lateDivisions, lateOfDivision } from './overdue.ts';
import { overdueWords } from './overdue-words.ts';
import { divisionPage, overduePage } from './views/overdue.ts';
import { words } from './words.ts';

const address = (visit: Visit, path: string) => visit.hub.origin + encodeURI(path);

/** As the address of a division's own list says it; `none`: what is nobody's yet. */
function divisionOf(visit: Visit): { id: string | null } | null {
  const of = visit.query('division');
  return of === 'none' ? { id: null } : isUuid(of) ? { id: of } : null;
}

async function show(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  const division = divisionOf(visit);
  if (division) return ofDivision(visit, division.id);
  const divisions = await visit.read((db) => lateDivisions(db, now));
  visit.tag('answers', 'follow-ups', 'rounds', 'proposals');
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  const w = overdueWords(lang);
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'answers',
    breadcrumb: [{ text: words(lang).list.title, href: '/answers' }, { text: w.title }],
    main: overduePage(divisions, lang),
  });
}

async function ofDivision(visit: Visit, of: string | null): Promise<Reply> {
  const { lang, now } = visit;
  const after = visit.query('after');
  const key = isUuid(after) ? after : null;
  const [{ late, more }, name] = await visit.read((db) =>
    Promise.all([lateOfDivision(db, now, { of, after: key }), of === null ? null : divisionName(db, of)]),
  );
  if (of !== null && name === null) throw refuse('not-found', { status: 404 });
  visit.tag('answers', 'follow-ups', 'rounds', 'proposals');
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  const w = overdueWords(lang);
  const owner = name ?? w.nobody;
  return page(visit, {
    title: labelled(w.title, owner, lang),
    place: 'answers',
    breadcrumb: [
      { text: words(lang).list.title, href: '/answers' },
      { text: w.title, href: '/answers/overdue' },
      { text: owner },
    ],
    main: divisionPage({ lang, of, owner, late, isFurther: key !== null, more }),
  });
}

async function csv(visit: Visit): Promise<Reply> {
  const late = await visit.read((db) => lateAnswers(db, visit.now));
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
  const late = await visit.read((db) => lateAnswers(db, visit.now));
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
