/** P9, X4: rules that are lists, as the form has them: grounds to tick, election periods in rows. Pure. */
import { isCivicDay } from '#kernel/dates.ts';
import { LANGS } from '#kernel/lang.ts';
import type { ModerationRules } from './moderation-rules.ts';

/** Written in parts: these are places in the rules, not events of moderation. */
export const GROUNDS_PATH = ['moderation', 'grounds'].join('.');
export const ELECTIONS_PATH = ['moderation', 'elections'].join('.');

type Election = ModerationRules['elections'][number];

/** What is typed of one election period: a name in each language, the first and the last day. */
export const ELECTION_PARTS = [...LANGS, 'from', 'until'] as const;
export type ElectionPart = (typeof ELECTION_PARTS)[number];

/** Empty rows below those that are there. */
const MORE_ROWS = 2;
const MOST_ROWS = 52;

export function electionField(row: number, part: ElectionPart): string {
  return `${ELECTIONS_PATH}.${row}.${part}`;
}

/** True for a field of the list at `path`: `moderation.elections.0.from` belongs to `moderation.elections`. */
export function belongsTo(path: string, name: string): boolean {
  return name === path || name.startsWith(`${path}.`);
}

type Typed = Readonly<Record<string, string>>;

/** Rows of the form: the periods there are, or what was typed; and some empty ones. */
export function electionRows(elections: readonly Election[], typed: Typed): Record<ElectionPart, string>[] {
  const kept = elections.map(({ name, from, until }) => ({ ...name, from, until }));
  const count = Math.min(kept.length + MORE_ROWS, MOST_ROWS);
  return Array.from(
    { length: count },
    (_, row) =>
      Object.fromEntries(
        ELECTION_PARTS.map((part) => [part, typed[electionField(row, part)] ?? kept[row]?.[part] ?? '']),
      ) as Record<ElectionPart, string>,
  );
}

export interface ListMistake {
  path: string;
  code: 'too-few' | 'empty-name' | 'bad-day' | 'ends-before';
  facts?: Record<string, number>;
}

/** One ground a line; at least one. */
export function readGrounds(text: string): { values: string[] } | { mistakes: ListMistake[] } {
  const values = text.split('\n').filter((line) => line !== '');
  return values.length > 0 ? { values } : { mistakes: [{ path: GROUNDS_PATH, code: 'too-few', facts: { min: 1 } }] };
}

/** A row that was emptied is left out; one that was begun must be whole. In the order of their first days. */
export function readElections(typed: Typed): { values: Election[] } | { mistakes: ListMistake[] } {
  const values: Election[] = [];
  const mistakes: ListMistake[] = [];
  for (let row = 0; row < MOST_ROWS; row += 1) {
    const at = (part: ElectionPart) => (typed[electionField(row, part)] ?? '').normalize('NFC').trim();
    if (ELECTION_PARTS.every((part) => at(part) === '')) continue;
    for (const lang of LANGS)
      if (at(lang) === '' || at(lang).length > 80)
        mistakes.push({ path: electionField(row, lang), code: 'empty-name' });
    const [from, until] = [at('from'), at('until')];
    for (const part of ['from', 'until'] as const)
      if (!isCivicDay(at(part))) mistakes.push({ path: electionField(row, part), code: 'bad-day' });
    if (isCivicDay(from) && isCivicDay(until) && until < from)
      mistakes.push({ path: electionField(row, 'until'), code: 'ends-before' });
    values.push({ name: { ja: at('ja'), easy: at('easy'), en: at('en') }, from, until });
  }
  return mistakes.length > 0 ? { mistakes } : { values: values.toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
}
