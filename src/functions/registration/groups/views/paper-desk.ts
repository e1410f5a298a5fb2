/** F7.1, X9 Groups on paper: the form of the desk, the receipt with its code, those the desk writes for, the form to print. */
import { onceField } from '#commons/hubs/index.ts';
import { formatDate, formatDateTime, formatNumber } from '#kernel/dates.ts';
import { colon, comma, type Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, buttons, linkButton } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { form, hidden } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { type QrModules, qrPicture, writingLines } from '#ui/paper.ts';
import { link, meta } from '#ui/prose.ts';
import { groupHref, groupPath } from '../addresses.ts';
import { fieldWords } from '../field-words.ts';
import { CONTACT_ITEMS, type Typed } from '../group.ts';
import { DESK_CODE_DAYS, type PaperGroup, type Receipt } from '../paper-desk.ts';
import { paperWords } from '../paper-words.ts';
import { words } from '../words.ts';
import { stepFields } from './draft.ts';
import { type Field, fieldHtml } from './forms.ts';

/** By what the person is reached stands first; the rest is the declaration as everybody writes it. */
function personFields(lang: Lang): Field[] {
  const w = paperWords(lang);
  const asked = { representative: w.representativeHint, phone: w.phoneHint, address: '' } as const;
  return [
    ...stepFields(4, lang).flatMap((one): Field[] => {
      const item = one.name.replace(/Public$/, '') as keyof typeof asked;
      if (!(item in asked)) return [];
      if (one.as === 'box') return [one];
      return [{ ...one, label: w[item], hint: asked[item], optional: item !== 'representative' }];
    }),
    { name: 'receivedOn', label: w.receivedOn, as: 'date' },
    { name: 'seen', label: w.seen, as: 'box', optional: true },
  ];
}

function moreFields(lang: Lang): Field[] {
  const person = new Set(personFields(lang).map(({ name }) => name));
  return [...stepFields(3, lang), ...stepFields(4, lang)].filter(({ name }) => !person.has(name));
}

export function paperFieldNames(lang: Lang): Record<string, string> {
  const all = [...personFields(lang), ...stepFields(1, lang), ...stepFields(2, lang), ...moreFields(lang)];
  return Object.fromEntries(all.map(({ name, label }) => [name, label]));
}

export interface EnterProps {
  lang: Lang;
  typed: Typed;
  entry: string;
  problem?: Problem | undefined;
}

export function enterView({ lang, typed, entry, problem }: EnterProps): Html {
  const w = paperWords(lang);
  const part = (title: string, fields: readonly Field[]) =>
    html`<h2>${title}</h2>${fields.map((one) => fieldHtml(one, { lang, typed, problem }))}`;
  return html`${pageHead({ title: w.enter, lead: w.enterLead })}<p>${link('/group-papers/form', w.formLink)}</p>${form({
    action: '/group-papers',
    label: w.enter,
    note: words(lang).draft.publicRecord,
    children: html`${onceField()}${hidden('entry', entry)}${part(w.person, personFields(lang))}${part(w.declaration, [...stepFields(1, lang), ...stepFields(2, lang)])}${part(w.more, moreFields(lang))}`,
    buttons: button({ text: w.submit, tone: 'main' }),
  })}`;
}

/** Somebody of the secretariat who speaks for themselves now: the journal says which office answers for what is entered. */
export function switchView(lang: Lang, secretariatId: string): Html {
  const w = paperWords(lang);
  const fields = html`${onceField()}${hidden('actor', secretariatId)}${hidden('back', '/group-papers/new')}`;
  return html`${pageHead({ title: w.enter, lead: w.switchLead })}${actButton({ action: '/acting-as', fields, text: w.switchTo, tone: 'main' })}`;
}

export interface ReceiptProps {
  lang: Lang;
  receipt: Receipt;
  /** '' where it was shown before */
  code: string;
  origin: string;
  qr: QrModules;
}

export function receiptView({ lang, receipt, code, origin, qr }: ReceiptProps): Html {
  const w = paperWords(lang);
  const page = origin + groupHref(receipt.id);
  return html`${pageHead({ title: w.receipt, lead: w.receiptLead(receipt.name) })}${notice({ tone: code ? 'warn' : 'info', title: code ? w.printIt : w.codeOnce })}${keyValues(
    [
      [w.group, receipt.name],
      [w.received, formatDate(receipt.received_on, lang)],
      [w.entered, formatDateTime(receipt.entered_at, lang)],
      [w.office, receipt.office],
      [w.code, code && html`<strong class="code">${code}</strong>`],
      [w.where, `${origin}/group-codes`],
      [w.page, page],
    ],
  )}${qrPicture(qr, w.qr)}${section({
    title: w.after,
    children: html`<ul>${w.afterList(formatNumber(DESK_CODE_DAYS)).map((one) => html`<li>${one}</li>`)}</ul>`,
  })}<div class="buttons">${linkButton({ href: groupPath(receipt), text: w.toGroup })}${linkButton({ href: '/group-papers/new', text: w.another })}</div>`;
}

/** On the page of a group, for whoever sits at the counter. */
export function renewSection(lang: Lang, group: { id: string; name: string }): Html {
  const w = paperWords(lang);
  return section({
    title: w.receipt,
    children: actButton({ action: `${groupPath(group)}/desk-codes`, fields: onceField(), text: w.renew }),
  });
}

export function takeView(lang: Lang, typed: Typed, problem?: Problem): Html {
  const w = paperWords(lang);
  return html`${pageHead({ title: w.take, lead: w.takeLead })}${form({
    action: '/group-codes',
    label: w.take,
    children: html`${onceField()}${fieldHtml({ name: 'code', label: w.takeField, hint: w.takeHint }, { lang, typed, problem })}`,
    buttons: button({ text: w.takeSubmit, tone: 'main' }),
  })}`;
}

/** At the registration desk: whom it writes for. */
export function papersSection(lang: Lang, papers: readonly PaperGroup[]): Html {
  const w = paperWords(lang);
  return section({
    title: w.papers,
    id: 'papers',
    lead: w.papersLead,
    children: html`${buttons(linkButton({ text: w.enter, href: '/group-papers/new', icon: 'edit' }))}${
      papers.length === 0 ? html`<p>${w.noPapers}</p>` : list(papers.map((one) => paperItem(lang, one)))
    }`,
  });
}

function paperItem(lang: Lang, one: PaperGroup): Html {
  const w = paperWords(lang);
  const f = fieldWords(lang).contacts;
  const reached = CONTACT_ITEMS.filter((item) => one.contacts[item]).map(
    (item) => `${f[item]}${colon(lang)}${one.contacts[item]}`,
  );
  return listItem({
    title: one.name,
    href: groupPath(one),
    level: 3,
    ...(one.asked_at ? { above: chip('part', w.due) } : {}),
    meta: `${w.received}${colon(lang)}${formatDate(one.received_on, lang)}`,
    body: html`<p>${reached.join(comma(lang))}</p>${
      one.asked_at &&
      html`<p class="meta">${w.dueHow}</p>${actButton({ action: `${groupPath(one)}/confirmation`, fields: onceField(), text: w.still, small: true })}`
    }`,
  });
}

const BOX = '☐';

/** The declaration as a sheet to be filled in by hand. */
export function printView(lang: Lang): Html {
  const w = paperWords(lang);
  const field = (one: Field): Html => {
    if (one.as === 'box') return html`<p>${BOX} ${w.formPublic}</p>`;
    const lines = one.as === 'area' ? 3 : 1;
    return html`<h3>${one.label}</h3>${
      one.choices
        ? html`${meta(w.formTick)}<p>${one.choices.map(({ text }) => html`${BOX}${'\u00a0'}${text}　`)}</p>`
        : html`${one.hint && meta(one.hint)}${writingLines(lines)}`
    }`;
  };
  const part = (title: string, fields: readonly Field[]) => section({ title, children: fields.map(field) });
  // Hints there are for the desk.
  const person = personFields(lang)
    .filter(({ name }) => name !== 'receivedOn' && name !== 'seen')
    .map(({ hint: _hint, ...one }) => one);
  return html`${pageHead({ title: w.form, lead: w.formLead })}${part(w.declaration, [...stepFields(1, lang), ...stepFields(2, lang)])}${part(w.person, person)}${part(w.more, moreFields(lang))}${meta(w.formDesk)}`;
}
