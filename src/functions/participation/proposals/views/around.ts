/** What stands around a proposal: who proposes it together, where it is about, what was merged, and merges under way. */

import { choiceBar, opinionHref } from '#commons/discussion/index.ts';
import { kindWord } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { linkButton } from '#ui/button.ts';
import { disclosure } from '#ui/disclosure.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link } from '#ui/prose.ts';
import { consentWords } from '../consent-words.ts';
import { mapWords } from '../map-words.ts';
import { mergeWords } from '../merge-words.ts';
import type { KeptOutline } from '../outline-queries.ts';
import { degreesText, placeOfRow } from '../place.ts';
import type { ShownProposal } from '../queries.ts';
import type { AbsorbedProposal } from '../shown-parts.ts';
import { markOf, townMap } from './town-map.ts';

const day = (at: string | Date, lang: Lang) => formatDate(tokyoDate(new Date(at)), lang, 'short');

/** In the head: who stands for this version besides the proposer, each with the date of the consent. */
export function coProposersLine(proposal: ShownProposal, lang: Lang): Html | null {
  if (proposal.co_proposers.length === 0) return null;
  const w = consentWords(lang);
  return html`<div class="meta"><p>${w.coProposers}</p><ul class="links">${proposal.co_proposers.map(
    (one) =>
      html`<li>${actor({
        kind: one.kind,
        name: one.name,
        kindText: kindWord(lang, one.kind),
        href: `/actors/${ref(one.id, one.name)}`,
        note: w.since(day(one.at, lang)),
      })}</li>`,
  )}</ul></div>`;
}

/** Who is a co-proposer no more, with the word they left. */
export function leftCoProposers(proposal: ShownProposal, lang: Lang): Html | null {
  if (proposal.left_co_proposers.length === 0) return null;
  const w = consentWords(lang).left;
  return disclosure({
    summary: w.title,
    body: html`<ul>${proposal.left_co_proposers.map(
      (one) => html`<li>${w.line(one.name, day(one.at, lang))}${one.word && html`：${one.word}`}</li>`,
    )}</ul>`,
  });
}

/** In place of the tombstone of a withdrawal. */
export function mergedNotice(proposal: ShownProposal, lang: Lang): Html | null {
  const into = proposal.merged_into;
  if (!into || !proposal.withdrawn_at) return null;
  const w = mergeWords(lang).onProposal;
  const href = `/proposals/${ref(into.id, into.title)}`;
  return notice({
    tone: 'info',
    title: w.merged,
    body: html`<p>${w.mergedText(day(proposal.withdrawn_at, lang))}</p><p>${link(href, into.title)}</p><p>${w.mergedOpinions}</p>`,
    actions: linkButton({ href, text: w.read, tone: 'main' }),
  });
}

/** Merges that are suggested, and what has been merged into this one. */
export function mergeNotices(proposal: ShownProposal, lang: Lang): Html {
  const w = mergeWords(lang).onProposal;
  return html`${proposal.merges.map((one) =>
    notice({
      tone: 'info',
      title: w.open(one.other),
      actions: linkButton({ href: `/proposal-merges/${shortId(one.id)}`, text: w.look }),
    }),
  )}${proposal.absorbed.map((one) =>
    notice({
      tone: 'info',
      title: w.absorbed(one.title),
      body: html`<p>${link(`/proposals/${ref(one.id, one.title)}`, one.title)}</p>`,
    }),
  )}`;
}

/** 「統合前の意見」: beside the debate, read only, with the numbers they had. */
export function carriedOpinions(proposal: ShownProposal, lang: Lang): Html {
  return html`${proposal.absorbed.filter((one) => one.opinions.length > 0).map((one) => carried(one, lang))}`;
}

function carried(absorbed: AbsorbedProposal, lang: Lang): Html {
  const w = mergeWords(lang).onProposal;
  return section({
    title: w.before,
    lead: w.beforeLead(absorbed.title),
    children: html`${list(
      absorbed.opinions.map((opinion) =>
        listItem({
          title: w.number(opinion.number),
          href: opinionHref(opinion.id),
          body: opinion.body,
          meta: html`${opinion.name}${choiceBar({ ...opinion, seen: opinion.agree + opinion.disagree + opinion.pass }, lang)}`,
        }),
      ),
    )}<p>${link(`/proposals/${ref(absorbed.id, absorbed.title)}#opinions`, w.beforeAll(formatNumber(absorbed.opinion_count)))}</p>`,
  });
}

/** The map and the same in words; nothing without a point. */
export function placePart(
  proposal: ShownProposal,
  outline: KeptOutline | null,
  hub: Pick<Hub, 'town'>,
  lang: Lang,
): Html | null {
  const place = placeOfRow(proposal);
  if (!place || proposal.hidden_at) return null;
  const w = mapWords(lang).place;
  return html`${townMap(outline, [markOf(place)], hub, lang)}<p class="meta">${[
    ...(proposal.district ? [w.district(proposal.district)] : []),
    w.degrees(degreesText(place)),
    ...(place.shape ? [w.area] : []),
  ].join('・')}　${link(`/rounds/${shortId(proposal.round.id)}/map`, mapWords(lang).round.link)}</p>`;
}
