/** F9.9 What several views of committees say alike. */
import { actorPath } from '#commons/actors/index.ts';
import { kindWord } from '#commons/hubs/index.ts';
import { formatDate, formatDateTime, formatTime, tokyoDate, tokyoDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { chip } from '#ui/chip.ts';
import { type Html, html } from '#ui/html.ts';
import { listItem } from '#ui/list.ts';
import { sittingPath } from '../addresses.ts';
import type { Committee, Sitting } from '../queries.ts';
import { areMinutesLate, stateOf } from '../rules.ts';
import { words } from '../words.ts';

export function day(date: string | Date, lang: Lang): string {
  return formatDate(typeof date === 'string' ? date : tokyoDate(date), lang, 'short');
}

/** The last day of a period that ends with this moment. */
export function lastDay(end: Date, lang: Lang): string {
  return day(new Date(end.getTime() - 1), lang);
}

export function whenHtml({ starts_at, ends_at }: Sitting, lang: Lang, style: 'long' | 'short' = 'short'): Html {
  return html`<time datetime="${tokyoDateTime(starts_at)}">${formatDateTime(starts_at, lang, style)}〜${formatTime(ends_at, lang)}</time>`;
}

export function division(committee: Committee, lang: Lang): Html {
  return actor({
    kind: committee.division_kind,
    name: committee.division_name,
    kindText: kindWord(lang, committee.division_kind),
    href: actorPath({ id: committee.division_id, name: committee.division_name }),
  });
}

const TONES = { cancelled: 'no', coming: 'info', now: 'on', past: 'no' } as const;

export function sittingChips(sitting: Sitting, now: Date, lang: Lang): Html[] {
  const w = words(lang);
  const state = stateOf(sitting, now);
  return [
    chip(TONES[state], w.states[state]),
    chip(
      sitting.closed_reason === '' ? 'ok' : 'part',
      sitting.closed_reason === '' ? w.sitting.open : w.sitting.closed,
    ),
    ...(areMinutesLate(sitting, tokyoDate(now))
      ? [chip('late', w.sitting.minutesLate(day(sitting.minutes_due_on, lang)))]
      : []),
  ];
}

export function sittingItem(sitting: Sitting, now: Date, lang: Lang, withName: boolean): Html {
  const number = words(lang).show.sitting(sitting.number);
  return listItem({
    title: withName ? `${sitting.committee_name} ${number}` : number,
    href: sittingPath(sitting.id),
    level: 3,
    above: html`${sittingChips(sitting, now, lang)} <strong>${whenHtml(sitting, lang)}</strong>`,
    body: html`${sitting.place}<br>${sitting.agenda.join('・')}`,
  });
}
