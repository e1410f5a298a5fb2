/** F7.6 When a group fulfils what is required, and who may check it. Pure. */
import type { Hub, Reader, Role } from '#kernel/context.ts';
import type { FactState, RequiredItem } from './requirement.ts';

export interface FactFacts {
  item: number;
  state: FactState;
  /** day from which a confirmed one holds; null while it isn't confirmed */
  from: string | null;
  /** last day on which it holds */
  until: string | null;
}

export const ITEM_STATES = ['confirmed', 'expired', 'handed-in', 'refused', 'missing'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export interface ItemStanding {
  item: number;
  state: ItemState;
  until: string | null;
}

export interface Eligibility {
  isEligible: boolean;
  /** last day on which all of it holds; null when it doesn't */
  until: string | null;
  items: ItemStanding[];
}

/**
 * How a group stands on a day (YYYY-MM-DD, Tokyo). An item is fulfilled by any confirmed fact that holds on that day: whoever hands in anew
 * keeps what was confirmed until its day. Otherwise the newest one says how it stands.
 *
 * @param facts newest first
 */
export function standing(items: readonly RequiredItem[], facts: readonly FactFacts[], day: string): Eligibility {
  const standings = items.map((_, item): ItemStanding => {
    const own = facts.filter((fact) => fact.item === item && fact.state !== 'taken-back');
    const holding = own.filter((one) => one.state === 'confirmed' && one.from! <= day && day <= one.until!);
    const until = holding
      .map((one) => one.until!)
      .sort()
      .at(-1);
    if (until) return { item, state: 'confirmed', until };
    const newest = own[0];
    if (!newest) return { item, state: 'missing', until: null };
    if (newest.state !== 'confirmed') return { item, state: newest.state as ItemState, until: null };
    return newest.from! > day
      ? { item, state: 'missing', until: null }
      : { item, state: 'expired', until: newest.until };
  });
  const isEligible = standings.every(({ state }) => state === 'confirmed');
  const until = isEligible ? (standings.map((one) => one.until!).sort()[0] ?? null) : null;
  return { isEligible, until, items: standings };
}

/** The day so many months later; the last of the month where there is no such day. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

type Who = Pick<Reader, 'roles'> | null;

/** Offices that may require something: divisions of the city, and whoever runs the hub. */
export function officesOf(reader: Who, { secretariatId }: Pick<Hub, 'secretariatId'>): Role['organisation'][] {
  return (reader?.roles ?? [])
    .filter(({ role }) => role !== 'member')
    .map(({ organisation }) => organisation)
    .filter(({ kind, id }) => kind === 'division' || id === secretariatId);
}

/** Everybody of the organisation that requires it checks. */
export function mayCheck(reader: Who, ownerId: string): boolean {
  return (reader?.roles ?? []).some(({ organisation }) => organisation.id === ownerId);
}

/** Another person of that organisation, or of the secretariat where there is no other. */
export function mayDecideAppeal(
  reader: Pick<Reader, 'roles' | 'person'>,
  ownerId: string,
  refusedBy: string | null,
  secretariatId: string | null,
): 'not-checker' | 'own-refusal' | null {
  if (reader.person.id === refusedBy) return 'own-refusal';
  const isOfBoth = mayCheck(reader, ownerId) || (secretariatId !== null && mayCheck(reader, secretariatId));
  return isOfBoth ? null : 'not-checker';
}
