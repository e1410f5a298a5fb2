/** F9.7 The page on which divisions work on one answer: who leads, who contributes, the draft, what was said about it. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { formatDate, formatDateTime, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { chip, chips } from '#ui/chip.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, selectField, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import { answerFormHref, deskHref, subjectHref } from '../addresses.ts';
import type { AnswerClock } from '../clock.ts';
import type { SeenDesk } from '../desk-access.ts';
import type { Desk, Draft, Partner } from '../desk-queries.ts';
import { insideWords } from '../inside-words.ts';
import type { AnswerSubject } from '../subject.ts';
import { words } from '../words.ts';
import { answerChip } from './answer-chip.ts';
import { clockChip } from './clock.ts';
import { draftSection } from './draft.ts';

export interface DeskProps {
  lang: Lang;
  subject: AnswerSubject;
  clock: AnswerClock;
  desk: Desk;
  seen: SeenDesk;
  /** name of the division that takes care of it for now; null: nobody */
  dutyName: string | null;
  may: {
    assign: boolean;
    write: boolean;
    approve: boolean;
    publish: boolean;
    comment: boolean;
    /** the partner's part that this reader may write, for its division */
    shareOf: string | null;
  };
  approvalAsked: boolean;
  typed: Readonly<Record<string, string | undefined>>;
  problem?: Problem;
}

export function deskPage(props: DeskProps): Html {
  const { lang, subject, clock } = props;
  const w = insideWords(lang);
  return html`${pageHead({
    above: words(lang).subjects[subject.subject],
    title: w.of(subject.title),
    meta: link(subjectHref(subject), subject.title),
  })}${notice({ tone: 'info', title: w.lead })}${prose([
    chips([subject.kind && answerChip(subject.kind, lang), clockChip(clock, lang)]),
    paragraphs(subject.text),
    speaksForNobody(props) && linkButton({ text: words(lang).work.switchTo, href: '/acting-as', small: true }),
  ])}${leadSection(props)}${partnersSection(props)}${draftSection(props)}`;
}

/** Somebody who belongs to a division and doesn't act for it now sees everything and can do nothing. */
function speaksForNobody({ may }: DeskProps): boolean {
  return !may.assign && !may.write && may.shareOf === null;
}

function leadSection({ lang, subject, desk, dutyName, may, typed, problem }: DeskProps): Html {
  const w = insideWords(lang);
  const isAssigned = subject.assigned_name !== null;
  const state =
    subject.assigned_name === null
      ? dutyName === null
        ? w.noLead
        : w.leadFromPolicy(dutyName)
      : w.leadNow(subject.assigned_name);
  const day = (at: string) => formatDate(tokyoDate(new Date(at)), lang);
  return section({
    title: w.lead2,
    id: 'lead',
    children: prose([
      html`<p>${state} ${chip('info', w.public, false)}</p>`,
      desk.leads.length > 0 &&
        html`<h3>${w.history}</h3><ul>${desk.leads.map(
          (one) =>
            html`<li>${w.historyLine(day(one.assigned_at), one.division_name, one.by)}${one.reason && html`：${one.reason}`}</li>`,
        )}</ul>`,
      may.assign &&
        form({
          action: `${deskHref(subject)}/lead`,
          note: lastingRecord(lang),
          label: isAssigned ? w.handOver : w.assign,
          children: html`${onceField()}${hidden('assignments', subject.assignments)}${divisionField(
            'divisionId',
            w.toDivision,
            {
              lang,
              desk,
              typed,
              problem,
              not: [subject.assigned_id],
            },
          )}${textArea(
            {
              name: 'reason',
              label: w.reason,
              hint: w.reasonHint,
              rows: 2,
              value: typed.reason ?? '',
              error: errorAt(problem?.items ?? [], 'reason'),
            },
            formWords(lang),
          )}${subject.subject === 'proposal' && html`<p class="meta">${w.alsoPoints}</p>`}`,
          buttons: button({ text: isAssigned ? w.handOverAct : w.assignAct }),
        }),
    ]),
  });
}

function divisionField(
  name: string,
  label: string,
  props: Pick<DeskProps, 'lang' | 'desk' | 'typed' | 'problem'> & { not: readonly (string | null)[]; id?: string },
): Html {
  return selectField(
    {
      name,
      label,
      id: props.id,
      required: true,
      empty: '—',
      value: props.typed[name] ?? '',
      error: errorAt(props.problem?.items ?? [], name),
      choices: props.desk.divisions
        .filter(({ id }) => !props.not.includes(id))
        .map(({ id, name: text }) => ({ value: id, text })),
    },
    formWords(props.lang),
  );
}

function partnersSection(props: DeskProps): Html {
  const { lang, subject, seen, may, desk, typed, problem } = props;
  const w = insideWords(lang);
  const f = formWords(lang);
  const known = [subject.assigned_id, ...seen.partners.map((one) => one.division_id)];
  return section({
    title: w.partners,
    id: 'partners',
    children: html`${
      seen.partners.length === 0
        ? html`<p>${w.noPartners}</p>`
        : list(seen.partners.map((one) => partnerPart(one, props)))
    }${
      may.assign &&
      form({
        action: `${deskHref(subject)}/partners`,
        label: w.ask,
        children: html`<h3>${w.ask}</h3>${onceField()}${divisionField('divisionId', w.askDivision, { lang, desk, typed, problem, not: known, id: 'partner-division' })}${textArea(
          {
            name: 'asked',
            label: w.asked,
            hint: w.askedHint,
            required: true,
            rows: 3,
            value: typed.asked ?? '',
            error: errorAt(problem?.items ?? [], 'asked'),
          },
          f,
        )}`,
        buttons: button({ text: w.askAct }),
      })
    }`,
  });
}

function partnerPart(partner: Partner, { lang, subject, may, typed, problem }: DeskProps): Html {
  const w = insideWords(lang);
  const given = partner.given_at && formatDateTime(new Date(partner.given_at), lang, 'short');
  return prose([
    html`<h3>${partner.division_name}</h3>${chips([chip(given ? 'ok' : 'on', given ? w.given(given) : w.waiting, false)])}`,
    partner.asked && html`<blockquote class="voice-quote">${paragraphs(partner.asked)}</blockquote>`,
    partner.body && paragraphs(partner.body),
    may.shareOf === partner.division_id &&
      form({
        action: `${deskHref(subject)}/shares`,
        label: w.share,
        children: html`${onceField()}${textArea(
          {
            name: 'body',
            id: 'share-body',
            label: w.share,
            hint: w.shareBody,
            required: true,
            rows: 5,
            value: typed.body ?? partner.body,
            error: errorAt(problem?.items ?? [], 'body'),
          },
          formWords(lang),
        )}`,
        buttons: button({ text: w.shareAct }),
      }),
  ]);
}

/** What was typed for a day; a draft may hold what is no day yet, which is shown as typed. */
function dated(typed: string, lang: Lang): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(typed)) ? formatDate(typed, lang) : typed;
}

/** Facts of a draft as they would be published. */
export function draftFacts(draft: Draft, lang: Lang): Html {
  const w = words(lang);
  const {
    kind = '',
    decidedOn = '',
    nextOn = '',
    passedTo = '',
    passedOn = '',
    onBudget = '',
    changeReason = '',
  } = draft.fields;
  return keyValues([
    [w.form.kind, answerChip(kind, lang) ?? insideWords(lang).empty],
    [w.form.decidedOn, decidedOn ? dated(decidedOn, lang) : insideWords(lang).empty],
    [w.form.policy, draft.policy],
    [w.form.nextOn, nextOn ? dated(nextOn, lang) : null],
    [w.form.passedTo, [passedTo, passedOn && dated(passedOn, lang)].filter((text) => text !== '').join('・') || null],
    [w.form.onBudget, onBudget !== '' && '✓'],
    [w.form.changeReason, changeReason || null],
  ]);
}

export function editLink(subject: AnswerSubject, text: string): Html {
  return linkButton({ text, href: answerFormHref(subject), small: true });
}
