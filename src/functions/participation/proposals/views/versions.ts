/** Versions: all of them, what changed on the way to one, and any two side by side. */
import { formWords } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { button } from '#ui/button.ts';
import { diffView } from '#ui/diff-view.ts';
import { fieldRow, form, selectField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { degreesText, placeOfRow } from '../place.ts';
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

export interface VersionsProps {
  lang: Lang;
  proposal: { id: string; title: string };
  /** newest first */
  versions: readonly ShownVersion[];
}

function nameOf(version: ShownVersion, lang: Lang): string {
  const day = formatDate(tokyoDate(version.written_at), lang, 'short');
  return words(lang).versions.version(version.version, day);
}

/** The list, and what changed from the version before to `chosen`. */
export function versionsPage(props: VersionsProps & { chosen: number }): Html {
  const { lang, proposal, versions, chosen } = props;
  const w = words(lang).versions;
  const after = versions.find((version) => version.version === chosen) ?? versions[0];
  const before = versions.find((version) => version.version === (after?.version ?? 0) - 1);
  return html`${pageHead({ title: w.title, lead: w.lead, meta: link(`/proposals/${ref(proposal.id, proposal.title)}`, proposal.title) })}${
    versions.length > 1 &&
    section({
      title: w.all,
      children: html`<ul>${versions.map((version) => html`<li>${version === after ? html`<strong>${nameOf(version, lang)}</strong>` : link(`?version=${version.version}`, nameOf(version, lang))}</li>`)}</ul>`,
    })
  }${versions.length > 1 && chooser(props, (before ?? after)?.version ?? 1, after?.version ?? 1)}${
    before && after
      ? html`<p>${link(`/proposals/${ref(proposal.id, proposal.title)}/versions/compare?from=${before.version}&to=${after.version}`, w.compareTitle)}</p>${compared(before, after, lang)}`
      : html`<p>${versions.length > 1 ? after && nameOf(after, lang) : w.only}</p>`
  }${after && attachedToVersion(after.files, lang)}`;
}

/** Any two versions, whichever is the older one. */
export function comparisonPage(props: VersionsProps & { from: ShownVersion; to: ShownVersion }): Html {
  const { lang, proposal, from, to } = props;
  const w = words(lang).versions;
  return html`${pageHead({
    title: w.compareTitle,
    lead: w.print,
    meta: link(`/proposals/${ref(proposal.id, proposal.title)}`, proposal.title),
  })}${chooser(props, from.version, to.version)}${compared(from, to, lang)}`;
}

function chooser({ lang, proposal, versions }: VersionsProps, from: number, to: number): Html {
  const w = words(lang).versions;
  const f = formWords(lang);
  const choices = versions.map((version) => ({ value: `${version.version}`, text: nameOf(version, lang) }));
  const field = (name: string, label: string, value: number) =>
    selectField({ name, label, value: `${value}`, choices, empty: false, plain: true }, f);
  return form({
    action: `/proposals/${ref(proposal.id, proposal.title)}/versions/compare`,
    method: 'get',
    label: w.compareTitle,
    children: fieldRow(field('from', w.older, from), field('to', w.newer, to)),
    buttons: button({ text: w.compare }),
  });
}

function compared(before: ShownVersion, after: ShownVersion, lang: Lang): Html {
  const w = words(lang);
  const heads = { before: nameOf(before, lang), after: nameOf(after, lang) };
  const place = (version: ShownVersion) => {
    const at = placeOfRow(version);
    return at
      ? [degreesText(at), ...(at.shape ?? []).map((corner) => corner.join(', '))].join('\n')
      : w.versions.noPlace;
  };
  const people = (version: ShownVersion) =>
    version.co_proposers.map((one) => one.name).join('\n') || w.versions.noPeople;
  const files = (version: ShownVersion) => version.files.map((file) => file.label).join('\n') || w.versions.noFiles;
  const hasFiles = before.files.length + after.files.length > 0;
  const hasPlace = placeOfRow(before) !== null || placeOfRow(after) !== null;
  const hasPeople = before.co_proposers.length + after.co_proposers.length > 0;
  const reasons = after.version > before.version && after.changed !== '';
  return html`${
    reasons && notice({ tone: 'info', title: w.versions.changed, body: paragraphs(after.changed) })
  }${textDiff(before, after, heads, lang)}${hasPlace && difference(w.versions.place, place(before), place(after), heads, lang)}${
    hasFiles && difference(w.versions.files, files(before), files(after), heads, lang)
  }${hasPeople && difference(w.versions.people, people(before), people(after), heads, lang)}`;
}

/** Two texts of a proposal, field by field; what is empty in both is left out. */
export function textDiff(
  before: ProposalText,
  after: ProposalText,
  heads: { before: string; after: string },
  lang: Lang,
): Html {
  const w = words(lang);
  const labels: Record<(typeof PARTS)[number], string> = {
    title: w.form.titleField,
    problem: w.show.problem,
    proposal: w.show.proposal,
    effect: w.show.effect,
    roles: w.show.roles,
    cost: w.show.cost,
    area: w.show.area,
  };
  return html`${PARTS.filter((part) => before[part] !== '' || after[part] !== '').map((part) =>
    difference(labels[part], before[part], after[part], heads, lang),
  )}`;
}

function difference(
  title: string,
  before: string,
  after: string,
  heads: { before: string; after: string },
  lang: Lang,
): Html {
  const w = words(lang).versions;
  return section({
    title,
    children: diffView({
      before,
      after,
      mode: 'side',
      words: { ...heads, removed: w.removed, added: w.added, end: w.end, same: w.same },
    }),
  });
}
