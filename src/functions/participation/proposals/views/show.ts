/** A proposal's page: its text, what can be done now, where it stands, and the debate below it. */
import { hiddenStub, reportHref, reportText } from '#commons/moderation/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import { closing, colon, type Lang, opening } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { chips } from '#ui/chip.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import { roundName, roundSteps } from '../../rounds/index.ts';
import type { ProposalText } from '../proposal.ts';
import type { ShownProposal } from '../queries.ts';
import { words } from '../words.ts';
import { proposer } from './actor.ts';
import { carriedOpinions, coProposersLine, leftCoProposers, mergedNotice, mergeNotices } from './around.ts';
import { attachedSection } from './attachment-pages.ts';
import { standingChip } from './list.ts';

export function proposalHead(proposal: ShownProposal, now: Date, lang: Lang): Html {
  const w = words(lang);
  const at = `/proposals/${ref(proposal.id, proposal.title)}`;
  return html`${chips([standingChip(proposal, now, lang)])}<h1>${proposal.title}</h1><div class="meta">${actor(
    proposer(proposal, lang),
  )} ${w.show.kindAndRound(w.kinds[proposal.kind], roundName(proposal.round, lang))}・${w.show.version(
    proposal.version,
    formatDate(tokyoDate(proposal.written_at), lang, 'short'),
  )}${opening(lang)}${link(`${at}/versions`, w.show.versions)}${closing(lang)}・${link(`${at}/trail`, w.show.trail)}${
    !proposal.hidden_at && html`・${link(reportHref('proposal', proposal.id), reportText(lang))}`
  }</div>${coProposersLine(proposal, lang)}`;
}

export function tombstone(proposal: ShownProposal, lang: Lang): Html | null {
  if (!proposal.withdrawn_at) return null;
  if (proposal.merged_into) return mergedNotice(proposal, lang);
  const w = words(lang).show;
  return notice({
    tone: 'warn',
    title: w.tombstone,
    body: html`<p>${w.tombstoneText(formatDate(tokyoDate(proposal.withdrawn_at), lang))}</p><p>${w.tombstoneReason}${colon(lang)}${proposal.withdrawal_reason}</p>`,
  });
}

/** What stands in the place of a hidden proposal's text. */
export function stub(proposal: ShownProposal, lang: Lang): Html | null {
  if (!proposal.hiding) return null;
  return notice({
    tone: 'warn',
    title: words(lang).show.hiddenTitle,
    body: html`<p>${hiddenStub(proposal.hiding, lang)}</p>`,
  });
}

/** The text of a proposal, field by field; what was left empty is left out. */
export function proposalText(text: ProposalText, lang: Lang): Html {
  const w = words(lang).show;
  const parts = [
    [w.problem, text.problem],
    [w.proposal, text.proposal],
    [w.effect, text.effect],
    [w.roles, text.roles],
    [w.cost, text.cost],
    [w.area, text.area],
  ] as const;
  return prose(
    parts.filter(([, value]) => value !== '').map(([title, value]) => html`<h2>${title}</h2>${paragraphs(value)}`),
  );
}

export interface ShowProps {
  lang: Lang;
  now: Date;
  proposal: ShownProposal;
  discussion: Html;
  answer: Html | null;
  place: Html | null;
}

export function proposalBody(props: ShowProps): Html {
  const { lang, proposal, now } = props;
  return html`${tombstone(proposal, lang)}${stub(proposal, lang)}${mergeNotices(proposal, lang)}${proposalText(proposal, lang)}${props.place}${attachedSection(proposal.files, lang)}${leftCoProposers(proposal, lang)}${props.answer}${section(
    {
      title: roundName(proposal.round, lang),
      children: roundSteps(proposal.round, now, lang),
    },
  )}${props.discussion}${carriedOpinions(proposal, lang)}`;
}

export function proposalAside(proposal: ShownProposal, lang: Lang): Html | null {
  if (!proposal.policy_id || !proposal.policy_title) return null;
  const w = words(lang).show;
  return section({
    title: w.policy,
    children: html`<p>${link(`/policies/${ref(proposal.policy_id, proposal.policy_title)}`, `${proposal.policy_code} ${proposal.policy_title}`)}</p>`,
  });
}
