/** F9.8 The steps of a proposal's way, done, now, ahead and late, as events of a trail. Pure. */
import { formatDate, formatNumber, formatPeriod, tokyoDate } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import { type Html, html } from '#ui/html.ts';
import { link, paragraphs } from '#ui/prose.ts';
import type { TrailEvent } from '#ui/trail.ts';
import { answerChip, answerClock, answerHref, clockSentence, type ShownAnswer } from '../../answers/index.ts';
import { documentHref } from '../../documents/index.ts';
import { policyHref } from '../../policies/index.ts';
import type { ShownProposal } from '../../proposals/index.ts';
import { isFollowed, stepEvents } from '../../reflection/index.ts';
import { lastDay, stateOf } from '../../rounds/index.ts';
import type { TrailLinks } from '../queries.ts';
import { words } from '../words.ts';

export interface TrailData {
  proposal: ShownProposal;
  answer: ShownAnswer | null;
  links: TrailLinks;
}

type State = TrailEvent['state'];

export function trailEvents(data: TrailData, now: Date, lang: Lang): TrailEvent[] {
  const { proposal } = data;
  const begun = [...written(data, lang), debated(data, now, lang)];
  if (proposal.withdrawn_at) return [...begun, withdrawn(proposal, lang)];
  return [...begun, ...submitted(data, now, lang), ...answered(data, now, lang), ...ahead(data, now, lang)];
}

function event(state: State, title: string, lang: Lang, rest: Partial<TrailEvent> = {}): TrailEvent {
  return { title, state, stateText: words(lang).state[state], ...rest };
}

function on(day: string, lang: Lang): { text: string; datetime: string } {
  return { text: formatDate(day, lang), datetime: day };
}

function at(instant: Date | string, lang: Lang) {
  return on(tokyoDate(new Date(instant)), lang);
}

function written({ proposal, links }: TrailData, lang: Lang): TrailEvent[] {
  const w = words(lang);
  const href = `/proposals/${ref(proposal.id, proposal.title)}`;
  const revisions = links.versions.slice(1).map((version) =>
    event('done', w.revised(version.version), lang, {
      when: at(version.written_at, lang),
      href: `${href}/versions?version=${version.version}`,
      ...(version.changed ? { body: paragraphs(version.changed) } : {}),
    }),
  );
  return [
    event('done', w.published, lang, {
      when: at(proposal.published_at, lang),
      href,
      body: html`<p>${w.by(proposal.actor_name)}</p>`,
    }),
    ...revisions,
  ];
}

function debated({ proposal, links }: TrailData, now: Date, lang: Lang): TrailEvent {
  const w = words(lang);
  const { opens_at, closes_at, opinion_count, vote_count } = proposal;
  const state: State = now < opens_at ? 'next' : now < closes_at ? 'now' : 'done';
  const counts = w.debateFigures(formatNumber(opinion_count), formatNumber(vote_count), formatNumber(links.voters));
  return event(state, w.debate, lang, {
    when: { text: formatPeriod(tokyoDate(opens_at), lastDay(closes_at), lang), datetime: tokyoDate(opens_at) },
    href: `/proposals/${ref(proposal.id, proposal.title)}`,
    body: state === 'next' ? undefined : html`<p>${counts}</p>${first(links, lang)}`,
  });
}

function first(links: TrailLinks, lang: Lang): Html | false {
  return (
    links.first !== null &&
    html`<p>${words(lang).firstOpinion}${colon(lang)}${link(`/opinions/${shortId(links.first.id)}`, links.first.body ?? '')}</p>`
  );
}

function withdrawn(proposal: ShownProposal, lang: Lang): TrailEvent {
  return event('done', words(lang).withdrawn, lang, {
    when: at(proposal.withdrawn_at ?? proposal.published_at, lang),
    body: paragraphs(proposal.withdrawal_reason ?? ''),
  });
}

function submitted({ proposal, links }: TrailData, now: Date, lang: Lang): TrailEvent[] {
  const w = words(lang);
  const { round } = proposal;
  const state = stateOf(round, now);
  const writing: State = round.published_at
    ? 'done'
    : state === 'drafting' || state === 'checking'
      ? 'now'
      : state === 'publishing'
        ? 'done'
        : 'next';
  const { points, annex, editors } = links;
  const statement = event(writing, w.statement, lang, {
    when: {
      text: formatPeriod(tokyoDate(round.drafting_at), lastDay(round.publishing_at), lang),
      datetime: tokyoDate(round.drafting_at),
    },
    href: `/rounds/${shortId(round.id)}/statement`,
    body:
      writing === 'next'
        ? undefined
        : html`<p>${w.statementFigures(formatNumber(points.length), formatNumber(annex.length), formatNumber(editors))}</p>`,
  });
  return [statement, published({ proposal, links }, now, lang), handedOver({ proposal, links }, lang)];
}

function published({ proposal, links }: Pick<TrailData, 'proposal' | 'links'>, now: Date, lang: Lang): TrailEvent {
  const w = words(lang);
  const { round } = proposal;
  const { document } = links;
  if (!round.published_at) {
    const due = now >= round.publishing_at;
    return event(due ? 'now' : 'next', w.document, lang, {
      when: at(round.publishing_at, lang),
      body: html`<p>${w.from(formatDate(tokyoDate(round.publishing_at), lang))}</p>`,
    });
  }
  return event('done', w.document, lang, {
    when: at(round.published_at, lang),
    href: `${documentHref(round.id)}/${ref(proposal.id, proposal.title)}`,
    ...(document
      ? {
          body: html`<p>${w.documentNumber(document.number)}</p><p class="meta">${w.hash}${colon(lang)}<code>${document.sha256}</code></p>`,
        }
      : {}),
  });
}

function handedOver({ proposal, links }: Pick<TrailData, 'proposal' | 'links'>, lang: Lang): TrailEvent {
  const w = words(lang);
  const { submission } = links;
  if (!submission) {
    const waiting = proposal.round.published_at !== null;
    return event(
      waiting ? 'now' : 'next',
      w.submission,
      lang,
      waiting ? { body: html`<p>${w.submissionWaiting}</p>` } : {},
    );
  }
  const office = submission.received_office === submission.received_by ? '' : ` ${submission.received_office}`;
  return event('done', w.submission, lang, {
    when: at(submission.submitted_at, lang),
    href: `${documentHref(proposal.round.id)}#submission`,
    body: html`<p>${w.submissionTo(submission.by, `${submission.received_by}${office}`)}</p>`,
  });
}

function answered({ proposal, answer, links }: TrailData, now: Date, lang: Lang): TrailEvent[] {
  const w = words(lang);
  const clock = answerClock(proposal.round, answer, now);
  const points = links.points.length > 0 && proposal.round.published_at !== null;
  const counted =
    points &&
    html`<p class="meta">${w.pointsAnswered(formatNumber(links.points.filter((point) => point.answer).length), formatNumber(links.points.length))}</p>`;
  if (!answer) {
    const state: State = clock.state === 'not-begun' ? 'next' : clock.state === 'overdue' ? 'late' : 'now';
    return [
      event(state, w.answer, lang, {
        when: { text: w.until(formatDate(clock.interimOn, lang)), datetime: clock.interimOn },
        body: html`<p>${clock.state === 'not-begun' ? w.planned(formatDate(clock.interimOn, lang)) : `${w.answerWaiting}・${clockSentence(clock, lang)}`}</p>${counted}`,
      }),
    ];
  }
  return [
    event('done', w.answer, lang, {
      when: at(answer.answered_at, lang),
      href: answerHref(answer, answer.title),
      body: html`<p class="chips">${answerChip(answer.kind, lang)}</p><p>${w.answerBy(answer.division_name, formatDate(answer.decided_on, lang))}・${clockSentence(clock, lang)}</p>${paragraphs(answer.reason)}${counted}`,
    }),
    ...stepEvents(answer.steps, lang),
  ];
}

/** What is still to come, with its dates. */
function ahead({ proposal, answer }: TrailData, now: Date, lang: Lang): TrailEvent[] {
  const w = words(lang);
  const events: TrailEvent[] = [];
  if (answer?.next_on) {
    const late = answer.next_on < tokyoDate(now);
    const state: State = late && answer.kind === 'under-study' ? 'late' : late ? 'done' : 'next';
    events.push(
      event(state, answer.kind === 'under-study' ? w.nextDate : w.nextReview, lang, { when: on(answer.next_on, lang) }),
    );
  }
  if (answer && isFollowed(answer.kind) && answer.steps.length === 0) {
    events.push(event('next', w.firstStep, lang, { body: html`<p>${w.firstStepText}</p>` }));
  }
  const { policy_id, policy_code, policy_title } = answer?.policy_id ? answer : proposal;
  if (policy_id && policy_title) {
    const href = policyHref({ id: policy_id, title: policy_title });
    events.push(
      event(answer ? 'done' : 'next', w.policy, lang, { href, body: html`<p>${policy_code} ${policy_title}</p>` }),
    );
  }
  if (now < proposal.round.closing_at)
    events.push(event('next', w.closing, lang, { when: on(lastDay(proposal.round.closing_at), lang) }));
  return events;
}
