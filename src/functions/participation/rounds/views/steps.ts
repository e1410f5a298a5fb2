import { daysBetween, formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { type Html, html, type Renderable } from '#ui/html.ts';
import { steps } from '#ui/steps.ts';
import { type RoundFacts, STAGES, type Stage, stagePeriod, stateOf } from '../stages.ts';
import { words } from '../words.ts';

/** The seven steps of a round, the present one marked, with what is left of it. `planned`: as it was before dates were moved. */
export function roundSteps(round: RoundFacts, now: Date, lang: Lang, planned: RoundFacts | null = null): Html {
  const w = words(lang);
  const state = stateOf(round, now);
  const at = state === 'closed' ? STAGES.length : STAGES.indexOf(state as Stage);
  return steps({
    label: w.stepsLabel,
    words: { done: w.done, now: w.now, next: w.next },
    steps: STAGES.map((stage, index) => {
      const { start, end } = stagePeriod(round, stage);
      const current = index === at;
      return {
        text: w.stages[stage],
        state: index < at ? 'done' : current ? 'now' : 'next',
        dates: planned ? movedDates(stage, round, planned, lang) : dates(stage, start, end, round, lang),
        ...(current && end && end > now ? { left: w.remaining(daysBetween(tokyoDate(now), lastDay(end))) } : {}),
      };
    }),
  });
}

/** The period as it is now, with the one it had at first where that was another. */
function movedDates(stage: Stage, round: RoundFacts, planned: RoundFacts, lang: Lang): Renderable {
  const text = (of: RoundFacts) => {
    const { start, end } = stagePeriod(of, stage);
    return dates(stage, start, end, of, lang);
  };
  const [now, before] = [text(round), text(planned)];
  if (now === before) return now;
  return html`<del><span class="visually-hidden">${words(lang).moves.before} </span>${before}</del> <span>${now}</span>`;
}

function dates(stage: Stage, start: Date, end: Date | null, round: RoundFacts, lang: Lang): string {
  const w = words(lang);
  const day = (date: string) => formatDate(date, lang, 'short');
  if (stage === 'publishing') return round.published_at ? day(tokyoDate(round.published_at)) : day(tokyoDate(start));
  if (stage === 'answering' && end) return w.until(day(lastDay(end)));
  if (stage === 'reflecting' || !end) return w.from(day(tokyoDate(start)));
  return w.period(day(tokyoDate(start)), day(lastDay(end)));
}

/** A stage that ends at midnight has the day before as its last day. */
export function lastDay(end: Date): string {
  return tokyoDate(new Date(end.getTime() - 1));
}
