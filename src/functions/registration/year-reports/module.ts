/** F7.7 活動報告・会計報告: a group's year in a simple form, public as the group chooses. */
import type { Module } from '#kernel/module.ts';
import { yearReportsApi } from './api.ts';
import { yearReportsHappenings } from './happenings.ts';
import './reportable.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import { reportWords } from './words.ts';
import { yearReportsWork } from './work.ts';

export const yearReports: Module = {
  name: 'yearReports',
  clause: '市民活動団体は、自主性を尊重した意思表明的な登録をする',
  capabilities: ['F7.7'],
  tables: ['year_reports', 'year_report_versions', 'year_report_reminders'],
  routes,
  openData,
  api: yearReportsApi,
  emits: ['year-reports.published', 'year-reports.kept'],
  ...yearReportsHappenings,
  refusals: (lang) => reportWords(lang).refusals,
  ...yearReportsWork,
  personalData: [
    {
      table: 'year_reports',
      columns: ['person_id', 'done', 'note'],
      why: '団体の年度の報告と、だれが入力したか（入力した人は公開しない）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'year_report_versions',
      columns: ['person_id', 'content', 'changed'],
      why: '報告の前の版と、だれが入力したか（入力した人は公開しない）',
      onErasure: 'kept-without-person',
    },
  ],
};
