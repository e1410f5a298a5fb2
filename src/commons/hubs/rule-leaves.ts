/** P9: rules as a flat list of values, so that any two versions can be laid side by side, whatever they come to hold. Pure. */
import { type HubRules, hubRules } from './rules.ts';

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

/** True for what the form of the rules changes: numbers, yes or no, and the days on which rounds begin. The rest has places of its own. */
export function isTyped(path: string, value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || path === STARTS;
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
  code: 'not-a-whole-number' | 'too-few' | 'too-many' | 'bad-start' | 'same-start' | 'final-before-interim';
  facts?: Record<string, number>;
}

/** Present rules with what was typed put in their places; or everything that is wrong with it. Untyped values stay. */
export function typedRules(
  present: HubRules,
  typed: Readonly<Record<string, string>>,
): { rules: HubRules } | { mistakes: RuleMistake[] } {
  const mistakes: RuleMistake[] = [];
  const changed = structuredClone(present) as HubRules;
  for (const [path, value] of leavesOf(present)) {
    const text = typed[path]?.trim();
    if (text === undefined || !isTyped(path, value)) continue;
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
  return first.length > 0 ? { mistakes: first } : { rules: changed };
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
