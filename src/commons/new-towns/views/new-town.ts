/** X11: the form of a new town, what will come of it, and what is next. */
import { formWords, kindWord, lastingRecord, onceField, townWords } from '#commons/hubs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, radioGroup, textArea, textField } from '#ui/fields.ts';
import { heading, pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { outcomePanel } from '#ui/panel.ts';
import type { Founded } from '../found-town.ts';
import type { OpenInvitation } from '../invitation.ts';
import { hubOf, keyFrom, LIMITS, newTown, OFFICE_KINDS, PARTS, TEXT_FIELDS } from '../new-town.ts';
import { words } from '../words.ts';

export type Typed = Record<string, string>;

const OTHERS = ['key', 'accent', 'rhythm', 'reason', 'office', 'officeKind'] as const;
export const FIELDS = [...TEXT_FIELDS.map(({ field }) => field), ...OTHERS];

export function firstWords(host: string, lang: Lang): Typed {
  return { key: keyFrom(host), rhythm: '4', officeKind: 'body', 'tagline-ja': '', reason: words(lang).reasonFirst };
}

export function fieldNames(lang: Lang): Record<string, string> {
  const town = townWords(lang);
  const label = (one: (typeof TEXT_FIELDS)[number]) =>
    `${town.parts[one.part]}${opening(lang)}${town.languages[one.lang]}${closing(lang)}`;
  return {
    ...Object.fromEntries(TEXT_FIELDS.map((one) => [one.field, label(one)])),
    accent: town.accent,
    ...words(lang).fields,
  };
}

const at = (token: string) => `/towns/new/${encodeURIComponent(token)}`;

function given(lang: Lang, { host, endsAt }: OpenInvitation): Html {
  const w = words(lang);
  return keyValues([
    [w.address, host],
    [w.until, formatDateTime(endsAt, lang)],
  ]);
}

interface FormProps {
  lang: Lang;
  token: string;
  invitation: OpenInvitation;
  typed: Typed;
  problem?: Problem | undefined;
}

export function townFormView(props: FormProps): Html {
  const { lang, token, invitation } = props;
  const w = words(lang);
  return html`${pageHead({ title: w.title, lead: w.lead })}${given(lang, invitation)}${form({
    action: at(token),
    children: html`${onceField()}${hidden('step', 'look')}${nameFields(props)}${ruleFields(props)}${officeFields(props)}`,
    note: html`${lastingRecord(lang)}<p>${w.lookNote}</p>`,
    buttons: button({ text: w.toLook, tone: 'main' }),
  })}`;
}

function nameFields({ lang, typed, problem }: FormProps): Html {
  const w = words(lang);
  const town = townWords(lang);
  const f = formWords(lang);
  const error = (name: string) => errorAt(problem?.items ?? [], name);
  const text = (name: string, label: string, more: object) =>
    textField({ name, label, value: typed[name] ?? '', error: error(name), ...more }, f);
  return html`${PARTS.map(
    (part) =>
      html`${heading(2, town.parts[part])}<p>${town.partHints[part]}${part === 'tagline' ? w.taglineHint : ''}</p>${TEXT_FIELDS.filter(
        (one) => one.part === part,
      ).map((one) =>
        text(one.field, town.languages[one.lang], {
          maxlength: LIMITS[part],
          required: one.lang === 'ja' && part !== 'tagline',
          ...(one.lang === 'ja' ? {} : { hint: w.leftOut }),
        }),
      )}`,
  )}${heading(2, w.look.heading)}${text('accent', town.accent, { hint: town.accentHint, width: 8 })}${text(
    'key',
    w.fields.key,
    {
      hint: w.keyHint,
      required: true,
      maxlength: LIMITS.key,
      spellcheck: false,
      autocomplete: 'off',
    },
  )}`;
}

function ruleFields({ lang, typed, problem }: FormProps): Html {
  const w = words(lang);
  const f = formWords(lang);
  const error = (name: string) => errorAt(problem?.items ?? [], name);
  const choices = (['4', '2'] as const).map((value) => ({ value, text: w.rhythms[value] }));
  return html`${heading(2, w.rules)}<p>${w.rulesLead}</p>${radioGroup(
    {
      name: 'rhythm',
      label: w.fields.rhythm,
      required: true,
      choices,
      value: typed.rhythm ?? '',
      error: error('rhythm'),
    },
    f,
  )}${textArea(
    {
      name: 'reason',
      label: w.fields.reason,
      hint: w.reasonHint,
      required: true,
      limit: LIMITS.reason,
      rows: 3,
      value: typed.reason ?? '',
      error: error('reason'),
    },
    f,
  )}`;
}

function officeFields({ lang, typed, problem }: FormProps): Html {
  const w = words(lang);
  const f = formWords(lang);
  const error = (name: string) => errorAt(problem?.items ?? [], name);
  const choices = OFFICE_KINDS.map((value) => ({ value, text: kindWord(lang, value) }));
  return html`${heading(2, w.secretariat)}<p>${w.secretariatLead}</p>${textField(
    {
      name: 'office',
      label: w.fields.office,
      hint: w.officeHint,
      required: true,
      maxlength: LIMITS.office,
      value: typed.office ?? '',
      error: error('office'),
    },
    f,
  )}${radioGroup(
    {
      name: 'officeKind',
      label: w.fields.officeKind,
      required: true,
      choices,
      value: typed.officeKind ?? '',
      error: error('officeKind'),
    },
    f,
  )}`;
}

/** All of it once more, what was left out filled in as it will be; `typed` was looked through. */
export function lookView({ lang, token, invitation, typed }: FormProps): Html {
  const w = words(lang);
  const town = townWords(lang);
  const written = newTown.parse(typed);
  const hub = hubOf(written, invitation.host);
  const names = PARTS.flatMap((part) =>
    TEXT_FIELDS.filter((one) => one.part === part).map(
      (one) => [fieldNames(lang)[one.field]!, hub[part][one.lang]] as const,
    ),
  );
  return html`${pageHead({ title: w.look.title, lead: w.look.lead })}${keyValues([
    [w.address, invitation.host],
    [w.fields.key, hub.key],
    ...names,
    [town.accent, hub.accent === 'green' ? w.look.green : hub.accent!],
    [w.fields.rhythm, w.rhythms[written.rhythm]],
    [w.fields.reason, hub.reason],
    [w.fields.office, `${written.office}${opening(lang)}${kindWord(lang, written.officeKind)}${closing(lang)}`],
  ])}<ul class="consequences">${w.look.consequences.map((one) => html`<li>${one}</li>`)}</ul>${form({
    action: at(token),
    children: html`${onceField()}${FIELDS.map((field) => hidden(field, typed[field] ?? ''))}`,
    buttons: html`${button({ text: w.look.make, tone: 'main', name: 'step', value: 'make' })}${button({ text: w.look.change, name: 'step', value: 'change' })}`,
  })}`;
}

export function madeView(lang: Lang, { origin, name }: Founded): Html {
  const w = words(lang).made;
  return outcomePanel({
    title: w.title(name),
    lead: w.lead,
    reference: { label: words(lang).address, value: origin },
    nextTitle: w.nextTitle,
    next: w.next(new URL(origin).host),
    links: [{ href: origin, text: w.open }],
  });
}

export function overView(lang: Lang): Html {
  const w = words(lang);
  return html`${pageHead({ title: w.over, lead: w.overLead })}<p>${w.overTry}</p><p><a href="/">${w.toHome}</a></p>`;
}
