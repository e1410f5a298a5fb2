/** F9.5 What is said of a drafted point, and where editors ask for a draft and confirm its points. */
import { onceField } from '#commons/hubs/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { actButton } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { hidden } from '#ui/fields.ts';
import { type Html, html, url } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link, linked, paragraphs } from '#ui/prose.ts';
import type { PointDraft } from '../draft-queries.ts';
import { piecesOf } from '../draft-said.ts';
import { draftWords } from '../draft-words.ts';
import type { PartFrame } from '../page-queries.ts';
import { words } from '../words.ts';
import { partPath, pointPath } from './paths.ts';
import { day } from './pieces.ts';

/** 「機械の下書き」, as long as nobody has made it theirs. */
export function draftChip(draft: PointDraft | null, lang: Lang): Html | null {
  return draft && !draft.confirmed_at ? chip('part', draftWords(lang).machine) : null;
}

/** The text of a point; what is still the machine's is marked sentence by sentence, for eyes and for ears. */
export function draftBody(body: string, draft: PointDraft | null, lang: Lang): Html {
  const drafted = draft?.body;
  if (drafted == null) return paragraphs(body);
  const said = html`<span class="visually-hidden">${draftWords(lang).says}</span>`;
  return paragraphs(
    body,
    (line) =>
      html`${piecesOf(line, drafted).map(({ text, machine }) => (machine ? html`<span class="provisional">${said}${linked(text)}</span>` : linked(text)))}`,
  );
}

/** Whether a person stands behind a point that the machine drafted; nothing for others. */
export function draftLine(draft: PointDraft | null, lang: Lang): Html | null {
  if (!draft) return null;
  const w = draftWords(lang);
  if (!draft.confirmed_at) return html`<p class="meta">${w.unconfirmed}</p>`;
  const told = draft.confirmed_how === 'edited' ? w.edited : w.confirmed;
  return html`<p class="meta">${told(draft.confirmed_by ?? '', day(new Date(draft.confirmed_at), lang))}</p>`;
}

/** The button of an editor who has read the point; nothing when there is nothing to confirm. */
export function confirming(point: { id: string; version: number; draft: PointDraft | null }, lang: Lang): Html | null {
  if (!point.draft || point.draft.confirmed_at) return null;
  return actButton({
    text: draftWords(lang).confirm,
    action: `${pointPath(point.id)}/confirmation`,
    fields: html`${onceField()}${hidden('version', String(point.version))}`,
    small: true,
    icon: 'check',
  });
}

/** The model an operator has named: where it is, and what it is called. */
export interface PhrasingModel {
  host: string;
  name: string;
}

/** Beside the draft that nothing is sent for: the one for which it says what is. */
function phrasingForm(at: string, { host, name }: PhrasingModel, lang: Lang): Html {
  const w = draftWords(lang);
  return html`<p>${w.phraseSends(host, name)}</p>${actButton({
    text: w.phrase,
    action: `${at}/draft`,
    fields: html`${onceField()}${hidden('phrase', 'yes')}`,
    icon: 'edit',
  })}<p>${w.phraseWithout}</p>`;
}

/** What a draft is, and the button that asks for it; once for a proposal, while something is left to be dealt with. */
export function askingForDraft(frame: PartFrame, lang: Lang, model: PhrasingModel | null): Html | null {
  if (frame.drafted || frame.counts.uncovered === 0) return null;
  const w = draftWords(lang);
  const at = partPath(frame.round.id, frame.debate);
  return notice({
    tone: 'info',
    title: w.askTitle,
    body: html`<p>${w.askLead}${!model && w.askNothingSent}</p><p>${w.askMarked}${w.askKept}</p>${model && phrasingForm(at, model, lang)}${actButton(
      {
        text: w.ask,
        action: `${at}/draft`,
        fields: onceField(),
        icon: 'edit',
      },
    )}`,
  });
}

/** 「引用した意見 12件（うち、ほかと同じ文の意見 8件）」 */
export function citesText(point: { citations: number; copied_citations: number }, lang: Lang): string {
  const cites = words(lang).part.cites(formatNumber(point.citations));
  if (point.copied_citations === 0) return cites;
  const copies = draftWords(lang).citesCopies(formatNumber(point.copied_citations));
  return lang === 'en' ? `${cites} (${copies})` : `${cites}（${copies}）`;
}

/** 「よく似た意見 12件（ひとつの文の写しとみられるもの 8件）」 with the way there; nothing where there are none. */
export function alikeLine(frame: Pick<PartFrame, 'round' | 'debate' | 'alike' | 'copies'>, lang: Lang): Html | null {
  if (!frame.alike) return null;
  const text = draftWords(lang).alikeCount(formatNumber(frame.alike), formatNumber(frame.copies ?? 0));
  return html`<p class="meta">${link(url(`${partPath(frame.round.id, frame.debate)}/alike`), text)}</p>`;
}
