/** F1.3 Reads of what is published: a site with its menu, a page with its blocks, the latest news. Nothing of a draft. */

import type { AttachedFile } from '#commons/files/index.ts';
import { filesColumn } from '#commons/files/index.ts';
import { type Hiding, hidingJson } from '#commons/moderation/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Contacts } from '../../registration/groups/index.ts';
import type { KeptBlock } from './block.ts';
import { inMenuOrder } from './rules.ts';
import type { PageKind } from './site.ts';
import type { ThemeName } from './themes.ts';

export interface MenuPage {
  id: string;
  slug: string;
  title: string;
  parent_id: string | null;
  place: number;
  in_menu: boolean;
}

/** A site as everybody may see it, with its group. */
export interface Site {
  id: string;
  group_id: string;
  key: string;
  title: string;
  tagline: string;
  theme: ThemeName;
  colour: string;
  version: number;
  made_at: Date;
  changed_at: Date;
  closed_at: Date | null;
  hidden_at: Date | null;
  hiding: Hiding | null;
  /** the header picture; empty: none */
  header: AttachedFile[];
  group_name: string;
  actor_id: string | null;
  resting_at: Date | null;
  withdrawn_at: Date | null;
  /** the declaration is hidden: nothing of it is shown here either */
  group_hidden: boolean;
  seeks: string;
  offers: string;
  purpose: string;
  contacts: Contacts;
}

export interface ShownSite extends Site {
  /** published pages in the order of the menu */
  menu: MenuPage[];
  /** when the next version of anything here begins to be shown; null: nothing waits */
  next_change: Date | null;
  has_news: boolean;
}

export interface ShownBlock {
  id: string;
  kind: KeptBlock['kind'];
  content: Record<string, unknown>;
  files: AttachedFile[];
}

export interface ShownPage {
  id: string;
  site_id: string;
  kind: PageKind;
  slug: string;
  title: string;
  version: number;
  words: string;
  valid_from: Date;
  /** when its first version began to be shown */
  first_at: Date;
  hiding: Hiding | null;
  hidden_at: Date | null;
  blocks: ShownBlock[];
}

export interface ListedPost {
  id: string;
  kind: 'post';
  slug: string;
  title: string;
  words: string;
  first_at: Date;
  valid_from: Date;
  /** the first picture in it */
  picture: AttachedFile | null;
}

/** The site's columns and its group's; `said` words are empty while the group is hidden. */
export const SITE_COLUMNS = `s.id, s.group_id, s.key, s.title, s.tagline, s.theme, s.colour, s.version, s.made_at, s.changed_at, s.closed_at,
  s.hidden_at, ${hidingJson('site', 's')} as hiding, ${filesColumn('site', 's')} as header, g.name as group_name, g.actor_id, g.resting_at,
  g.withdrawn_at, g.hidden_at is not null as group_hidden, case when g.hidden_at is null then g.seeks else '' end as seeks,
  case when g.hidden_at is null then g.offers else '' end as offers, case when g.hidden_at is null then g.purpose else '' end as purpose,
  case when g.hidden_at is null and g.withdrawn_at is null then g.contacts else '{}'::jsonb end as contacts`;
export const SITES = 'sites s join groups g on g.hub_id = s.hub_id and g.id = s.group_id';

/** The version of page `p` that is shown at the moment `at` (a parameter). */
export function shownVersion(at: string): string {
  return `lateral (select * from site_page_versions w where w.hub_id = p.hub_id and w.page_id = p.id and w.cancelled_at is null
    and w.valid_from <= ${at} order by w.valid_from desc, w.version desc limit 1) v`;
}

const first = (
  at: string,
) => `(select min(f.valid_from) from site_page_versions f where f.hub_id = p.hub_id and f.page_id = p.id
    and f.cancelled_at is null and f.valid_from <= ${at})`;

function menuColumn(at: string): string {
  return `coalesce((select json_agg(json_build_object('id', p.id, 'slug', p.slug, 'title', v.title, 'parent_id', p.parent_id, 'place', p.place,
      'in_menu', p.in_menu))
    from site_pages p cross join ${shownVersion(at)}
    where p.hub_id = s.hub_id and p.site_id = s.id and p.kind = 'page' and p.withdrawn_at is null), '[]') as menu`;
}

const OPEN = `exists (select from site_pages p cross join ${shownVersion('$2')} where p.hub_id = s.hub_id and p.site_id = s.id and p.kind = 'post'
    and p.withdrawn_at is null and p.hidden_at is null) as has_news`;
const NEXT = `(select min(w.valid_from) from site_pages p join site_page_versions w on w.hub_id = p.hub_id and w.page_id = p.id
    where p.hub_id = s.hub_id and p.site_id = s.id and w.cancelled_at is null and w.valid_from > $2) as next_change`;

async function shownBy(db: Db, where: string, values: readonly unknown[]): Promise<ShownSite | null> {
  const [row] = await run<ShownSite>(
    db,
    `select ${SITE_COLUMNS}, ${menuColumn('$2')}, ${OPEN}, ${NEXT} from ${SITES} where ${where}`,
    [...values],
  );
  return row ? { ...row, menu: inMenuOrder(row.menu), next_change: row.next_change } : null;
}

/** By the short name in its address, also an earlier one (then `key` differs from it); null: there is none. */
export function siteByKey(db: Db, key: string, now: Date): Promise<ShownSite | null> {
  return shownBy(db, '(s.hub_id, s.id) in (select k.hub_id, k.site_id from site_keys k where k.key = $1)', [key, now]);
}

export function siteById(db: Db, id: string, now: Date): Promise<ShownSite | null> {
  return shownBy(db, 's.id = $1', [id, now]);
}

export function siteOfGroup(db: Db, groupId: string, now: Date): Promise<ShownSite | null> {
  return shownBy(db, 's.group_id = $1', [groupId, now]);
}

/** JSON of the blocks of page `p` at a version, with their files. */
export function blocksColumn(version: string): string {
  return `coalesce((select json_agg(json_build_object('id', b.id, 'kind', b.kind, 'content', b.content, 'files', ${filesColumn('site-block', 'b', 'id', 'b.version')})
      order by b.place, b.id) from site_blocks b where b.hub_id = p.hub_id and b.page_id = p.id and b.version = ${version}), '[]')`;
}

/** A page as it is shown at `now`, without its words while it is hidden; null: nothing is shown there. */
export async function shownPage(
  db: Db,
  siteId: string,
  at: { slug: string } | { id: string },
  now: Date,
): Promise<ShownPage | null> {
  const [where, value] = 'slug' in at ? [`p.slug = $3 and p.kind = 'page'`, at.slug] : ['p.id = $3', at.id];
  const [row] = await run<ShownPage>(
    db,
    `select p.id, p.site_id, p.kind, p.slug, v.title, v.version, case when p.hidden_at is null then v.words else '' end as words,
       v.valid_from, ${first('$2')} as first_at, p.hidden_at, ${hidingJson('site-page', 'p')} as hiding,
       case when p.hidden_at is null then ${blocksColumn('v.version')} else '[]' end as blocks
     from site_pages p cross join ${shownVersion('$2')}
     where p.site_id = $1 and ${where} and p.withdrawn_at is null`,
    [siteId, now, value],
  );
  return row ?? null;
}

export interface PostsAsk {
  /** both of the last one seen; null: from the newest */
  before: { at: Date; id: string } | null;
  limit: number;
}

/** News of a site, newest first; hidden ones are left out. */
export async function postsOf(
  db: Db,
  siteId: string,
  now: Date,
  { before, limit }: PostsAsk,
): Promise<{ posts: ListedPost[]; more: boolean }> {
  const keyed = before === null ? '' : 'where (q.first_at, q.id) < ($4, $5)';
  const rows = await run<ListedPost>(
    db,
    `select q.* from (select p.id, p.kind, p.slug, v.title, v.words, v.valid_from, ${first('$2')} as first_at,
       (select f from (select ${filesColumn('site-block', 'b', 'id', 'b.version')} -> 0 as f from site_blocks b
          where b.hub_id = p.hub_id and b.page_id = p.id and b.version = v.version and b.kind in ('picture', 'gallery')
          order by b.place limit 1) as pictured) as picture
     from site_pages p cross join ${shownVersion('$2')}
     where p.site_id = $1 and p.kind = 'post' and p.withdrawn_at is null and p.hidden_at is null) q
     ${keyed} order by q.first_at desc, q.id desc limit $3`,
    [siteId, now, limit + 1, ...(before ? [before.at, before.id] : [])],
  );
  return { posts: rows.slice(0, limit), more: rows.length > limit };
}

export interface NamedMember {
  id: string;
  name: string;
  words: string;
}

/** Members of the group who said that the site may name them. */
export function namedMembers(db: Db, siteId: string, now: Date): Promise<NamedMember[]> {
  return run<NamedMember>(
    db,
    `select a.id, a.name, m.words from site_members m join sites s on s.hub_id = m.hub_id and s.id = m.site_id
     join actors a on a.hub_id = m.hub_id and a.id = m.person_id
     where m.site_id = $1 and exists (select from roles r where r.hub_id = m.hub_id and r.organisation_id = s.group_id
       and r.person_id = m.person_id and (r.until is null or r.until > $2)) order by m.since, a.id limit 100`,
    [siteId, now],
  );
}

export interface ListedSite {
  id: string;
  key: string;
  title: string;
  tagline: string;
  changed_at: Date;
  group_id: string;
  group_name: string;
  header: AttachedFile[];
}

/** Every site that is open, the latest changed first. */
export async function listedSites(
  db: Db,
  { before, limit }: PostsAsk,
): Promise<{ sites: ListedSite[]; more: boolean }> {
  const keyed = before === null ? '' : 'and (s.changed_at, s.id) < ($2, $3)';
  const rows = await run<ListedSite>(
    db,
    `select s.id, s.key, s.title, s.tagline, s.changed_at, s.group_id, g.name as group_name, ${filesColumn('site', 's')} as header
     from ${SITES} where s.closed_at is null and s.hidden_at is null and g.withdrawn_at is null and g.hidden_at is null ${keyed}
     order by s.changed_at desc, s.id desc limit $1`,
    [limit + 1, ...(before ? [before.at, before.id] : [])],
  );
  return { sites: rows.slice(0, limit), more: rows.length > limit };
}
