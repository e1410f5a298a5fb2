/** F9.9 Decisions about committees. Pure: each gives null when the act is allowed, otherwise the reason. */
import type { Reader } from '#kernel/context.ts';
import type { Reason } from './committee.ts';
import type { CallFacts, SittingFacts } from './facts.ts';

type No = Reason | null;
type Led = { division_id: string };

function maySpeak(reader: Reader): boolean {
  const role = reader.roles.find((held) => held.organisation.id === reader.acting.id)?.role;
  return role === 'representative' || role === 'editor';
}

/** Divisions of the city and other public bodies set committees up. */
export function maySetUp(reader: Reader | null): No {
  if (!reader) return 'sign-in';
  const { kind } = reader.acting;
  if (kind !== 'division' && kind !== 'body') return 'city-only';
  return maySpeak(reader) ? null : 'member-only';
}

export function isInCharge(reader: Reader | null, committee: Led): boolean {
  return reader !== null && reader.acting.id === committee.division_id && maySpeak(reader);
}

export function mayLead(reader: Reader | null, committee: Led): No {
  if (!reader) return 'sign-in';
  return isInCharge(reader, committee) ? null : 'not-in-charge';
}

export function mayApply(reader: Reader | null, call: CallFacts, applied: boolean, now: Date): No {
  if (call.settled_at || now >= call.closes_at) return 'call-over';
  if (!reader) return 'sign-in';
  return applied ? 'applied-already' : null;
}

/** Whoever leads settles a call once, when nobody can apply any more. */
export function maySettle(reader: Reader | null, call: CallFacts & Led, now: Date): No {
  const no = mayLead(reader, call);
  if (no) return no;
  if (call.settled_at) return 'call-settled';
  return now < call.closes_at ? 'call-not-over' : null;
}

export type SittingState = 'cancelled' | 'coming' | 'now' | 'past';

export function stateOf(
  sitting: Pick<SittingFacts, 'starts_at' | 'ends_at' | 'cancelled_at'>,
  now: Date,
): SittingState {
  if (sitting.cancelled_at) return 'cancelled';
  if (now < sitting.starts_at) return 'coming';
  return now < sitting.ends_at ? 'now' : 'past';
}

/** Anybody signed in asks for a place to listen, as long as there is time for it; a waiting list has no end. */
export function mayAskPlace(reader: Reader | null, sitting: SittingFacts, has: boolean, now: Date): No {
  if (sitting.cancelled_at) return 'cancelled';
  if (sitting.observer_places === 0) return 'closed';
  if (now >= sitting.observers_until) return 'asking-over';
  if (!reader) return 'sign-in';
  return has ? 'asked-already' : null;
}

export function mayDrawPlaces(reader: Reader | null, sitting: SittingFacts & Led, now: Date): No {
  const no = mayLead(reader, sitting);
  if (no) return no;
  if (sitting.cancelled_at) return 'cancelled';
  if (sitting.observer_method !== 'lot') return 'not-by-lot';
  if (sitting.observers_drawn_at) return 'drawn-already';
  return now < sitting.observers_until ? 'asking-open' : null;
}

export function mayCancel(reader: Reader | null, sitting: SittingFacts & Led, now: Date): No {
  const no = mayLead(reader, sitting);
  return no ?? (sitting.cancelled_at ? 'cancelled' : now >= sitting.ends_at ? 'over' : null);
}

/** As long as it has not begun: afterwards there is nothing left to move. */
export function mayMove(reader: Reader | null, sitting: SittingFacts & Led, now: Date): No {
  const no = mayLead(reader, sitting);
  return no ?? (sitting.cancelled_at ? 'cancelled' : now >= sitting.starts_at ? 'over' : null);
}

/** Papers are handed out before, in and after a sitting that takes place. */
export function mayHandOut(reader: Reader | null, sitting: SittingFacts & Led): No {
  const no = mayLead(reader, sitting);
  return no ?? (sitting.cancelled_at ? 'cancelled' : null);
}

/** Minutes tell what happened, so they are written from the beginning of the sitting on. */
export function mayWriteMinutes(reader: Reader | null, sitting: SittingFacts & Led, now: Date): No {
  const no = mayLead(reader, sitting);
  return no ?? (sitting.cancelled_at ? 'cancelled' : now < sitting.starts_at ? 'not-begun' : null);
}

/** Minutes are late from the day after the one they were due on, until they are there. */
export function areMinutesLate(
  sitting: Pick<SittingFacts, 'minutes_version' | 'minutes_due_on' | 'cancelled_at'>,
  today: string,
): boolean {
  return sitting.cancelled_at === null && sitting.minutes_version === 0 && today > sitting.minutes_due_on;
}

/** Next moment at which what a page says of the sitting is wrong. */
export function nextChange(sitting: SittingFacts, now: Date): Date | null {
  const moments = [sitting.observers_until, sitting.starts_at, sitting.ends_at].toSorted(
    (a, b) => a.getTime() - b.getTime(),
  );
  return moments.find((moment) => moment > now) ?? null;
}
