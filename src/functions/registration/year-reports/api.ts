/** F7.7, X8: public reports for programs, and the act that keeps one. */
import { z } from 'zod';
import { type ApiOperation, act, camelled, idIn, idKey, list, MADE, paged, thing, WHEN, within } from '#kernel/api.ts';
import { keepReport } from './keep.ts';
import { listedReports, reportById } from './queries.ts';
import { REACHES } from './report.ts';

const LINES = z.array(z.object({ label: z.string(), amount: z.int().meta({ description: 'Whole yen.' }) }));
const REPORT = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  name: z.string(),
  year: z.int().meta({ description: 'Fiscal year, by the calendar year in which it begins in April.' }),
  version: z.int(),
  reach: z.enum(REACHES),
  done: z.string(),
  people: z.int().nullable(),
  brought: z.int(),
  income: LINES,
  expense: LINES,
  carried: z.int(),
  note: z.string(),
  firstAt: WHEN,
  changedAt: WHEN,
});

export const yearReportsApi: readonly ApiOperation[] = [
  list('/group-reports', 'yearReports:list', REPORT, async (visit, { after, limit }) => {
    const { reports, more } = await visit.read((db) => listedReports(db, idKey(after), limit));
    return paged(reports, more);
  }),
  thing('/group-reports/:ref', 'yearReports:show', REPORT, async (visit) => {
    const report = await visit.read((db) => reportById(db, idIn(visit, 'ref')));
    return report.reach === 'public' && !report.hidden_at ? camelled(report) : null;
  }),
  ...within('organise', [
    act(
      '/groups/:ref/reports',
      keepReport,
      { ref: 'groupId' },
      { answer: MADE.extend({ name: z.string(), year: z.int() }) },
    ),
  ]),
];
