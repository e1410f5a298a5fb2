// Serves X7 (search): Japanese has no spaces between words, so text is indexed by its pairs of neighbouring characters. 「学校」 is
// found in 「小学校区」; the pairs narrow the rows down by an index, and a LIKE on the folded text confirms them.

/** The bytes of a tsvector must stay below 1 MB; a text with more different pairs is indexed by its first so many. */
const MAX_GRAMS = 60_000;
/** A query's further pairs can't narrow it much any more. */
const MAX_QUERY_GRAMS = 40;

// Signs that choose a glyph or join letters: 葛󠄀 with its variant mark is found by 葛.
const INVISIBLE = /[\p{Variation_Selector}\p{Cf}]/gu;
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g;
const WORD_CHARACTERS = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Text as it is compared: widths and compatibility forms folded (NFKC), lower case, katakana as hiragana, white space as one
 * space. Keep it in a column beside the grams for the LIKE that confirms. Folding it again changes nothing.
 */
export function foldText(text: string): string {
  const folded = text.toWellFormed().replace(/\0/g, ' ').normalize('NFKC').toLowerCase().normalize('NFKC');
  return folded
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(KATAKANA, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The runs of letters and digits of a folded text, each as its characters. */
export function runsOf(folded: string): string[][] {
  return (folded.match(WORD_CHARACTERS) ?? []).map((run) => [...run]);
}

// Letters, digits and marks only, none of which a tsvector or a tsquery reads as its own.
function quoted(gram: string): string {
  return `'${gram}'`;
}

/**
 * The grams of a text, as the text of a tsvector (`$1::tsvector`): each pair, and the last character of each run of letters
 * alone, so that a search for one character finds it by its beginning.
 */
export function gramsVector(text: string): string {
  const grams = new Set<string>();
  for (const run of runsOf(foldText(text))) {
    for (let at = 0; at < run.length; at += 1) grams.add(run[at]! + (run[at + 1] ?? ''));
    if (grams.size >= MAX_GRAMS) break;
  }
  return [...grams].slice(0, MAX_GRAMS).map(quoted).join(' ');
}

/**
 * The condition that every match fulfils, as the text of a tsquery (`$1::tsquery`): all pairs of all words. Null when the
 * text has neither letter nor digit: there is nothing to look for.
 */
export function gramsQuery(text: string): string | null {
  const terms = new Set<string>();
  for (const run of runsOf(foldText(text))) {
    if (run.length === 1) terms.add(`${quoted(run[0]!)}:*`);
    for (let at = 0; at + 1 < run.length; at += 1) terms.add(quoted(run[at]! + run[at + 1]!));
  }
  if (terms.size === 0) return null;
  return [...terms].slice(0, MAX_QUERY_GRAMS).join(' & ');
}

// 「夜の照明」 and "night bus" are one word each, blanks and all; what people write around a word isn't looked for.
const WORDS = /(?<=^| )["“「『]([^"”」』]+)["”」』](?= |$)|[^ ]+/g;
const AROUND =
  /^["“”'‘’「」『』()[\]{}〈〉《》【】〔〕,.、。・…!?:;]+|["“”'‘’「」『』()[\]{}〈〉《》【】〔〕,.、。・…!?:;]+$/g;

/** The words of a query, folded, each once; marks of quotation and of the end of a sentence around them are none of theirs. */
export function wordsOf(query: string): string[] {
  const words = Array.from(foldText(query).matchAll(WORDS), ([word, phrase]) =>
    (phrase ?? word).replace(AROUND, '').trim(),
  );
  return [...new Set(words)].filter(Boolean);
}

/**
 * Patterns for `folded like $n`, one for each word of the query: all must match. Their `%`, `_` and `\` are escaped.
 */
export function likePatterns(query: string): string[] {
  return wordsOf(query).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
