/** F9.6, X9: what is printed, as data. Nothing in it is ever read as markup; the template says how it looks. */

/** Words of somebody as they stand, or a label of ours, which may be in another language than the document. */
export type Words = string | { label: string };

export interface Fact {
  label: Words;
  /** lines */
  values: readonly Words[];
}

export type Block =
  /** levels go down one at a time; in a booklet levels 1 and 2 stand in the table of contents, and level 1 begins a page */
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: Words; id?: string }
  | { kind: 'text'; text: Words; small?: true; id?: string }
  | { kind: 'facts'; facts: readonly Fact[] }
  | { kind: 'list'; items: readonly Words[] }
  /** numbered */
  | { kind: 'steps'; items: readonly Words[] }
  /** the sentence of several people, with what it rests on: links to blocks with these ids */
  | { kind: 'refs'; label: Words; refs: readonly { text: Words; to: string }[] }
  /** what one person or organisation said */
  | { kind: 'voice'; id?: string; mark: Words; who: Words; text: Words; notes: readonly Fact[]; small: Words }
  /** a drawing of ours: nobody's words in it, no letters but A to Z and digits; `alt` says what can be seen */
  | { kind: 'picture'; svg: string; alt: Words; caption: Words }
  /** a code that leads to `url`, with what is found there */
  | ({ kind: 'qr' } & Code)
  /** room to write by hand */
  | { kind: 'lines'; label: Words; hint: Words; count: number }
  | { kind: 'ticks'; label: Words; items: readonly Words[] };

export interface Code {
  url: string;
  text: Words;
}

interface Printed {
  /** of what people wrote: decides where lines may end */
  lang: 'ja' | 'en';
  /** of our labels */
  labels: 'ja' | 'en';
  title: string;
  /** ISO 8601; the only date in the file, so that the same content gives the same bytes */
  date: string;
  /** said at the end where letters are named by their code points, because the fonts lack them; a poster has no room for it. Left out: the usual words */
  codePoints?: { heading: Words; text: Words };
}

/** With cover, contents and chapters. */
export interface Booklet extends Printed {
  look?: undefined;
  /** at the head of every page but the first */
  runningHead: Words;
  cover: { above: Words; title: Words; lead: Words; facts: readonly Fact[]; notes: readonly Words[] };
  contents: Words;
  blocks: readonly Block[];
}

/** Pages to hand out or to fill in. */
export interface Sheet extends Printed {
  look: 'sheet';
  /** of the letters; left out: as in a booklet */
  size?: 'large';
  above: Words;
  heading: Words;
  lead: Words;
  /** at the foot of every page */
  foot: Words;
  blocks: readonly Block[];
}

/** One page for a wall. */
export interface Poster extends Printed {
  look: 'poster';
  paper: 'a4' | 'a3';
  above: Words;
  heading: Words;
  lead: Words;
  facts: readonly Fact[];
  code: Code;
  notes: readonly Words[];
}

export type Print = Booklet | Sheet | Poster;
