/** P1: where one chooses whom one speaks for, to come back to the page one was on. */

/** @param here path and query of that page */
export function actingAsPath(here: string): string {
  return `/acting-as?back=${encodeURIComponent(here)}`;
}
