/** F1.2, X8: public reports as whole files. */
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { cellTypes, type Dataset } from '#kernel/open-data.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { reportPath } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { listedReports, type Report } from './queries.ts';
import { sumOf } from './rules.ts';

const BATCH = 500;

async function* batches(visit: Visit): AsyncGenerator<Report[]> {
  let before: string | null = null;
  for (;;) {
    const from: string | null = before;
    const { reports, more }: Awaited<ReturnType<typeof listedReports>> = await visit.read((db) =>
      listedReports(db, from, BATCH),
    );
    yield reports;
    if (!more) return;
    before = reports.at(-1)!.id;
  }
}

const factsOf = (visit: Visit, report: Report) => ({
  id: shortId(report.id),
  groupId: shortId(report.group_id),
  group: report.name,
  fiscalYear: report.year,
  done: report.done,
  people: report.people,
  broughtOver: report.brought,
  income: sumOf(report.income),
  expense: sumOf(report.expense),
  carriedOn: report.carried,
  version: report.version,
  publishedOn: tokyoDate(report.changed_at),
  url: visit.hub.origin + encodeURI(reportPath(report)),
});

async function* rows(visit: Visit) {
  for await (const batch of batches(visit)) yield batch.map((report) => Object.values(factsOf(visit, report)));
}

async function* items(visit: Visit) {
  for await (const batch of batches(visit))
    yield batch.map((report) => ({
      ...factsOf(visit, report),
      incomeLines: report.income,
      expenseLines: report.expense,
      note: report.note,
    }));
}

export const openData: readonly Dataset[] = [
  {
    name: 'group-reports',
    words: dataWords,
    columns: (lang) => dataWords(lang).columns,
    types: cellTypes('text text text integer text integer integer integer integer integer integer day address'),
    csv: async (visit) => csvReply('group-reports.csv', dataWords(visit.lang).columns, rows(visit)),
    json: async (visit) => jsonReply({ kind: 'group-reports' }, items(visit)),
    page: '/group-reports',
    also: [],
    pages: {
      rows: `select r.id, concat(r.fiscal_year, ' ', g.name) as title, r.changed_at as at from year_reports r
        join groups g on g.hub_id = r.hub_id and g.id = r.group_id where r.reach = 'public' and r.hidden_at is null`,
      path: ({ id, title }) => reportPath({ id, name: title.slice(5), year: Number(title.slice(0, 4)) }),
    },
  },
];
