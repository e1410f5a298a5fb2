/** X4: decisions and appeals, as the public reads them and as the acts need them. Of moderators, office and number alone. */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { AppealOutcome, Ground, Outcome, Side, Way } from './moderation.ts';
import type { DecisionFacts } from './rules.ts';

export interface ShownDecision {
  id: string;
  way: Way;
  kind: string;
  ground: Ground;
  outcome: Outcome;
  reason: string;
  office: string;
  number: number;
  opened_at: Date;
  decided_at: Date;
  reversed_at: Date | null;
  /** where the thing is; told of what was hidden (its stub stands there), not of what was left alone */
  path: string | null;
  /** of a rights claim: until when its records are kept (YYYY-MM-DD) */
  kept_until: string | null;
  appeals: ShownAppeal[];
}

export interface ShownAppeal {
  side: Side;
  filed_at: string;
  outcome: AppealOutcome | null;
  answer: string;
  number: number | null;
  settled_at: string | null;
}

const APPEALS = `(select json_agg(json_build_object('side', p.side, 'filed_at', p.filed_at, 'outcome', p.outcome, 'answer', p.answer,
    'number', n.number, 'settled_at', p.settled_at) order by p.id)
  from moderation_appeals p left join moderators n on n.hub_id = p.hub_id and n.id = p.moderator_id
  where p.hub_id = d.hub_id and p.decision_id = d.id)`;

// Of hidings one row, not exists(): for that one the planner reads all of the town's at once.
const SHOWN = `d.id, d.way, d.kind, d.ground, d.outcome, d.reason, o.name as office, m.number, d.opened_at, d.decided_at, d.reversed_at,
  (select d.path from hidings h where h.hub_id = d.hub_id and h.decision_id = d.id limit 1) as path,
  (select to_char(r.keep_until at time zone 'Asia/Tokyo', 'YYYY-MM-DD') from rights_claims r
   where r.hub_id = d.hub_id and r.case_id = d.case_id) as kept_until,
  ${APPEALS} as appeals`;

const BESIDE = `join moderators m on m.hub_id = d.hub_id and m.id = d.moderator_id
  join actors o on o.hub_id = m.hub_id and o.id = m.office_id`;

export interface LogFilter {
  ground: Ground | '';
  outcome: Outcome | '';
  /** id of the last decision of the page before */
  before: string | null;
  limit: number;
}

/** A page of the log, newest first. */
export async function decisionLog(db: Db, filter: LogFilter): Promise<{ decisions: ShownDecision[]; more: boolean }> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = ['true'];
  if (filter.ground) where.push(`d.ground = ${bind(filter.ground)}`);
  if (filter.outcome) where.push(`d.outcome = ${bind(filter.outcome)}`);
  if (filter.before) where.push(`d.id < ${bind(filter.before)}::uuid`);
  const rows = await run<ShownDecision>(
    db,
    `select ${SHOWN} from moderation_decisions d ${BESIDE} where ${where.join(' and ')}
     order by d.id desc limit ${bind(filter.limit + 1)}`,
    values,
  );
  return {
    decisions: rows.slice(0, filter.limit).map((row) => ({ ...row, appeals: row.appeals ?? [] })),
    more: rows.length > filter.limit,
  };
}

/** Everything of the filter, for export; walks by key so that memory stays bounded. */
export async function* wholeLog(
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  filter: Omit<LogFilter, 'before' | 'limit'>,
): AsyncGenerator<ShownDecision[]> {
  let before: string | null = null;
  for (;;) {
    const page: { decisions: ShownDecision[]; more: boolean } = await read((db) =>
      decisionLog(db, { ...filter, before, limit: 500 }),
    );
    yield page.decisions;
    if (!page.more) return;
    before = page.decisions.at(-1)?.id ?? null;
  }
}

export interface WholeDecision extends ShownDecision, DecisionFacts {
  objectId: string;
  version: number;
  /** who has appealed already */
  appellantIds: string[];
}

const FACTS = `d.author_id as "authorId", d.author_person_id as "authorPersonId", d.person_id as "personId", d.object_id as "objectId",
  d.object_version as version, d.decided_at as "decidedAt", d.reversed_at as "reversedAt",
  array(select r.person_id from moderation_reports r where r.hub_id = d.hub_id and r.case_id = d.case_id and r.person_id is not null
    union select c.person_id from rights_claims c where c.hub_id = d.hub_id and c.case_id = d.case_id and c.person_id is not null)
    as "reporterIds",
  array(select p.person_id from moderation_appeals p where p.hub_id = d.hub_id and p.decision_id = d.id
    and p.person_id is not null) as "appellantIds"`;

/** A decision with everything; for its page, which shows readers their own share, and for the acts. */
export async function decisionById(db: Db, id: string): Promise<WholeDecision | null> {
  const [row] = await run<WholeDecision>(
    db,
    `select ${SHOWN}, ${FACTS} from moderation_decisions d ${BESIDE} where d.id = $1`,
    [id],
  );
  return row ? { ...row, appeals: row.appeals ?? [] } : null;
}

/** The same, held against another act on it. */
export async function lockedDecision(db: Db, id: string): Promise<WholeDecision | null> {
  await run(db, 'select id from moderation_decisions where id = $1 for update', [id]);
  return decisionById(db, id);
}

export interface Appeal {
  id: string;
  decision_id: string;
  side: Side;
  /** null: somebody not signed in, see `by_report` */
  person_id: string | null;
  by_report: string | null;
  first_decider_id: string;
  reason: string;
  filed_at: Date;
  outcome: AppealOutcome | null;
}

const APPEAL = 'id, decision_id, side, person_id, by_report, first_decider_id, reason, filed_at, outcome';

export async function appealById(db: Db, id: string): Promise<Appeal | null> {
  const [row] = await run<Appeal>(db, `select ${APPEAL} from moderation_appeals where id = $1`, [id]);
  return row ?? null;
}

const MOST_OPEN = 50;

/** Appeals that wait, the oldest first. */
export function openAppeals(db: Db): Promise<(Appeal & { kind: string; ground: Ground; outcome_before: Outcome })[]> {
  return run(
    db,
    `select a.id, a.decision_id, a.side, a.person_id, a.by_report, a.first_decider_id, a.reason, a.filed_at, a.outcome,
       d.kind, d.ground, d.outcome as outcome_before
     from moderation_appeals a join moderation_decisions d on d.hub_id = a.hub_id and d.id = a.decision_id
     where a.outcome is null order by a.id limit ${MOST_OPEN}`,
  );
}
