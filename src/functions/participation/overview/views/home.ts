/** The front page: three doors, where the round stands, what is being talked about, what the city answered. */
import { eventLine } from '#commons/happenings/index.ts';
import { formatDate, formatNumber } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { linkButton } from '#ui/button.ts';
import { card, cards } from '#ui/card.ts';
import { chip } from '#ui/chip.ts';
import { section } from '#ui/heading.ts';
import { band, columns, hero } from '#ui/home.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { time } from '#ui/prose.ts';
import { answerChip, answerHref, type ShownAnswer } from '../../answers/index.ts';
import { type ListedPlan, openPlansBand } from '../../plans/index.ts';
import { proposer } from '../../proposals/index.ts';
import { lastDay, type Round, roundName, roundSteps, stateOf } from '../../rounds/index.ts';
import type { FrontFigures, HappenedEvent, OpenDebate } from '../queries.ts';
import { words } from '../words.ts';

export interface HomeProps {
  lang: Lang;
  now: Date;
  town: string;
  rounds: readonly Round[];
  debates: readonly OpenDebate[];
  events: readonly HappenedEvent[];
  figures: FrontFigures;
  answers: readonly ShownAnswer[];
  plans: readonly ListedPlan[];
  /** the next ones in a hall; null: none planned */
  meetings: Html | null;
  /** the way to everything civic; null while information isn't open */
  activities: Html | null;
  /** what this reader may act as; a part of its own */
  offices: Html;
}

export function homePage(props: HomeProps): Html {
  const { lang, now, figures } = props;
  const w = words(lang).home;
  const at = (state: string) => props.rounds.find((round) => stateOf(round, now) === state);
  const round = at('debating') ?? at('collecting') ?? props.rounds[0];
  const checking = at('checking');
  const plans = openPlansBand(props.plans, now, lang);
  return html`${hero({
    title: html`${w.titleLines[0]}<br>${w.titleLines[1]}`,
    lead: w.lead(props.town),
    doors: [
      {
        verb: 'think',
        href: '/proposals',
        title: w.think,
        text: w.thinkText,
        figure: w.thinkFigure(formatNumber(figures.debating)),
      },
      {
        verb: 'join',
        href: round ? `/rounds/${ref(round.id, '')}` : '/rounds',
        title: w.join,
        text: w.joinText,
        figure: w.joinFigure(formatNumber(figures.editors)),
      },
      {
        verb: 'back',
        href: '/answers',
        title: w.back,
        text: w.backText,
        figure: w.backFigure(figures.waiting > 1000 ? '1,000+' : formatNumber(figures.waiting)),
      },
    ],
  })}${props.offices}${props.activities && band(props.activities, 'soft')}${round && band(roundNow(round, props))}${checking && band(checkingNotice(checking, lang))}${band(
    section({
      title: w.debating,
      more: { href: '/proposals', text: w.allProposals },
      children:
        props.debates.length === 0
          ? empty({
              title: w.noDebates,
              body: w.noDebatesTry,
              // Where a round is under way its own box says so.
              ...(round ? {} : { act: linkButton({ text: w.propose, href: '/proposals/new', icon: 'edit' }) }),
            })
          : cards(props.debates.map((debate) => debateCard(debate, lang))),
    }),
    'soft',
  )}${props.meetings && band(props.meetings)}${plans && band(plans, 'soft')}${band(
    columns(
      section({
        title: w.answers,
        more: { href: '/answers', text: w.allAnswers },
        children:
          props.answers.length === 0
            ? html`<p>${w.noAnswers}</p>`
            : list(props.answers.map((answer) => answered(answer, lang))),
      }),
      section({
        title: w.events,
        more: { href: '/activity', text: w.allEvents },
        children: eventList(props.events, lang),
      }),
    ),
  )}`;
}

function roundNow(round: Round, { lang, now }: HomeProps): Html {
  const w = words(lang).home;
  return section({
    title: html`<a href="/rounds/${ref(round.id, '')}">${w.round}${opening(lang)}${roundName(round, lang)}${closing(lang)}</a>`,
    lead: w.roundLead,
    act: linkButton({ text: w.propose, href: '/proposals/new', tone: 'main', icon: 'edit' }),
    children: roundSteps(round, now, lang),
  });
}

function checkingNotice(round: Round, lang: Lang): Html {
  const w = words(lang).home;
  return notice({
    tone: 'info',
    title: w.checking,
    body: html`<p>${w.checkingText(roundName(round, lang))}</p>`,
    actions: linkButton({ text: w.checkingAct, href: `/rounds/${ref(round.id, '')}/statement` }),
  });
}

function debateCard(debate: OpenDebate, lang: Lang): Html {
  const w = words(lang).home;
  const at = `/proposals/${ref(debate.id, debate.title)}`;
  return card({
    title: debate.title,
    href: at,
    above: html`${chip('on', w.until(formatDate(lastDay(debate.closes_at), lang, 'short')))}${actor(proposer(debate, lang))}`,
    body: `${debate.excerpt}${debate.excerpt.length >= 90 ? '…' : ''}`,
    meta: `${w.opinions(formatNumber(debate.opinion_count))}・${w.votes(formatNumber(debate.vote_count))}`,
  });
}

function answered(answer: ShownAnswer, lang: Lang): Html {
  const point = answer.body === null ? null : `「${answer.body.slice(0, 40)}${answer.body.length > 40 ? '…' : ''}」`;
  return listItem({
    title: point ?? answer.title,
    href: answerHref(answer, answer.title),
    above: answerChip(answer.kind, lang),
    meta: [...(point ? [answer.title] : []), answer.division_name, formatDate(answer.decided_on, lang, 'short')].join(
      '・',
    ),
  });
}

export function eventList(events: readonly HappenedEvent[], lang: Lang, level: 2 | 3 = 3): Html {
  if (events.length === 0) return html`<p>${words(lang).activity.empty}</p>`;
  return list(
    events.map((event) => {
      const line = eventLine(event, lang);
      return listItem({
        title: line.title,
        level,
        ...(line.href ? { href: line.href } : {}),
        meta: html`${time({ text: line.when, datetime: line.datetime })} ${line.text}`,
      });
    }),
  );
}
