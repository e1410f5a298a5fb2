/** F1.4 What several views of showcases say alike. */

import { actorPath } from '#commons/actors/index.ts';
import { kindWord } from '#commons/hubs/index.ts';
import { formatDate, formatDateTime, formatTime, tokyoDate, tokyoDateTime } from '#kernel/dates.ts';
import { comma, type Lang } from '#kernel/lang.ts';
import type { ActorProps } from '#ui/actor.ts';
import { chip } from '#ui/chip.ts';
import { type Html, html } from '#ui/html.ts';
import type { ListedShowcase, Slot } from '../queries.ts';
import { type ShowcaseFacts, type ShowcaseState, stateOf } from '../rules.ts';
import type { Equipment } from '../showcase.ts';
import { words } from '../words.ts';

const TONES: Record<ShowcaseState, 'ok' | 'on' | 'info' | 'no'> = {
  calling: 'ok',
  called: 'info',
  now: 'on',
  past: 'info',
  cancelled: 'no',
};

export function stateChip(showcase: ShowcaseFacts, now: Date, lang: Lang): Html {
  const state = stateOf(showcase, now);
  return chip(TONES[state], words(lang).states[state]);
}

/** One day with its hours, or from a day and hour to another. */
export function whenText(
  { starts_at, ends_at }: { starts_at: Date; ends_at: Date },
  lang: Lang,
  style: 'long' | 'short' = 'long',
): string {
  const from = formatDateTime(starts_at, lang, style);
  const sameDay = tokyoDate(starts_at) === tokyoDate(ends_at);
  const to = sameDay ? formatTime(ends_at, lang) : formatDateTime(ends_at, lang, 'short');
  return `${from}${words(lang).dash}${to}`;
}

export function whenHtml(span: { starts_at: Date; ends_at: Date }, lang: Lang, style: 'long' | 'short' = 'long'): Html {
  return html`<time datetime="${tokyoDateTime(span.starts_at)}">${whenText(span, lang, style)}</time>`;
}

/** The hours of a part; its day, too, where the showcase has several. */
export function partTime(slot: Pick<Slot, 'starts_at' | 'ends_at'>, isOneDay: boolean, lang: Lang): string {
  const { starts_at, ends_at } = slot;
  if (tokyoDate(starts_at) !== tokyoDate(ends_at)) return whenText(slot, lang, 'short');
  const hours = `${formatTime(starts_at, lang)}${words(lang).dash}${formatTime(ends_at, lang)}`;
  return isOneDay ? hours : `${formatDate(tokyoDate(starts_at), lang, 'short')} ${hours}`;
}

export function isOneDay({ starts_at, ends_at }: { starts_at: Date; ends_at: Date }): boolean {
  return tokyoDate(starts_at) === tokyoDate(new Date(ends_at.getTime() - 1));
}

/** 「13:00〜13:20 A-1」: a part by its time, name and place. */
export function partName(slot: Slot, oneDay: boolean, lang: Lang): string {
  const name = [slot.label, slot.place].filter((text) => text !== '');
  // A place for several days is known by its name; when it is open stands above the programme.
  return name.length > 0 && !isOneDay(slot) ? name.join(' ') : [partTime(slot, oneDay, lang), ...name].join(' ');
}

export function hostOf(showcase: ListedShowcase, lang: Lang): ActorProps {
  const { host_id: id, host_kind: kind, host_name: name } = showcase;
  return { kind, name, kindText: kindWord(lang, kind), href: actorPath({ id, name }) };
}

export function equipmentText(equipment: readonly Equipment[], lang: Lang): string {
  return equipment.map((one) => words(lang).equipment[one]).join(comma(lang));
}

/** 「11月28日（土）」 of a moment at which a day ends: the day that ends. */
export function lastDayText(at: Date, lang: Lang, style: 'long' | 'short' = 'short'): string {
  return formatDate(tokyoDate(new Date(at.getTime() - 1)), lang, style);
}
