/** F9.6 The city's receipt: recorded by the division that received the document, printed by anybody. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, selectField, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { correctionWords } from '../correction-words.ts';
import { RECEIPT_MEANS, type Receipt } from '../receipt.ts';
import { type DocumentProps, documentHref } from './cover.ts';

export function receiptHref(roundId: string): string {
  return `${documentHref(roundId)}/receipt`;
}

function facts(receipt: Receipt, lang: Lang): [string, string | Html | false][] {
  const w = correctionWords(lang).receipt;
  return [
    [w.division, link(`/actors/${ref(receipt.division_id, receipt.division_name)}`, receipt.division_name)],
    [w.office, receipt.office !== receipt.division_name && receipt.office],
    [w.receiver, receipt.receiver !== '' && receipt.receiver],
    [w.on, formatDate(receipt.received_on, lang)],
    [w.means, w.meansNames[receipt.means]],
    [w.number, receipt.number],
  ];
}

/** Beside the submission on the cover; null before anything was submitted. */
export function receiptSection({ lang, round, document }: DocumentProps, act: Html | false): Html | null {
  if (!document.submission) return null;
  const w = correctionWords(lang).receipt;
  const { receipt } = document;
  return section({
    title: w.title,
    id: 'receipt',
    act,
    children: receipt
      ? html`${keyValues(facts(receipt, lang))}<p>${link(receiptHref(round.id), w.print)}</p>`
      : html`<p>${w.waiting}</p>`,
  });
}

/** One sheet to print or to keep. */
export function receiptPage({ lang, document, content }: DocumentProps, receipt: Receipt): Html {
  const w = correctionWords(lang).receipt;
  return html`${pageHead({ above: content.hub.name, title: w.sheetOf(document.number), lead: w.received(receipt.division_name) })}${keyValues(
    [
      [w.document, document.number],
      [w.submittedBy, document.submission?.submitted_by],
      ...facts(receipt, lang),
      [w.hash, html`<code>${document.sha256}</code>`],
    ],
  )}`;
}

export interface ReceiptFormProps {
  lang: Lang;
  roundId: string;
  typed: Readonly<Record<string, string | undefined>>;
  today: string;
  /** why this reader may not, said beside the disabled button */
  reason: string | null;
  problem?: Problem;
}

export function receiptForm({ lang, roundId, typed, today, reason, problem }: ReceiptFormProps): Html {
  const w = correctionWords(lang).receipt;
  const f = formWords(lang);
  const at = (name: string) => ({ name, value: typed[name] ?? '', error: errorAt(problem?.items ?? [], name) });
  return html`${pageHead({ title: w.form, lead: w.lead })}${form({
    action: receiptHref(roundId),
    children: html`${onceField()}${textField({ ...at('number'), label: w.number, hint: w.numberHint, required: true, width: 24 }, f)}${textField(
      { ...at('receivedOn'), label: w.on, type: 'date', max: today, required: true },
      f,
    )}${selectField(
      {
        ...at('means'),
        label: w.means,
        required: true,
        choices: RECEIPT_MEANS.map((value) => ({ value, text: w.meansNames[value] })),
      },
      f,
    )}${textField({ ...at('office'), label: w.office, hint: w.officeHint }, f)}${textField(
      { ...at('receiver'), label: w.receiver, hint: w.receiverHint },
      f,
    )}`,
    buttons: html`${button({ text: w.submit, tone: 'main', ...(reason ? { reason } : {}) })}${linkButton({ text: w.cancel, href: documentHref(roundId) })}`,
  })}`;
}
