/** F9.5 Pieces of several pages: a quoted opinion, who wrote what when, why an act is not possible. */
import { hubWords, kindWord } from '#commons/hubs/index.ts';
import type { ActorKind } from '#kernel/context.ts';
import { formatDate, formatDateTime, formatNumber, tokyoDate, tokyoDateTime } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import { type ActorProps, actor } from '#ui/actor.ts';
import { chip } from '#ui/chip.ts';
import { type Html, html } from '#ui/html.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { voice } from '#ui/thread.ts';
import type { RoundFacts } from '../../rounds/index.ts';
import { draftWords } from '../draft-words.ts';
import type { ShownObjection } from '../objection-queries.ts';
import { datesOf, type Reason } from '../statement.ts';
import { words } from '../words.ts';
import { objectionPath, opinionPath } from './paths.ts';

export function nameProps(by: { id: string; kind: ActorKind; name: string }, lang: Lang): ActorProps {
  return { kind: by.kind, name: by.name, kindText: kindWord(lang, by.kind), href: `/actors/${ref(by.id, by.name)}` };
}

/** 「意見12」 */
export function opinionName(number: number | null, lang: Lang): string {
  return words(lang).number(number === null ? '' : formatNumber(number));
}

export interface Quoted {
  id: string;
  number: number | null;
  kind: 'opinion' | 'question';
  body: string;
  reason: string;
  amendment: string | null;
  actor_id: string;
  actor_kind: ActorKind;
  actor_name: string;
  agree: number;
  disagree: number;
  pass: number;
  withdrawn?: boolean;
  hidden: boolean;
  said_in?: string | null;
  same_text?: number | null;
}

export interface QuoteExtras {
  /** where it is quoted: the same opinion may be quoted twice on a page */
  within: string;
  marks?: Html | null;
  acts?: readonly { href: string; text: string }[];
  after?: Html | null;
}

/** An opinion as it was said, with its number, its author's name and how people voted. */
export function quote(opinion: Quoted, lang: Lang, extras: QuoteExtras): Html {
  const w = words(lang);
  const name = html`${link(opinionPath(opinion.id), opinionName(opinion.number, lang))}${opinion.said_in && html` ${w.saidIn(opinion.said_in)}`}`;
  if (opinion.hidden || opinion.withdrawn)
    return html`<p class="meta">${name}${colon(lang)}${opinion.hidden ? w.gone.hidden : w.gone.withdrawn}</p>${extras.after}`;
  const by = { id: opinion.actor_id, kind: opinion.actor_kind, name: opinion.actor_name };
  return html`${voice({
    id: `${extras.within}-${shortId(opinion.id)}`,
    actor: nameProps(by, lang),
    marks: html`${name}${opinion.kind === 'question' && chip('info', w.kinds.question)}${sameText(opinion, lang)}${extras.marks}`,
    body: html`${paragraphs(opinion.body)}${opinion.amendment && html`<p>${w.amended}${colon(lang)}${opinion.amendment}</p>`}`,
    ...(opinion.reason ? { reason: paragraphs(opinion.reason) } : {}),
    ...(opinion.kind === 'opinion' ? { votes: html`<p class="meta">${votesText(opinion, lang)}</p>` } : {}),
    ...(extras.acts ? { acts: extras.acts } : {}),
  })}${extras.after}`;
}

/** 「同じ文の意見 8件」 beside an opinion that many sent in word for word. */
export function sameText({ same_text: copies }: Pick<Quoted, 'same_text'>, lang: Lang): Html | null {
  return copies ? chip('info', draftWords(lang).sameText(formatNumber(copies))) : null;
}

export function votesText(counts: { agree: number; disagree: number; pass: number }, lang: Lang): string {
  const { agree, disagree, pass } = counts;
  return words(lang).votes(formatNumber(agree), formatNumber(disagree), formatNumber(pass));
}

/** An objection in a list: who, what, and how it was settled. */
export function objectionLine(objection: ShownObjection, lang: Lang): Html {
  const w = words(lang);
  const resolution = objection.resolution;
  return html`<div class="list-main"><div class="list-above">${
    resolution ? chip('ok', w.resolutions[resolution]) : chip('on', w.objection.open)
  }${actor(nameProps({ id: objection.actor_id, kind: objection.actor_kind, name: objection.actor_name }, lang))}${link(
    objectionPath(objection.id),
    w.objection.title(opinionName(objection.opinion_number, lang)),
  )}</div><div class="list-body">${paragraphs(objection.body)}</div>${
    resolution && resolution !== 'taken-back' && html`<div class="voice-reason">${settlement(objection, lang)}</div>`
  }</div>`;
}

/** What was replied, by whom and when. */
export function settlement(objection: ShownObjection, lang: Lang): Html {
  const w = words(lang).objection;
  const who = objection.resolved_by ?? w.secretariat;
  const at = objection.resolved_at && formatDateTime(objection.resolved_at, lang, 'short');
  return html`${objection.reply && paragraphs(objection.reply)}<p class="meta">${w.resolvedBy(who, at ?? '')}</p>`;
}

/** Why an act is not possible now, as a sentence. */
export function reasonText(reason: Reason, round: RoundFacts, lang: Lang): string {
  const own =
    reason === 'level' || reason === 'sign-in' ? hubWords(lang).refusals[reason] : words(lang).refusals[reason];
  const sentence = own ?? '';
  return typeof sentence === 'string' ? sentence : sentence(datesOf(round, lang));
}

export function day(at: Date, lang: Lang): string {
  return formatDate(tokyoDate(at), lang, 'short');
}

export function moment(at: Date, lang: Lang): { text: string; datetime: string } {
  return { text: formatDateTime(at, lang, 'short'), datetime: tokyoDateTime(at) };
}
