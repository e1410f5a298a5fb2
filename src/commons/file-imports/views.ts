/** F1.3, F7.5 What the pages of all imports share: sending the file, earlier ones, how far one is. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { errorAt } from '#ui/error-summary.ts';
import { fileField, form } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { type ImportKind, type ImportState, isUnderWay } from './kind.ts';

const REFRESH_SECONDS = '3';

export interface ImportWords {
  title: string;
  lead: string;
  file: string;
  fileHint(mb: number): string;
  send: string;
  recent: string;
  states: Readonly<Record<ImportState, string>>;
  percent(n: number): string;
  refresh: string;
}

export interface ImportShown {
  id: string;
  file_name: string;
  person_name: string;
  state: ImportState;
  percent: number;
  begun_at: Date;
}

export interface SendProps {
  lang: Lang;
  kind: ImportKind;
  words: ImportWords;
  action: string;
  /** kinds of files, as a file field names them */
  accept: string;
  /** between the heading and the form */
  how?: Html;
  recent: readonly ImportShown[];
  pathOf: (id: string) => string;
  problem?: Problem | undefined;
}

export function sendView({ lang, kind, words: w, action, accept, how, recent, pathOf, problem }: SendProps): Html {
  return html`${pageHead({ title: w.title, lead: w.lead })}${how}${form({
    action,
    files: true,
    children: html`${onceField()}${fileField(
      {
        name: 'file',
        label: w.file,
        hint: w.fileHint(kind.largestMb),
        accept,
        required: true,
        error: errorAt(problem?.items ?? [], 'file'),
      },
      formWords(lang),
    )}`,
    buttons: button({ text: w.send, tone: 'main', icon: 'upload' }),
  })}${
    recent.length > 0 &&
    section({
      title: w.recent,
      children: list(
        recent.map((one) =>
          listItem({
            title: one.file_name || shortId(one.id),
            href: pathOf(one.id),
            level: 3,
            above: chip('info', w.states[one.state]),
            meta: `${formatDateTime(one.begun_at, lang, 'short')}・${one.person_name}`,
          }),
        ),
      ),
    })
  }`;
}

/** The heading of one import, and how far it is while it is under way. */
export function importHead(w: ImportWords, shown: ImportShown): Html {
  const head = pageHead({ title: shown.file_name || w.title, above: chip('info', w.states[shown.state]) });
  if (!isUnderWay(shown)) return head;
  return html`${head}<p><progress max="100" value="${shown.percent}">${w.percent(shown.percent)}</progress> ${w.percent(shown.percent)}</p><p class="meta">${w.refresh}</p>`;
}

/** Throws away what was only looked at, or takes back what has come. */
export function reversalButton(path: string, text: string, tone: 'quiet' | 'danger'): Html {
  return actButton({ action: `${path}/reversal`, fields: onceField(), text, tone });
}

/** While it is under way, the page asks for itself again. */
export function refreshed(reply: Reply, shown: ImportShown): Reply {
  return isUnderWay(shown) ? { ...reply, headers: { ...reply.headers, refresh: REFRESH_SECONDS } } : reply;
}
