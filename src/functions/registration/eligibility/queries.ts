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

function bareFacts(db: Db, groupId: string, setIds: readonly string[]): Promise<Bare[]> {
  return run<Bare>(
    db,
    `select set_id, item, state, checked_at, appeal_decided_at, valid_until::text as valid_until from group_facts
     where group_id = $1 and set_id = any($2::uuid[]) order by id desc limit 2000`,
    [groupId, setIds],
  );
}

/**
 * F5 asks this: whether a group fulfils a set on a day (YYYY-MM-DD, Tokyo), until when, and how each item stands.
 *
 * @throws Refusal 'not-found' for a set that isn't there
 */
export async function eligibilityOf(db: Db, groupId: string, setId: string, day: string): Promise<Eligibility> {
  const set = await setById(db, setId);
  return standing(set.items, (await bareFacts(db, groupId, [setId])).map(factFacts), day);
}

export interface GroupStanding extends Eligibility {
  set: RequirementSet;
  isShown: boolean;
}

/** A group beside every set that it has to do with, or, for those who speak for it (`all`), that stands open to it. */
export async function standingsOf(db: Db, groupId: string, day: string, all: boolean): Promise<GroupStanding[]> {
  const sets = await run<RequirementSet & { is_shown: boolean }>(
    db,
    `${SETS.replace('s.closed_at', 's.closed_at, h.set_id is not null as is_shown')}
     left join shown_eligibility h on h.hub_id = s.hub_id and h.set_id = s.id and h.group_id = $1
     where h.set_id is not null or ($2 and (s.closed_at is null
       or exists (select from group_facts f where f.hub_id = s.hub_id and f.group_id = $1 and f.set_id = s.id)))
     order by s.id desc limit 50`,
    [groupId, all],
  );
  if (sets.length === 0) return [];
  const facts = await bareFacts(
    db,
    groupId,
    sets.map(({ id }) => id),
  );
  return sets.map(({ is_shown: isShown, ...set }) => {
    const own = facts.filter((fact) => fact.set_id === set.id);
    return { set, isShown, ...standing(set.items, own.map(factFacts), day) };
  });
}
