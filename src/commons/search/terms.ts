/** X7: what an entry is kept under, and what a question asks for: one and two characters of text, of titles, kinds and months. */
import { tokyoDate } from '#kernel/dates.ts';
import { foldText, runsOf } from '#kernel/grams.ts';

/** More of a text is not looked through: some thirty pages. */
export const MOST_CHARACTERS = 20_000;
/** Further pairs of a question narrow it hardly any more; the text itself is compared afterwards. */
const MOST_ASKED = 10;

export const kindTerm = (kind: string): string => `#k${kind}`;
export const monthTerm = (month: string): string => `#m${month}`;
export const titleTerm = (gram: string): string => `^${gram}`;

export interface EntryText {
  kind: string;
  title: string;
  body: string;
  at: Date;
}

export interface Folded {
  title: string;
  /** title and body, a line each */
  whole: string;
}

export function folded({ title, body }: Pick<EntryText, 'title' | 'body'>): Folded {
  const foldedTitle = foldText(title);
  return { title: foldedTitle, whole: `${foldedTitle}\n${foldText(body.slice(0, MOST_CHARACTERS))}` };
}

function gramsIn(text: string): Set<string> {
  const grams = new Set<string>();
  for (const run of runsOf(text)) {
    for (let at = 0; at < run.length; at += 1) {
      grams.add(run[at]!);
      if (at + 1 < run.length) grams.add(run[at]! + run[at + 1]!);
    }
  }
  return grams;
}

/** Everything an entry is kept under. */
export function termsOf(entry: EntryText): string[] {
  const { title, whole } = folded(entry);
  return [
    ...gramsIn(whole),
    ...[...gramsIn(title)].map(titleTerm),
    kindTerm(entry.kind),
    monthTerm(tokyoDate(entry.at).slice(0, 7)),
  ];
}

/** What every match is kept under; empty when the question has neither letter nor digit. */
export function gramsAsked(question: string): string[] {
  const grams = new Set<string>();
  for (const run of runsOf(foldText(question))) {
    if (run.length === 1) grams.add(run[0]!);
    for (let at = 0; at + 1 < run.length; at += 1) grams.add(run[at]! + run[at + 1]!);
  }
  const all = [...grams];
  const step = Math.max(1, all.length / MOST_ASKED);
  return Array.from({ length: Math.min(all.length, MOST_ASKED) }, (_, at) => all[Math.floor(at * step)]!);
}
