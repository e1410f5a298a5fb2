/** What somebody is asked to consent to: the whole text, what follows from a yes, and the three ways to answer. */
import type { AttachedFile } from '#commons/files/index.ts';
import { actingAsPath, formWords, kindWord, onceField } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actor } from '#ui/actor.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { coStateOf, digestOf } from '../co-proposal.ts';
import type { CoRequest } from '../co-proposal-queries.ts';
import { consentWords } from '../consent-words.ts';
import { mapWords } from '../map-words.ts';
import { degreesText } from '../place.ts';
import { attachedSection } from './attachment-pages.ts';
import { proposalText } from './show.ts';

export interface RequestProps {
  lang: Lang;
  request: CoRequest;
  /** of a draft; a proposal's are on its own page */
  files: readonly AttachedFile[];
  reader: Reader | null;
  /** where answers are posted */
  action: string;
  /** for signing in and coming back */
  here: string;
  /** why nobody can answer now, or this reader can't */
  reason: string | null;
  typedWord: string;
  problem?: Problem | undefined;
}

export function requestPage(props: RequestProps): Html {
  const { lang, request } = props;
  const w = consentWords(lang).request;
  const { thing, text } = request;
  const state = coStateOf(request, digestOf(request));
  const by = actor({
    kind: thing.actorKind,
    name: thing.actorName,
    kindText: kindWord(lang, thing.actorKind),
    href: `/actors/${ref(thing.actorId, thing.actorName)}`,
  });
  const proposal = request.proposal_id && `/proposals/${ref(request.proposal_id, thing.title)}`;
  return html`${pageHead({
    title: w.title,
    lead: state === 'asked-again' ? w.leadAgain(thing.actorName) : w.lead(thing.actorName),
    above: by,
  })}${request.proposal_id === null && notice({ tone: 'info', title: w.draft })}<article class="card"><h2>${text.title}</h2>${proposalText(
    text,
    lang,
  )}${text.place && html`<p>${mapWords(lang).place.degrees(degreesText(text.place))}</p>`}</article>${attachedSection(props.files, lang)}${
    state === 'asked-again' && request.changed && section({ title: w.changed, children: paragraphs(request.changed) })
  }${
    proposal &&
    html`<p>${link(proposal, w.read)}${
      thing.version > 1 &&
      html` ${link(`${proposal}/versions/compare?from=${thing.version - 1}&to=${thing.version}`, w.compare)}`
    }</p>`
  }${answers(props, state === 'consented')}${request.digest !== null && leaving(props)}`;
}

function answers(props: RequestProps, hasConsented: boolean): Html {
  const { lang, reader, request } = props;
  const w = consentWords(lang).request;
  if (hasConsented)
    return notice({
      tone: 'success',
      title: w.consented,
      body: w.consentedOn(formatDate(tokyoDate(request.consented_at!), lang)),
    });
  if (!reader)
    return html`<p>${linkButton({ href: `/sign-in?next=${encodeURIComponent(props.here)}`, text: w.signIn, tone: 'main' })}</p>`;
  const isOther = request.actor_id !== null && reader.acting.id !== request.actor_id;
  const name = isOther ? (request.actor_name ?? '') : reader.acting.name;
  const said = w.consequences;
  if (isOther)
    return notice({
      tone: 'info',
      title: w.wrongActor(name),
      actions: linkButton({ href: actingAsPath(props.here), text: w.switch }),
    });
  const blocked = props.reason ? { reason: props.reason } : {};
  const hiddenParts = html`${onceField()}${hidden('digest', digestOf(request).toString('hex'))}`;
  return html`<div class="panel confirm"><p><strong>${w.asWhom(name)}</strong></p><ul class="consequences"><li>${said.shown(name)}</li><li>${said.kept}</li><li>${said.again}</li></ul>${form(
    {
      action: props.action,
      label: w.consent,
      children: html`${hiddenParts}${hidden('answer', 'consent')}`,
      buttons: button({ text: w.consent, tone: 'main', icon: 'check', ...blocked }),
    },
  )}${
    request.digest === null &&
    html`${form({
      action: props.action,
      label: w.decline,
      children: html`${onceField()}${hidden('answer', 'decline')}`,
      buttons: button({ text: w.decline }),
    })}<p class="meta">${w.declineHint}</p>`
  }</div>`;
}

/** Whoever has said yes once leaves with a word, whatever the text is now. */
function leaving(props: RequestProps): Html | null {
  const { lang, reader, request } = props;
  if (!reader || reader.acting.id !== request.actor_id) return null;
  const w = consentWords(lang).request;
  return section({
    title: w.leaveTitle,
    lead: w.leaveLead,
    children: form({
      action: props.action,
      children: html`${onceField()}${hidden('answer', 'leave')}${textArea(
        {
          name: 'word',
          label: w.word,
          hint: w.wordHint,
          rows: 3,
          limit: 400,
          value: props.typedWord,
          error: errorAt(props.problem?.items ?? [], 'word'),
        },
        formWords(lang),
      )}`,
      buttons: button({ text: w.leave, tone: 'danger' }),
    }),
  });
}

export function overPage(lang: Lang): Html {
  const w = consentWords(lang).request;
  return pageHead({ title: w.over, lead: w.overText });
}
