/** P10, F9.8: per division, what was answered in time, late or not at all, what was adopted, what was reflected. */

import { type Db, run } from '#kernel/database/dialect.ts';
import { startOfTokyoDay } from '#kernel/dates.ts';
import { isFollowed, reflectionOf, type StepName } from '../reflection/index.ts';
import type { AnswerKind } from './answer.ts';
import { answerClock, type ClockRound } from './clock.ts';

/** Two years of four rounds: old enough to judge, few enough to count at once. */
export const FIGURE_ROUNDS = 8;

export interface DivisionFigures {
  /** null: no division is in charge of the policy, and nobody has answered */
  id: string | null;
  name: string | null;
  /** proposals and points put to it; the six below add up to this */
  total: number;
  onTime: number;
  late: number;
  underStudy: number;
  open: number;
  overdue: number;
  /** of all: adopted, adopted in part, or answered with another way */
  adopted: number;
  /** of these: voted in a budget or done, and not dropped */
  reflected: number;
}

/** Items alike in everything the clock looks at. */
export interface ItemGroup {
  round_id: string;
  division_id: string | null;
  division_name: string | null;
  kind: AnswerKind | null;
  /** days in Tokyo */
  first_on: string | null;
  final_on: string | null;
  next_on: string | null;
  n: number;
}

export interface GroupedStep {
  division_id: string;
  subject_id: string;
  id: string;
  step: StepName;
  happened_on: string;
  corrects_id: string | null;
}

const day = (column: string) => `(${column} at time zone 'Asia/Tokyo')::date`;
const ALIKE = `i.round_id, coalesce(a.division_id, o.division_id) as division_id, a.kind, ${day('a.first_at')} as first_on,
  ${day('a.final_at')} as final_on, a.next_on, count(*) as n`;
const IN_ROUNDS = 'i.round_id in (select id from newest)';

/** The newest published rounds, their items counted by what the clock looks at, and the steps of what was adopted: one query. */
const FIGURES = `with newest as (
    select r.id from rounds r where r.published_at is not null order by r.collecting_at desc limit ${FIGURE_ROUNDS}
  ), alike as (
    select i.hub_id, ${ALIKE} from proposals i
    left join policies o on o.hub_id = i.hub_id and o.id = i.policy_id
    left join answers a on a.hub_id = i.hub_id and a.proposal_id = i.id and a.is_current
    where ${IN_ROUNDS} and i.withdrawn_at is null group by 1, 2, 3, 4, 5, 6, 7
    union all
    select i.hub_id, ${ALIKE} from points i
    left join proposals p on p.hub_id = i.hub_id and p.id = i.debate_id
    left join policies o on o.hub_id = p.hub_id and o.id = p.policy_id
    left join answers a on a.hub_id = i.hub_id and a.point_id = i.id and a.is_current
    where ${IN_ROUNDS} and i.removed_at is null group by 1, 2, 3, 4, 5, 6, 7
  ), taken as (
    select a.division_id, a.subject_id, s.id, s.step, s.happened_on, s.corrects_id
    from answers a
    join answers v on v.hub_id = a.hub_id and v.subject_id = a.subject_id
    join reflection_steps s on s.hub_id = v.hub_id and s.answer_id = v.id
    where a.round_id in (select id from newest) and a.is_current and a.kind in ('adopted', 'partly', 'alternative')
    order by s.id
  )
  select coalesce((select json_agg(json_build_object('round_id', g.round_id, 'division_id', g.division_id, 'division_name', dv.name,
      'kind', g.kind, 'first_on', g.first_on, 'final_on', g.final_on, 'next_on', g.next_on, 'n', g.n))
    from alike g left join actors dv on dv.hub_id = g.hub_id and dv.kind = 'division' and dv.imported_from is null
      and dv.id = g.division_id), '[]'::json) as groups,
  coalesce((select json_agg(taken) from taken), '[]'::json) as steps`;

export interface Counted {
  groups: ItemGroup[];
  steps: GroupedStep[];
}

/** What the figures are summed from; of at most eight rounds, so that it stays small however old the town grows. */
export async function countedItems(db: Db): Promise<Counted> {
  const [counted] = await run<Counted>(db, FIGURES);
  return counted ?? { groups: [], steps: [] };
}

const COUNTED = {
  'on-time': 'onTime',
  late: 'late',
  'under-study': 'underStudy',
  open: 'open',
  overdue: 'overdue',
  'not-begun': 'open',
} as const;

/** Sums what was counted; divisions with the most to answer first, what has no division last. Pure. */
export function sumFigures(
  rounds: readonly (ClockRound & { id: string })[],
  { groups, steps }: Counted,
  now: Date,
): DivisionFigures[] {
  const sums = new Map<string | null, DivisionFigures>();
  for (const group of groups) {
    const round = rounds.find((one) => one.id === group.round_id);
    if (!round) continue;
    const sum = sums.get(group.division_id) ?? emptyFigures(group.division_id, group.division_name);
    sums.set(group.division_id, sum);
    sum.total += group.n;
    sum[COUNTED[answerClock(round, timesOf(group), now).state]] += group.n;
    if (isFollowed(group.kind)) sum.adopted += group.n;
  }
  for (const taken of Map.groupBy(steps, (step) => step.subject_id).values()) {
    const { present, budgeted } = reflectionOf(taken);
    const sum = sums.get(taken[0]?.division_id ?? null);
    if (sum && (budgeted || present?.step === 'done')) sum.reflected += 1;
  }
  return [...sums.values()].sort((a, b) => Number(a.id === null) - Number(b.id === null) || b.total - a.total);
}

function timesOf(group: ItemGroup) {
  if (group.kind === null || group.first_on === null) return null;
  return {
    kind: group.kind,
    next_on: group.next_on,
    first_at: startOfTokyoDay(group.first_on),
    final_at: group.final_on === null ? null : startOfTokyoDay(group.final_on),
  };
}

function emptyFigures(id: string | null, name: string | null): DivisionFigures {
  return { id, name, total: 0, onTime: 0, late: 0, underStudy: 0, open: 0, overdue: 0, adopted: 0, reflected: 0 };
}
