/** The pages of the debate behind the real listener, and nobody else's. For tests. */
import { openSite, type SitePage, type TestSite } from '#test/support/site.ts';
import type { TestTown } from '#test/support/town.ts';
import { discussion } from './module.ts';

export type Answer = SitePage;
export type DebateSite = TestSite;

export const openDebateSite = (town: TestTown): Promise<DebateSite> =>
  openSite(town, { routes: discussion.routes, follows: false });

/** The words of a page as they are read, without markup; white space is one space. */
export function readText(markup: string): string {
  return markup
    .replace(/<(script|style|head)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
