/**
 * F1.3 Markup of an article from elsewhere → pieces. What isn't text, a picture or a link is left out and said; nothing of the markup
 * itself, no script, no style and no address of another scheme comes through.
 */
import { parseFragment } from 'parse5';
import { DEEPEST, type Dropped, type PictureFrom, type Piece, plainText, type Run } from './article.ts';
import {
  all,
  attribute,
  BLOCKS,
  captionAround,
  captionsOf,
  type Element,
  elements,
  LEFT_OUT,
  type Node,
  type TextNode,
  textIn,
  WHOLE_GALLERY,
  withoutElements,
} from './tree.ts';

const VIDEO =
  /^https?:\/\/(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com\/(?:watch\?|embed\/|shorts\/|live\/)|youtu\.be\/|vimeo\.com\/\d|player\.vimeo\.com\/video\/\d|(?:www\.)?nicovideo\.jp\/watch\/)/i;

export interface Markup {
  pieces: Piece[];
  dropped: Dropped;
}

/** @param base address relative ones stand under; null: they are left out */
export function piecesOf(markup: string, base: string | null): Markup {
  const taker = new Taker(base);
  taker.children(parseFragment(markup).childNodes, 0, {});
  return taker.done();
}

/** The words of a piece of markup, on one line. */
export function textOfMarkup(markup: string): string {
  const { pieces } = piecesOf(markup, null);
  return pieces
    .map((piece) => {
      if (piece.is === 'text') return plainText(piece.runs);
      if (piece.is === 'list') return piece.items.map(plainText).join(' ');
      return piece.is === 'heading' || piece.is === 'quote' ? piece.text : '';
    })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

type Style = Pick<Run, 'isBold' | 'href'>;

class Taker {
  readonly #base: string | null;
  readonly #pieces: Piece[] = [];
  readonly #dropped: Dropped = {};
  #runs: Run[] = [];

  constructor(base: string | null) {
    this.#base = base;
  }

  done(): Markup {
    this.#flush();
    return { pieces: this.#pieces, dropped: this.#dropped };
  }

  children(nodes: readonly Node[], depth: number, style: Style): void {
    for (const node of nodes) this.#take(node, depth, style);
  }

  #take(node: Node, depth: number, style: Style): void {
    if (node.nodeName === '#text') this.#say((node as TextNode).value, style);
    if (!('tagName' in node)) return;
    if (depth > DEEPEST) this.#drop('…');
    else this.#element(node, depth + 1, style);
  }

  #element(node: Element, depth: number, style: Style): void {
    const name = node.tagName;
    const inside = node.childNodes;
    if (LEFT_OUT.has(name)) this.#drop(name);
    else if (name === 'br') this.#runs.push({ text: '\n', ...style });
    else if (name === 'hr') this.#flush();
    else if (name === 'img') this.#pictures([node], '');
    else if (name === 'a' && /\bwp-block-file__button\b/.test(attribute(node, 'class'))) return;
    else if (name === 'a') this.children(inside, depth, this.#linked(node, style));
    else if (name === 'b' || name === 'strong') this.children(inside, depth, { ...style, isBold: true });
    else if (/^h[1-6]$/.test(name)) this.#heading(node, name <= 'h2' ? 2 : 3);
    else if (name === 'ul' || name === 'ol') this.#list(node, name === 'ol', depth);
    else if (name === 'blockquote') this.#quote(node);
    else if (name === 'table') this.#table(node);
    else if (name === 'figure') this.#figure(node, depth);
    else if (name === 'iframe' || name === 'video' || name === 'audio') this.#played(node);
    else if (BLOCKS.has(name)) {
      this.#flush();
      this.children(inside, depth, style);
      this.#flush();
    } else this.children(inside, depth, style);
  }

  #drop(what: string): void {
    this.#dropped[what] = (this.#dropped[what] ?? 0) + 1;
  }

  #say(text: string, style: Style): void {
    const said = text.replace(/[ \t\r\n\f]+/g, ' ');
    if (said) this.#runs.push({ text: said, ...style });
  }

  #linked(node: Element, style: Style): Style {
    const href = attribute(node, 'href');
    if (href === '' || href.startsWith('#')) return style;
    const whole = safeAddress(href, this.#base, /^(?:https?|mailto|tel):$/);
    if (whole === null) this.#drop('a');
    return whole === null ? style : { ...style, href: whole };
  }

  #flush(): void {
    const runs = tidied(this.#runs);
    this.#runs = [];
    if (runs.length === 0) return;
    const text = plainText(runs).trim();
    if (VIDEO.test(text) && !/\s/.test(text)) this.#pieces.push({ is: 'video', href: text });
    else this.#pieces.push({ is: 'text', runs });
  }

  #heading(node: Element, level: 2 | 3): void {
    this.#flush();
    const text = textIn(node).replace(/\s+/g, ' ').trim();
    const pictures = all(node, 'img');
    if (text) this.#pieces.push({ is: 'heading', level, text });
    if (pictures.length > 0) this.#pictures(pictures, '');
  }

  /** Lists within lists become one: the items of the inner follow the outer's. */
  #list(node: Element, isOrdered: boolean, depth: number): void {
    this.#flush();
    const items: Run[][] = [];
    const pictures: Element[] = [];
    for (const item of elements(node).filter(
      ({ tagName }) => tagName === 'li' || tagName === 'ul' || tagName === 'ol',
    )) {
      const inner = new Taker(this.#base);
      inner.children(item.childNodes, depth, {});
      const markup = inner.done();
      for (const [what, count] of Object.entries(markup.dropped))
        this.#dropped[what] = (this.#dropped[what] ?? 0) + count;
      for (const piece of markup.pieces) {
        if (piece.is === 'text') items.push(piece.runs);
        else if (piece.is === 'list') items.push(...piece.items);
        else if (piece.is === 'heading' || piece.is === 'quote') items.push([{ text: piece.text }]);
      }
      pictures.push(...all(item, 'img'));
    }
    if (items.length > 0) this.#pieces.push({ is: 'list', isOrdered, items });
    if (pictures.length > 0) this.#pictures(pictures, '');
  }

  #quote(node: Element): void {
    this.#flush();
    const cites = all(node, 'cite');
    const by = cites.map(textIn).join(' ').replace(/\s+/g, ' ').trim();
    const inner = new Taker(this.#base);
    inner.children(withoutElements(node, cites), DEEPEST / 2, {});
    const text = inner
      .done()
      .pieces.map((piece) => {
        if (piece.is === 'text') return plainText(piece.runs);
        if (piece.is === 'list') return piece.items.map(plainText).join('\n');
        return piece.is === 'heading' || piece.is === 'quote' ? piece.text : '';
      })
      .filter(Boolean)
      .join('\n');
    if (text) this.#pieces.push({ is: 'quote', text, by });
  }

  #table(node: Element): void {
    this.#flush();
    const lines = all(node, 'tr');
    const rows = lines.map((line) =>
      elements(line)
        .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
        .map((cell) => textIn(cell).replace(/\s+/g, ' ').trim()),
    );
    const width = Math.max(0, ...rows.map(({ length }) => length));
    const caption = all(node, 'caption').map(textIn).join(' ').replace(/\s+/g, ' ').trim();
    const hasHead = lines[0] ? elements(lines[0]).every(({ tagName }) => tagName === 'th') : false;
    const full = rows
      .filter((row) => row.some(Boolean))
      .map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
    if (full.length > 0) this.#pieces.push({ is: 'table', rows: full, hasHead, caption });
    const pictures = all(node, 'img');
    if (pictures.length > 0) this.#pictures(pictures, '');
  }

  #figure(node: Element, depth: number): void {
    if (node.attrs.some(({ name }) => name === WHOLE_GALLERY)) {
      this.#flush();
      this.#pieces.push({ is: 'pictures', pictures: [], of: '' });
      return;
    }
    const captions = captionsOf(node);
    const caption = captions.map(textIn).join(' ').replace(/\s+/g, ' ').trim();
    if (all(node, 'img').length > 0 && all(node, 'figure').length > 0) this.#gallery(node, caption);
    else if (all(node, 'img').length > 0) this.#pictures(all(node, 'img'), caption);
    else this.#captioned(withoutElements(node, captions), depth, caption);
  }

  /** Pictures that have words of their own each; the words of all of them stand below. */
  #gallery(node: Element, caption: string): void {
    this.#flush();
    const pictures = all(node, 'img').flatMap((one) => this.#picture(one, captionAround(one, node)) ?? []);
    if (pictures.length > 0) this.#pieces.push({ is: 'pictures', pictures });
    if (caption) this.#pieces.push({ is: 'text', runs: [{ text: caption }] });
  }

  /** Words below a film or a table are what it is called. */
  #captioned(inside: readonly Node[], depth: number, caption: string): void {
    this.#flush();
    const before = this.#pieces.length;
    this.children(inside, depth, {});
    this.#flush();
    const [only] = this.#pieces.slice(before);
    if (caption === '') return;
    if (only?.is === 'video' && this.#pieces.length === before + 1) only.title = caption;
    else if (only?.is === 'table' && only.caption === '' && this.#pieces.length === before + 1) only.caption = caption;
    else this.#pieces.push({ is: 'text', runs: [{ text: caption }] });
  }

  #pictures(nodes: readonly Element[], caption: string): void {
    this.#flush();
    const pictures = nodes.flatMap((node) => this.#picture(node, caption) ?? []);
    if (pictures.length > 0) this.#pieces.push({ is: 'pictures', pictures });
  }

  #picture(node: Element, caption: string): PictureFrom | null {
    const attachment = /\bwp-image-(\d+)\b/.exec(attribute(node, 'class'))?.[1] ?? (attribute(node, 'data-id') || null);
    const src = safeAddress(attribute(node, 'src') || attribute(node, 'data-src'), this.#base, /^https?:$/) ?? '';
    if (src === '' && attachment === null) {
      this.#drop('img');
      return null;
    }
    return { src, attachment, alt: attribute(node, 'alt').replace(/\s+/g, ' ').trim(), caption };
  }

  #played(node: Element): void {
    const from =
      attribute(node, 'src') ||
      all(node, 'source')
        .map((one) => attribute(one, 'src'))
        .find(Boolean) ||
      '';
    const href = safeAddress(from, this.#base, /^https?:$/);
    if (href === null) {
      this.#drop(node.tagName);
      return;
    }
    this.#flush();
    // What else stands in a frame (a map, a calendar) is no film: its address remains.
    if (node.tagName === 'video' || VIDEO.test(href)) this.#pieces.push({ is: 'video', href });
    else this.#pieces.push({ is: 'text', runs: [{ text: href, href }] });
  }
}

/** The whole address, or null for one of a scheme that isn't wanted or that can't be read. */
export function safeAddress(text: string, base: string | null, schemes: RegExp): string | null {
  const trimmed = text.trim();
  const url = trimmed === '' ? null : URL.parse(trimmed, base ?? undefined);
  return url && schemes.test(url.protocol) && url.href.length <= 2_000 ? url.href : null;
}

/** Neighbours of one style become one, spaces around breaks go; empty when nothing is left. */
export function tidied(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.isBold === run.isBold && last.href === run.href) last.text += run.text;
    else joined.push({ ...run });
  }
  for (const run of joined)
    run.text = run.text
      .replace(/ *\n */g, '\n')
      .replace(/ {2,}/g, ' ')
      .replace(/\n{3,}/g, '\n\n');
  while (joined[0] && joined[0].text.trimStart() === '') joined.shift();
  while (joined.at(-1)?.text.trimEnd() === '') joined.pop();
  const [first] = joined;
  const last = joined.at(-1);
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return joined.filter(({ text }) => text !== '');
}
