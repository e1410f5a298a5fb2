/** F1.3 The pages on which an earlier homepage is brought in: send, see what would come, decide, describe the pictures. */
import { importHead, isUnderWay, reversalButton, sendView } from '#commons/file-imports/index.ts';
import { fileHref } from '#commons/files/index.ts';
import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatDate, formatNumber } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { inBrackets, type Lang } from '#kernel/lang.ts';
import type { Problem as FormProblem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkbox, form, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, keyValues, list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { picture } from '#ui/picture.ts';
import { table } from '#ui/table.ts';
import { editingPath } from '../homepages/index.ts';
import { SITES, type Sight } from './import.ts';
import type { ImportPicture, ImportRow } from './queries.ts';
import { importWords } from './words.ts';

export function importPath(id: string): string {
  return `/site-imports/${shortId(id)}`;
}

export function siteSendView(lang: Lang, action: string, recent: readonly ImportRow[], problem?: FormProblem): Html {
  const words = importWords(lang);
  const how = html`<p>${words.how}</p>`;
  const accept = '.xml,.rss,.atom,.zip,application/xml,text/xml,application/zip';
  return sendView({ lang, kind: SITES, words, action, accept, how, recent, pathOf: importPath, problem });
}

export interface ImportProps {
  lang: Lang;
  shown: ImportRow;
  open: readonly ImportPicture[];
  /** the sentence of a refusal that ended it */
  refusal: string;
}

export function importView({ lang, shown, open, refusal }: ImportProps): Html {
  const w = importWords(lang);
  const { sight, problem, counts } = shown;
  const head = importHead(w, shown);
  if (isUnderWay(shown)) return head;
  const back = html`<p>${linkButton({ href: editingPath(shown.site_id), text: w.toSite })}</p>`;
  if (shown.state === 'refused') {
    const where = problem?.line ? inBrackets('', w.line(formatNumber(problem.line)), lang) : '';
    const said = problem?.code === 'refused' ? refusal : '';
    return html`${head}${notice({ tone: 'error', title: `${w.problems[problem?.code ?? 'refused']}${where}`, body: html`${said && html`<p>${said}</p>`}<p>${w.nothing}</p>` })}${reversalButton(importPath(shown.id), w.discard, 'quiet')}${back}`;
  }
  if (shown.state === 'undone')
    return html`${head}<p>${w.undone(formatNumber(counts?.removed ?? 0), formatNumber(counts?.kept ?? 0))}</p>${back}`;
  if (shown.state === 'done') return html`${head}${doneView(shown, open, lang)}${back}`;
  return html`${head}${sight && sightView(shown, sight, lang)}`;
}

/** What becomes of links between the pages. */
function linksLine({ links }: Sight, lang: Lang): Html | false {
  const w = importWords(lang);
  const n = formatNumber;
  if (!links) return false;
  const { documents = 0 } = links;
  const found = links.coming + links.earlier;
  if (found + links.left + documents === 0) return false;
  return html`<p>${found > 0 && w.linksFound(n(found))}${links.left > 0 && html` ${w.linksLeft(n(links.left))}`}${documents > 0 && html` ${w.linksDocuments(n(documents))}`}</p>`;
}

function sightView(shown: ImportRow, sight: Sight, lang: Lang): Html {
  const w = importWords(lang);
  const f = formWords(lang);
  const n = formatNumber;
  const dropped = Object.entries(sight.dropped);
  const leftOut = Object.entries(sight.leftOut);
  return html`${keyValues([
    [w.from, sight.title || '―'],
    [w.format, w.formats[sight.format]],
  ])}<p>${w.sum(n(sight.pages), n(sight.posts))}${sight.pictures > 0 && html` ${w.picturesSum(n(sight.pictures), n(sight.withoutAlt))}`}${sight.packed > 0 && html` ${w.packed(n(sight.packed))}`}</p>${linksLine(sight, lang)}${form(
    {
      action: `${importPath(shown.id)}/start`,
      children: html`${onceField()}${checkbox({ name: 'publish', label: w.publish, hint: w.publishHint, checked: false }, f)}${
        sight.pictures > 0 && checkbox({ name: 'pictures', label: w.pictures, checked: true }, f)
      }`,
      note: html`<p>${w.bringLead}</p>`,
      buttons: button({ text: w.bring, tone: 'main' }),
    },
  )}${reversalButton(importPath(shown.id), w.discard, 'quiet')}${section({
    title: w.list,
    ...(sight.articles.length < sight.pages + sight.posts ? { lead: w.listMore(n(sight.articles.length)) } : {}),
    children: table({
      caption: w.list,
      captionHidden: true,
      columns: [
        { text: w.columns.kind },
        { text: w.columns.title },
        { text: w.columns.day },
        { text: w.columns.blocks, number: true },
        { text: w.columns.pictures, number: true },
      ],
      rows: sight.articles.map((one) => [
        w.kinds[one.kind],
        one.title || w.untitled,
        one.day ? formatDate(one.day, lang) : '―',
        one.blocks,
        one.pictures,
      ]),
    }),
  })}${
    leftOut.length > 0 &&
    section({
      title: w.leftOutTitle,
      children: list(
        leftOut.map(([what, count]) => html`${w.leftOut(w.statuses[what] ?? w.otherKind(what), n(count))}`),
      ),
    })
  }${
    dropped.length > 0 &&
    section({
      title: w.droppedTitle,
      lead: w.droppedLead,
      children: list(dropped.map(([what, count]) => html`${w.dropped(w.parts[what] ?? what, n(count))}`)),
    })
  }`;
}

function doneView(shown: ImportRow, open: readonly ImportPicture[], lang: Lang): Html {
  const w = importWords(lang);
  const n = formatNumber;
  const { counts } = shown;
  const waiting = open.filter(({ files }) => files.length > 0);
  const failed = open.filter(({ failure }) => failure !== null);
  return html`<p>${w.done(n(counts?.pages ?? 0), n(counts?.posts ?? 0), n(counts?.pictures ?? 0))}</p>${
    waiting.length > 0 &&
    notice({
      tone: 'info',
      title: w.waiting(n(waiting.length)),
      actions: linkButton({ href: `${importPath(shown.id)}/pictures`, text: w.toPictures, tone: 'main' }),
    })
  }${
    failed.length > 0 &&
    section({
      title: w.failedTitle,
      lead: w.failed(n(failed.length)),
      children: table({
        id: 'failed',
        scroll: true,
        caption: w.failedTitle,
        captionHidden: true,
        columns: [{ text: w.page }, { text: w.picture }, { text: w.why }],
        rows: failed.map((one) => [one.page_title, one.src, w.failures[one.failure!]]),
      }),
    })
  }${section({
    title: w.undo,
    lead: w.undoLead,
    children: reversalButton(importPath(shown.id), w.undo, 'danger'),
  })}`;
}

/** Pictures without words, each with its field; a part of them at once, so that a page is never endless. */
export function describeView(
  lang: Lang,
  shown: ImportRow,
  open: readonly ImportPicture[],
  typed: Readonly<Record<string, string>>,
  problem?: FormProblem,
): Html {
  const w = importWords(lang);
  const f = formWords(lang);
  const waiting = open.filter(({ files }) => files.length > 0).slice(0, 50);
  const head = pageHead({ title: w.describeTitle, lead: w.describeLead });
  if (waiting.length === 0)
    return html`${head}${empty({ title: w.noneWaiting })}<p>${linkButton({ href: importPath(shown.id), text: w.toSite })}</p>`;
  return html`${head}${form({
    action: `${importPath(shown.id)}/pictures`,
    children: html`${onceField()}${waiting.map((one) => {
      const [file] = one.files;
      return html`<div class="own-half">${picture({
        src: fileHref(file!, { width: 320 }),
        copies: [],
        width: file!.width ?? 1,
        height: file!.height ?? 1,
        alt: file!.label,
      })}</div>${textField(
        {
          name: `label-${one.n}`,
          label: w.describeLabel(one.n),
          hint: w.on(one.page_title),
          value: typed[`label-${one.n}`] ?? one.caption,
          error: errorAt(problem?.items ?? [], `labels.${one.n}`),
        },
        f,
      )}`;
    })}`,
    buttons: button({ text: w.describe, tone: 'main' }),
  })}`;
}
