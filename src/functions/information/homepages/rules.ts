/** F1.3 Who may do what with a site. Pure: null, or the reason why not. Whoever speaks for the group edits; each member names itself. */
import type { Reader } from '#kernel/context.ts';
import { roleOf, speaksFor } from '../../registration/groups/index.ts';
import type { Reason } from './site.ts';

export interface GroupStanding {
  group_id: string;
  /** null: an entry brought in from a list, that nobody has taken over */
  actor_id: string | null;
  withdrawn_at: Date | null;
}

type Who = Pick<Reader, 'roles'> | null;

export function mayEdit(reader: Who, group: GroupStanding): Reason | null {
  if (!reader) return 'sign-in';
  if (!group.actor_id) return 'unclaimed';
  if (!speaksFor(reader, group.group_id)) return 'not-of-the-group';
  return group.withdrawn_at ? 'withdrawn' : null;
}

/** Every member says for itself whether the site names it. */
export function mayNameOneself(reader: Who, group: GroupStanding): Reason | null {
  if (!reader) return 'sign-in';
  return roleOf(reader, group.group_id) ? null : 'not-a-member';
}

/** Latest day for which something may be scheduled. */
export const FARTHEST_DAYS = 366;

/** When a version may begin to be shown; `at` null: now. */
export function mayScheduleAt(at: Date | null, now: Date): Reason | null {
  if (at === null) return null;
  if (at.getTime() <= now.getTime()) return 'too-late';
  return at.getTime() > now.getTime() + FARTHEST_DAYS * 86_400_000 ? 'too-far' : null;
}

export interface MenuFacts {
  id: string;
  parent_id: string | null;
  place: number;
}

/** The menu has one level below: a page goes under one that is under nothing, and takes none with it. */
export function mayGoUnder(page: MenuFacts, parentId: string | null, all: readonly MenuFacts[]): Reason | null {
  if (parentId === null) return null;
  const parent = all.find((one) => one.id === parentId);
  if (!parent || parent.id === page.id || parent.parent_id !== null) return 'only-one-below';
  return all.some((one) => one.parent_id === page.id) ? 'has-pages-below' : null;
}

/** Pages in the order of the menu: each followed by those below it. Pure. */
export function inMenuOrder<P extends MenuFacts>(pages: readonly P[]): P[] {
  const byPlace = (a: P, b: P) => a.place - b.place || (a.id < b.id ? -1 : 1);
  const known = new Set(pages.map((page) => page.id));
  const tops = pages.filter((page) => page.parent_id === null || !known.has(page.parent_id)).sort(byPlace);
  return tops.flatMap((top) => [top, ...pages.filter((page) => page.parent_id === top.id).sort(byPlace)]);
}

/** Nothing was changed since the page was published or scheduled: that is the last thing that was done to it. */
export function isAsPublished(page: { last_act: string }): boolean {
  return page.last_act === 'published' || page.last_act === 'scheduled';
}
