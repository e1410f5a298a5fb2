/**
 * F1.3 A site as a folder of files in a zip: everything published, its pictures and styles; it opens from a disk without a network. One
 * page after the other is read and written, so that a large site needs no more memory than a small one.
 */
import { PassThrough, Readable } from 'node:stream';
import { openedFiles, StoreAway, StoreMissing, storeKey } from '#commons/files/index.ts';
import type { Hub } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { htmlLang, type Lang } from '#kernel/lang.ts';
import type { Reply } from '#kernel/web/reply.ts';
import {
  emptyHtml,
  type ListedPost,
  newsHtml,
  pageHtml,
  pagePath,
  postsOf,
  type ShownSite,
  type SiteFrameProps,
  shownPage,
  siteCss,
  siteData,
} from '../homepages/index.ts';
import { diskWays, forDisk, type Wanted } from './disk-ways.ts';
import { exportWords } from './words.ts';

const POSTS_A_PAGE = 50;
const FED = 50;

export interface SiteWriting {
  hub: Hub;
  lang: Lang;
  now: Date;
  site: ShownSite;
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** writes a feed */
  atom(feed: Feed): Reply;
}

/** A feed of a site's news; addresses are whole. */
export interface Feed {
  href: string;
  self: string;
  title: string;
  lang: string;
  updated: Date;
  entries: readonly { href: string; id: string; title: string; author: string; at: Date; summary: string }[];
}

interface Named {
  name: string;
  body: string | Readable;
}

/** Every file of the folder, in an order in which what is needed is known before it is asked for. */
export async function* siteFiles(writing: SiteWriting): AsyncGenerator<Named> {
  const { hub, lang, now, site, read } = writing;
  const ways = diskWays(site, hub.origin);
  const frame: SiteFrameProps = { lang, site, ways, town: hub.town[lang], indexed: false };
  const written = (markup: string) => forDisk(markup, hub.origin);

  async function one(at: { id: string }): Promise<Named | null> {
    const page = await read((db) => shownPage(db, site.id, at, now));
    if (!page) return null;
    const data = await read((db) => siteData(db, { hub, lang, site, blocks: page.blocks, now }));
    return { name: ways.nameOf(page), body: written(pageHtml({ ...frame, page, data })) };
  }

  yield { name: 'style/house.css', body: await houseCss() };
  yield { name: 'style/site.css', body: siteCss(site.theme, site.colour) };
  yield { name: 'README.txt', body: exportWords(lang).readme(site.title, now) };
  if (site.menu.length === 0) yield { name: 'index.html', body: written(emptyHtml(frame)) };
  for (const { id } of site.menu) {
    const page = await one({ id });
    if (page) yield page;
  }
  const newest: ListedPost[] = [];
  let before: { at: Date; id: string } | null = null;
  for (let n = 1; ; n += 1) {
    const from: { at: Date; id: string } | null = before;
    const { posts, more }: Awaited<ReturnType<typeof postsOf>> = await read((db) =>
      postsOf(db, site.id, now, { before: from, limit: POSTS_A_PAGE }),
    );
    if (n === 1) newest.push(...posts.slice(0, FED));
    const older = more ? String(n + 1) : null;
    yield { name: n === 1 ? 'news.html' : `news-${n}.html`, body: written(newsHtml({ ...frame, posts, older })) };
    for (const { id } of posts) {
      const page = await one({ id });
      if (page) yield page;
    }
    const last = posts.at(-1);
    if (!more || !last) break;
    before = { at: last.first_at, id: last.id };
  }
  yield { name: 'news.atom', body: feed(writing, newest) };
  for (const [name, wanted] of ways.wanted) yield { name, body: await bytesOf(hub.id, wanted) };
}

function feed({ hub, lang, site, atom }: SiteWriting, posts: readonly ListedPost[]): string {
  const home = `${hub.origin}/sites/${site.key}`;
  const { body } = atom({
    href: `${home}/news`,
    self: `${home}/news.atom`,
    title: site.title,
    lang: htmlLang(lang),
    updated: posts[0]?.valid_from ?? site.made_at,
    entries: posts.map((post) => ({
      href: hub.origin + encodeURI(pagePath(site.key, post)),
      id: `urn:uuid:${post.id}`,
      title: post.title,
      author: site.group_name,
      at: post.first_at,
      summary: post.words.slice(0, 300),
    })),
  });
  return String(body);
}

/** A file whose bytes are gone is left empty: one picture is no reason to give nothing. */
async function bytesOf(hubId: number, { file, width }: Wanted): Promise<Readable | string> {
  try {
    return await openedFiles().store.read(storeKey(hubId, file.sha256, width ?? undefined));
  } catch (error) {
    if (error instanceof StoreMissing || error instanceof StoreAway) return '';
    throw error;
  }
}

let house: Promise<string> | null = null;

/** The style of the house as it is served; built once in a process that is asked for it. */
function houseCss(): Promise<string> {
  house ??= import('#ui/assets.ts').then(async ({ buildAssets }) => {
    const { files, css } = await buildAssets();
    return files.get(css)!.body.toString('utf8');
  });
  return house;
}

/** The folder as a zip, made while it is read. */
export async function siteZip(writing: SiteWriting): Promise<Readable> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  const out = new PassThrough();
  const output = zip.outputStream as Readable;
  output.on('error', (error) => out.destroy(error));
  output.pipe(out);
  const closed = new Promise<void>((resolve) => void out.once('close', resolve));
  void (async () => {
    try {
      for await (const { name, body } of siteFiles(writing)) {
        if (out.destroyed) return;
        const stream = typeof body === 'string' ? Readable.from([Buffer.from(body)]) : body;
        const done = new Promise<void>((resolve, reject) => {
          stream.once('end', resolve);
          stream.once('error', reject);
        });
        zip.addReadStream(stream as never, name, { mtime: writing.now, compress: !/\.(webp|jpe?g|png)$/.test(name) });
        await Promise.race([done, closed]);
      }
      zip.end();
    } catch (error) {
      out.destroy(error as Error);
    }
  })();
  return out;
}
