/** F1.1 What can be said of an event while it is being written, before it is published. Pure. */
import { tokyoDate } from '#kernel/dates.ts';
import { mistyped } from '#kernel/input.ts';
import { Refusal } from '#kernel/refusal.ts';
import { eventInput, type Typed } from './event.ts';
import { checkedTimes } from './times.ts';

const TIMES = eventInput.pick({
  ...{ date: true, from: true, to: true, endDate: true, repeat: true },
  ...{ registrationFrom: true, registrationUntil: true, takesRegistrations: true },
});

/** What is wrong with fields of one step, where they hold something: what can't be read, then times that don't fit. */
export function mistakesAmong(typed: Typed, names: readonly string[], now: Date): Refusal | null {
  const unread = mistyped(eventInput, Object.fromEntries(names.map((name) => [name, typed[name] ?? ''])));
  if (unread || !['date', 'from', 'to'].every((name) => typed[name])) return unread;
  const { data } = TIMES.safeParse(typed);
  try {
    if (data) checkedTimes(data, tokyoDate(now), now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const here = error.all.filter(({ field }) => field && names.includes(field));
    if (here.length > 0) return new Refusal(error.module, here);
  }
  return null;
}

const OF_REGISTRATION = ['capacity', 'companions', 'registrationFrom', 'registrationUntil'];

/** Whoever says how many may come, or until when one may register, takes registrations. */
export function withRegistration(fields: Typed): Typed {
  const isMeant = OF_REGISTRATION.some((name) => (fields[name] ?? '').trim() !== '');
  return isMeant ? { ...fields, takesRegistrations: 'yes' } : fields;
}
