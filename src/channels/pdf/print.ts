/** F9.6, X9: what is printed, as data. Nothing in it is ever read as markup; the template says how it looks. */

/** Words of somebody as they stand, or a label of ours, which may be in another language than the document. */
export type Words = string | { label: string };

export interface Fact {
  label: Words;
  /** lines */
  values: readonly Words[];
}

export type Block =
  /** levels go down one at a time; levels 1 and 2 stand in the table of contents; level 1 begins a page */
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: Words; id?: string }
  | { kind: 'text'; text: Words; small?: true; id?: string }
  | { kind: 'facts'; facts: readonly Fact[] }
  | { kind: 'list'; items: readonly Words[] }
  /** the sentence of several people, with what it rests on: links to blocks with these ids */
  | { kind: 'refs'; label: Words; refs: readonly { text: Words; to: string }[] }
  /** what one person or organisation said */
  | { kind: 'voice'; id?: string; mark: Words; who: Words; text: Words; notes: readonly Fact[]; small: Words };

export interface Print {
  /** of what people wrote: decides where lines may end */
  lang: 'ja' | 'en';
  /** of our labels */
  labels: 'ja' | 'en';
  title: string;
  /** ISO 8601; the only date in the file, so that the same content gives the same bytes */
  date: string;
  /** at the head of every page but the first */
  runningHead: Words;
  cover: { above: Words; title: Words; lead: Words; facts: readonly Fact[]; notes: readonly Words[] };
  contents: Words;
  blocks: readonly Block[];
  /** said at the end where letters are named by their code points, because the fonts lack them */
  codePoints: { heading: Words; text: Words };
}
