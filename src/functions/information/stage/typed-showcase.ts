/** F1.4 A showcase as its form would hold it. Pure. */
import { formatTime, tokyoDate } from '#kernel/dates.ts';
import type { ShownShowcase } from './queries.ts';

/** A time input takes 09:05, not 9:05. */
export function clockOf(at: Date): string {
  return formatTime(at, 'ja').padStart(5, '0');
}

export function typedShowcase(showcase: ShownShowcase): Record<string, string> {
  const { kind, title, about, place, address, link, equipment, contact, rule, rule_note: ruleNote } = showcase;
  const { fields, district, audience, fee, access, starts_at, ends_at, call_until } = showcase;
  const [first, last] = [tokyoDate(starts_at), tokyoDate(new Date(ends_at.getTime() - 1))];
  return {
    ...{ kind, title, about, place, address, link, contact, rule, ruleNote, district },
    equipment: equipment.join(','),
    fields: fields.join(','),
    audience: audience.join(','),
    access: access.join(','),
    fee: fee === 0 ? '' : String(fee),
    date: first,
    from: clockOf(starts_at),
    lastDate: last === first ? '' : tokyoDate(ends_at),
    to: clockOf(ends_at),
    callUntil: tokyoDate(new Date(call_until.getTime() - 1)),
  };
}
