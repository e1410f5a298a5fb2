/** F9.8 "In both directions: from any policy or budget line back to the voices behind it." */
import { type Cell, csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { page } from '#commons/hubs/index.ts';
import { camelled } from '#kernel/api.ts';
import { formatFiscalYear } from '#kernel/dates.ts';
import type { Told } from '#kernel/described.ts';
import { isUuid, parseRef } from '#kernel/ids.ts';
import { closing, opening } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { answerHref } from '../answers/index.ts';
import { stepName } from '../reflection/index.ts';
import {
  type BudgetLine,
  budgetLine,
  budgetLines,
  budgetYears,
  type LineFilter,
  listedLines,
} from './budget-queries.ts';
import { budgetWords } from './budget-words.ts';
import type { LINE } from './described.ts';
import { lineHref, linePage, lineQuery, linesPage } from './views/budget.ts';

function filterOf(visit: Visit): LineFilter {
  const year = (name: string) => (/^20\d\d$/.test(visit.query(name)) ? Number(visit.query(name)) : 0);
  const after = visit.query('after').slice(0, 200);
  return {
    year: year('year'),
    q: visit.query('q').normalize('NFKC').trim().slice(0, 100),
    after: after && year('after-year') ? { year: year('after-year'), title: after } : null,
  };
}

async function listPage(visit: Visit): Promise<Reply> {
  const filter = filterOf(visit);
  const [listed, years] = await visit.read((db) => Promise.all([listedLines(db, filter), budgetYears(db)]));
  visit.tag('answers', 'proposals');
  const w = budgetWords(visit.lang);
  const query = lineQuery(filter);
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'policies',
    main: linesPage({ lang: visit.lang, filter, ...listed, years }),
    dataLinks: [
      { href: `/budget-lines.csv${query}`, text: 'CSV', type: 'text/csv' },
      { href: `/budget-lines.json${query}`, text: 'JSON', type: 'application/json' },
    ],
  });
}

async function show(visit: Visit): Promise<Reply> {
  const id = parseRef(visit.params.ref ?? '');
  const after = visit.query('after');
  const step = isUuid(after) ? after : null;
  const line = id ? await visit.read((db) => budgetLine(db, id, step)) : null;
  if (!line) throw refuse('not-found', { status: 404 });
  visit.tag('answers', ...line.steps.map((step) => `proposal:${step.debate_id}`));
  const at = lineHref(line);
  if (decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  const { lang } = visit;
  return page(visit, {
    title: `${line.title}${opening(lang)}${formatFiscalYear(line.fiscal_year, lang)}${closing(lang)}`,
    place: 'policies',
    breadcrumb: [{ text: budgetWords(lang).title, href: '/budget-lines' }, { text: line.title }],
    main: linePage(line, step !== null, lang),
    dataLinks: [{ href: `/budget-lines.json?year=${line.fiscal_year}`, text: 'JSON', type: 'application/json' }],
  });
}

async function* exported(visit: Visit): AsyncGenerator<BudgetLine[]> {
  let filter = filterOf(visit);
  for (;;) {
    const { lines, more } = await visit.read((db) => budgetLines(db, filter));
    yield lines;
    const last = lines.at(-1);
    if (!more || !last) return;
    filter = { ...filter, after: { year: last.fiscal_year, title: last.title } };
  }
}

const urlOf = (visit: Visit, step: { answer_id: string; title: string }) =>
  visit.hub.origin + encodeURI(answerHref({ id: step.answer_id }, step.title));

async function csv(visit: Visit): Promise<Reply> {
  async function* rows(): AsyncGenerator<Cell[][]> {
    for await (const lines of exported(visit))
      yield lines.flatMap((line) =>
        line.steps.map((step) => [
          line.fiscal_year,
          line.title,
          stepName(step.step, visit.lang),
          step.happened_on,
          step.amount_yen,
          step.title,
          step.body,
          step.division_name,
          step.document,
          step.page,
          step.link,
          step.is_corrected ? 1 : 0,
          urlOf(visit, step),
        ]),
      );
  }
  return csvReply('budget-lines.csv', budgetWords(visit.lang).csv, rows());
}

async function json(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const lines of exported(visit))
      yield lines.map(
        (line): Told<typeof LINE> => ({
          id: line.id,
          fiscalYear: line.fiscal_year,
          title: line.title,
          url: visit.hub.origin + encodeURI(lineHref(line)),
          steps: line.steps.map((step) => ({ ...camelled(step), answerUrl: urlOf(visit, step) })),
        }),
      );
  }
  return jsonReply({ kind: 'budget-lines' }, items());
}

export const budgetRoutes: readonly Route[] = [
  get('/budget-lines', 'public', ['F9.8'], listPage, { cached: true, framed: true }),
  get('/budget-lines.csv', 'public', ['F9.8'], csv),
  get('/budget-lines.json', 'public', ['F9.8'], json),
  get('/budget-lines/:ref', 'public', ['F9.8'], show, { cached: true, framed: true }),
];
