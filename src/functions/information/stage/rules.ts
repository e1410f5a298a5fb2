/** F1.4 Who may do what with a showcase, and when. Pure: null, or the reason why not. Nobody approves one (P5); hands are raised, not assigned (P2). */
import type { Reader } from '#kernel/context.ts';
import type { GivingRule, HandState, Reason } from './showcase.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The audience speaks from this long before the first part until that long after the last. */
export const LIVE_BEFORE = 30 * MINUTE;
export const LIVE_AFTER = 2 * HOUR;
/** A showcase is announced at most two years ahead. */
export const FURTHEST = 731 * DAY;
/** Of one person or seat within an hour, in one showcase. */
export const VOICES_AN_HOUR = 20;
/** So long after the end who spoke without an account is kept apart from others. */
export const SEATS_KEPT = 14 * DAY;

export interface ShowcaseFacts {
  host_id: string;
  rule: GivingRule;
  starts_at: Date;
  ends_at: Date;
  call_until: Date;
  cancelled_at: Date | null;
  drawn_at: Date | null;
}

export interface HandFacts {
  id: string;
  slot_id: string;
  group_id: string;
  state: HandState;
  rank: number | null;
  ended_at: Date | null;
}

type Who = Pick<Reader, 'roles' | 'level' | 'acting'> | null;

export function speaksAs(reader: Pick<Reader, 'roles'> | null, organisationId: string): boolean {
  const role = reader?.roles.find(({ organisation }) => organisation.id === organisationId)?.role;
  return role === 'representative' || role === 'editor';
}

/** Any organisation, acting for it. */
export function mayAnnounce(reader: Who): Reason | null {
  if (!reader) return 'sign-in';
  if (reader.level < 1) return 'level';
  return reader.acting.kind !== 'person' && speaksAs(reader, reader.acting.id) ? null : 'organisation-only';
}

export function mayHost(reader: Pick<Reader, 'roles'> | null, showcase: ShowcaseFacts): Reason | null {
  if (!reader) return 'sign-in';
  if (!speaksAs(reader, showcase.host_id)) return 'not-host';
  return showcase.cancelled_at ? 'cancelled' : null;
}

/** Changing what is to come: not once it is over. */
export function mayPlan(reader: Pick<Reader, 'roles'> | null, showcase: ShowcaseFacts, now: Date): Reason | null {
  return mayHost(reader, showcase) ?? (showcase.ends_at <= now ? 'over' : null);
}

export function isCallOpen(showcase: ShowcaseFacts, now: Date): boolean {
  return showcase.cancelled_at === null && now < showcase.call_until;
}

/** The call as everybody sees it; that one speaks for a registered group is seen when the hand is raised. */
export function mayRaise(reader: Who, showcase: ShowcaseFacts, now: Date): Reason | null {
  if (showcase.cancelled_at) return 'cancelled';
  if (now >= showcase.call_until) return 'call-over';
  if (!reader) return 'sign-in';
  return reader.level < 1 ? 'level' : null;
}

/** What a new hand becomes: by the rule "first come", a slot that is free is held at once. */
export function stateOfNew(rule: GivingRule, standing: readonly Pick<HandFacts, 'state'>[]): HandState {
  return rule === 'first' && !standing.some(({ state }) => state === 'holding' || state === 'asked')
    ? 'holding'
    : 'raised';
}

/** Who is asked when a slot becomes free; null: nobody, or whoever organises chooses anew. `standing` in the order of raising. */
export function nextAsked<Hand extends HandFacts>(
  showcase: Pick<ShowcaseFacts, 'rule' | 'drawn_at'>,
  standing: readonly Hand[],
): Hand | null {
  const waiting = standing.filter(({ state, ended_at }) => state === 'raised' && ended_at === null);
  if (showcase.rule === 'first') return waiting[0] ?? null;
  if (showcase.rule === 'choice' || !showcase.drawn_at) return null;
  return waiting.filter(({ rank }) => rank !== null).toSorted((a, b) => a.rank! - b.rank!)[0] ?? null;
}

/** Giving a slot by choice; nobody chooses where the rule decides. */
export function mayChoose(reader: Pick<Reader, 'roles'> | null, showcase: ShowcaseFacts, now: Date): Reason | null {
  const no = mayPlan(reader, showcase, now);
  if (no) return no;
  return showcase.rule === 'choice' ? null : 'decided-by-rule';
}

/** Once, and only after the call: then the list of hands can't be chosen to suit the chance. */
export function mayDraw(reader: Pick<Reader, 'roles'> | null, showcase: ShowcaseFacts, now: Date): Reason | null {
  const no = mayPlan(reader, showcase, now);
  if (no) return no;
  if (showcase.rule !== 'lot') return 'decided-by-rule';
  if (now < showcase.call_until) return 'call-open';
  return showcase.drawn_at ? 'drawn-already' : null;
}

export function isLive(showcase: ShowcaseFacts, now: Date): boolean {
  return (
    showcase.cancelled_at === null &&
    now.getTime() >= showcase.starts_at.getTime() - LIVE_BEFORE &&
    now.getTime() < showcase.ends_at.getTime() + LIVE_AFTER
  );
}

export const SHOWCASE_STATES = ['calling', 'called', 'now', 'past', 'cancelled'] as const;
export type ShowcaseState = (typeof SHOWCASE_STATES)[number];

export function stateOf(showcase: ShowcaseFacts, now: Date): ShowcaseState {
  if (showcase.cancelled_at) return 'cancelled';
  if (showcase.ends_at <= now) return 'past';
  if (showcase.starts_at <= now) return 'now';
  return now < showcase.call_until ? 'calling' : 'called';
}

/** When what a page says of it is wrong by the clock alone; null: never again. */
export function nextChange(showcase: ShowcaseFacts, now: Date): Date | null {
  if (showcase.cancelled_at) return null;
  const { call_until, starts_at, ends_at } = showcase;
  const moments = [
    call_until,
    new Date(starts_at.getTime() - LIVE_BEFORE),
    starts_at,
    ends_at,
    new Date(ends_at.getTime() + LIVE_AFTER),
  ];
  return moments.filter((at) => at > now).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** What is on now; else what comes next; else what was last. Exhibitions have several at once: the first of them. */
export function currentSlot<Slot extends { starts_at: Date; ends_at: Date }>(
  slots: readonly Slot[],
  now: Date,
): Slot | null {
  return (
    slots.find(({ starts_at, ends_at }) => starts_at <= now && now < ends_at) ??
    slots.find(({ starts_at }) => starts_at > now) ??
    slots.at(-1) ??
    null
  );
}
