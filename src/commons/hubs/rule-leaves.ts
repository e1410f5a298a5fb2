/** P9: rules as a flat list of values, so that any two versions can be laid side by side, whatever they come to hold. Pure. */
import { belongsTo, ELECTIONS_PATH, GROUNDS_PATH, type ListMistake, readElections, readGrounds } from './rule-lists.ts';
import { type HubRules, hubRules } from './rules.ts';
import { decidedOnly, wholeRules } from './undecided-rules.ts';

/** Where the days stand on which rounds begin. */
export const STARTS = ['rounds', 'starts'].join('.');

/** `rounds.days.collecting` → 31. Lists are one value. In the order of the rules. */
export function leavesOf(rules: object, before = ''): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  for (const [key, value] of Object.entries(rules)) {
    const path = before === '' ? key : `${before}.${key}`;
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      for (const [inner, leaf] of leavesOf(value, path)) leaves.set(inner, leaf);
    else if (value !== undefined) leaves.set(path, value);
  }
  return leaves;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Paths whose values differ, in the order of `after`, then what is only in `before`. */
export function changedPaths(before: object, after: object): string[] {
  const [old, present] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...present.keys(), ...old.keys()])].filter((path) => !same(old.get(path), present.get(path)));
}

export interface RuleVersion {
  version: number;
  rules: HubRules;
}

/** Since which version each present value has been in force without a break. `versions`: oldest first, without a gap. */
export function standingSince(versions: readonly RuleVersion[]): Map<string, number> {
  const since = new Map<string, number>();
  let earlier = new Map<string, unknown>();
  for (const { version, rules } of versions) {
    const leaves = leavesOf(rules);
    for (const [path, value] of leaves)
      if (!since.has(path) || !same(earlier.get(path), value)) since.set(path, version);
    earlier = leaves;
  }
  return since;
}

const LISTS: readonly string[] = [STARTS, GROUNDS_PATH, ELECTIONS_PATH];

/** True for what the form of the rules changes: numbers, yes or no, and lists. Which functions are open has a place of its own. */
export function isTyped(path: string, value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || LISTS.includes(path);
}

/** Of everything a form brought, what the rules are made of. */
export function typedValues(rules: HubRules, typed: Readonly<Record<string, string>>): Record<string, string> {
  const paths = [...leavesOf(wholeRules(rules))].filter(([path, value]) => isTyped(path, value)).map(([path]) => path);
  return Object.fromEntries(Object.entries(typed).filter(([name]) => paths.some((path) => belongsTo(path, name))));
}

/** What was typed as days of the year (4月1日, 4/1, 04-01), as the rules have it; null where one can't be read. */
export function readStarts(text: string): string[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[\n、,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const days = parts.map((part) => {
    const [, month, day] = /^(\d{1,2})\s*[-/月.]\s*(\d{1,2})\s*日?$/.exec(part) ?? [];
    return month && day ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
  });
  if (days.length === 0 || days.includes(null)) return null;
  return fiscalOrder(days as string[]);
}

/** From April to March. */
function fiscalOrder(days: readonly string[]): string[] {
  const place = (day: string) => (day >= '04' ? day : `9${day}`);
  return [...days].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

export interface RuleMistake {
  path: string;
  code: ListMistake['code'] | 'not-a-whole-number' | 'too-many' | 'bad-start' | 'same-start' | 'final-before-interim';
  facts?: Record<string, number>;
}

/** Present rules with what was typed put in their places; or everything that is wrong with it. Untyped values stay. */
export function typedRules(
  present: HubRules,
  typed: Readonly<Record<string, string>>,
): { rules: HubRules } | { mistakes: RuleMistake[] } {
  const mistakes: RuleMistake[] = [];
  const changed = structuredClone(wholeRules(present)) as HubRules;
  const taken = (path: string, read: { values: unknown } | { mistakes: RuleMistake[] }) =>
    'mistakes' in read ? mistakes.push(...read.mistakes) : put(changed, path, read.values);
  if (Object.keys(typed).some((name) => belongsTo(ELECTIONS_PATH, name))) taken(ELECTIONS_PATH, readElections(typed));
  for (const [path, value] of leavesOf(changed)) {
    const text = typed[path]?.trim();
    if (text === undefined || path === ELECTIONS_PATH || !isTyped(path, value)) continue;
    if (path === GROUNDS_PATH) {
      taken(path, readGrounds(text));
      continue;
    }
    if (path === STARTS) {
      const starts = readStarts(text);
      if (starts === null) mistakes.push({ path, code: 'bad-start' });
      else if (new Set(starts).size < starts.length) mistakes.push({ path, code: 'same-start' });
      else put(changed, path, starts);
      continue;
    }
    if (typeof value === 'boolean') {
      put(changed, path, text === 'yes');
      continue;
    }
    const digits = text.normalize('NFKC').replace(/[,\s]/g, '');
    if (/^\d{1,7}$/.test(digits)) put(changed, path, Number(digits));
    else mistakes.push({ path, code: 'not-a-whole-number' });
  }
  mistakes.push(...outOfBounds(changed));
  const { interimAnswer, finalAnswer } = changed.rounds.days;
  if (finalAnswer < interimAnswer) mistakes.push({ path: 'rounds.days.finalAnswer', code: 'final-before-interim' });
  const first = [...new Map(mistakes.toReversed().map((one) => [one.path, one])).values()].toReversed();
  return first.length > 0 ? { mistakes: first } : { rules: decidedOnly(changed, present) };
}

function put(rules: HubRules, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop()!;
  let place = rules as unknown as Record<string, unknown>;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  place[last] = value;
}

function outOfBounds(rules: HubRules): RuleMistake[] {
  const parsed = hubRules.safeParse(rules);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue): RuleMistake => {
    const [first, second] = issue.path;
    const path = first === 'rounds' && second === 'starts' ? STARTS : issue.path.join('.');
    if (path === STARTS) return { path, code: 'bad-start' };
    if (issue.code === 'too_small') return { path, code: 'too-few', facts: { min: Number(issue.minimum) } };
    if (issue.code === 'too_big') return { path, code: 'too-many', facts: { max: Number(issue.maximum) } };
    return { path, code: 'not-a-whole-number' };
  });
}
