/** F1.1 What several views of events say alike. */
import { actorPath } from '#commons/actors/index.ts';
import { listPicture } from '#commons/files/index.ts';
import { kindWord } from '#commons/hubs/index.ts';
import { facetWords } from '#commons/search/index.ts';
import { groupPath } from '#functions/registration/groups/index.ts';
import { formatNumber, formatYen } from '#kernel/dates.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import type { ActorProps } from '#ui/actor.ts';
import { type ChipTone, chip, chips } from '#ui/chip.ts';
import { type Html, html } from '#ui/html.ts';
import { listItem } from '#ui/list.ts';
import { eventPath } from '../addresses.ts';
import type { ListedEvent, ShownEvent } from '../queries.ts';
import { type EventState, freePlaces, stateOf } from '../rules.ts';
import { words } from '../words.ts';
import { whenHtml } from './when.ts';

const TONES: Record<EventState, ChipTone> = { coming: 'info', now: 'on', past: 'no', cancelled: 'late' };

export function eventChips(event: ListedEvent, now: Date, lang: Lang): Html | null {
  const w = words(lang);
  const state = stateOf(event, now);
  const free = freePlaces(event);
  const open = event.takes_registrations && (state === 'coming' || state === 'now');
  const few = free !== null && free > 0 && free <= 5;
  return chips([
    chip(TONES[state], w.states[state]),
    event.series_id !== null && chip('info', w.list.repeats),
    event.fee === 0 && chip('info', w.show.freeOfCharge),
    event.is_online && chip('info', w.show.onlineMark),
    open && free === 0 && chip('no', w.show.full),
    open && few && chip('need', w.show.free(formatNumber(free))),
  ]);
}

/** A registered group is named with its page among the groups, everybody else with their own. */
export function host(
  event: Pick<ShownEvent, 'host_id' | 'host_kind' | 'host_name' | 'is_group'>,
  lang: Lang,
): ActorProps {
  const named = { id: event.host_id, name: event.host_name };
  return {
    kind: event.host_kind,
    name: event.host_name,
    kindText: kindWord(lang, event.host_kind),
    href: event.is_group ? groupPath(named) : actorPath(named),
  };
}

const EXCERPT = 100;

/** One event in a list. */
export function eventItem(event: ListedEvent, lang: Lang, now: Date, level: 2 | 3 = 3): Html {
  const letters = [...event.about.replace(/\s+/g, ' ')];
  const where = [event.place, event.district].filter((text) => text !== '').join(lang === 'en' ? ', ' : '・');
  return listItem({
    title: event.title,
    href: eventPath(event),
    level,
    above: html`${whenHtml(event, lang)}${eventChips(event, now, lang)}`,
    picture: listPicture(event.picture, event.title),
    body: letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : letters.join(''),
    meta: [where, words(lang).list.host(event.host_name)]
      .filter((text) => text !== '')
      .join(lang === 'en' ? ' · ' : '／'),
  });
}

export function feeText({ fee, fee_note }: Pick<ListedEvent, 'fee' | 'fee_note'>, lang: Lang): string {
  const amount = fee === 0 ? words(lang).show.freeOfCharge : formatYen(fee, lang);
  return fee_note ? `${amount}${opening(lang)}${fee_note}${closing(lang)}` : amount;
}

const joined = (parts: readonly string[], lang: Lang) => parts.join(lang === 'en' ? ', ' : '、');

export function audienceText(
  { audience, audience_note }: Pick<ListedEvent, 'audience' | 'audience_note'>,
  lang: Lang,
): string {
  const names = audience.map((one) => facetWords(lang).audience[one]);
  const text = names.length === 0 ? words(lang).show.everyone : joined(names, lang);
  return audience_note ? `${text}${opening(lang)}${audience_note}${closing(lang)}` : text;
}

export function fieldNames(fields: readonly number[], lang: Lang): string[] {
  return fields.map((field) => facetWords(lang).fields[field - 1] ?? '').filter((name) => name !== '');
}

export function accessNames(access: ListedEvent['access'], lang: Lang): string[] {
  return access.map((one) => facetWords(lang).access[one]);
}
