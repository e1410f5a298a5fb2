/** F9.5 A point as its editors work on it: its text, what it cites, its place. */
import { onceField } from '#commons/hubs/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { chip, chips } from '#ui/chip.ts';
import { disclosure } from '#ui/disclosure.ts';
import { hidden } from '#ui/fields.ts';
import { type Html, html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import type { PointWithCitations } from '../point-queries.ts';
import { words } from '../words.ts';
import { citesText, confirming, draftBody, draftChip, draftLine } from './draft.ts';
import { pointPath } from './paths.ts';
import { objectionLine, opinionName, sameText } from './pieces.ts';
import type { WorkshopProps } from './workshop.ts';

/** The form that holds the chosen opinions. */
export const CHOOSING = 'choosing';

export function workPoint(
  point: PointWithCitations,
  index: number,
  { points, frame, lang, opinions }: WorkshopProps,
): Html {
  const w = words(lang);
  const at = pointPath(point.id);
  const name = w.workshop.pointName(index + 1, w.sections[point.section]);
  const objections = frame.objections.filter((one) => one.point_id === point.id && !one.resolution);
  return html`<article class="list-main" id="point-${shortId(point.id)}" data-into="${point.id}" data-name="${name}"><h3 class="list-title">${name}</h3>${chips(
    [
      draftChip(point.draft, lang),
      objections.length > 0 && chip('on', w.overview.partObjections(formatNumber(objections.length))),
    ],
  )}<div class="list-body">${draftBody(point.body, point.draft, lang)}</div><div class="buttons">${opinions.length > 0 && button({ text: w.workshop.citeHere, form: CHOOSING, name: 'to', value: point.id, small: true })}${linkButton({ text: w.workshop.edit, href: `${at}/text`, small: true, icon: 'edit' })}${confirming(point, lang)}</div>${draftLine(point.draft, lang)}${
    point.readable_citations === 0 && html`<p class="meta" data-empty>${w.part.noCites}</p>`
  }${disclosure({
    summary: html`<span data-count>${citesText(point, lang)}</span>`,
    body: html`<ul data-held>${point.quoted.map((opinion) => citation(point, opinion, lang))}</ul>${
      point.citations > point.quoted.length && html`<p>${link(at, w.part.more(formatNumber(point.citations)))}</p>`
    }`,
  })}${objections.length > 0 && list(objections.map((objection) => objectionLine(objection, lang)))}${disclosure({
    summary: w.workshop.order,
    body: html`<div class="buttons">${places(point, points, at, lang)}${linkButton({
      text: w.workshop.remove,
      href: `${at}/removal`,
      small: true,
      icon: 'trash',
    })}</div>`,
  })}</article>`;
}

function citation(point: PointWithCitations, opinion: PointWithCitations['quoted'][number], lang: Lang): Html {
  const w = words(lang);
  const name = opinionName(opinion.number, lang);
  const said = opinion.hidden ? w.gone.hidden : opinion.withdrawn ? w.gone.withdrawn : opinion.body;
  return html`<li><strong>${name}</strong> ${sameText(opinion, lang)} ${said}${actButton({
    text: w.workshop.uncite(name),
    action: `${pointPath(point.id)}/citations`,
    fields: html`${onceField()}${hidden('uncite', opinion.id)}`,
    small: true,
    tone: 'quiet',
  })}</li>`;
}

/** Up and down within the section, as far as there is room. */
function places(point: PointWithCitations, points: readonly PointWithCitations[], at: string, lang: Lang): Html {
  const w = words(lang).workshop;
  const own = points.filter((one) => one.section === point.section);
  const place = own.indexOf(point);
  const move = (to: 'up' | 'down') =>
    actButton({ text: w[to], action: `${at}/place`, fields: html`${onceField()}${hidden('to', to)}`, small: true });
  return html`${place > 0 && move('up')}${place < own.length - 1 && move('down')}`;
}
