/** F9.9 Versions of a plan's text side by side: what was taken out, what was put in. */
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { diffView } from '#ui/diff-view.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link } from '#ui/prose.ts';
import { planHref } from '../addresses.ts';
import type { PlanVersion, ShownPlan } from '../queries.ts';
import { words } from '../words.ts';

const PARTS = ['title', 'about', 'why', 'open_points', 'fixed_points'] as const;

export function versionsPage(plan: ShownPlan, versions: readonly PlanVersion[], chosen: number, lang: Lang): Html {
  const w = words(lang);
  const v = w.versions;
  const name = (one: PlanVersion) => v.version(one.version, formatDate(tokyoDate(one.written_at), lang, 'short'));
  const after = versions.find((one) => one.version === chosen) ?? versions[0];
  const before = versions.find((one) => one.version === (after?.version ?? 0) - 1);
  const labels: Record<(typeof PARTS)[number], string> = {
    title: w.fields.title,
    about: w.show.about,
    why: w.show.why,
    open_points: w.stage.openPoints,
    fixed_points: w.stage.fixedPoints,
  };
  return html`${pageHead({ title: v.title, lead: v.lead, meta: link(planHref(plan), plan.title) })}${
    versions.length > 1 &&
    section({
      title: v.all,
      children: html`<ul>${versions.map((one) => html`<li>${one === after ? html`<strong>${name(one)}</strong>` : link(`?version=${one.version}`, name(one))}</li>`)}</ul>`,
    })
  }${
    before && after
      ? html`${notice({ tone: 'info', title: v.changed, body: html`<p>${after.changed}</p>` })}${PARTS.filter(
          (part) => before[part] !== '' || after[part] !== '',
        ).map((part) =>
          section({
            title: labels[part],
            children: diffView({
              before: before[part],
              after: after[part],
              mode: 'side',
              words: {
                before: name(before),
                after: name(after),
                removed: v.removed,
                added: v.added,
                end: v.end,
                same: v.same,
              },
            }),
          }),
        )}`
      : html`<p>${versions.length > 1 ? after && name(after) : v.only}</p>`
  }`;
}
