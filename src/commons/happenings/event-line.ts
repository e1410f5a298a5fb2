/** X3: from an event to a line somebody can read and follow. */
import { shownName } from '#commons/hubs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Happened } from '#kernel/module.ts';
import { followables, placeOf, verbWord } from './registry.ts';
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

/** What has no title but a year and a number is called as its followers know it: 2026年度 第3回. */
function numberedIn({ object_kind, public: { fiscalYear, number } }: Happened, lang: Lang): string | undefined {
  if (typeof fiscalYear !== 'number' || typeof number !== 'number') return undefined;
  return followables(lang).get(object_kind)?.title?.(`${fiscalYear}/${number}`);
}

export function eventLine(event: ShownEvent, lang: Lang): EventLine {
  const w = words(lang);
  const what = verbWord(event.verb, lang);
  const { title, debateTitle, excerpt, name } = event.public as Record<string, string | undefined>;
  return {
    text: w.by(event.actor_name === null ? w.clock : shownName(event.actor_name, lang), what),
    title: title ?? debateTitle ?? excerpt ?? name ?? numberedIn(event, lang) ?? what,
    href: placeOf(event),
    when: formatDateTime(event.at, lang, 'short'),
    datetime: event.at.toISOString(),
  };
}
