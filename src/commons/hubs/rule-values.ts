/** P9: a value of the rules in words. Modules whose part of the rules holds a list say how it reads. */
import { formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { functionWords } from './function-words.ts';
import { STARTS } from './rule-leaves.ts';
import { ruleWords } from './rule-words.ts';

type Reading = (value: unknown, lang: Lang) => string;
type Choices = (lang: Lang) => readonly { value: string; text: string }[];

const readings = new Map<string, { reading: Reading; choices: Choices | undefined }>();

/** Called by a module, once, when it is loaded: how its value at `path` reads; of a list one chooses from, what there is to choose. */
export function readRuleAs(path: string, reading: Reading, choices?: Choices): void {
  readings.set(path, { reading, choices });
}

export function choicesOf(path: string, lang: Lang): readonly { value: string; text: string }[] {
  return readings.get(path)?.choices?.(lang) ?? [];
}

export function ruleName(path: string, lang: Lang): string {
  return ruleWords(lang).names[path] ?? path;
}

/** Group a path belongs to, as a key of the words. */
export function ruleGroup(path: string, lang: Lang): string {
  const [first = ''] = path.split('.');
  return first in ruleWords(lang).groups ? first : 'other';
}

type Unit = 'days' | 'characters' | 'hourly' | 'daily' | 'megabytes' | 'count';

export function unitOf(path: string): Unit {
  if (/\.days\.|Days$/.test(path)) return 'days';
  if (path.startsWith('limits.')) return 'characters';
  if (path.startsWith('hourly.')) return 'hourly';
  if (path.endsWith('Daily')) return 'daily';
  return path.endsWith('megabytes') ? 'megabytes' : 'count';
}

export function monthDay(day: string, lang: Lang): string {
  return ruleWords(lang).monthDay(Number(day.slice(0, 2)), Number(day.slice(3)));
}

/** The value at `path` in words; undefined is "none". */
export function ruleValue(path: string, value: unknown, lang: Lang): string {
  const w = ruleWords(lang);
  const own = readings.get(path);
  if (value === undefined) return w.none;
  if (Array.isArray(value) && value.length === 0) return w.none;
  if (own) return own.reading(value, lang);
  if (typeof value === 'boolean') return value ? w.yes : w.no;
  if (path.startsWith('levels.')) return w.levelNames[String(value)] ?? String(value);
  if (typeof value === 'number') return w.units[unitOf(path)](formatNumber(value));
  if (!Array.isArray(value)) return String(value);
  if (path === STARTS) return value.map((day) => monthDay(String(day), lang)).join(w.listMark);
  if (path === 'open') return value.map((key) => functionWords(lang).names[String(key)] ?? key).join(w.listMark);
  return w.units.entries(formatNumber(value.length));
}
