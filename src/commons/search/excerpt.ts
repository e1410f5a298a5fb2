/** X7: why something matched: the place in its own text, as it was written, with what was asked for marked. */
import { foldText, wordsOf } from '#kernel/grams.ts';

export interface Piece {
  text: string;
  isHit: boolean;
}

const BEFORE = 30;
const LENGTH = 130;

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Kana, ideographs, ASCII and full widths without anything that joins: each code unit is what a reader takes for one character. */
const SIMPLE = /^[\x20-\x7e\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u3400-\u9fff\uff01-\uff9d]*$/;

/** What a reader takes for one character, each. A segmenter takes ten times as long as splitting does. */
export function charactersOf(text: string): string[] {
  return SIMPLE.test(text) ? text.split('') : Array.from(graphemes.segment(text), ({ segment }) => segment);
}

const MOST_FORMS = 20_000;
const forms = new Map<string, string>();

/** A character as it is compared; a page of excerpts asks for the same ones again and again. */
function formOf(character: string): string {
  let form = forms.get(character);
  if (form === undefined) {
    form = /\s/.test(character) ? ' ' : foldText(character);
    if (forms.size >= MOST_FORMS) forms.clear();
    forms.set(character, form);
  }
  return form;
}

interface Mapped {
  /** what a reader takes for one character, each */
  shown: string[];
  /** their folded forms in a row */
  folded: string;
  /** place in `folded` → place in `shown` */
  at: number[];
}

function mapped(text: string): Mapped {
  const shown = charactersOf(text);
  const at: number[] = [];
  let folded = '';
  for (const [place, character] of shown.entries()) {
    const form = formOf(character);
    for (let n = 0; n < form.length; n += 1) at.push(place);
    folded += form;
  }
  return { shown, folded, at };
}

/** The question as a whole and its words, folded; the whole comes first. */
export function wordsAsked(question: string): string[] {
  const words = wordsOf(question);
  return [...new Set([words.join(' '), ...words])].filter(Boolean);
}

/** Which characters belong to a hit. */
function hitsIn({ shown, folded, at }: Mapped, words: readonly string[]): boolean[] {
  const hits = shown.map(() => false);
  for (const word of words) {
    for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + word.length)) {
      for (let n = from; n < from + word.length; n += 1) hits[at[n]!] = true;
    }
  }
  return hits;
}

function pieces(shown: readonly string[], hits: readonly boolean[]): Piece[] {
  const all: Piece[] = [];
  for (const [at, character] of shown.entries()) {
    const last = all.at(-1);
    if (last && last.isHit === hits[at]) last.text += character;
    else all.push({ text: character, isHit: hits[at] === true });
  }
  return all;
}

/** The whole text with its hits, for titles. */
export function marked(text: string, words: readonly string[]): Piece[] {
  const map = mapped(text);
  return pieces(map.shown, hitsIn(map, words));
}

/** As much of a long text is looked at character by character. */
const NEAR_BEFORE = 200;
const NEAR_AFTER = 600;

/** The sentences around the first one that holds one of the words, those looked for first. */
function near(text: string, words: readonly string[]): { text: string; isCut: boolean; isMore: boolean } {
  const sentences = text.split(/(?<=[。.!?！？\n])/);
  const folded: string[] = [];
  const holding = (word: string) =>
    sentences.findIndex((sentence, at) => {
      folded[at] ??= foldText(sentence);
      return folded[at].includes(word);
    });
  const at = Math.max(
    0,
    words.reduce((found, word) => (found >= 0 ? found : holding(word)), -1),
  );
  const before = sentences.slice(0, at).join('');
  const from = Math.max(0, before.length - NEAR_BEFORE);
  const within = sentences[at]?.length ?? 0;
  const until = before.length + Math.max(NEAR_AFTER, within);
  return { text: text.slice(from, until).toWellFormed(), isCut: from > 0, isMore: until < text.length };
}

/** Some 130 characters around the first hit of the whole question, or else of a word; the beginning where there is none. */
export function excerpt(text: string, words: readonly string[]): Piece[] {
  const around = near(text, words);
  const map = mapped(around.text.replace(/\s+/g, ' ').trim());
  const found = words.map((word) => map.folded.indexOf(word)).find((at) => at >= 0);
  const begin = Math.max(0, (found === undefined ? 0 : map.at[found]!) - BEFORE);
  const end = Math.min(map.shown.length, begin + LENGTH);
  const cut = pieces(map.shown.slice(begin, end), hitsIn(map, words).slice(begin, end));
  return [
    ...(begin > 0 || around.isCut ? [{ text: '…', isHit: false }] : []),
    ...cut,
    ...(end < map.shown.length || around.isMore ? [{ text: '…', isHit: false }] : []),
  ];
}
