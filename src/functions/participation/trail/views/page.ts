/** F9.8 One page with the whole way: the trail, then every point with its opinions and its answer, then the annex. */
import { kindWord } from '#commons/hubs/index.ts';
import { formatDate } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { chip, chips } from '#ui/chip.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import { trail } from '#ui/trail.ts';
import { answerChip, answerClock, answerHref, clockChip, sectionName } from '../../answers/index.ts';
import { evidence, reflectionChip, standing, stepName } from '../../reflection/index.ts';
import { type Round, roundName } from '../../rounds/index.ts';
import type { TrailAnswer, TrailOpinion, TrailPoint } from '../queries.ts';
import { words } from '../words.ts';
import { type TrailData, trailEvents } from './events.ts';

export function trailPage(data: TrailData, now: Date, lang: Lang): Html {
  const w = words(lang);
  const { proposal, links } = data;
  return html`${pageHead({
    above: roundName(proposal.round, lang),
    title: w.of(proposal.title),
    lead: w.lead,
    meta: link(`/proposals/${ref(proposal.id, proposal.title)}`, proposal.title),
  })}${trail({ label: w.label, events: trailEvents(data, now, lang) })}${section({
    title: w.points,
    lead: w.pointsLead,
    children:
      links.points.length === 0
        ? html`<p>${w.noPoints}</p>`
        : links.points.map((point) => pointPart(point, proposal.title, proposal.round, now, lang)),
  })}${
    links.annex.length > 0 &&
    section({
      title: w.annex,
      lead: w.annexLead,
      children: prose(
        html`<ul>${links.annex.map((entry) => html`<li>${opinionLine(entry, lang)}<p>${w.reason}${colon(lang)}${entry.reason}</p></li>`)}</ul>`,
      ),
    })
  }`;
}

function pointPart(point: TrailPoint, title: string, round: Round, now: Date, lang: Lang): Html {
  const w = words(lang);
  return section({
    title: sectionName(point.section, lang),
    level: 3,
    id: `point-${shortId(point.id)}`,
    more: { href: `/points/${shortId(point.id)}`, text: w.read },
    children: prose([
      html`<h4>${w.cites}</h4><ul>${point.opinions.map((opinion) => html`<li>${opinionLine(opinion, lang)}</li>`)}</ul>`,
      html`<h4>${w.point}</h4><blockquote class="voice-quote">${paragraphs(point.body)}</blockquote>`,
      round.published_at && html`<h4>${w.answer}</h4>${answerPart(point.answer, title, round, now, lang)}`,
    ]),
  });
}

export function opinionLine(opinion: TrailOpinion, lang: Lang): Html {
  const number = opinion.number === null ? '' : `${opinion.number}. `;
  if (opinion.body === null) return html`${number}${words(lang).gone}`;
  return html`${link(`/opinions/${shortId(opinion.id)}`, `${number}${opinion.body}`)} ${actor({
    kind: opinion.actor_kind,
    name: opinion.actor_name,
    kindText: kindWord(lang, opinion.actor_kind),
    href: `/actors/${ref(opinion.actor_id, opinion.actor_name)}`,
  })}`;
}

/** The answer to a point, or how long it has been waited for; with what came of it. */
export function answerPart(
  answer: TrailAnswer | null,
  title: string,
  round: Pick<Round, 'published_at' | 'interim_answer_at' | 'final_answer_at'>,
  now: Date,
  lang: Lang,
): Html {
  const w = words(lang);
  const times = answer && {
    kind: answer.kind,
    next_on: answer.next_on,
    first_at: new Date(answer.first_at),
    final_at: answer.final_at === null ? null : new Date(answer.final_at),
  };
  const clock = answerClock(round, times, now);
  if (!answer) return html`${chips([clockChip(clock, lang)])}<p>${w.noAnswer}</p>`;
  return html`${chips([answerChip(answer.kind, lang), clockChip(clock, lang), reflectionChip(answer.steps, lang)])}<p class="meta">${w.answerBy(
    answer.division_name,
    formatDate(answer.decided_on, lang),
  )}</p>${paragraphs(answer.reason)}${steps(answer, lang)}<p>${link(answerHref(answer, title), w.answerPage)}</p>`;
}

function steps(answer: TrailAnswer, lang: Lang): Html | null {
  const taken = standing(answer.steps);
  if (taken.length === 0) return null;
  return html`<ul>${taken.map(
    (step) =>
      html`<li>${formatDate(step.happened_on, lang)} ${chip('info', stepName(step.step, lang), false)}${evidence(step, lang)}</li>`,
  )}</ul>`;
}
