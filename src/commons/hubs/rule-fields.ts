/** P9: the fields of the form of the rules in their order: group by group, each as the rules have them. Pure. */
import type { Lang } from '#kernel/lang.ts';
import { isTyped, leavesOf } from './rule-leaves.ts';
import { belongsTo } from './rule-lists.ts';
import { ruleGroup } from './rule-values.ts';
import type { HubRules } from './rules.ts';

/** Paths by the group they stand in. */
export function ruleFields(rules: HubRules, lang: Lang): Map<string, string[]> {
  const typed = [...leavesOf(rules)].filter(([path, value]) => isTyped(path, value)).map(([path]) => path);
  return Map.groupBy(typed, (path) => ruleGroup(path, lang));
}

/** As the fields stand on the page; the decision, which has no path among the rules, stands behind them. */
export function inFormOrder<Item extends { field?: string | undefined }>(
  items: readonly Item[],
  rules: HubRules,
  lang: Lang,
): Item[] {
  const paths = [...ruleFields(rules, lang).values()].flat();
  const place = ({ field = '' }: Item) => {
    const at = paths.findIndex((path) => belongsTo(path, field));
    return at === -1 ? paths.length : at;
  };
  return items.toSorted((a, b) => place(a) - place(b));
}
