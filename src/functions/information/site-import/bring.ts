/** F1.3 Articles become pages and news of a site, in one transaction: all of them, or none. */
import { attachFiles } from '#commons/files/index.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import {
  beginPage,
  type HeldSite,
  hangFile,
  heldPage,
  keepOldAddresses,
  publishHeld,
  SITE_LIMITS,
} from '../homepages/index.ts';
import { fileNameOf, type Had } from './fetch-pictures.ts';
import type { Choices, Counts } from './import.ts';
import { WAITING } from './queries.ts';
import type { Article, PictureFrom } from './reading/article.ts';
import { blocksOf } from './to-blocks.ts';

export interface Bringing {
  ctx: ActionContext;
  importId: string;
  site: HeldSite;
  choices: Choices;
  pictures: ReadonlyMap<string, Had>;
  words: { untitled: string; video: string };
  onArticle(done: number): void;
}

/** Parents before their children, otherwise as they came; news from the oldest on. */
export function inOrder(articles: readonly Article[]): Article[] {
  const pages = articles.filter(({ kind }) => kind === 'page').sort((a, b) => a.order - b.order);
  const posts = articles
    .filter(({ kind }) => kind === 'post')
    .sort((a, b) => (a.publishedAt?.getTime() ?? 0) - (b.publishedAt?.getTime() ?? 0));
  const tops = pages.filter(({ parent }) => parent === null || !pages.some(({ key }) => key === parent));
  return [...tops, ...pages.filter((page) => !tops.includes(page)), ...posts];
}

/** The menu has one level below: what stood deeper stands below the page at the top of it. '' for those at the top. */
function topsOf(articles: readonly Article[]): (article: Article) => string {
  const parents = new Map(articles.filter(({ kind }) => kind === 'page').map(({ key, parent }) => [key, parent]));
  return ({ key, parent }) => {
    const seen = new Set([key]);
    let top = '';
    for (let at = parent; at !== null && parents.has(at) && !seen.has(at); at = parents.get(at) ?? null) {
      seen.add(at);
      top = at;
    }
    return top;
  };
}

export async function bringIn(articles: readonly Article[], it: Bringing): Promise<Counts> {
  const counts: Counts = { pages: 0, posts: 0, pictures: 0, waiting: 0, failed: 0 };
  const tops = new Map<string, string>();
  const ordered = inOrder(articles);
  const topOf = topsOf(ordered);
  let n = 0;
  for (const [at, article] of ordered.entries()) {
    const { blocks, placed } = blocksOf(article.pieces, it.words.video);
    const parentId = tops.get(topOf(article)) ?? null;
    const had = placed.map(({ at: place, pictures }) => ({ at: place, ...sorted(pictures, it.pictures) }));
    const all = withPictures(blocks, had);
    const { id, blockIds } = await beginPage(it.ctx, it.site, {
      kind: article.kind,
      title: (article.title || it.words.untitled).slice(0, SITE_LIMITS.pageTitle),
      parentId,
      blocks: all.map(({ block }) => block),
    });
    if (article.kind === 'page' && parentId === null) tops.set(article.key, id);
    await keepOldAddresses(it.ctx, it.site.id, id, article.addresses);
    for (const [index, { block, pictures }] of all.entries())
      for (const picture of pictures) {
        await hangFile(it.ctx, { id: blockIds[index]!, kind: block.kind }, picture.fileId, picture.alt.slice(0, 300));
        counts.pictures += 1;
      }
    const open = had.flatMap((one) =>
      one.open.map((picture) => ({ picture, behindId: behind(all, blockIds, one.at) })),
    );
    for (const { picture, behindId } of open) {
      n += 1;
      await keepOpen(it, { n, pageId: id, behindId, picture });
      counts[picture.fileId ? 'waiting' : 'failed'] += 1;
    }
    if (it.choices.publish && all.length > 0) await publish(it, id, article.publishedAt);
    await keepPage(it, id);
    counts[article.kind === 'page' ? 'pages' : 'posts'] += 1;
    it.onArticle(at + 1);
  }
  return counts;
}

interface Ready {
  alt: string;
  caption: string;
  fileId: string;
}

interface Open extends Omit<PictureFrom, 'attachment'> {
  fileId: string | null;
  failure: string | null;
}

/** Those that can stand on the page at once, and those that lack words or could not be had. */
function sorted(pictures: readonly PictureFrom[], had: Bringing['pictures']): { ready: Ready[]; open: Open[] } {
  const ready: Ready[] = [];
  const open: Open[] = [];
  for (const { src, alt, caption } of pictures) {
    const got = had.get(src);
    if (!got) continue;
    if ('failure' in got) open.push({ src, alt, caption, fileId: null, failure: got.failure });
    // The same picture twice in one gallery shows nothing more.
    else if (ready.some(({ fileId }) => fileId === got.fileId)) continue;
    else if (alt === '') open.push({ src, alt, caption, fileId: got.fileId, failure: null });
    else ready.push({ alt, caption, fileId: got.fileId });
  }
  return { ready, open };
}

interface Placed {
  block: ReturnType<typeof blocksOf>['blocks'][number];
  pictures: Ready[];
  /** how many blocks of text stand before it, itself among them */
  behind: number;
}

function withPictures(
  blocks: ReturnType<typeof blocksOf>['blocks'],
  had: readonly { at: number; ready: Ready[] }[],
): Placed[] {
  const all: Placed[] = [];
  for (let at = 0; at <= blocks.length; at += 1) {
    for (const { ready } of had.filter((one) => one.at === at)) {
      const [first, ...more] = ready;
      if (!first) continue;
      const block =
        more.length === 0
          ? ({ kind: 'picture', caption: first.caption.slice(0, 300), size: 'wide' } as const)
          : ({ kind: 'gallery', title: '' } as const);
      all.push({ block, pictures: ready, behind: at });
    }
    const block = blocks[at];
    if (block) all.push({ block, pictures: [], behind: at + 1 });
  }
  return all;
}

/** The last block that stands before the place. */
function behind(all: readonly Placed[], blockIds: readonly string[], at: number): string | null {
  const index = all.findLastIndex((one) => one.behind <= at);
  return blockIds[index] ?? null;
}

async function keepOpen(
  it: Bringing,
  { n, pageId, behindId, picture }: { n: number; pageId: string; behindId: string | null; picture: Open },
): Promise<void> {
  const { ctx, importId } = it;
  await run(
    ctx.db,
    `insert into site_import_pictures (hub_id, import_id, n, page_id, behind_id, src, caption, file_id, failure)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ctx.hub.id,
      importId,
      n,
      pageId,
      behindId,
      picture.src,
      picture.caption.slice(0, 300),
      picture.fileId,
      picture.failure,
    ],
  );
  if (picture.fileId)
    await attachFiles(ctx, { kind: WAITING, id: importId, version: n }, [
      { fileId: picture.fileId, label: picture.alt.slice(0, 300) || fileNameOf(picture.src).slice(0, 300) },
    ]);
}

async function publish({ ctx }: Bringing, id: string, publishedAt: Date | null): Promise<void> {
  const since = publishedAt && publishedAt < ctx.now ? publishedAt : undefined;
  await publishHeld(ctx, await heldPage(ctx, id), { at: null, ...(since ? { since } : {}), changed: '' });
}

async function keepPage({ ctx, importId }: Bringing, id: string): Promise<void> {
  await run(
    ctx.db,
    `insert into site_import_pages (hub_id, import_id, page_id, draft_version)
     select hub_id, $2, id, draft_version from site_pages where hub_id = $1 and id = $3`,
    [ctx.hub.id, importId, id],
  );
}
