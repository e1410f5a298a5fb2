/** F1.3 Blocks as everybody sees them. Where links and pictures point is the caller's (`SiteWays`). */
import { type AttachedFile, fileNote } from '#commons/files/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { fileList } from '#ui/file-list.ts';
import { heading } from '#ui/heading.ts';
import { attrs, type Html, html, url } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { picture, pictures } from '#ui/picture.ts';
import { linked, paragraphs } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { CONTACT_ITEMS, fieldWords } from '../../../registration/groups/index.ts';
import type { BlockContents, BlockKind } from '../block.ts';
import { type Inline, partsOf } from '../marks.ts';
import type { MovedPage } from '../moved-pages.ts';
import type { ListedPost, NamedMember, ShownBlock, ShownSite } from '../queries.ts';
import type { SiteWays } from '../ways.ts';
import { words } from '../words.ts';

/** What blocks show that isn't in them: read for the kinds a page has, see `siteData`. */
export interface SiteData {
  posts: readonly ListedPost[];
  members: readonly NamedMember[];
  /** coming events of the group, as items of a list */
  events: readonly Html[];
  /** a point on the map of the town; null: it has no map, or none is shown here */
  map(lat: number, lng: number): Html | null;
  /** links to where pages stood before they were brought here → those pages */
  moved: ReadonlyMap<string, MovedPage>;
}

export interface BlockProps {
  lang: Lang;
  site: ShownSite;
  ways: SiteWays;
  data: SiteData;
}

function inline(parts: readonly Inline[], ways: SiteWays): Html {
  return html`${parts.map((part) => {
    if (part.kind === 'bold') return html`<strong>${part.text}</strong>`;
    if (part.kind === 'text') return part.text;
    return html`<a href="${url(ways.link(part.href))}" rel="ugc nofollow noopener">${part.text}</a>`;
  })}`;
}

/** Typed text with its few marks. */
export function marked(text: string, ways: SiteWays): Html {
  return html`${partsOf(text).map((part) => {
    if (part.kind === 'paragraph')
      return html`<p>${part.lines.map((line, at) => (at === 0 ? inline(line, ways) : html`<br>${inline(line, ways)}`))}</p>`;
    const items = part.items.map((item) => html`<li>${inline(item, ways)}</li>`);
    return part.kind === 'list' ? html`<ul class="own-list">${items}</ul>` : html`<ol class="own-list">${items}</ol>`;
  })}`;
}

/** A picture with its copies, as the ways lead to them. */
export function sitePicture(file: AttachedFile, ways: SiteWays, caption?: string): Html {
  return picture({
    src: ways.file(file, file.widths[0]),
    copies: file.widths.map((width) => ({ href: ways.file(file, width), width })),
    width: file.width ?? 1,
    height: file.height ?? 1,
    alt: file.label,
    ...(caption ? { caption } : {}),
  });
}

const titled = (text: string, level: 2 | 3 = 2): Html | false => text !== '' && heading(level, text);

type Draw<K extends BlockKind> = (content: BlockContents[K], block: ShownBlock, props: BlockProps) => Html | null;

const DRAW: { [K in BlockKind]: Draw<K> } = {
  heading: ({ text, level }) => heading(level === 3 ? 3 : 2, text),
  text: ({ text }, _, { ways }) => marked(text, ways),
  picture: ({ caption, size }, { files }, { ways }) =>
    files.length === 0
      ? null
      : html`<div${attrs({ class: size === 'half' ? 'own-half' : undefined })}>${files.map((file) => sitePicture(file, ways, caption))}</div>`,
  gallery: ({ title }, { files }, { ways }) =>
    html`${titled(title)}${pictures(files.map((file) => sitePicture(file, ways)))}`,
  news: ({ title, count }, _, { lang, ways, data, site }) =>
    html`${titled(title)}${data.posts.length === 0 ? html`<p>${words(lang).blocks.noNews}</p>` : newsList(data.posts.slice(0, count), ways, lang)}${
      site.has_news && html`<p><a href="${url(ways.news())}">${words(lang).blocks.allNews}</a></p>`
    }`,
  events: ({ title, count }, _, { lang, data }) =>
    html`${titled(title)}${data.events.length === 0 ? html`<p>${words(lang).blocks.noEvents}</p>` : html`<ul class="list">${data.events.slice(0, count).map((item) => html`<li>${item}</li>`)}</ul>`}`,
  members: ({ title }, _, { lang, data }) =>
    html`${titled(title)}${data.members.length === 0 ? html`<p>${words(lang).blocks.noMembers}</p>` : html`<ul class="own-list">${data.members.map((one) => html`<li>${one.name}${one.words !== '' && html`<span class="meta"> ${one.words}</span>`}</li>`)}</ul>`}`,
  needs: ({ title }, _, { lang, site }) => {
    const w = words(lang).blocks;
    const pairs = [
      [w.seeks, site.seeks !== '' && paragraphs(site.seeks)],
      [w.offers, site.offers !== '' && paragraphs(site.offers)],
    ] as const;
    return html`${titled(title)}${pairs.some(([, value]) => value) ? keyValues(pairs) : html`<p>${w.noNeeds}</p>`}`;
  },
  support: ({ title, text, link, linkText }, _, { lang, ways }) =>
    html`<div class="own-call">${titled(title)}${marked(text, ways)}${link !== '' && linkButton({ href: ways.link(link), text: linkText || words(lang).blocks.supportLink, tone: 'support' })}</div>`,
  contact: ({ title, text }, _, { lang, site, ways }) =>
    html`${titled(title)}${marked(text, ways)}${contacts(site, ways, lang)}`,
  map: ({ title, place, lat, lng, text }, _, { data }) =>
    html`${titled(title)}${place !== '' && html`<p>${place}</p>`}${lat !== null && lng !== null && data.map(lat, lng)}${text !== '' && paragraphs(text)}`,
  video: ({ title, link, text }, { files }, { lang, ways }) =>
    html`${titled(title)}${files[0] && html`<div class="own-half">${sitePicture(files[0], ways)}</div>`}${text !== '' && html`<p>${text}</p>`}<p><a href="${url(ways.link(link))}" rel="ugc nofollow noopener">${words(lang).blocks.watch(title)}</a></p>`,
  files: ({ title }, { files }, { lang, ways }) =>
    html`${titled(title)}${fileList(files.map((file) => ({ href: ways.file(file), title: file.label, note: fileNote(file, lang) })))}`,
  quote: ({ text, by }) =>
    html`<figure class="own-quote"><blockquote>${paragraphs(text)}</blockquote>${by !== '' && html`<figcaption>${by}</figcaption>`}</figure>`,
  table: ({ caption, rows }) => table({ caption, columns: rows[0]!.map((text) => ({ text })), rows: rows.slice(1) }),
};

/** What the group made public of its contacts, and the way to its form. */
function contacts(site: ShownSite, ways: SiteWays, lang: Lang): Html {
  const f = fieldWords(lang).contacts;
  const w = words(lang).blocks;
  const given = CONTACT_ITEMS.filter((item) => site.contacts[item]);
  return html`${given.length > 0 && keyValues(given.map((item) => [f[item], linked(site.contacts[item]!)] as const))}${
    ways.contact &&
    site.resting_at === null &&
    html`<p>${linkButton({ href: ways.contact, text: w.writeToUs, tone: 'main' })}</p>`
  }${given.length === 0 && !ways.contact && html`<p>${w.noContact}</p>`}`;
}

export function newsList(posts: readonly ListedPost[], ways: SiteWays, lang: Lang): Html {
  return html`<ul class="own-news">${posts.map(
    (post) =>
      html`<li${attrs({ class: post.picture ? 'has-thumb' : undefined })}><div><p class="meta">${dayOf(post.first_at, lang)}</p><p><a href="${url(ways.post(post))}">${post.title}</a></p></div>${
        post.picture && html`<div class="own-thumb">${sitePicture(post.picture, ways)}</div>`
      }</li>`,
  )}</ul>`;
}

export function dayOf(at: Date, lang: Lang): string {
  return formatDate(tokyoDate(at), lang);
}

function drawn(block: ShownBlock, props: BlockProps): Html | null {
  const draw = DRAW[block.kind] as Draw<BlockKind> | undefined;
  return draw ? draw(block.content as never, block, props) : null;
}

/** A heading of the third level stands below one of the second: until there is one, it is one. */
function levelled(blocks: readonly ShownBlock[]): ShownBlock[] {
  let hasSecond = false;
  return blocks.map((block) => {
    if (block.kind === 'heading' && block.content.level === 3 && !hasSecond)
      return { ...block, content: { ...block.content, level: 2 } };
    const title = block.kind === 'heading' ? block.content.text : block.kind === 'table' ? '' : block.content.title;
    if (typeof title === 'string' && title !== '') hasSecond = true;
    return block;
  });
}

/** The ways of a site, and those from an earlier one to it. */
function ledOn({ ways, data }: BlockProps): SiteWays {
  if (data.moved.size === 0) return ways;
  const link = (address: string): string => {
    const page = data.moved.get(address);
    if (!page) return ways.link(address);
    const [, part] = address.split('#');
    return (page.kind === 'post' ? ways.post(page) : ways.page(page)) + (part ? `#${part}` : '');
  };
  return { ...ways, link };
}

export function blockHtml(block: ShownBlock, props: BlockProps): Html {
  const content = drawn(block, { ...props, ways: ledOn(props) });
  return html`${content && html`<div class="own-block">${content}</div>`}`;
}

export function blocksHtml(blocks: readonly ShownBlock[], props: BlockProps): Html {
  return html`${levelled(blocks).map((block) => blockHtml(block, props))}`;
}
