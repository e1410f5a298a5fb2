/** F9.9 Signs, steps and lines that stand on several pages of plans. */
import { kindWord } from '#commons/hubs/index.ts';
import { daysBetween, formatDate, formatPeriod, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { ActorProps } from '#ui/actor.ts';
import { chip } from '#ui/chip.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { paragraphs, prose } from '#ui/prose.ts';
import { type Step, steps } from '#ui/steps.ts';
import { type AnswerTimes, answerClock, clockChip } from '../../answers/index.ts';
import { stageHref } from '../addresses.ts';
import type { EarlyFacts } from '../early.ts';
import type { ListedPlan } from '../list-queries.ts';
import { PLAN_STAGES, type PlanStage } from '../plan.ts';
import type { PlanRow, ShownPlan, ShownStage } from '../queries.ts';
import { words } from '../words.ts';

type Poster = Pick<ListedPlan, 'actor_id' | 'actor_name' | 'actor_kind'>;

export function poster(plan: Poster, lang: Lang): ActorProps {
  return {
    kind: plan.actor_kind,
    name: plan.actor_name,
    kindText: kindWord(lang, plan.actor_kind),
    href: `/actors/${ref(plan.actor_id, plan.actor_name)}`,
  };
}

/** Where the plan stands: its stage, decided, or given up. */
export function stateChip(plan: Pick<PlanRow, 'stage' | 'decided_at' | 'ended_at'>, lang: Lang): Html {
  const w = words(lang);
  if (plan.ended_at) return chip('no', w.state.ended);
  return plan.decided_at ? chip('ok', w.state.decided) : chip('info', w.stages[plan.stage]);
}

/** 「意見を出せます あと12日」; null when opinions are not taken now. */
export function openChip(plan: Pick<PlanRow, 'open_until'>, now: Date, lang: Lang): Html | null {
  if (!plan.open_until || now >= plan.open_until) return null;
  const left = daysBetween(tokyoDate(now), tokyoDate(new Date(plan.open_until.getTime() - 1)));
  return chip('on', words(lang).state.open(left));
}

/** What the figure is made of. */
export function earlyFacts(plan: PlanRow): EarlyFacts {
  return { ...plan, opened_on: tokyoDate(plan.posted_at) };
}

/** The line of stages with their dates, real or planned; a stage that is open leads to its page. */
export function stageSteps(plan: ShownPlan, now: Date, lang: Lang): Html {
  const w = words(lang);
  const at = PLAN_STAGES.indexOf(plan.stage);
  const line: Step[] = plan.stages.map((one) => {
    const place = PLAN_STAGES.indexOf(one.stage);
    const isNow = place === at && !plan.decided_at && !plan.ended_at;
    return {
      text: w.stages[one.stage],
      state: isNow ? 'now' : place < at || plan.decided_at ? 'done' : 'next',
      dates: stageDates(one, lang),
      ...(one.began_at ? { href: stageHref(one.id) } : {}),
      ...(isNow ? { left: leftOf(one, now, lang) } : {}),
    };
  });
  return steps({ label: w.show.line, steps: line, words: w.show.steps });
}

function stageDates(one: ShownStage, lang: Lang): string {
  const w = words(lang).show;
  if (one.began_on && one.until_on) return formatPeriod(one.began_on, one.until_on, lang);
  if (one.began_on) return w.began(formatDate(one.began_on, lang, 'short'));
  return w.planned(formatDate(one.planned_on, lang, 'short'));
}

function leftOf(one: ShownStage, now: Date, lang: Lang): string {
  const { state } = words(lang);
  if (!one.closes_at || !one.until_on || now >= one.closes_at) return state.closed;
  return state.left(daysBetween(tokyoDate(now), one.until_on));
}

/** まだ変えられること／もう決まっていること, side by side where there is room. */
export function pointsOf(
  one: Pick<ShownStage, 'open_points' | 'fixed_points' | 'changes' | 'stage'>,
  lang: Lang,
): Html {
  const w = words(lang).stage;
  const decided = one.stage === 'decision';
  const parts = [
    [decided ? w.stillOpen : w.openPoints, one.open_points],
    [decided ? w.decided : w.fixedPoints, one.fixed_points],
  ] as const;
  const order = decided ? [...parts].reverse() : parts;
  const changes = one.changes === '' ? [] : [[w.changes, one.changes] as const];
  return prose(
    [...order, ...changes].map(
      ([title, text]) => html`<h3>${title}</h3>${text === '' ? html`<p>${w.nothing}</p>` : paragraphs(text)}`,
    ),
  );
}

/** The clock of the answers to a stage: it begins when its period is over. */
export function stageClockChip(one: ShownStage, answered: AnswerTimes | null, now: Date, lang: Lang): Html | null {
  const clock = stageClock(one, answered, now);
  return clock && clockChip(clock, lang);
}

export function stageClock(one: ShownStage, answered: AnswerTimes | null, now: Date) {
  if (!one.closes_at || !one.interim_answer_at || !one.final_answer_at || now < one.closes_at) return null;
  const { interim_answer_at, final_answer_at } = one;
  return answerClock({ published_at: one.closes_at, interim_answer_at, final_answer_at }, answered, now);
}

/** A form whose act isn't open now is not offered: the reason stands in its place. */
export function offered(reason: string | null, whole: () => Html): Html {
  return reason === null ? whole() : notice({ tone: 'info', title: reason });
}

export function stageName(stage: PlanStage, lang: Lang): string {
  return words(lang).stages[stage];
}
