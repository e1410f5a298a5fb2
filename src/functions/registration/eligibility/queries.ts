/** F7.6 Reads of requirement sets and facts. Sets are public; of facts only what a group shows, and no word of it. */
import { type AttachedFile, filesColumn } from '#commons/files/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { type FactState, notFound, type RequiredItem } from './requirement.ts';
import { type Eligibility, type FactFacts, standing } from './rules.ts';

export interface RequirementSet {
  id: string;
  name: string;
  about: string;
  items: RequiredItem[];
  valid_months: number;
  papers_days: number;
  owner_id: string;
  owner_kind: string;
  owner_name: string;
  published_at: Date;
  closed_at: Date | null;
}

const SETS = `select s.id, s.name, s.about, s.items, s.valid_months, s.papers_days, s.owner_id, a.kind as owner_kind, a.name as owner_name,
    s.published_at, s.closed_at
  from requirement_sets s join actors a on a.hub_id = s.hub_id and a.id = s.owner_id`;

/** Newest first. */
export async function listedSets(db: Db, before: string | null, limit: number) {
  const rows = await run<RequirementSet>(
    db,
    `${SETS} where $1::uuid is null or s.id < $1 order by s.id desc limit $2`,
    [before, limit + 1],
  );
  return { sets: rows.slice(0, limit), more: rows.length > limit };
}

/** @throws Refusal 'not-found' */
export async function setById(db: Db, id: string, lock = ''): Promise<RequirementSet> {
  const [row] = await run<RequirementSet>(db, `${SETS} where s.id = $1 ${lock}`, [id]);
  if (!row) throw notFound();
  return row;
}

export interface Fact {
  id: string;
  group_id: string;
  group_name: string;
  set_id: string;
  item: number;
  word: string;
  figure: number | null;
  handed_in_at: Date;
  state: FactState;
  checked_by: string | null;
  checked_at: Date | null;
  reason: string;
  to_do: string;
  valid_until: string | null;
  appeal: string;
  appealed_at: Date | null;
  appeal_answer: string;
  appeal_decided_at: Date | null;
  papers_erased_at: Date | null;
  files: AttachedFile[];
}

const FACTS = `select c.id, c.group_id, g.name as group_name, c.set_id, c.item, c.word, c.figure, c.handed_in_at, c.state, c.checked_by,
    c.checked_at, c.reason, c.to_do, c.valid_until::text as valid_until, c.appeal, c.appealed_at, c.appeal_answer, c.appeal_decided_at,
    c.papers_erased_at, ${filesColumn('group-fact', 'c')} as files
  from group_facts c join groups g on g.hub_id = c.hub_id and g.id = c.group_id`;

const MOST = 300;

/** Of one group for one set, newest first; for the group and for those who check. */
export function factsOf(db: Db, groupId: string, setId: string): Promise<Fact[]> {
  return run<Fact>(db, `${FACTS} where c.group_id = $1 and c.set_id = $2 order by c.id desc limit ${MOST}`, [
    groupId,
    setId,
  ]);
}

/** What waits for a check or for the answer to an appeal, the oldest first; for those who check. */
export function waitingOf(db: Db, setId: string): Promise<Fact[]> {
  return run<Fact>(
    db,
    `${FACTS} where c.set_id = $1 and (c.state = 'handed-in' or (c.appealed_at is not null and c.appeal_decided_at is null))
     order by c.handed_in_at, c.id limit 100`,
    [setId],
  );
}

/** The latest that were decided; for those who check. */
export function decidedOf(db: Db, setId: string): Promise<Fact[]> {
  return run<Fact>(
    db,
    `${FACTS} where c.set_id = $1 and c.state in ('confirmed', 'refused') and (c.appealed_at is null or c.appeal_decided_at is not null)
     order by c.checked_at desc, c.id limit 30`,
    [setId],
  );
}

/** @throws Refusal 'not-found' */
export async function factById(db: Db, id: string, lock = ''): Promise<Fact> {
  const [row] = await run<Fact>(db, `${FACTS} where c.id = $1 ${lock}`, [id]);
  if (!row) throw notFound();
  return row;
}

export function factFacts(fact: Pick<Fact, 'item' | 'state' | 'checked_at' | 'appeal_decided_at' | 'valid_until'>) {
  const at = fact.appeal_decided_at ?? fact.checked_at;
  return { item: fact.item, state: fact.state, from: at && tokyoDate(at), until: fact.valid_until } satisfies FactFacts;
}

type Bare = Pick<Fact, 'item' | 'state' | 'checked_at' | 'appeal_decided_at' | 'valid_until'> & { set_id: string };

const BARE = 'c.id, c.set_id, c.item, c.state, c.checked_at, c.appeal_decided_at, c.valid_until';
const OF_ITEM = 'c.hub_id = s.hub_id and c.group_id = $1 and c.set_id = s.id and c.item = i.item';

/** Of each item what says how it stands on `day`: the newest fact, and the confirmed one that holds longest. Newest first. */
export function bareFacts(db: Db, groupId: string, setIds: readonly string[], day: string): Promise<Bare[]> {
  return run<Bare>(
    db,
    `select c.set_id, c.item, c.state, c.checked_at, c.appeal_decided_at, c.valid_until::text as valid_until
     from requirement_sets s cross join lateral generate_series(0, jsonb_array_length(s.items) - 1) as i(item)
     cross join lateral (
       (select ${BARE} from group_facts c where ${OF_ITEM} and c.state <> 'taken-back' order by c.id desc limit 1)
       union
       (select ${BARE} from group_facts c where ${OF_ITEM} and c.state = 'confirmed' and c.valid_until >= $3::date
          and case when c.appeal_decided_at is not null then c.appeal_decided_at else c.checked_at end
            < ($3::date + 1)::timestamp at time zone 'Asia/Tokyo'
        order by c.valid_until desc limit 1)
     ) as c where s.id = any($2::uuid[]) order by c.id desc`,
    [groupId, setIds, day],
  );
}

/**
 * F5 asks this: whether a group fulfils a set on a day (YYYY-MM-DD, Tokyo), until when, and how each item stands.
 *
 * @throws Refusal 'not-found' for a set that isn't there
 */
export async function eligibilityOf(db: Db, groupId: string, setId: string, day: string): Promise<Eligibility> {
  const set = await setById(db, setId);
  return standing(set.items, (await bareFacts(db, groupId, [setId], day)).map(factFacts), day);
}

export interface GroupStanding extends Eligibility {
  set: RequirementSet;
  isShown: boolean;
}

const MOST_SETS = 50;
const SHOWN = `select set_id from shown_eligibility where group_id = $1 order by set_id desc limit ${MOST_SETS}`;
const BESIDE_SHOWN = `with beside as (${SHOWN})`;
// From set to set in the index: a group's facts of one set may be many.
const BESIDE_ALL = `with recursive touched as (
    (select c.set_id, 1 as nth from group_facts c where c.group_id = $1 order by c.set_id desc limit 1)
    union all
    select n.set_id, t.nth + 1 from touched t cross join lateral (
      select c.set_id from group_facts c where c.group_id = $1 and c.set_id < t.set_id order by c.set_id desc limit 1) n
    where t.nth < ${MOST_SETS}
  ), beside as ((${SHOWN}) union select set_id from touched
    union (select id from requirement_sets where closed_at is null order by id desc limit ${MOST_SETS}))`;

/** A group beside every set that it has to do with, or, for those who speak for it (`all`), that stands open to it. */
export async function standingsOf(db: Db, groupId: string, day: string, all: boolean): Promise<GroupStanding[]> {
  const sets = await run<RequirementSet & { is_shown: boolean }>(
    db,
    `${all ? BESIDE_ALL : BESIDE_SHOWN}
     ${SETS.replace('s.closed_at', 's.closed_at, h.set_id is not null as is_shown')}
     left join shown_eligibility h on h.hub_id = s.hub_id and h.set_id = s.id and h.group_id = $1
     where s.id in (select set_id from beside) order by s.id desc limit ${MOST_SETS}`,
    [groupId],
  );
  if (sets.length === 0) return [];
  const facts = await bareFacts(
    db,
    groupId,
    sets.map(({ id }) => id),
    day,
  );
  return sets.map(({ is_shown: isShown, ...set }) => {
    const own = facts.filter((fact) => fact.set_id === set.id);
    return { set, isShown, ...standing(set.items, own.map(factFacts), day) };
  });
}
