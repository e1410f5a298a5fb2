/** F1.3 Pages that stood elsewhere before: links to where they were lead to where they are. */
import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { inlinesOf } from './marks.ts';
import { type OldAddress, oldHost, oldPath, readOldAddress } from './old-address.ts';
import { type ShownBlock, shownVersion } from './queries.ts';

export interface MovedPage {
  id: string;
  kind: 'page' | 'post';
  slug: string;
  title: string;
}

/** Most links of one page that are looked up. */
const MOST = 1_000;

/** Keeps under which addresses a page stood; those that are none are passed over. */
export async function keepOldAddresses(
  ctx: ActionContext,
  siteId: string,
  pageId: string,
  addresses: readonly string[],
): Promise<void> {
  const old = addresses.map(readOldAddress).filter((one) => one !== null);
  if (old.length === 0) return;
  await run(
    ctx.db,
    `insert into site_old_addresses (hub_id, site_id, host, path, page_id, since)
     select $1, $2, a.host, a.path, $3, $4 from unnest($5::text[], $6::text[]) as a(host, path) on conflict do nothing`,
    [ctx.hub.id, siteId, pageId, ctx.now, old.map(({ host }) => host), old.map(({ path }) => path)],
  );
}

/** Which of the addresses are known of this site, shown or not. */
export async function knownAddresses(db: Db, siteId: string, addresses: readonly OldAddress[]): Promise<OldAddress[]> {
  if (addresses.length === 0) return [];
  return run<OldAddress>(
    db,
    `select distinct o.host, o.path from unnest($2::text[], $3::text[]) as a(host, path)
     join site_old_addresses o on o.site_id = $1 and o.host = a.host and o.path = a.path`,
    [siteId, addresses.map(({ host }) => host), addresses.map(({ path }) => path)],
  );
}

/** Links out of a page's blocks, as they were typed. */
function linksIn(blocks: readonly Pick<ShownBlock, 'content'>[]): string[] {
  const found = new Set<string>();
  for (const { content } of blocks) {
    const { text, link } = content;
    if (typeof link === 'string') found.add(link);
    if (typeof text === 'string' && text.includes('://'))
      for (const line of text.split('\n'))
        for (const part of inlinesOf(line)) if (part.kind === 'link') found.add(part.href);
  }
  return [...found].filter((one) => /^https?:/i.test(one)).slice(0, MOST);
}

/** Where links out of these blocks lead by now: address as typed → the page that is shown in its place. */
export async function movedPages(
  db: Db,
  siteId: string,
  blocks: readonly Pick<ShownBlock, 'content'>[],
  now: Date,
): Promise<ReadonlyMap<string, MovedPage>> {
  const asked = linksIn(blocks).flatMap((href) => {
    const old = readOldAddress(href);
    return old ? [{ href, ...old }] : [];
  });
  if (asked.length === 0) return new Map();
  const rows = await run<MovedPage & { href: string }>(
    db,
    `select distinct on (a.href) a.href, p.id, p.kind, p.slug, v.title from unnest($3::text[], $4::text[], $5::text[]) as a(href, host, path)
     join site_old_addresses o on o.site_id = $1 and o.host = a.host and o.path = a.path
     join site_pages p on p.hub_id = o.hub_id and p.id = o.page_id cross join ${shownVersion('$2')}
     where p.withdrawn_at is null order by a.href, o.since desc, p.id desc`,
    [siteId, now, asked.map(({ href }) => href), asked.map(({ host }) => host), asked.map(({ path }) => path)],
  );
  return new Map(rows.map(({ href, ...page }) => [href, page]));
}

/** The page that stood at this path of an earlier homepage; of several hosts the one asked for goes first. */
export async function pageOfOldPath(db: Db, siteId: string, url: URL, now: Date): Promise<MovedPage | null> {
  const [row] = await run<MovedPage>(
    db,
    `select p.id, p.kind, p.slug, v.title from site_old_addresses o
     join site_pages p on p.hub_id = o.hub_id and p.id = o.page_id cross join ${shownVersion('$2')}
     where o.site_id = $1 and o.path = $3 and p.withdrawn_at is null order by o.host = $4 desc, o.since desc, p.id desc limit 1`,
    [siteId, now, oldPath(url), oldHost(url.hostname)],
  );
  return row ?? null;
}
