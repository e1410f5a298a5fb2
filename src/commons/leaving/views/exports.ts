import { sizeText } from '#commons/files/index.ts';
import { onceField } from '#commons/hubs/index.ts';
import { formatDate, formatDateTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actButton, buttons } from '#ui/button.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { meters } from '#ui/meter.ts';
import { notice } from '#ui/notice.ts';
import { link, prose } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import type { ExportItem } from '../exports.ts';
import { KEPT_DAYS } from '../rules.ts';
import { words } from '../words.ts';

/** True while the page has something new to tell soon. */
export function isUnderWay(items: readonly ExportItem[]): boolean {
  return items.some(({ state }) => state !== 'done');
}

export function exportsView(lang: Lang, items: readonly ExportItem[]): Html {
  const w = words(lang).exports;
  const under = items.find(({ state }) => state !== 'done');
  return html`${pageHead({ title: w.title, lead: w.lead })}${under ? underWay(lang, under) : ask(lang)}${section({
    title: w.list,
    children: items.some(({ state }) => state === 'done') ? list(lang, items) : html`<p>${w.none}</p>`,
  })}`;
}

function ask(lang: Lang): Html {
  const w = words(lang).exports;
  return section({
    title: w.contents,
    children: prose([
      html`<ul>${w.contentsList.map((line) => html`<li>${line}</li>`)}</ul><p>${w.notIn}</p>`,
      buttons(
        actButton({ action: '/account/exports', fields: onceField(), text: w.ask, tone: 'main', icon: 'download' }),
      ),
    ]),
  });
}

function underWay(lang: Lang, { percent }: ExportItem): Html {
  const w = words(lang).exports;
  return html`${notice({ tone: 'info', title: w.under, body: w.underText(percent) })}${meters(
    [{ label: w.under, value: percent, max: 100, text: `${percent}%` }],
    'progress',
  )}`;
}

function list(lang: Lang, items: readonly ExportItem[]): Html {
  const w = words(lang).exports;
  const rows = items
    .filter(({ state }) => state === 'done')
    .map((item) => {
      const date = formatDateTime(item.asked_at, lang, 'short');
      const text = html`<span aria-hidden="true">${w.load}</span><span class="visually-hidden">${w.loadThis(date)}</span>`;
      return [
        date,
        sizeText(item.bytes),
        formatDate(item.expires_at, lang, 'short'),
        link(`/account/exports/${shortId(item.id)}`, text),
      ];
    });
  return prose([
    table({
      caption: w.list,
      captionHidden: true,
      columns: [{ text: w.date }, { text: w.size }, { text: w.until }, { text: w.load }],
      rows,
    }),
    html`<p>${w.kept(KEPT_DAYS)}</p>`,
  ]);
}
