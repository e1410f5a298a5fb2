/** X3: from an event to a line somebody can read and follow. */
import { shownName } from '#commons/hubs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Happened } from '#kernel/module.ts';
import { placeOf, verbWord } from './registry.ts';
import { words } from './words.ts';

export interface ShownEvent extends Happened {
  at: Date;
  /** null: the clock, under the hub's rules */
  actor_name: string | null;
}

export interface EventLine {
  /** who did what */
  text: string;
  title: string;
  href: string | null;
  when: string;
  datetime: string;
}

export function eventLine(event: ShownEvent, lang: Lang): EventLine {
  const w = words(lang);
  const what = verbWord(event.verb, lang);
  const { title, debateTitle, excerpt } = event.public as Record<string, string | undefined>;
  return {
    text: w.by(event.actor_name === null ? w.clock : shownName(event.actor_name, lang), what),
    title: title ?? debateTitle ?? excerpt ?? what,
    href: placeOf(event),
    when: formatDateTime(event.at, lang, 'short'),
    datetime: event.at.toISOString(),
  };
}
