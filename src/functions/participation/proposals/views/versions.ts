/** Versions side by side: what was taken out, what was put in. */
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { diffView } from '#ui/diff-view.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link } from '#ui/prose.ts';
import type { ProposalText } from '../proposal.ts';
import type { ShownVersion } from '../queries.ts';
import { words } from '../words.ts';
import { attachedToVersion } from './attachment-pages.ts';

const PARTS = [
  'title',
  'problem',
  'proposal',
  'effect',
  'roles',
  'cost',
  'area',
] as const satisfies readonly (keyof ProposalText)[];

export function versionsPage(
  proposal: { id: string; title: string },
  versions: readonly ShownVersion[],
  chosen: number,
  lang: Lang,
): Html {
  const w = words(lang);
  const name = (version: ShownVersion) =>
    w.versions.version(version.version, formatDate(tokyoDate(version.written_at), lang, 'short'));
  const after = versions.find((version) => version.version === chosen) ?? versions[0];
  const before = versions.find((version) => version.version === (after?.version ?? 0) - 1);
  const labels: Record<(typeof PARTS)[number], string> = {
    title: w.form.titleField,
    problem: w.show.problem,
    proposal: w.show.proposal,
    effect: w.show.effect,
    roles: w.show.roles,
    cost: w.show.cost,
    area: w.show.area,
  };
  return html`${pageHead({ title: w.versions.title, lead: w.versions.lead, meta: link(`/proposals/${ref(proposal.id, proposal.title)}`, proposal.title) })}${
    versions.length > 1 &&
    section({
      title: w.versions.all,
      children: html`<ul>${versions.map((version) => html`<li>${version === after ? html`<strong>${name(version)}</strong>` : link(`?version=${version.version}`, name(version))}</li>`)}</ul>`,
    })
  }${
    before && after
      ? html`${after.changed && notice({ tone: 'info', title: w.versions.changed, body: html`<p>${after.changed}</p>` })}${PARTS.filter(
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
                removed: w.versions.removed,
                added: w.versions.added,
                end: w.versions.end,
                same: w.versions.same,
              },
            }),
          }),
        )}`
      : html`<p>${versions.length > 1 ? after && name(after) : w.versions.only}</p>`
  }${after && attachedToVersion(after.files, lang)}`;
}
