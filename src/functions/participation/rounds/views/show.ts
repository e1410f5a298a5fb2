/** A round's page: the seven steps, what can be done now, its proposals and figures. */
import { formatDate, formatFiscalYear, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { section } from '#ui/heading.ts';
import { type Html, html, url } from '#ui/html.ts';
import { empty, keyValues, list, listItem } from '#ui/list.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { roundName } from '../names.ts';
import type { Round, RoundFigures, RoundProposal } from '../queries.ts';
import { type RoundFacts, stateOf } from '../stages.ts';
import { words } from '../words.ts';
import { lastDay, roundSteps } from './steps.ts';

export function roundHead(round: Round, now: Date, lang: Lang, planned: RoundFacts | null): Html {
  const w = words(lang);
  const state = stateOf(round, now);
  return html`<p class="chips">${chip(state === 'closed' ? 'no' : 'on', w.states[state])}</p><h1>${roundName(round, lang)}</h1>${roundSteps(round, now, lang, planned)}`;
}

export function roundActs(round: Round, now: Date, lang: Lang): Html {
  const w = words(lang).page;
  const at = `/rounds/${ref(round.id, '')}`;
  const day = (date: Date) => formatDate(tokyoDate(date), lang, 'short');
  const last = (end: Date) => formatDate(lastDay(end), lang, 'short');
  const { until } = words(lang);
  const proposals = `/proposals?round=${round.id}`;
  const acts: NowAct[] = [];
  const state = stateOf(round, now);
  if (state === 'collecting') {
    acts.push({ text: w.propose, href: '/proposals/new', icon: 'edit', note: until(last(round.debating_at)) });
    acts.push({ text: w.readProposals, href: proposals, reason: w.closedBecause.debateFrom(day(round.debating_at)) });
  } else if (state === 'debating') {
    acts.push({ text: w.readProposals, href: proposals, note: until(last(round.drafting_at)) });
    acts.push({ text: w.raiseHand, href: `${at}/statement`, icon: 'hand' });
    acts.push({
      text: w.propose,
      href: '/proposals/new',
      reason: w.closedBecause.proposeAfter(last(round.debating_at)),
    });
  } else if (state === 'drafting') {
    acts.push(
      { text: w.readDraft, href: `${at}/statement` },
      { text: w.raiseHand, href: `${at}/statement`, icon: 'hand' },
    );
    acts.push({
      text: w.checkDraft,
      href: `${at}/statement`,
      reason: w.closedBecause.checkFrom(day(round.checking_at)),
    });
  } else if (state === 'checking') {
    acts.push({ text: w.checkDraft, href: `${at}/statement`, note: until(last(round.publishing_at)) });
    acts.push({
      text: w.readDocument,
      href: `${at}/document`,
      reason: w.closedBecause.documentFrom(day(round.publishing_at)),
    });
  } else if (state === 'publishing') {
    acts.push({ text: w.readDraft, href: `${at}/statement` });
  } else if (round.published_at) {
    acts.push({ text: w.readAnswers, href: `${at}/answers` }, { text: w.readDocument, href: `${at}/document` });
  }
  return nowBox({ title: w.todo, acts });
}

export interface RoundMainProps {
  round: Round;
  figures: RoundFigures;
  proposals: readonly RoundProposal[];
  now: Date;
  lang: Lang;
  /** which dates were moved, and why */
  dates: Html;
  /** what is talked about in halls */
  meetings: Html;
}

export function roundMain({ round, figures, proposals, now, lang, dates, meetings }: RoundMainProps): Html {
  const w = words(lang);
  const at = `/rounds/${ref(round.id, '')}`;
  return html`${dates}${section({
    title: w.page.figures,
    children: keyValues([
      [w.page.figureNames.proposals, formatNumber(round.proposal_count)],
      [w.page.figureNames.opinions, formatNumber(figures.opinions)],
      [w.page.figureNames.votes, formatNumber(figures.votes)],
    ]),
  })}${section({
    title: w.page.proposals,
    more: { href: `/proposals?round=${round.id}`, text: w.page.allProposals },
    children:
      proposals.length === 0
        ? empty({
            title: w.page.noProposals,
            body: w.page.noProposalsTry,
            ...(now < round.debating_at
              ? { act: linkButton({ text: w.page.propose, href: '/proposals/new', icon: 'edit' }) }
              : {}),
          })
        : list(
            proposals.map((proposal) =>
              listItem({
                title: proposal.title,
                href: `/proposals/${ref(proposal.id, proposal.title)}`,
                meta: `${proposal.actor_name}・${w.page.figureNames.opinions} ${formatNumber(proposal.opinion_count)}・${w.page.figureNames.votes} ${formatNumber(proposal.vote_count)}`,
              }),
            ),
          ),
  })}${meetings}${section({
    title: w.page.statement,
    children: html`<ul><li><a href="${url(`${at}/statement`)}">${w.page.statement}</a></li>${
      round.published_at &&
      html`<li><a href="${url(`${at}/document`)}">${w.page.document}</a></li><li><a href="${url(`${at}/answers`)}">${w.page.answers}</a></li>`
    }</ul>`,
  })}${section({
    title: w.page.rules,
    children: html`<p><a href="/rules/${round.rules_version}">${w.page.rulesVersion(round.rules_version)}</a></p><p>${w.page.budget(formatFiscalYear(budgetYear(round), lang))}</p>`,
  })}`;
}

/** A city's draft budget for the year from April is settled in January: what is answered until then can be in it. */
export function budgetYear(round: Pick<Round, 'final_answer_at'>): number {
  const [year, month] = tokyoDate(round.final_answer_at).split('-').map(Number) as [number, number];
  return month === 1 ? year : year + 1;
}
