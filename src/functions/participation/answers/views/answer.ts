/** F9.7 The city's answer as other pages show it: chip, division, date, reason, clock, and what came of it. */

import { kindWord } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { chip, chips } from '#ui/chip.ts';
import { section } from '#ui/heading.ts';
import { type Html, html, join } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import { reflectionOf, stepsSection } from '../../reflection/index.ts';
import { answerHref } from '../addresses.ts';
import { type AnswerClock, answerClock, type ClockRound } from '../clock.ts';
import type { ShownAnswer } from '../queries.ts';
import { words } from '../words.ts';
import { answerChip } from './answer-chip.ts';
import { clockChip, clockLimits } from './clock.ts';

/**
 * The section 「市の回答」 of a proposal's or point's page. Without an answer it tells what is due until when; null before the
 * round is published, when nothing is owed yet.
 */
export function answerView(answer: ShownAnswer | null, round: ClockRound, now: Date, lang: Lang): Html | null {
  const w = words(lang).section;
  const clock = answerClock(round, answer, now);
  if (!answer) return clock.state === 'not-begun' ? null : section({ title: w.title, children: pending(clock, lang) });
  return section({
    title: w.title,
    more: { href: answerHref(answer, answer.title), text: answer.version > 1 ? w.versions : w.page },
    children: html`${answerBody(answer, clock, lang)}${stepsSection(answer.kind, answer.steps, lang)}`,
  });
}

function pending(clock: AnswerClock, lang: Lang): Html {
  return prose(html`${chips([clockChip(clock, lang)])}<p>${words(lang).section.none}</p>${limits(clock, lang)}`);
}

function limits(clock: AnswerClock, lang: Lang): Html {
  return html`<p class="meta">${join(clockLimits(clock, lang), '・')}</p>`;
}

/** Chip, facts and reason of an answer; its clock where it still runs. */
export function answerBody(answer: ShownAnswer, clock: AnswerClock, lang: Lang): Html {
  return prose([
    chips([answerChip(answer.kind, lang), conditionChip(answer, lang), clockChip(clock, lang)]),
    paragraphs(answer.reason),
    answerFacts(answer, lang),
    clock.dueOn !== null && limits(clock, lang),
  ]);
}

/** Adopted on condition of the budget: shown as such until the council has voted it. */
export function conditionChip(answer: Pick<ShownAnswer, 'on_budget' | 'steps'>, lang: Lang): Html | null {
  if (!answer.on_budget) return null;
  const w = words(lang).section;
  return reflectionOf(answer.steps).budgeted ? chip('ok', w.budgetMet, false) : chip('part', w.onBudget);
}

export function answerFacts(answer: ShownAnswer, lang: Lang): Html {
  const w = words(lang).section;
  const { policy_id, policy_code, policy_title, lead_id, lead_name } = answer;
  return keyValues([
    [w.division, division(answer.division_id, answer.division_name, lang)],
    [w.lead, lead_id && lead_name && lead_id !== answer.division_id && division(lead_id, lead_name, lang)],
    [w.decidedOn, formatDate(answer.decided_on, lang)],
    [
      w.answeredOn,
      `${formatDate(tokyoDate(answer.answered_at), lang)} ${answer.version > 1 ? w.version(answer.version) : ''}`.trim(),
    ],
    [
      w.policy,
      policy_id && policy_title && link(`/policies/${ref(policy_id, policy_title)}`, `${policy_code} ${policy_title}`),
    ],
    [w.nextOn, answer.next_on && formatDate(answer.next_on, lang)],
    [
      w.partners,
      answer.partners.length > 0 && answer.partners.map((one) => html`${division(one.id, one.name, lang)} `),
    ],
    [
      w.passedTo,
      answer.passed_to &&
        (answer.passed_on ? w.passedOn(answer.passed_to, formatDate(answer.passed_on, lang)) : answer.passed_to),
    ],
    [w.changeReason, answer.change_reason || null],
  ]);
}

function division(id: string, name: string, lang: Lang): Html {
  return actor({ kind: 'division', name, kindText: kindWord(lang, 'division'), href: `/actors/${ref(id, name)}` });
}
