/** X4: the page of a report that was made without signing in, and the appeal from there. */
import { page, rulesOf } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { inputRefusal } from '#kernel/input.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { anonymously } from './anonymous.ts';
import { appealByReport, appealByReportInput, mayReporterAppeal, reportOf, type ShownReport } from './own-report.ts';
import { ownReportWords } from './own-report-words.ts';
import { privateWords } from './private-words.ts';
import { type OwnReport, ownReportPath, readReportKey } from './report-key.ts';
import { ownLetterView, ownReportView } from './views/own-report.ts';
import { words } from './words.ts';

const DAY = 86_400_000;

/** By the address alone, in the hub it was given out in. */
async function named(visit: Visit): Promise<{ own: OwnReport; report: ShownReport }> {
  const own = readReportKey(visit.params.key ?? '');
  const report = own?.hubId === visit.hub.id ? await visit.read((db) => reportOf(db, own)) : null;
  if (!own || !report) throw refuseKernel('not-found', { status: 404 });
  return { own, report };
}

function appealUntil({ hub, lang, now }: Visit, own: OwnReport, report: ShownReport): string | null {
  const { outcome, decided_at: decidedAt, reversed_at: reversedAt, appealed } = report;
  if (!outcome || !decidedAt) return null;
  const days = rulesOf(hub).moderation.appealDays;
  if (mayReporterAppeal(own, { outcome, decidedAt, reversedAt }, { appealed, days }, now)) return null;
  return formatDate(tokyoDate(new Date(decidedAt.getTime() + days * DAY)), lang, 'short');
}

async function show(visit: Visit, typed = '', problem?: Problem): Promise<Reply> {
  const { own, report } = await named(visit);
  const { lang } = visit;
  return page(visit, {
    title: own.way === 'letter' ? privateWords(lang).ownLetter.title : ownReportWords(lang).title,
    layout: 'reading',
    indexed: false,
    problem,
    fieldNames: { reason: words(lang).decision.appealReason },
    islands: ['char-counter'],
    main: (own.way === 'letter' ? ownLetterView : ownReportView)({
      lang,
      report,
      path: ownReportPath(own),
      appealUntil: appealUntil(visit, own, report),
      typed,
      problem,
    }),
  });
}

async function appeal(visit: Visit): Promise<Reply> {
  const { own } = await named(visit);
  const reason = (await visit.form()).get('reason') ?? '';
  return settle(
    visit,
    async () => {
      const parsed = appealByReportInput.safeParse({ reason });
      if (!parsed.success) throw inputRefusal(parsed.error);
      await anonymously(visit, (means) => appealByReport(means, own, parsed.data));
      return seeOther(`${ownReportPath(own)}?done=sent`);
    },
    (problem) => show(visit, reason, problem),
  );
}

export const ownReportRoutes: readonly Route[] = [
  get('/moderation/own-reports/:key', 'public', ['X4'], (visit) => show(visit)),
  post('/moderation/own-reports/:key/appeals', 'public', ['X4'], appeal),
];
