/** What waits for somebody: requests to propose together, merges that need their yes, and what they are asked again. */
import { onceField } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import { button, buttons, linkButton } from '#ui/button.ts';
import { form, hidden } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { coStateOf, digestOf } from '../co-proposal.ts';
import type { CoRequest } from '../co-proposal-queries.ts';
import { consentWords } from '../consent-words.ts';
import type { MergeQuestion, ShownMerge } from '../merge-queries.ts';
import { mergeWords } from '../merge-words.ts';

export interface RequestsProps {
  lang: Lang;
  requests: readonly CoRequest[];
  merges: readonly ShownMerge[];
  questions: readonly MergeQuestion[];
  nameOf: (actorId: string | null) => string;
}

export function requestsPage(props: RequestsProps): Html {
  const { lang } = props;
  const w = consentWords(lang).requests;
  const standing = props.requests.filter((one) => coStateOf(one, digestOf(one)) === 'consented');
  const waiting = props.requests.filter((one) => !standing.includes(one));
  const part = (title: string, items: readonly Html[], none: string, lead?: string) =>
    section({
      title,
      ...(lead && items.length > 0 ? { lead } : {}),
      children: items.length > 0 ? list(items) : html`<p class="meta">${none}</p>`,
    });
  return html`${pageHead({ title: w.title, lead: w.lead })}${part(
    w.consent,
    waiting.map((one) => request(one, props)),
    w.noConsent,
  )}${part(
    w.merges,
    props.merges.map((one) => merge(one, lang)),
    w.noMerges,
  )}${part(
    w.again,
    props.questions.map((one) => question(one, props)),
    w.noAgain,
    w.againLead,
  )}${part(
    w.standing,
    standing.map((one) => request(one, props)),
    w.noStanding,
  )}`;
}

function request(one: CoRequest, { lang, nameOf }: RequestsProps): Html {
  const w = consentWords(lang);
  const state = coStateOf(one, digestOf(one));
  return listItem({
    title: one.thing.title || '—',
    href: `/co-proposals/${one.id}`,
    above: w.asked.states[state],
    meta: `${one.thing.actorName}・${w.asked.invitedOn(formatDate(tokyoDate(one.invited_at), lang, 'short'))}・${w.requests.asWhom(nameOf(one.actor_id))}`,
  });
}

function merge(one: ShownMerge, lang: Lang): Html {
  const w = mergeWords(lang).page;
  return listItem({
    title: w.title(one.absorbed.title, one.target.title),
    href: `/proposal-merges/${shortId(one.id)}`,
    body: one.plan,
    meta: w.until(formatDate(tokyoDate(new Date(one.round.drafting_at.getTime() - 1)), lang, 'short')),
  });
}

function question(one: MergeQuestion, { lang, nameOf }: RequestsProps): Html {
  const w = consentWords(lang).requests;
  const target = `/proposals/${ref(one.target.id, one.target.title)}`;
  return listItem({
    title: w.wentInto(one.absorbed.title, one.target.title),
    above: w.asWhom(nameOf(one.actor_id)),
    body: html`<p>${one.plan}</p>${
      one.agreed.length > 0 &&
      html`<p><strong>${w.agreed}</strong></p><ul>${one.agreed.map(
        (opinion) =>
          html`<li>${link(`/opinions/${shortId(opinion.id)}`, `${mergeWords(lang).onProposal.number(opinion.number)}`)}${colon(lang)}${opinion.body}</li>`,
      )}</ul>`
    }${form({
      action: `/merge-questions/${shortId(one.merge_id)}/settlements`,
      children: html`${onceField()}${hidden('actor', one.actor_id)}`,
      buttons: buttons(linkButton({ href: target, text: w.readTarget, tone: 'main' }), button({ text: w.settle })),
    })}`,
  });
}
