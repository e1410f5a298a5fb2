/** X4: the moderators' one screen: what waits, in its context, with what was decided before; one by one, or several alike at once. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { formatDateTime, formatNumber } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { closing, inBrackets, type Lang, labelled, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { chip, chips } from '#ui/chip.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkbox, form, hidden, radioGroup, selectField, textArea, textField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html, type Renderable } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { appealPath, casePath, decisionPath } from '../addresses.ts';
import type { EarlierDecision, QueuedCase, QueueFilter, ShownReport } from '../case-queries.ts';
import type { openAppeals } from '../decision-queries.ts';
import { deskWords } from '../desk-words.ts';
import { isPrivate } from '../kinds.ts';
import { GROUNDS, type Ground, OUTCOMES, REASON_MAX, WAYS } from '../moderation.ts';
import { privateWords } from '../private-words.ts';
import { words } from '../words.ts';
import { lastDay } from './claim.ts';
import { kindName, outcomeText, SHOWN_KINDS } from './names.ts';

export interface TypedDecision {
  outcome: string;
  ground: string;
  reason: string;
  /** `ID:version` of each chosen case */
  cases: readonly string[];
}

export interface QueueProps {
  lang: Lang;
  /** for which whoever writes a letter that is hidden sends none */
  stopDays: string;
  filter: QueueFilter;
  isNarrowed: boolean;
  cases: readonly QueuedCase[];
  more: boolean;
  appeals: Awaited<ReturnType<typeof openAppeals>>;
  personId: string;
  grounds: readonly Ground[];
  typed: TypedDecision;
  problem?: Problem;
}

export function queueView(props: QueueProps): Html {
  const { lang } = props;
  const w = deskWords(lang).queue;
  return html`${pageHead({ title: w.title, lead: w.lead })}${appealsSection(props)}${narrowing(props)}${waiting(props)}`;
}

function appealsSection({ lang, appeals, personId }: QueueProps): Html | false {
  if (appeals.length === 0) return false;
  const w = deskWords(lang).queue;
  return section({
    title: w.appeals,
    lead: w.appealsLead,
    children: list(
      appeals.map((appeal) =>
        listItem({
          title: w.appeal(kindName(appeal.kind, lang), outcomeText(appeal.kind, appeal.outcome_before, lang)),
          href: decisionPath(appeal.decision_id),
          body: paragraphs(appeal.reason),
          meta: `${words(lang).decision.sides[appeal.side]}・${formatDateTime(appeal.filed_at, lang, 'short')}`,
          side: linkButton({
            text: w.settle,
            href: appealPath(appeal.id),
            small: true,
            ...(appeal.first_decider_id === personId ? { reason: w.yours } : {}),
          }),
        }),
      ),
    ),
  });
}

/** The address of this list with other settings. */
export function queueHref(filter: Partial<QueueFilter>, last?: QueuedCase): string {
  const query = new URLSearchParams();
  for (const name of ['q', 'ground', 'kind', 'way'] as const) if (filter[name]) query.set(name, filter[name]);
  if (last) query.set('after', `${last.urgent ? 1 : 0}:${shortId(last.id)}`);
  const written = query.toString();
  return `/moderation${written === '' ? '' : `?${written}`}`;
}

function narrowing({ lang, filter, cases, more }: QueueProps): Html {
  const w = deskWords(lang).queue;
  const f = formWords(lang);
  const grounds = words(lang).grounds;
  const active = [
    ...(filter.q ? [{ text: filter.q, removeHref: queueHref({ ...filter, q: '' }) }] : []),
    ...(filter.ground ? [{ text: grounds[filter.ground], removeHref: queueHref({ ...filter, ground: '' }) }] : []),
    ...(filter.kind ? [{ text: kindName(filter.kind, lang), removeHref: queueHref({ ...filter, kind: '' }) }] : []),
    ...(filter.way ? [{ text: w.ways[filter.way], removeHref: queueHref({ ...filter, way: '' }) }] : []),
  ];
  return html`${filters({
    action: '/moderation',
    label: w.filter,
    submit: w.submit,
    fields: html`${textField({ name: 'q', id: 'queue-q', label: w.search, value: filter.q, type: 'search', plain: true }, f)}${selectField(
      {
        name: 'ground',
        id: 'queue-ground',
        label: w.ground,
        plain: true,
        value: filter.ground,
        empty: w.anyGround,
        choices: GROUNDS.map((value) => ({ value, text: grounds[value] })),
      },
      f,
    )}${selectField(
      {
        name: 'kind',
        id: 'queue-kind',
        label: w.kind,
        plain: true,
        value: filter.kind,
        empty: w.anyKind,
        choices: SHOWN_KINDS.map((value) => ({ value, text: kindName(value, lang) })),
      },
      f,
    )}${selectField(
      {
        name: 'way',
        id: 'queue-way',
        label: w.way,
        plain: true,
        value: filter.way,
        empty: w.anyWay,
        choices: WAYS.map((value) => ({ value, text: w.ways[value] })),
      },
      f,
    )}`,
    active: active.map((one) => ({ ...one, removeText: w.remove(one.text) })),
    ...(active.length > 0 ? { reset: { href: '/moderation', text: w.reset } } : {}),
  })}${listHead({ count: w.count(`${formatNumber(cases.length)}${more ? '+' : ''}`) })}`;
}

function waiting(props: QueueProps): Html {
  const { lang, cases, filter, typed } = props;
  const w = deskWords(lang).queue;
  if (cases.length === 0)
    return props.isNarrowed ? empty({ title: w.noMatch }) : empty({ title: w.empty, body: w.emptyTry });
  return html`${form({
    action: '/moderation/decisions',
    label: w.together,
    children: html`${onceField()}${list(cases.map((one) => queued(one, lang, typed.cases)))}${section({
      title: w.together,
      id: 'decide',
      children: html`<p>${w.togetherLead}</p>${cases.some(({ kind }) => isPrivate(kind)) && html`<p>${privateWords(lang).inQueue(props.stopDays)}</p>`}`,
    })}${decisionFields(props)}`,
    buttons: button({ text: deskWords(lang).decide.submit, tone: 'main' }),
  })}${pager({
    label: w.pages,
    ...(filter.after ? { previous: { href: queueHref(filter), text: w.first } } : {}),
    ...(props.more ? { next: { href: queueHref(filter, cases.at(-1)), text: w.next } } : {}),
  })}`;
}

export interface DecisionFieldsProps {
  lang: Lang;
  /** for which whoever writes a letter that is hidden sends none */
  stopDays: string;
  grounds: readonly Ground[];
  typed: TypedDecision;
  problem?: Problem;
  /** it is about one letter */
  isLetter?: boolean;
}

export function decisionFields({ lang, stopDays, grounds, typed, problem, isLetter }: DecisionFieldsProps): Html {
  const w = deskWords(lang).decide;
  const outcomes = isLetter ? privateWords(lang).choices : w.outcomes;
  const own = privateWords(lang).hints;
  const hints = isLetter ? { ...own, hidden: own.hidden(stopDays) } : w.hints;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  return html`${radioGroup(
    {
      name: 'outcome',
      label: w.outcome,
      required: true,
      value: typed.outcome,
      error: errorAt(errors, 'outcome'),
      choices: OUTCOMES.map((value) => ({ value, text: outcomes[value], hint: hints[value] })),
    },
    f,
  )}${selectField(
    {
      name: 'ground',
      label: w.ground,
      required: true,
      value: typed.ground,
      error: errorAt(errors, 'ground'),
      choices: grounds.map((value) => ({ value, text: words(lang).grounds[value] })),
    },
    f,
  )}${textArea(
    {
      name: 'reason',
      label: w.reason,
      hint: w.reasonHint,
      required: true,
      rows: 4,
      limit: REASON_MAX,
      value: typed.reason,
      error: errorAt(errors, 'reason'),
    },
    f,
  )}${lastingRecord(lang)}`;
}

/** What a checkbox of the queue sends: the case, and the version of the words that was read. */
export function chosenValue(one: Pick<QueuedCase, 'id' | 'object_version'>): string {
  return `${one.id}:${one.object_version}`;
}

function queued(one: QueuedCase, lang: Lang, chosen: readonly string[]): Html {
  const w = deskWords(lang).queue;
  const asking = one.claim !== null && one.claim.consent === null;
  const value = chosenValue(one);
  return listItem({
    title: labelled(kindName(one.kind, lang), one.title, lang),
    href: casePath(one.id),
    level: 2,
    above: marks(one, lang),
    body: html`<blockquote class="voice-quote">${paragraphs(one.body)}</blockquote>${reportsOf(one, lang)}${earlierOf(one.earlier, lang)}`,
    meta: html`${one.author_name === null ? w.nobody : w.by(one.author_name)}・${formatDateTime(one.opened_at, lang, 'short')}${!isPrivate(one.kind) && html`・${link(one.path, w.see)}`}`,
    side: asking
      ? w.asking(lastDay(one.claim!.answer_by, lang))
      : checkbox(
          {
            name: 'cases',
            id: `case-${shortId(one.id)}`,
            value,
            checked: chosen.includes(value),
            label: html`<span class="visually-hidden">${w.select(one.title)}</span><span aria-hidden="true">${w.choose}</span>`,
            plain: true,
          },
          formWords(lang),
        ),
  });
}

export function marks(one: QueuedCase, lang: Lang): Html | null {
  const w = words(lang);
  const d = deskWords(lang).queue;
  const automatic = one.reports.some((report) => report.noticed.length > 0);
  return chips([
    one.urgent && chip('late', d.urgent),
    one.way === 'claim' && chip('on', d.ways.claim),
    chip('info', w.grounds[one.ground]),
    one.report_count > 1 && chip('info', d.reports(formatNumber(one.report_count))),
    automatic && chip('part', w.automatic),
  ]);
}

/** Each report in a line: what, from whom. */
export function reportsOf(one: QueuedCase, lang: Lang): Renderable {
  if (one.reports.length === 0) return null;
  return html`<ul>${one.reports.map((report) => html`<li>${reportLine(report, lang)}</li>`)}</ul>`;
}

function reportLine(report: ShownReport, lang: Lang): Renderable {
  const w = words(lang);
  const d = deskWords(lang).queue;
  if (report.noticed.length > 0)
    return labelled(w.automatic, report.noticed.map((one) => w.noticed[one]).join(lang === 'en' ? ', ' : '・'), lang);
  const from = report.name ?? d.anonymous;
  const contact = report.contact === '' ? '' : ` ${d.contact(report.contact)}`;
  const ground = inBrackets(w.grounds[report.ground], from, lang);
  return `${report.body === '' ? ground : labelled(ground, report.body, lang)}${contact}`;
}

export function earlierOf(earlier: readonly EarlierDecision[], lang: Lang): Renderable {
  if (earlier.length === 0) return null;
  const w = deskWords(lang).queue;
  return disclosure({
    summary: `${w.earlier}${opening(lang)}${formatNumber(earlier.length)}${closing(lang)}`,
    body: html`<ul>${earlier.map(
      (one) =>
        html`<li>${link(
          decisionPath(one.id),
          `${words(lang).outcomes[one.outcome]}${opening(lang)}${words(lang).grounds[one.ground]}${closing(lang)}`,
        )} ${one.same ? w.earlierSame : w.earlierAuthor}${one.reversed && `・${w.reversed}`}・${formatDateTime(new Date(one.decided_at), lang, 'short')}</li>`,
    )}</ul>`,
  });
}

export function hiddenChoice(one: { id: string }, version: number): Html {
  return hidden('cases', `${one.id}:${version}`);
}
