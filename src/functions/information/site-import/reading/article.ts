/** F1.3 What comes from elsewhere, before it becomes blocks of a homepage: articles of headings, paragraphs, lists, pictures. */

/** A stretch of text. A line feed in `text` is a line break. */
export interface Run {
  text: string;
  isBold?: true;
  /** http(s), mailto or tel; nothing else comes through */
  href?: string;
}

export interface PictureFrom {
  /** absolute http(s) address; '' when only `attachment` is known */
  src: string;
  /** number of the attachment in a WordPress export */
  attachment: string | null;
  /** alternative text; '' when there is none */
  alt: string;
  caption: string;
}

export type Piece =
  | { is: 'heading'; level: 2 | 3; text: string }
  | { is: 'text'; runs: Run[] }
  | { is: 'list'; isOrdered: boolean; items: Run[][] }
  | { is: 'quote'; text: string; by: string }
  | { is: 'table'; rows: string[][]; hasHead: boolean; caption: string }
  /** `of`: all pictures of the article itself, `''` until it is known which */
  | { is: 'pictures'; pictures: PictureFrom[]; of?: string }
  /** `title`: the words below it, where there are any */
  | { is: 'video'; href: string; title?: string };

/** What was left out, by what it is called in the markup (`script`, `form`, `[contact-form-7]`, `wp:comment`, `category`), and how often. */
export type Dropped = Record<string, number>;

export interface Article {
  kind: 'page' | 'post';
  /** what names it where it comes from: guid, id or address */
  key: string;
  /** whole addresses under which it stood there, for links to it */
  addresses: string[];
  title: string;
  /** null: no date, or none that can be read */
  publishedAt: Date | null;
  /** `key` of the page above it; null: none */
  parent: string | null;
  /** place among its siblings, as it was given there */
  order: number;
  pieces: Piece[];
  dropped: Dropped;
}

/** A picture as a WordPress export tells of it. */
export interface Attachment {
  id: string;
  src: string;
  alt: string;
  caption: string;
  /** number of the article it was sent up for; null: none */
  parent: string | null;
}

export interface Reading {
  format: 'rss' | 'atom' | 'wordpress';
  title: string;
  articles: Article[];
  /** drafts, private ones, the trash; and kinds that are no articles (menus, forms of plugins) */
  leftOut: Record<string, number>;
}

export const MOST_ARTICLES = 2_000;
export const MOST_ATTACHMENTS = 20_000;
export const MOST_ELEMENTS = 1_000_000;
/** characters of one article's markup */
export const LONGEST_ARTICLE = 1_000_000;
export const DEEPEST = 64;

export type UnreadableCode =
  | 'not-xml'
  | 'no-feed'
  | 'entities'
  | 'too-many-elements'
  | 'too-many-articles'
  | 'too-deep'
  | 'too-long'
  | 'cut-off';

/** Why a file can't be read at all. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly code: UnreadableCode;
  /** line of the file where it was met; 0: none */
  readonly line: number;

  constructor(code: UnreadableCode, line = 0) {
    super(code);
    this.code = code;
    this.line = line;
  }
}

export function plainText(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
