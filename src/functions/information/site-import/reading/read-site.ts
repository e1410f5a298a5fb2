/** F1.3 RSS 2.0, Atom and WordPress's own export (WXR), read as a stream into articles. */
import { type Article, type Dropped, LONGEST_ARTICLE, MOST_ARTICLES, type Reading, Unreadable } from './article.ts';
import { Attached, leadingPicture, ofArticle } from './attached.ts';
import { piecesOf, safeAddress, textOfMarkup } from './html-pieces.ts';
import { withoutShortcodes, withParagraphs } from './shortcodes.ts';
import { readXml, type XmlHandler } from './xml.ts';

/** Kinds of WordPress entries that are articles. */
const KINDS: Readonly<Record<string, Article['kind']>> = { post: 'post', page: 'page' };
/** Of the channel's own elements these are kept; the others would be of an entry. */
const SITE_FIELDS = new Set(['title', 'link', 'wp:base_site_url', 'wp:base_blog_url']);

type Fields = Record<string, string>;

interface Entry {
  fields: Fields;
  /** names and values of wp:postmeta */
  meta: Fields;
  metaKey: string;
  /** XHTML inside Atom's content, written out again */
  inline: string | null;
  /** what others said below it, how it was sorted: none of that comes */
  left: Dropped;
  isInComment: boolean;
}

/** @throws Unreadable */
export async function readSite(bytes: AsyncIterable<Uint8Array>): Promise<Reading> {
  const reader = new SiteReader();
  await readXml(bytes, reader);
  return reader.done();
}

class SiteReader implements XmlHandler {
  #format: Reading['format'] | null = null;
  readonly #site: Fields = {};
  readonly #articles: Article[] = [];
  readonly #attached = new Attached();
  /** of articles, the number of the picture that stands for them */
  readonly #leading = new Map<Article, string>();
  readonly #leftOut: Record<string, number> = {};
  #entry: Entry | null = null;
  #text = '';

  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void {
    if (depth === 1) this.#format = formatOf(name, attributes);
    if (name === 'item' || name === 'entry') this.#entry ??= begun(attributes);
    const entry = this.#entry;
    if (entry && entry.inline !== null) {
      const src = attributes.href ?? attributes.src;
      const address = src === undefined ? '' : ` ${name === 'img' ? 'src' : 'href'}="${escaped(src)}"`;
      const alt = attributes.alt === undefined ? '' : ` alt="${escaped(attributes.alt)}"`;
      this.#text += `<${name.replace(/^\w+:/, '')}${address}${alt}>`;
      return;
    }
    this.#text = '';
    if (!entry) return;
    if (name === 'wp:comment') entry.isInComment = true;
    if (name === 'content' && attributes.type === 'xhtml') entry.inline = name;
    if (this.#format === 'atom' && name === 'content') entry.fields.contentType = attributes.type ?? 'text';
    if (this.#format === 'atom' && name === 'link' && (attributes.rel ?? 'alternate') === 'alternate')
      entry.fields.link ??= attributes.href ?? '';
    if (isPictureOf(name, attributes)) entry.fields.enclosure ??= attributes.url ?? attributes.href ?? '';
  }

  text(text: string): void {
    this.#text += this.#entry && this.#entry.inline !== null ? escaped(text) : text;
    if (this.#text.length > LONGEST_ARTICLE) throw new Unreadable('too-long');
  }

  close(name: string, depth: number): void {
    const entry = this.#entry;
    if (entry && entry.inline !== null) {
      if (name !== entry.inline) {
        this.#text += `</${name.replace(/^\w+:/, '')}>`;
        return;
      }
      entry.inline = null;
    }
    const text = this.#text;
    this.#text = '';
    if (entry) {
      if (name === 'item' || name === 'entry') this.#take(entry);
      else if (name === 'wp:comment') {
        entry.isInComment = false;
        countIn(entry.left, name);
      } else if (entry.isInComment) return;
      else if (name === 'wp:meta_key') entry.metaKey = text;
      else if (name === 'wp:meta_value') entry.meta[entry.metaKey] ??= text;
      else if (name === 'category') countIn(entry.left, name);
      else if (!(name in entry.fields) || name === 'content:encoded') entry.fields[name] = text;
    } else if (depth <= 3 && SITE_FIELDS.has(name)) this.#site[name] ??= text.trim();
    if (name === 'wp:wxr_version') this.#format = 'wordpress';
  }

  done(): Reading {
    const format = this.#format;
    if (!format) throw new Unreadable('no-feed');
    for (const article of this.#articles)
      article.pieces = this.#attached.completed(article.pieces, this.#leading.get(article) ?? null);
    return { format, title: this.#site.title ?? '', articles: this.#articles, leftOut: this.#leftOut };
  }

  #take(entry: Entry): void {
    this.#entry = null;
    const type = entry.fields['wp:post_type'];
    if (type === 'attachment') this.#attached.add(entry.fields, entry.meta);
    else this.#publish(entry, type);
  }

  #publish({ fields, meta, left }: Entry, type: string | undefined): void {
    const isWordPress = type !== undefined;
    const kind = isWordPress ? KINDS[type] : 'post';
    const status = isWordPress ? (fields['wp:status'] ?? 'publish') : 'publish';
    const isLocked = (fields['wp:post_password'] ?? '') !== '';
    if (!kind || status !== 'publish' || isLocked) {
      this.#leave(kind ? (isLocked ? 'password' : status) : (type ?? ''));
      return;
    }
    if (this.#articles.length >= MOST_ARTICLES) throw new Unreadable('too-many-articles');
    const article = articleOf(fields, kind, isWordPress, this.#base(fields), this.#home());
    for (const [what, count] of Object.entries(left)) article.dropped[what] = (article.dropped[what] ?? 0) + count;
    this.#articles.push(article);
    const leading = leadingPicture(meta);
    if (leading !== null) this.#leading.set(article, leading);
  }

  #leave(what: string): void {
    this.#leftOut[what] = (this.#leftOut[what] ?? 0) + 1;
  }

  #base(fields: Fields): string | null {
    return safeAddress(fields.link ?? '', null, /^https?:$/) ?? this.#home();
  }

  /** The address of the whole site. */
  #home(): string | null {
    const addresses = [this.#site['wp:base_blog_url'], this.#site.link];
    return addresses.map((one) => safeAddress(one ?? '', null, /^https?:$/)).find((one) => one !== null) ?? null;
  }
}

function begun(attributes: Readonly<Record<string, string>>): Entry {
  const about = attributes['rdf:about'];
  const fields: Fields = about === undefined ? {} : { 'rdf:about': about };
  return { fields, meta: {}, metaKey: '', inline: null, left: {}, isInComment: false };
}

/** The picture that a feed gives with an entry: RSS, Media RSS, Atom. */
function isPictureOf(name: string, { type = '', medium, rel }: Readonly<Record<string, string>>): boolean {
  if (name === 'media:thumbnail') return true;
  if (name === 'media:content') return medium === 'image' || type.startsWith('image/');
  return type.startsWith('image/') && (name === 'enclosure' || (name === 'link' && rel === 'enclosure'));
}

function countIn(dropped: Dropped, what: string): void {
  dropped[what] = (dropped[what] ?? 0) + 1;
}

function formatOf(root: string, attributes: Readonly<Record<string, string>>): Reading['format'] | null {
  if (root === 'feed') return 'atom';
  if (root === 'rdf:RDF') return 'rss';
  if (root !== 'rss') return null;
  return 'xmlns:wp' in attributes ? 'wordpress' : 'rss';
}

/** WordPress answers by number, too, whatever its addresses look like; a guid may be an address. */
function addressesOf(fields: Fields, isWordPress: boolean, home: string | null): string[] {
  const number = isWordPress && home ? fields['wp:post_id']?.trim() : undefined;
  const byNumber = number ? ['p', 'page_id'].map((name) => `${home!.replace(/\/?$/, '/')}?${name}=${number}`) : [];
  const given = [fields.link, fields.guid, ...byNumber];
  return [...new Set(given.map((one) => safeAddress(one ?? '', null, /^https?:$/)).filter((one) => one !== null))];
}

function articleOf(
  fields: Fields,
  kind: Article['kind'],
  isWordPress: boolean,
  base: string | null,
  home: string | null,
): Article {
  const dropped: Dropped = {};
  const escapedText = fields.contentType === 'text' || fields.contentType === 'text/plain';
  const given = fields['content:encoded'] ?? fields.content ?? fields.description ?? fields.summary ?? '';
  const raw = escapedText ? escaped(given) : given;
  const markup = isWordPress ? withParagraphs(withoutShortcodes(raw, dropped)) : raw;
  const { pieces, dropped: more } = piecesOf(markup, base);
  const picture = safeAddress(fields.enclosure ?? '', base, /^https?:$/);
  if (picture && !pieces.some((piece) => piece.is === 'pictures'))
    pieces.unshift({ is: 'pictures', pictures: [{ src: picture, attachment: null, alt: '', caption: '' }] });
  for (const [what, count] of Object.entries(more)) dropped[what] = (dropped[what] ?? 0) + count;
  const parent = fields['wp:post_parent']?.trim();
  const named =
    fields['wp:post_id'] ?? fields.guid ?? fields.id ?? fields['rdf:about'] ?? fields.link ?? fields.title ?? '';
  const key = named.trim();
  return {
    kind,
    key,
    addresses: addressesOf(fields, isWordPress, home),
    title: textOfMarkup(fields.title ?? ''),
    publishedAt: dateIn(fields, isWordPress),
    parent: kind === 'page' && parent && parent !== '0' ? parent : null,
    order: Number.parseInt(fields['wp:menu_order'] ?? '0', 10) || 0,
    pieces: ofArticle(pieces, key),
    dropped,
  };
}

/** The day it says of itself. WordPress writes the hour in Greenwich; of no day at all it writes zeros. */
function dateIn(fields: Fields, isWordPress: boolean): Date | null {
  const greenwich = isWordPress ? fields['wp:post_date_gmt'] : undefined;
  const texts = [
    greenwich && `${greenwich.trim().replace(' ', 'T')}Z`,
    fields.pubDate,
    fields.published,
    fields['dc:date'],
    fields.updated,
  ];
  for (const text of texts) {
    const date = new Date(text ?? '');
    const year = date.getUTCFullYear();
    if (year >= 1990 && year <= 2200) return date;
  }
  return null;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
