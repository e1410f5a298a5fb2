/** F7.7, X9 A report on paper. Pure. */
import type { Block, Fact, Sheet } from '#channels/pdf/index.ts';
import { formatDate, formatFiscalYear, formatNumber, formatYen, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { ShownReport } from './queries.ts';
import type { Line } from './report.ts';
import { sumOf } from './rules.ts';
import { reportWords } from './words.ts';

export interface PrintedReportProps {
  lang: Lang;
  origin: string;
  hubName: string;
  report: ShownReport;
}

const label = (text: string) => ({ label: text });
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text: label(text) });

export function printedReport({ lang, origin, hubName, report }: PrintedReportProps): Sheet {
  const w = reportWords(lang);
  const yen = (amount: number) => label(formatYen(amount, lang));
  const lines = (part: readonly Line[]): Fact[] => [
    ...part.map((one) => ({ label: one.label, values: [yen(one.amount)] })),
    { label: label(w.sum), values: [yen(sumOf(part))] },
  ];
  const title = w.of(report.name, formatFiscalYear(report.year, lang));
  const people: Block[] =
    report.people === null ? [] : [{ kind: 'text', text: label(w.peopleText(formatNumber(report.people))) }];
  return {
    look: 'sheet',
    lang: 'ja',
    labels: lang === 'en' ? 'en' : 'ja',
    title,
    date: report.changed_at.toISOString(),
    above: label(hubName),
    heading: title,
    lead: label(`${w.submittedOn} ${formatDate(tokyoDate(report.changed_at), lang)}`),
    foot: title,
    blocks: [
      heading(w.done),
      ...report.done
        .split(/\n\s*\n/)
        .filter((part) => part.trim() !== '')
        .map((text): Block => ({ kind: 'text', text })),
      ...people,
      heading(w.accounts),
      { kind: 'facts', facts: [{ label: label(w.brought), values: [yen(report.brought)] }] },
      heading(w.income),
      { kind: 'facts', facts: lines(report.income) },
      heading(w.expense),
      { kind: 'facts', facts: lines(report.expense) },
      heading(w.carried),
      { kind: 'facts', facts: [{ label: label(w.carried), values: [yen(report.carried)] }] },
      ...(report.note === '' ? [] : [{ kind: 'text' as const, text: report.note }]),
      ...(report.reach === 'public'
        ? [{ kind: 'qr' as const, url: `${origin}/group-reports/${shortId(report.id)}`, text: label(w.page) }]
        : []),
    ],
  };
}
