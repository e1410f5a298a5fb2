/**
 * P10, F9.8: the figures of divisions are kept, in the transaction of the act that changes them: counting them for each page took a
 * fifth of a second at a town's size. What the clock alone changes (open → overdue) follows from the due date when they are read.
 */
import { type Db, run } from '#kernel/database/dialect.ts';
import { DUTY, SECTIONS } from './items.ts';

const FACTS = `${DUTY} as division_id, a.kind, a.next_on,
  case when a.id is null then 'open' when a.kind = 'under-study' then 'under-study'
    when (a.first_at at time zone 'Asia/Tokyo')::date > r.interim_on or (a.final_at at time zone 'Asia/Tokyo')::date > r.final_on then 'late'
    else 'on-time' end as state,
  case when a.id is null then r.interim_on when a.kind = 'under-study' then coalesce(a.next_on, r.final_on) end as due_on,
  coalesce(a.kind in ('adopted', 'partly', 'alternative'), false) as is_adopted, i.id as subject_id`;

/**
 * Counts one round anew: each proposal and point by division, state and due date. "Reflected" is what reflectionOf says of the steps that
 * stand: voted in a budget and not dropped since, or done.
 */
const RECOUNT = `with recursive r as (
    select r.hub_id, r.id, (r.interim_answer_at at time zone 'Asia/Tokyo')::date - 1 as interim_on,
      (r.final_answer_at at time zone 'Asia/Tokyo')::date - 1 as final_on
    from rounds r where r.id = $1 and r.published_at is not null
  ), items as (
    select ${FACTS} from r join proposals i on i.hub_id = r.hub_id and i.round_id = r.id and i.withdrawn_at is null
    left join policies o on o.hub_id = i.hub_id and o.id = i.policy_id
    left join answers a on a.hub_id = i.hub_id and a.proposal_id = i.id and a.is_current
    union all
    select ${FACTS} from r join points i on i.hub_id = r.hub_id and i.round_id = r.id and i.removed_at is null
    left join proposals p on p.hub_id = i.hub_id and p.id = i.debate_id
    left join policies o on o.hub_id = p.hub_id and o.id = p.policy_id
    left join answers a on a.hub_id = i.hub_id and a.point_id = i.id and a.is_current
  ), steps as (
    select v.subject_id, s.id, s.id as root, s.step, s.happened_on, s.corrects_id, s.hub_id
    from r join answers v on v.hub_id = r.hub_id and v.round_id = r.id
    join reflection_steps s on s.hub_id = v.hub_id and s.answer_id = v.id
  ), chain as (
    select id, root from steps where corrects_id is null
    union all
    select s.id, c.root from chain c join steps s on s.corrects_id = c.id
  ), standing as (
    select s.subject_id, s.step, row_number() over (partition by s.subject_id order by s.happened_on, c.root) as place
    from steps s join chain c on c.id = s.id
    where not exists (select from steps x where x.corrects_id = s.id)
  ), reflected as (
    select subject_id from standing group by subject_id
    having (array_agg(step order by place desc))[1] = 'done'
      or max(place) filter (where step = 'voted') > coalesce(max(place) filter (where step = 'dropped'), 0)
  ), sums as (
    select division_id, state, due_on, count(*)::int as items, count(*) filter (where is_adopted)::int as adopted,
      count(*) filter (where is_adopted and subject_id in (select subject_id from reflected))::int as reflected
    from items group by division_id, state, due_on
  )
  insert into answer_figures (hub_id, round_id, line, division_id, state, due_on, items, adopted, reflected)
  select $2, $1, row_number() over (order by division_id, state, due_on), division_id, state, due_on, items, adopted, reflected from sums`;

/** Place of a point's section in the statement. */
const SECTION = `array_position(array[${SECTIONS.slice(1).map((section) => `'${section}'`)}], i.section)`;

const ITEM = `i.hub_id, i.round_id, ${DUTY} as division_id, coalesce(a.kind, '') as kind,
  case when a.id is null then (r.interim_answer_at at time zone 'Asia/Tokyo')::date - 1
    when a.kind = 'under-study' then coalesce(a.next_on, (r.final_answer_at at time zone 'Asia/Tokyo')::date - 1) end as due_on`;

/** The items of one round as they are now; only what differs is written. */
const LISTED = `with items as (
    select i.id as subject_id, 'proposal' as item, i.id as debate_id, 0 as section, 0 as place, ${ITEM}
    from rounds r join proposals i on i.hub_id = r.hub_id and i.round_id = r.id and i.withdrawn_at is null
    left join policies o on o.hub_id = i.hub_id and o.id = i.policy_id
    left join answers a on a.hub_id = i.hub_id and a.proposal_id = i.id and a.is_current
    where r.id = $1 and r.published_at is not null
    union all
    select i.id, 'point', i.debate_id, ${SECTION}, i.place, ${ITEM}
    from rounds r join points i on i.hub_id = r.hub_id and i.round_id = r.id and i.removed_at is null
    left join proposals p on p.hub_id = i.hub_id and p.id = i.debate_id
    left join policies o on o.hub_id = p.hub_id and o.id = p.policy_id
    left join answers a on a.hub_id = i.hub_id and a.point_id = i.id and a.is_current
    where r.id = $1 and r.published_at is not null
  ), gone as (
    delete from answer_items k where k.round_id = $1 and not exists (select from items i where i.subject_id = k.subject_id)
  )
  insert into answer_items as k (hub_id, subject_id, item, round_id, debate_id, section, place, division_id, kind, due_on)
  select hub_id, subject_id, item, round_id, debate_id, section, place, division_id, kind, due_on from items
  on conflict (hub_id, subject_id) do update set round_id = excluded.round_id, debate_id = excluded.debate_id, section = excluded.section,
    place = excluded.place, division_id = excluded.division_id, kind = excluded.kind, due_on = excluded.due_on
  where (k.round_id, k.debate_id, k.section, k.place, k.division_id, k.kind, k.due_on)
    is distinct from (excluded.round_id, excluded.debate_id, excluded.section, excluded.place, excluded.division_id, excluded.kind, excluded.due_on)`;

/** Keeps the figures and the list of a round as they are now; waits for whoever is counting the same round. */
export async function recountFigures(db: Db, hubId: number, roundId: string): Promise<void> {
  await run(db, 'select id from rounds where id = $1 for no key update', [roundId]);
  await run(db, 'delete from answer_figures where round_id = $1', [roundId]);
  await run(db, RECOUNT, [roundId, hubId]);
  await run(db, LISTED, [roundId]);
}
