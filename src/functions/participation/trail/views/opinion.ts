/** F9.8 Where one opinion went, as a section of its own page. */
import { ref, shortId } from '#kernel/ids.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import { chips } from '#ui/chip.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import { answerChip, answerHref } from '../../answers/index.ts';
import { documentHref } from '../../documents/index.ts';
import { reflectionChip } from '../../reflection/index.ts';
import type { OpinionWay } from '../opinion-trail.ts';
import { words } from '../words.ts';
import { opinionLife } from './life.ts';
import { answerPart } from './page.ts';

/** 「この意見のゆくえ」. What was withdrawn or hidden has no further way, and says so. */
export function opinionTrailView(way: OpinionWay, now: Date, lang: Lang): Html {
  const w = words(lang).opinion;
  return section({
    title: w.title,
    id: 'way',
    children: prose([
      !way.gone && way.kind !== 'explanation' && now >= way.draftingAt && opinionLife(way, lang),
      wayOf(way, now, lang),
      html`<p>${link(`/proposals/${ref(way.proposalId, way.title)}/trail`, w.trail)}</p>`,
    ]),
  });
}

function wayOf(way: OpinionWay, now: Date, lang: Lang): Html {
  const w = words(lang).opinion;
  if (way.gone) return html`<p>${w.gone}</p>`;
  if (way.kind === 'explanation') return html`<p>${w.explanation}</p>`;
  if (now < way.draftingAt) return html`<p>${w.collecting}</p>`;
  const round = {
    published_at: way.publishedAt,
    interim_answer_at: way.interimAnswerAt,
    final_answer_at: way.finalAnswerAt,
  };
  const taken = way.points.map(
    (point) =>
      html`<p class="meta">${link(`/points/${shortId(point.id)}`, w.cited)}</p><blockquote class="voice-quote">${paragraphs(point.body)}</blockquote>${
        way.publishedAt &&
        html`<p class="meta">${w.answered}</p>${answerPart(point.answer, way.title, round, now, lang)}`
      }`,
  );
  const annex =
    way.annexReason !== null && html`<p>${w.annexed}</p><p>${w.annexReason}${colon(lang)}${way.annexReason}</p>`;
  return html`${way.publishedAt ? document(way, lang) : html`<p>${w.drafting}</p>`}${taken}${annex}${
    taken.length === 0 && way.annexReason === null && html`<p>${w.notYet}</p>`
  }${
    way.answer &&
    html`<p class="meta">${w.proposalAnswered}</p>${chips([answerChip(way.answer.kind, lang), reflectionChip(way.answer.steps, lang)])}<p>${link(answerHref(way.answer, way.title), words(lang).answerPage)}</p>`
  }`;
}

function document(way: OpinionWay, lang: Lang): Html | null {
  if (!way.documentNumber) return null;
  return html`<p>${link(`${documentHref(way.roundId)}/${ref(way.proposalId, way.title)}`, words(lang).opinion.document(way.documentNumber))}</p>`;
}
