/** F7.7 A report as it is read, the list of a group's, and the list of all public ones. */
import { hiddenStub, reportHref, reportText } from '#commons/moderation/index.ts';
import { formatFiscalYear, formatNumber, formatYen, tokyoDate } from '#kernel/dates.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { chip, chips } from '#ui/chip.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { pager } from '#ui/pager.ts';
import { link, paragraphs, prose, time } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { dayText, groupPath } from '../../groups/index.ts';
import { reportPath } from '../addresses.ts';
import type { Content, Report, ShownReport } from '../queries.ts';
import type { Line } from '../report.ts';
import { sumOf } from '../rules.ts';
import { reportWords } from '../words.ts';

function balanceText({ brought, income, expense, carried }: Content, lang: Lang): string {
  const yen = (amount: number) => formatYen(amount, lang);
  return reportWords(lang).balance(yen(brought), yen(sumOf(income)), yen(sumOf(expense)), yen(carried));
}

export interface ShowProps {
  lang: Lang;
  report: ShownReport;
  /** an earlier version that was asked for */
  earlier: { version: number; content: Content } | null;
}

export function reportHead({ lang, report }: ShowProps): Html {
  const w = reportWords(lang);
  return html`${chips([chip('info', w.reachChips[report.reach], false)])}<h1>${w.of(report.name, formatFiscalYear(report.year, lang))}</h1><p class="meta">${w.submittedOn}${colon(lang)}${time({ text: dayText(report.changed_at, lang), datetime: tokyoDate(report.changed_at) })}</p>`;
}

export function reportMain({ lang, report, earlier }: ShowProps): Html {
  const w = reportWords(lang);
  const at = reportPath(report);
  if (report.hiding) return notice({ tone: 'warn', title: hiddenStub(report.hiding, lang) });
  const content = earlier?.content ?? report;
  return html`${earlier && notice({ tone: 'info', title: w.earlier(earlier.version), body: link(at, w.newest) })}${section(
    {
      title: w.done,
      children: html`${prose(html`${paragraphs(content.done)}${content.people !== null && html`<p>${w.peopleText(formatNumber(content.people))}</p>`}`)}`,
    },
  )}${section({
    title: w.accounts,
    children: html`<p>${balanceText(content, lang)}</p>${linesTable(content.income, w.income, lang)}${linesTable(content.expense, w.expense, lang)}${content.note !== '' && paragraphs(content.note)}`,
  })}${
    report.versions.length > 1 &&
    section({
      title: w.versions,
      children: list(
        report.versions.map(
          (one) =>
            html`${link(one.version === report.version ? at : `${at}?version=${one.version}`, w.version(one.version))} <span class="meta">${dayText(one.at, lang)} ${one.changed}</span>`,
        ),
      ),
    })
  }<p>${link(groupPath({ id: report.group_id, name: report.name }), w.toGroup)}</p>${
    report.reach === 'public' && html`<p>${link(reportHref('year-report', report.id), reportText(lang))}</p>`
  }`;
}

function linesTable(lines: readonly Line[], caption: string, lang: Lang): Html | null {
  const w = reportWords(lang);
  if (lines.length === 0) return null;
  const shown = table({
    caption,
    captionHidden: true,
    columns: [{ text: w.item }, { text: w.amount, number: true }],
    rows: lines.map(({ label, amount }) => [label, formatYen(amount, lang)]),
    foot: [w.sum, formatYen(sumOf(lines), lang)],
  });
  return section({ title: caption, level: 3, children: shown });
}

function reportItem(report: Report, lang: Lang, title: string, level: 2 | 3): Html {
  const w = reportWords(lang);
  return listItem({
    title,
    href: reportPath(report),
    level,
    ...(report.reach === 'public' ? {} : { above: chip('info', w.reachChips[report.reach], false) }),
    body: balanceText(report, lang),
    ...(report.people === null ? {} : { meta: w.peopleText(formatNumber(report.people)) }),
  });
}

/** The tab of a group. */
export function reportsOfGroup(lang: Lang, reports: readonly Report[], newHref: string | null): Html {
  const w = reportWords(lang);
  return section({
    title: w.title,
    lead: w.tabLead,
    children: html`${
      reports.length === 0
        ? html`<p>${w.tabNone}</p>`
        : list(reports.map((one) => reportItem(one, lang, formatFiscalYear(one.year, lang), 3)))
    }${newHref && linkButton({ href: newHref, text: w.write, icon: 'edit', tone: 'main' })}`,
  });
}

export function allReports(lang: Lang, reports: readonly Report[], more: boolean, later: boolean): Html {
  const w = reportWords(lang);
  return html`${pageHead({ title: w.title, lead: w.lead })}${
    reports.length === 0
      ? empty({ title: w.none })
      : list(reports.map((one) => reportItem(one, lang, w.of(one.name, formatFiscalYear(one.year, lang)), 2)))
  }${pager({
    label: w.pages,
    ...(later ? { previous: { href: '/group-reports', text: w.first } } : {}),
    ...(more ? { next: { href: `/group-reports?before=${reports.at(-1)!.id}`, text: w.next } } : {}),
  })}`;
}
