/** F9.6 Errata beside the document, never in it. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, radioGroup, selectField, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, keyValues, list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { correctionWords } from '../correction-words.ts';
import { ERRATUM_PARTS, type ShownErratum } from '../erratum.ts';
import type { DocumentProps } from './cover.ts';
import { documentHref } from './cover.ts';
import { named } from './parts.ts';

export function errataHref(roundId: string): string {
  return `${documentHref(roundId)}/errata`;
}

/** Above a text that an erratum concerns; null where none does. */
export function errataNotice(errata: readonly ShownErratum[], roundId: string, lang: Lang): Html | null {
  if (errata.length === 0) return null;
  const w = correctionWords(lang).errata;
  return notice({
    tone: 'warn',
    title: w.notice(formatNumber(errata.length)),
    body: html`<ul>${errata.map(
      (one) =>
        html`<li>${where(one, lang)}・${one.place}${colon(lang)}<del>${one.wrong}</del> → ${one.corrected === '' ? w.leftOut : html`<ins>${one.corrected}</ins>`}</li>`,
    )}</ul><p>${link(errataHref(roundId), w.see)}</p>`,
  });
}

function where(one: ShownErratum, lang: Lang): string {
  const w = correctionWords(lang).errata;
  const part = w.parts[one.part];
  return one.proposal_title === null ? part : w.of(part, one.proposal_title);
}

/** All errata of a document, each with its reason and by whom. */
export function errataPage({ lang, round, document }: DocumentProps, act: Html | false): Html {
  const w = correctionWords(lang).errata;
  const at = errataHref(round.id);
  const { errata } = document;
  return html`${pageHead({ above: document.number, title: w.title, lead: w.lead, ...(act ? { buttons: act } : {}) })}${
    errata.length === 0 ? empty({ title: w.none }) : list(errata.map((one) => erratumPart(one, lang)))
  }<ul class="inline-links"><li>${link(`${at}.json`, w.json)}</li><li>${link(`${at}.csv`, w.csv)}</li></ul>`;
}

function erratumPart(one: ShownErratum, lang: Lang): Html {
  const w = correctionWords(lang).errata;
  return section({
    title: w.number(one.number),
    level: 2,
    id: `erratum-${one.number}`,
    children: keyValues([
      [w.part, where(one, lang)],
      [w.place, one.place],
      [w.wrong, html`<del>${one.wrong}</del>`],
      [w.right, one.corrected === '' ? w.leftOut : html`<ins>${one.corrected}</ins>`],
      [w.reason, paragraphs(one.reason)],
      [w.by, named({ kind: one.actor_kind, name: one.actor_name }, lang)],
      [w.on, formatDate(tokyoDate(new Date(one.recorded_at)), lang)],
    ]),
  });
}

export interface ErratumFormProps {
  lang: Lang;
  roundId: string;
  proposals: readonly { id: string; title: string }[];
  typed: Readonly<Record<string, string | undefined>>;
  limit: number;
  problem?: Problem;
}

export function erratumForm({ lang, roundId, proposals, typed, limit, problem }: ErratumFormProps): Html {
  const w = correctionWords(lang).errata;
  const f = formWords(lang);
  const at = (name: string) => ({ name, value: typed[name] ?? '', error: errorAt(problem?.items ?? [], name) });
  return html`${pageHead({ title: w.form, lead: w.formLead })}${form({
    action: errataHref(roundId),
    note: lastingRecord(lang),
    children: html`${onceField()}${radioGroup(
      {
        ...at('part'),
        label: w.part,
        required: true,
        choices: ERRATUM_PARTS.map((value) => ({ value, text: w.parts[value], hint: w.partHints[value] })),
      },
      f,
    )}${selectField(
      {
        ...at('proposalId'),
        label: w.proposal,
        hint: w.proposalHint,
        empty: '—',
        choices: proposals.map(({ id, title }) => ({ value: id, text: title })),
      },
      f,
    )}${textField({ ...at('place'), label: w.place, hint: w.placeHint, example: w.placeExample, required: true }, f)}${textArea(
      { ...at('wrong'), label: w.wrong, hint: w.wrongHint, required: true, rows: 3 },
      f,
    )}${textArea({ ...at('corrected'), label: w.right, hint: w.rightHint, rows: 3 }, f)}${textArea(
      { ...at('reason'), label: w.reason, hint: w.reasonHint, required: true, rows: 3, limit },
      f,
    )}`,
    buttons: html`${button({ text: w.submit, tone: 'main' })}${linkButton({ text: w.cancel, href: errataHref(roundId) })}`,
  })}`;
}
