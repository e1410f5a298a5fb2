/** X3: where it is told how a list is kept in one's own calendar. `path`: of the list's iCalendar file, with its filter. Pure. */
export function subscriptionHref(path: string): string {
  return `/calendar/subscription?of=${encodeURIComponent(path)}`;
}
