/** F7.7 Reports: the public list, a group's own, one of them, writing one. */
import { pdfReply } from '#channels/pdf/index.ts';
import { page } from '#commons/hubs/index.ts';
import { fiscalYear } from '#kernel/dates.ts';
import { isUuid, parseRef, shortId } from '#kernel/ids.ts';
import { colon } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { html } from '#ui/html.ts';
import { addGroupTab, crumbs, groupHref, groupIn, groupPage, plainPage, speaksFor, typedIn } from '../groups/index.ts';
import { reportPath } from './addresses.ts';
import { keepReport } from './keep.ts';
import { closedUp, rowsOf, type Typed, typedLines, withMoreRows } from './lines.ts';
import { printedReport } from './printed.ts';
import { earlierContent, leftBy, listedReports, reportById, reportsOf, type ShownReport } from './queries.ts';
import { notFound, refusalFor } from './report.ts';
import { mayRead, reportableYears } from './rules.ts';
import { reportForm } from './views/form.ts';
import { allReports, reportHead, reportMain, reportsOfGroup } from './views/show.ts';
import { reportWords } from './words.ts';

const PAGE_SIZE = 20;
const TAB = '/reports';

addGroupTab({ name: 'year-reports', order: 50, path: TAB, text: (lang) => reportWords(lang).tab });

async function listPage(visit: Visit): Promise<Reply> {
  const before = isUuid(visit.query('before')) ? visit.query('before') : null;
  const { reports, more } = await visit.read((db) => listedReports(db, before, PAGE_SIZE));
  visit.tag('year-reports');
  const w = reportWords(visit.lang);
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'groups',
    breadcrumb: crumbs(visit, null, w.title),
    main: allReports(visit.lang, reports, more, before !== null),
  });
}

async function tabPage(visit: Visit): Promise<Reply> {
  const group = await groupIn(visit);
  const { lang, reader, hub } = visit;
  const all = await visit.read((db) => reportsOf(db, group.id));
  const reports = all.filter(({ reach, hidden_at }) => !hidden_at && mayRead(reach, reader, group.id, hub));
  const writes = speaksFor(reader, group.id) && !group.withdrawn_at;
  return groupPage(visit, group, TAB, {
    title: `${reportWords(lang).tab}${colon(lang)}${group.name}`,
    main: reportsOfGroup(lang, reports, writes ? `${groupHref(group.id)}/reports/new` : null),
  });
}

/** To those who may not read it there is no such report. */
async function readable(visit: Visit): Promise<ShownReport> {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw notFound();
  const report = await visit.read((db) => reportById(db, id));
  if (!mayRead(report.reach, visit.reader, report.group_id, visit.hub)) throw notFound();
  return report;
}

/** An earlier version, if this reader might have read it then. */
async function earlierOf(visit: Visit, report: ShownReport) {
  const version = Number(visit.query('version'));
  if (!Number.isInteger(version) || version < 1 || version >= report.version) return null;
  const content = await visit.read((db) => earlierContent(db, report.id, version));
  if (!content || !mayRead(content.reach, visit.reader, report.group_id, visit.hub)) throw notFound();
  return { version, content };
}

async function showPage(visit: Visit): Promise<Reply> {
  const report = await readable(visit);
  const at = reportPath(report);
  if (decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  const props = { lang: visit.lang, report, earlier: await earlierOf(visit, report) };
  const w = reportWords(visit.lang);
  const rewrites = speaksFor(visit.reader, report.group_id);
  const edit = `${groupHref(report.group_id)}/reports/new?year=${report.year}`;
  return page(visit, {
    title: w.of(report.name, String(report.year)),
    place: 'groups',
    breadcrumb: crumbs(visit, { id: report.group_id, name: report.name }, `${report.year} ${w.tab}`),
    head: reportHead(props),
    main: html`${reportMain(props)}${rewrites && linkButton({ href: edit, text: w.writeAgain, icon: 'edit' })}`,
    ...(report.hiding
      ? {}
      : { dataLinks: [{ href: `${at}/sheet.pdf`, text: w.print, type: 'application/pdf' as const }] }),
    ...(report.reach === 'public'
      ? { proof: { kind: 'year-report', id: report.id }, description: report.done.slice(0, 120) }
      : { indexed: false }),
  });
}

async function sheet(visit: Visit): Promise<Reply> {
  const report = await readable(visit);
  if (report.hidden_at) throw notFound();
  const { lang, hub } = visit;
  const reply = await pdfReply(
    visit,
    printedReport({ lang, origin: hub.origin, hubName: hub.town[lang], report }),
    `report-${report.year}-${shortId(report.id)}.pdf`,
  );
  if (report.reach === 'public') return reply;
  return { ...reply, headers: { ...reply.headers, 'cache-control': 'private, no-cache' } };
}

async function formPage(visit: Visit, typed: Typed | null = null, problem?: Problem): Promise<Reply> {
  const group = await groupIn(visit);
  if (!speaksFor(visit.signedIn, group.id)) throw refusalFor('not-of-the-group');
  const now = fiscalYear(visit.now);
  const asked = Number(typed?.year ?? visit.query('year'));
  const year = reportableYears(now).includes(asked) ? asked : now - 1;
  const [left, written] = await visit.read(async (db) =>
    Promise.all([
      leftBy(db, group.id, year),
      typed ? null : reportsOf(db, group.id).then((all) => all.find((one) => one.year === year)),
    ]),
  );
  const fresh = { year: String(year), ...(left === null ? {} : { brought: String(left) }) };
  const shown = typed ?? (written ? typedOf(written) : fresh);
  const w = reportWords(visit.lang);
  const { brought, carried, done, people, note, reach } = w;
  return plainPage(visit, group, {
    title: w.write,
    problem,
    fieldNames: { brought, carried, done, people, note, reach, year: w.year, ...lineNames(shown, w) },
    main: reportForm({
      lang: visit.lang,
      action: `${groupHref(group.id)}/reports`,
      years: reportableYears(now),
      left,
      typed: shown,
      problem,
    }),
  });
}

function lineNames(typed: Typed, w: ReturnType<typeof reportWords>): Record<string, string> {
  const rows = Array.from({ length: rowsOf(typed) }, (_, row) => row);
  return Object.fromEntries(
    (['income', 'expense'] as const).flatMap((part) =>
      rows.flatMap((row) => [
        [`${part}.${row}.label`, w.lineLabel(w[part], row + 1)],
        [`${part}.${row}.amount`, w.lineAmount(w[part], row + 1)],
      ]),
    ),
  );
}

function typedOf(report: Awaited<ReturnType<typeof reportsOf>>[number]): Typed {
  const { year, version, reach, done, people, brought, carried, note, income, expense } = report;
  return {
    year: String(year),
    of: String(version),
    reach,
    done,
    people: people === null ? '' : String(people),
    brought: String(brought),
    carried: String(carried),
    note,
    rows: String(Math.max(income.length, expense.length)),
    ...typedLines({ income, expense }),
  };
}

async function keep(visit: Visit): Promise<Reply> {
  const sent = await typedIn(visit);
  const { typed, lines } = closedUp(sent);
  if (sent.more === 'yes') return formPage(visit, withMoreRows(typed));
  const groupId = parseRef(visit.params.ref ?? '');
  return visit.attempt(
    keepReport,
    { ...typed, ...lines, groupId },
    {
      done: (report) => `${encodeURI(reportPath(report))}?done=saved`,
      again: (problem) => formPage(visit, typed, problem),
    },
  );
}

const serves = ['F7.7'];

export const routes: readonly Route[] = [
  get('/group-reports', 'public', serves, listPage, { cached: true }),
  get('/group-reports/:ref', 'public', serves, showPage),
  get('/group-reports/:ref/sheet.pdf', 'public', serves, sheet),
  get('/groups/:ref/reports', 'public', serves, tabPage),
  get('/groups/:ref/reports/new', 'person', serves, (visit) => formPage(visit)),
  post('/groups/:ref/reports', 'person', serves, keep),
];
