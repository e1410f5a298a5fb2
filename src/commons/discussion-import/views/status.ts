import { formatDateTime, formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { buttons, linkButton } from '#ui/button.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { meters, stats } from '#ui/meter.ts';
import { notice } from '#ui/notice.ts';
import { table } from '#ui/table.ts';
import type { ImportCounts } from '../conversation.ts';
import type { FileProblems } from '../problems.ts';
import type { ShownImport } from '../queries.ts';
import { problemSentence, words } from '../words.ts';

export interface StatusProps {
  lang: Lang;
  shown: ShownImport;
  /** address of the debate, when there is one */
  debateHref: string | null;
}

export function importStatus({ lang, shown, debateHref }: StatusProps): Html {
  const w = words(lang).status;
  return html`${pageHead({ title: w.title, lead: shown.title })}${happened(shown, debateHref, lang)}${
    shown.counts && section({ title: w.counts, children: countsView(shown.counts, lang) })
  }${(shown.problems ?? []).map((file) => problemsView(file, lang))}${keyValues([
    [w.by, shown.person_name],
    [w.begun, formatDateTime(shown.begun_at, lang)],
  ])}`;
}

/** True while the page has something new to tell soon. */
export function isUnderWay(shown: Pick<ShownImport, 'state'>): boolean {
  return shown.state !== 'done' && shown.state !== 'failed';
}

function happened(shown: ShownImport, debateHref: string | null, lang: Lang): Html {
  const w = words(lang).status;
  if (isUnderWay(shown)) {
    return html`${notice({ tone: 'info', title: w[shown.state], body: w.live })}${meters(
      [{ label: w.progress, value: shown.percent, max: 100, text: w.percent(shown.percent) }],
      'progress',
    )}`;
  }
  if (shown.state === 'done') {
    return html`${notice({ tone: 'success', title: w.done })}${
      debateHref && buttons(linkButton({ href: debateHref, text: w.open, tone: 'main' }))
    }`;
  }
  const why = { 'bad-lines': w.nothingKept, 'imported-before': w.importedBefore, 'given-up': w.givenUp };
  return html`${notice({ tone: 'error', title: w.failed, body: why[shown.failure ?? 'given-up'] })}${buttons(
    debateHref && linkButton({ href: debateHref, text: w.openBefore, tone: 'main' }),
    shown.failure !== 'imported-before' && linkButton({ href: '/debates/imports/new', text: w.again, tone: 'main' }),
  )}`;
}

function countsView(counts: ImportCounts, lang: Lang): Html {
  const w = words(lang).counts;
  const number = (n: number) => formatNumber(n);
  return html`${stats([
    { label: w.people, value: number(counts.people), ...(w.peopleUnit ? { unit: w.peopleUnit } : {}) },
    { label: w.opinions, value: number(counts.opinions), ...(w.opinionsUnit ? { unit: w.opinionsUnit } : {}) },
    { label: w.votes, value: number(counts.votes), ...(w.votesUnit ? { unit: w.votesUnit } : {}) },
  ])}${keyValues([
    [w.hidden, number(counts.hidden)],
    [w.agree, number(counts.agree)],
    [w.disagree, number(counts.disagree)],
    [w.pass, number(counts.pass)],
    [w.replaced, counts.replaced > 0 && `${number(counts.replaced)} (${w.replacedNote})`],
    [w.blank, counts.blank > 0 && `${number(counts.blank)} (${w.blankNote})`],
  ])}`;
}

function problemsView(file: FileProblems, lang: Lang): Html {
  const w = words(lang).problems;
  const more = file.bad - file.first.length;
  return table({
    caption: w.file(file.file),
    columns: [{ text: w.line, number: true }, { text: w.what }],
    rows: file.first.map((problem) => [formatNumber(problem.line), problemSentence(problem, lang)]),
    ...(more > 0 ? { note: (file.stopped ? w.moreAtLeast : w.more)(formatNumber(more)) } : {}),
  });
}
