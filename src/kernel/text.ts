// Serves every form and the API (X8): what people write is made sound once, at the edge, before any rule sees it.
// An issue of these schemas is Zod's `custom` issue (or `invalid_type` when nothing came) whose *message is a code*:
// 'required' | 'too-short' | 'too-long' | 'broken-text'. `params` holds { code, min, max, length }, in characters.
// The edge turns code and params into words of the reader's language.
import { z } from 'zod';

export type TextIssueCode = 'required' | 'too-short' | 'too-long' | 'broken-text';

/** Smallest and greatest length, in characters (`lengthOf`). `min` is 1 where it isn't given: the text is required. */
export interface TextBounds {
  min?: number;
  max: number;
}

/** Thrown by `normalise` for text that can't be stored: a lone surrogate, or U+0000, which PostgreSQL refuses. */
export class BrokenText extends Error {
  override readonly name = 'BrokenText';
}

/** False for text with a lone surrogate or U+0000. */
export function isSound(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

// Line ends of every system; U+2028 and U+2029 break lines in some programs and not in others.
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
// Control characters but line feed and tab, the byte order mark, and what turns the direction of the text around it
// (a name with it could reverse its neighbours). Joiners and the plain direction marks stay: writing systems need them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const REMOVED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\u202a-\u202e\u2066-\u2069]/g;
const TRAILING = /[^\S\n]+$/gm;
const BLANK_LINES_AROUND = /^(?:[^\S\n]*\n)+|\s+$/g;
// Letters that show nothing (Hangul fillers, the blank braille cell) count as blank, or a name could be invisible.
const VISIBLE = /[^\s\p{Cf}\p{Cc}\p{Variation_Selector}\u115f\u1160\u3164\uffa0\u2800]/u;

/**
 * Text as it is kept: NFC, lines end with LF, no other control character, no space at the end of a line, no blank
 * lines before and after. Spaces at the beginning of a line stay (字下げ). Running it again changes nothing.
 * @throws BrokenText
 */
export function normalise(text: string): string {
  if (!isSound(text)) throw new BrokenText('lone surrogate or NUL');
  return text
    .replace(LINE_ENDS, '\n')
    .replace(REMOVED, '')
    .normalize('NFC')
    .replace(TRAILING, '')
    .replace(BLANK_LINES_AROUND, '');
}

/** `normalise`, and every run of white space (line ends, too) becomes one space: for names and titles. @throws BrokenText */
export function normaliseLine(text: string): string {
  return normalise(text).replace(/\s+/g, ' ').trim();
}

/** Characters, as PostgreSQL's `char_length` counts them (code points), so that both sides of a limit agree. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at += 1) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800) length -= 1;
  }
  return length;
}

/** True when nothing of the text can be seen. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}

function textSchema(tidy: (text: string) => string, { min = 1, max }: TextBounds) {
  return z
    .string({ error: (issue) => (issue.input == null ? 'required' : 'broken-text') })
    .check((checked) => {
      const say = (code: TextIssueCode, length: number) =>
        checked.issues.push({
          code: 'custom',
          message: code,
          params: { code, min, max, length },
          input: checked.value,
          continue: false,
        });
      if (!isSound(checked.value)) {
        say('broken-text', checked.value.length);
        return;
      }
      const text = tidy(checked.value);
      const length = lengthOf(text);
      if (min > 0 && isBlank(text)) say('required', length);
      else if (length < min && length > 0) say('too-short', length);
      else if (length > max) say('too-long', length);
      else checked.value = text;
    })
    .meta({ minLength: min, maxLength: max });
}

/**
 * Schema for one line of text: a name, a title, a search. Gives it by `normaliseLine`.
 * `min: 0` accepts an empty line; a required one has `min` 1 or more.
 */
export function line(bounds: TextBounds) {
  return textSchema(normaliseLine, bounds);
}

/** Schema for text of several lines: a description, a letter. Gives it by `normalise`. `min: 0` accepts an empty text. */
export function prose(bounds: TextBounds) {
  return textSchema(normalise, bounds);
}
