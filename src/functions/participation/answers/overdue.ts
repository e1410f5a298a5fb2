/** P10, F9.7: what the city owes an answer to and is late with, by whoever owes it. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { daysBetween, tokyoDate } from '#kernel/dates.ts';
import { followUpHref, subjectHref } from './addresses.ts';
import { publishedRounds, type Waiting, waitingItems } from './items.ts';
import { clocked } from './round-answers.ts';

export interface Late {
  kind: 'proposal' | 'point' | 'question';
  id: string;
  /** of a point and of a question: its words */
  text: string;
  /** of the proposal it belongs to */
  title: string;
  /** not percent-encoded */
  path: string;
  /** YYYY-MM-DD */
  dueOn: string;
  days: number;
  divisionId: string | null;
  divisionName: string | null;
}

const MOST_QUESTIONS = 500;

interface Question {
  id: string;
  body: string;
  title: string;
  due_on: string;
  division_id: string;
  division_name: string;
}

/** The longest overdue first, of at most `most` things that wait. Three statements. */
export async function lateAnswers(db: Db, now: Date, asked: Waiting = {}): Promise<Late[]> {
  const today = tokyoDate(now);
  const [items, rounds, questions] = await Promise.all([
    waitingItems(db, asked),
    publishedRounds(db),
    run<Question>(
      db,
      `select f.id, f.body, d.title, f.due_on, f.division_id, a.name as division_name
       from follow_ups f
       join debates d on d.hub_id = f.hub_id and d.id = f.debate_id
       join actors a on a.hub_id = f.hub_id and a.id = f.division_id
       where f.answered_at is null and f.withdrawn_at is null and f.hidden_at is null and f.due_on < $1
       order by f.due_on, f.id limit $2`,
      [today, asked.most ?? MOST_QUESTIONS],
    ),
  ]);
  const late = rounds.flatMap((round) => {
    const own = items.filter((item) => item.round_id === round.id);
    return clocked(own, round, now).flatMap((item): Late[] =>
      item.clock.state === 'overdue' && item.clock.dueOn
        ? [
            {
              kind: item.subject,
              id: item.id,
              text: item.body,
              title: item.title,
              path: subjectHref(item),
              dueOn: item.clock.dueOn,
              days: item.clock.overdueDays,
              divisionId: item.division_id,
              divisionName: item.division_name,
            },
          ]
        : [],
    );
  });
  const questioned = questions.map(
    (one): Late => ({
      kind: 'question',
      id: one.id,
      text: one.body,
      title: one.title,
      path: followUpHref(one.id),
      dueOn: one.due_on,
      days: daysBetween(one.due_on, today),
      divisionId: one.division_id,
      divisionName: one.division_name,
    }),
  );
  return [...late, ...questioned].toSorted((a, b) => b.days - a.days);
}

export interface LateDivision {
  id: string | null;
  name: string | null;
  late: Late[];
}

/** Whoever is late with most comes first; what is nobody's yet, last. */
export function byDivision(late: readonly Late[]): LateDivision[] {
  return [...Map.groupBy(late, (one) => one.divisionId)]
    .map(([id, own]) => ({ id, name: own[0]?.divisionName ?? null, late: own }))
    .toSorted((a, b) => Number(a.id === null) - Number(b.id === null) || b.late.length - a.late.length);
}
