/** F1.3, X4: a homepage, a page of it or a piece of news can be reported and hidden on the grounds of the rules, with an appeal. */
import { addModerated, type Moderated } from '#commons/moderation/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { refuse } from '#kernel/refusal.ts';
import { pagePath, sitePath } from './addresses.ts';
import { siteTags } from './site.ts';

interface SiteRow {
  version: number;
  group_id: string;
  key: string;
  title: string;
  tagline: string;
  hidden_at: Date | null;
  closed_at: Date | null;
}

async function findSite(db: Db, id: string): Promise<Moderated | null> {
  const [row] = await run<SiteRow>(
    db,
    'select version, group_id, key, title, tagline, hidden_at, closed_at from sites where id = $1',
    [id],
  );
  if (!row) return null;
  return {
    id,
    version: row.version,
    authorId: row.group_id,
    personId: null,
    title: row.title,
    body: row.tagline === '' ? row.title : row.tagline,
    context: '',
    path: sitePath(row.key),
    hiddenAt: row.hidden_at,
    isWithdrawn: row.closed_at !== null,
  };
}

interface PageRow {
  kind: string;
  slug: string;
  version: number;
  title: string;
  words: string;
  group_id: string;
  key: string;
  site_title: string;
  hidden_at: Date | null;
  withdrawn_at: Date | null;
}

async function findPage(db: Db, id: string): Promise<Moderated | null> {
  const [row] = await run<PageRow>(
    db,
    `select p.kind, p.slug, v.version, v.title, v.words, s.group_id, s.key, s.title as site_title, p.hidden_at, p.withdrawn_at
     from site_pages p join sites s on s.hub_id = p.hub_id and s.id = p.site_id
     join site_page_versions v on v.hub_id = p.hub_id and v.page_id = p.id and v.version = p.shown_version where p.id = $1`,
    [id],
  );
  if (!row) return null;
  return {
    id,
    version: row.version,
    authorId: row.group_id,
    personId: null,
    title: row.title,
    body: row.words,
    context: row.site_title,
    path: pagePath(row.key, { id, ...row }),
    hiddenAt: row.hidden_at,
    isWithdrawn: row.withdrawn_at !== null,
  };
}

const hide = (table: 'sites' | 'site_pages') =>
  `update ${table} set hidden_at = case when $3::timestamptz is null then null else coalesce(hidden_at, $3) end where hub_id = $1 and id = $2`;

async function setSiteHidden(db: Db, hubId: number, id: string, at: Date | null): Promise<string[]> {
  const [row] = await run<{ group_id: string }>(db, `${hide('sites')} returning group_id`, [hubId, id, at]);
  if (!row) throw refuse('not-found', { status: 404 });
  return siteTags(id, row.group_id);
}

async function setPageHidden(db: Db, hubId: number, id: string, at: Date | null): Promise<string[]> {
  const [row] = await run<{ site_id: string; group_id: string }>(
    db,
    `with hidden as (${hide('site_pages')} returning hub_id, site_id) select h.site_id, s.group_id from hidden h
     join sites s on s.hub_id = h.hub_id and s.id = h.site_id`,
    [hubId, id, at],
  );
  if (!row) throw refuse('not-found', { status: 404 });
  return siteTags(row.site_id, row.group_id);
}

addModerated({ kind: 'site', find: findSite, setHidden: setSiteHidden });
addModerated({ kind: 'site-page', find: findPage, setHidden: setPageHidden });
