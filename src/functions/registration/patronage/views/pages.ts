/** F7.7 Pages of requests: the public list, the record of both sides, the form, one request. */
import { attachments, type FileLimits, type UploadedFile, uploadFields } from '#commons/files/index.ts';
import { onceField } from '#commons/hubs/index.ts';
import { formatDate } from '#kernel/dates.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { type ChipTone, chip, chips } from '#ui/chip.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, keyValues, list, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { dayText, fieldsForm, groupPath } from '../../groups/index.ts';
import { requestPath } from '../addresses.ts';
import { heldText, numberOf } from '../letter.ts';
import type { Office, Request } from '../queries.ts';
import { KINDS, LIMITS, type State } from '../request.ts';
import { daysLeft, isOpen, overdueDays } from '../rules.ts';
import { patronageWords } from '../words.ts';

const TONES: Record<State, ChipTone> = {
  received: 'on',
  question: 'part',
  granted: 'ok',
  refused: 'no',
  'taken-back': 'info',
};

export function stateChips(request: Request, lang: Lang, today: string): Html | null {
  const w = patronageWords(lang);
  const late = overdueDays(request, today);
  const left = daysLeft(request, today);
  return chips([
    chip(TONES[request.state], w.states[request.state]),
    late > 0 && chip('late', w.overdue(late)),
    left !== null && chip('part', w.near(left)),
  ]);
}

export function grantedList(lang: Lang, requests: readonly Request[], more: boolean, later: boolean): Html {
  const w = patronageWords(lang);
  return html`${pageHead({
    title: w.title,
    lead: w.lead,
    buttons: html`${linkButton({ href: '/patronage/new', text: w.ask, icon: 'edit', tone: 'main' })}${linkButton({ href: '/patronage-requests', text: w.mine })}`,
  })}${
    requests.length === 0
      ? empty({ title: w.none })
      : list(
          requests.map((one) =>
            listItem({
              title: one.title,
              href: requestPath(one),
              level: 2,
              body: `${heldText(one, lang)}${one.place === '' ? '' : `　${one.place}`}`,
              meta: `${one.group_name}／${numberOf(one, lang)}／${w.grantedOn(dayText(one.decided_at!, lang))}`,
            }),
          ),
        )
  }${pager({
    label: w.pages,
    ...(later ? { previous: { href: '/patronage', text: w.first } } : {}),
    ...(more ? { next: { href: `/patronage?before=${requests.at(-1)!.id}`, text: w.next } } : {}),
  })}`;
}

export function recordView(lang: Lang, requests: readonly Request[], today: string): Html {
  const w = patronageWords(lang);
  const late = (one: Request) => overdueDays(one, today);
  const inOrder = requests.toSorted(
    (a, b) =>
      Number(isOpen(b.state)) - Number(isOpen(a.state)) ||
      late(b) - late(a) ||
      (isOpen(a.state) ? a.due_on.localeCompare(b.due_on) : 0) ||
      b.asked_at.getTime() - a.asked_at.getTime(),
  );
  return html`${pageHead({
    title: w.mine,
    lead: w.mineLead,
    buttons: linkButton({ href: '/patronage/new', text: w.ask, icon: 'edit' }),
  })}${
    inOrder.length === 0
      ? empty({ title: w.mineNone })
      : list(
          inOrder.map((one) =>
            listItem({
              title: one.title,
              href: requestPath(one),
              level: 2,
              above: stateChips(one, lang, today),
              body: `${w.kinds[one.kind]}${opening(lang)}${one.group_name} → ${one.asked_name}${closing(lang)}`,
              meta: isOpen(one.state)
                ? w.due(formatDate(one.due_on, lang))
                : dayText(one.decided_at ?? one.asked_at, lang),
            }),
          ),
        )
  }`;
}

export interface AskProps {
  lang: Lang;
  /** days within which it is answered */
  dueDays: number;
  own: readonly Office[];
  offices: readonly Office[];
  typed: Record<string, string>;
  problem?: Problem | undefined;
}

export function askView({ lang, dueDays, own, offices, typed, problem }: AskProps): Html {
  const w = patronageWords(lang);
  const head = pageHead({ title: w.ask, lead: w.askLead(dueDays) });
  if (own.length === 0)
    return html`${head}<p>${w.needGroup}</p>${linkButton({ href: '/groups/new', text: w.registerFirst })}`;
  const named = (all: readonly Office[]) => all.map(({ id, name }) => ({ value: id, text: name }));
  return html`${head}${fieldsForm({
    lang,
    typed: { own: own[0]!.id, kind: 'patronage', ...typed },
    problem,
    action: '/patronage',
    submit: w.submit,
    note: html`<p class="meta">${w.askNote}</p>`,
    fields: [
      { name: 'own', label: w.own, as: 'select', choices: named(own) },
      { name: 'asked', label: w.asked, as: 'select', choices: named(offices) },
      { name: 'kind', label: w.kind, as: 'select', choices: KINDS.map((value) => ({ value, text: w.kinds[value] })) },
      { name: 'title', label: w.name },
      { name: 'heldOn', label: w.heldOn, as: 'date' },
      { name: 'heldUntil', label: w.heldUntil, as: 'date', optional: true },
      { name: 'place', label: w.place, optional: true },
      { name: 'purpose', label: w.purpose, hint: w.purposeHint, as: 'area', limit: LIMITS.purpose },
    ],
  })}`;
}

export interface RequestProps {
  lang: Lang;
  today: string;
  request: Request;
  /** both sides see all; others what was granted to whom */
  sight: 'all' | 'granted';
  speaks: boolean;
  decides: boolean;
  files: Parameters<typeof attachments>[0];
  limits: FileLimits;
  typed: Record<string, string>;
  kept: readonly UploadedFile[];
  problem?: Problem | undefined;
}

export function requestHead({ lang, today, request }: RequestProps): Html {
  return html`${stateChips(request, lang, today)}<h1>${request.title}</h1><p class="meta">${patronageWords(lang).kinds[request.kind]}</p>`;
}

export function requestMain(props: RequestProps): Html {
  const { lang, request, sight } = props;
  const w = patronageWords(lang);
  const all = sight === 'all';
  const granted = request.state === 'granted';
  return html`${keyValues([
    [w.group, link(groupPath({ id: request.group_id, name: request.group_name }), request.group_name)],
    [w.office, request.asked_name],
    [w.number, granted && numberOf(request, lang)],
    [w.heldOn, heldText(request, lang)],
    [w.place, request.place],
    [w.askedOn, all && dayText(request.asked_at, lang)],
    [w.state, all && isOpen(request.state) && w.due(formatDate(request.due_on, lang))],
    [w.decidedOn, request.decided_at && dayText(request.decided_at, lang)],
  ])}${all && granted && linkButton({ href: `${requestPath(request)}/letter.pdf`, text: w.letter, icon: 'download' })}${all && detailsOf(props)}`;
}

function detailsOf(props: RequestProps): Html {
  const { lang, request, files, speaks, decides } = props;
  const w = patronageWords(lang);
  const text = (title: string, body: string) => body !== '' && section({ title, children: paragraphs(body) });
  const open = isOpen(request.state);
  return html`${text(w.purpose, request.purpose)}${section({
    title: w.papers,
    children: html`${attachments(files, lang) ?? html`<p>${request.papers_erased_at ? w.papersGone(request.paper_days) : w.noPapers}</p>`}${open && speaks && paperForm(props)}`,
  })}${text(w.question, request.question)}${text(w.answer, request.answer)}${text(w.conditions, request.conditions)}${text(w.reason, request.reason)}${
    open && speaks && groupForms(props)
  }${open && decides && officeForms(props)}`;
}

function paperForm({ lang, request, limits, kept, typed, problem }: RequestProps): Html {
  const w = patronageWords(lang);
  const mine = typed.form === 'papers';
  const errors = mine ? (problem?.items ?? []) : [];
  return disclosure({
    summary: w.addPaper,
    open: mine,
    body: form({
      action: `${requestPath(request)}/papers`,
      files: true,
      label: w.addPaper,
      children: html`${onceField()}${uploadFields({ lang, limits, kept, label: mine ? (typed.label ?? '') : '', fileError: errorAt(errors, 'file'), labelError: errorAt(errors, 'label') })}`,
      buttons: button({ text: w.addPaper, icon: 'attach' }),
    }),
  });
}

interface WordForm {
  name: string;
  label: string;
  submit: string;
  to: string;
  lead?: string;
  hint?: string;
  optional?: boolean;
}

function wordForm({ lang, request, typed, problem }: RequestProps, one: WordForm): Html {
  const mine = typed.form === one.to;
  return html`${one.lead && html`<p>${one.lead}</p>`}${fieldsForm({
    lang,
    typed: mine ? typed : {},
    problem: mine ? problem : undefined,
    action: `${requestPath(request)}/${one.to}`,
    submit: one.submit,
    tone: 'plain',
    fields: [
      {
        name: one.name,
        label: one.label,
        as: 'area',
        limit: LIMITS.words,
        ...(one.hint ? { hint: one.hint } : {}),
        ...(one.optional ? { optional: true } : {}),
      },
    ],
  })}`;
}

function groupForms(props: RequestProps): Html {
  const { lang, request } = props;
  const w = patronageWords(lang);
  return html`${
    request.state === 'question' &&
    section({
      title: w.answerTo,
      children: wordForm(props, { name: 'answer', label: w.answer, submit: w.answerTo, to: 'answers' }),
    })
  }${actButton({ action: `${requestPath(request)}/removal`, fields: onceField(), text: w.takeBack, tone: 'quiet' })}`;
}

function officeForms(props: RequestProps): Html {
  const w = patronageWords(props.lang);
  const { request, typed } = props;
  const fold = (summary: string, one: WordForm) =>
    disclosure({ summary, open: typed.form === one.to, body: wordForm(props, one) });
  return section({
    title: w.now,
    children: html`${fold(w.grant, { name: 'conditions', label: w.conditions, hint: w.conditionsHint, optional: true, submit: w.grant, to: 'permission', lead: w.grantLead })}${
      request.state === 'question'
        ? html`<p>${w.waits}</p>`
        : fold(w.askBack, {
            name: 'question',
            label: w.question,
            submit: w.askBack,
            to: 'questions',
            lead: w.askBackLead,
          })
    }${fold(w.refuse, { name: 'reason', label: w.reason, submit: w.refuse, to: 'refusal' })}`,
  });
}
