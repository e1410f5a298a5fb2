/** P9: the rules of a hub as people read them: in words, with value, since when, and the decision behind each. */
import { formatDate, formatDateTime, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import { button } from '#ui/button.ts';
import { form, selectField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list, listItem } from '#ui/list.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { formWords } from '../form-words.ts';
import { changedPaths, leavesOf, standingSince } from '../rule-leaves.ts';
import type { DecidedRules } from '../rule-queries.ts';
import { ruleGroup, ruleName, ruleValue } from '../rule-values.ts';
import { ruleWords } from '../rule-words.ts';
import type { HubRules } from '../rules.ts';
import { wholeRules } from '../undecided-rules.ts';

const day = (version: DecidedRules, lang: Lang) => formatDate(tokyoDate(version.decided_at), lang);
const number = (version: Pick<DecidedRules, 'version'>) => formatNumber(version.version);

/** Paths of one group after the other, in the order of the rules. */
function byGroup(paths: Iterable<string>, lang: Lang): Map<string, string[]> {
  return Map.groupBy(paths, (path) => ruleGroup(path, lang));
}

/** Every rule of a version, by groups; with `sinceOf`, when each came to be. */
function ruleTables(rules: HubRules, lang: Lang, sinceOf?: (path: string) => Html | string): Html {
  const w = ruleWords(lang);
  const leaves = leavesOf(rules);
  const columns = [{ text: w.columns.rule }, { text: w.columns.value }];
  return html`${[...byGroup(leaves.keys(), lang)].map(([group, paths]) =>
    section({
      title: w.groups[group],
      ...(w.groupLeads[group] ? { lead: w.groupLeads[group] } : {}),
      id: `rules-${group}`,
      children: table({
        caption: w.groups[group]!,
        captionHidden: true,
        columns: sinceOf ? [...columns, { text: w.columns.since }] : columns,
        rows: paths.map((path) => [
          ruleName(path, lang),
          ruleValue(path, leaves.get(path), lang),
          ...(sinceOf ? [sinceOf(path)] : []),
        ]),
      }),
    }),
  )}`;
}

export function rulesHead(latest: DecidedRules, lang: Lang): Html {
  const w = ruleWords(lang);
  return html`${pageHead({ title: w.title, lead: w.lead, meta: w.inForce(number(latest), day(latest, lang)) })}<p>${w.stays}</p>`;
}

/** The rules in force, and the list of all versions. `versions`: oldest first. */
export function rulesMain(versions: readonly DecidedRules[], lang: Lang): Html {
  const w = ruleWords(lang);
  const latest = versions.at(-1)!;
  const since = standingSince(versions);
  const known = new Map(versions.map((one) => [one.version, one]));
  const sinceOf = (path: string) => {
    const version = known.get(since.get(path) ?? 0);
    if (!version) return w.undecided;
    return link(
      `/rules/${version.version}`,
      w.since(
        number(version),
        w.shortDay(tokyoDate(version.decided_at).slice(0, 4), formatDate(version.decided_at, lang, 'short')),
      ),
    );
  };
  return html`${ruleTables(wholeRules(latest.rules), lang, sinceOf)}${section({
    title: w.versions,
    id: 'versions',
    ...(versions.length > 1 ? { more: { href: '/rules/comparison', text: w.compare } } : {}),
    children: list(
      versions.toReversed().map((one) =>
        listItem({
          title: w.version(number(one)),
          href: `/rules/${one.version}`,
          above: day(one, lang),
          body: one.reason,
          ...(one.decision ? { meta: `${one.decided_by} ${one.decision}` } : {}),
        }),
      ),
    ),
  })}`;
}

/** Values that differ between two versions, beside each other. */
export function changeTable(before: DecidedRules, after: DecidedRules, lang: Lang): Html {
  const w = ruleWords(lang);
  const [old, present] = [leavesOf(before.rules), leavesOf(after.rules)];
  const changed = changedPaths(before.rules, after.rules);
  if (changed.length === 0) return html`<p>${w.comparison.same}</p>`;
  const rest = new Set([...old.keys(), ...present.keys()]).size - changed.length;
  return table({
    caption: html`${w.version(number(before))} → ${w.version(number(after))}`,
    columns: [{ text: w.columns.rule }, { text: w.page.before }, { text: w.page.after }],
    rows: changed.map((path) => [
      ruleName(path, lang),
      html`<del>${ruleValue(path, old.get(path), lang)}</del>`,
      html`<ins>${ruleValue(path, present.get(path), lang)}</ins>`,
    ]),
    note: w.comparison.unchanged(formatNumber(rest)),
  });
}

/** One version: the decision, what it changed, all of it. */
export function versionMain(version: DecidedRules, before: DecidedRules | null, lang: Lang): Html {
  const w = ruleWords(lang);
  return html`${section({
    title: w.page.decision,
    children: keyValues([
      [w.page.reason, paragraphs(version.reason)],
      [w.page.document, version.decision || null],
      [w.page.by, version.decided_by || null],
      [w.page.on, version.decided_on ? formatDate(version.decided_on, lang) : null],
      [w.page.link, version.link ? link(version.link, version.link) : null],
      [w.page.recorded, formatDateTime(version.decided_at, lang)],
      [w.page.recordedBy, version.actor_name],
    ]),
  })}${section({
    title: w.page.changes,
    ...(before
      ? { more: { href: `/rules/comparison?from=${before.version}&to=${version.version}`, text: w.compare } }
      : {}),
    children: before ? changeTable(before, version, lang) : html`<p>${w.page.first}</p>`,
  })}${section({ title: w.page.whole, children: ruleTables(version.rules, lang) })}`;
}

/** Two versions side by side, with a form to choose others. */
export function comparisonMain(
  versions: readonly DecidedRules[],
  chosen: { from: DecidedRules; to: DecidedRules },
  lang: Lang,
): Html {
  const w = ruleWords(lang);
  const choices = versions.toReversed().map((one) => ({
    value: String(one.version),
    text: `${w.version(number(one))}${opening(lang)}${formatDate(tokyoDate(one.decided_at), lang, 'short')}${closing(lang)}`,
  }));
  const f = formWords(lang);
  return html`${pageHead({ title: w.comparison.title })}${form({
    action: '/rules/comparison',
    method: 'get',
    children: html`${selectField({ name: 'from', label: w.comparison.from, plain: true, value: String(chosen.from.version), empty: false, choices }, f)}${selectField({ name: 'to', label: w.comparison.to, plain: true, value: String(chosen.to.version), empty: false, choices }, f)}`,
    buttons: button({ text: w.comparison.show, tone: 'main' }),
  })}${changeTable(chosen.from, chosen.to, lang)}`;
}
