/** X4: cases as their moderators read them. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { likePatterns } from '#kernel/grams.ts';
import type { ClaimedRight, Consent, Ground, Noticed, Outcome, Way } from './moderation.ts';
import type { CaseFacts } from './rules.ts';

export interface LockedCase extends CaseFacts {
  id: string;
  kind: string;
  objectId: string;
  title: string;
  body: string;
  path: string;
  openedAt: Date;
}

const FACTS = `c.id, c.way, c.kind, c.object_id as "objectId", c.author_id as "authorId", c.author_person_id as "authorPersonId",
  c.title, c.body, c.path, c.opened_at as "openedAt", c.waits_until as "waitsUntil", c.decided_at as "decidedAt", r.consent,
  array(select person_id from moderation_reports o where o.hub_id = c.hub_id and o.case_id = c.id and o.person_id is not null
    union select r.person_id where r.person_id is not null) as "reporterIds"`;

/** The case, held against a second decision at the same moment. */
export async function lockedCase(db: Db, id: string): Promise<LockedCase | null> {
  await run(db, 'select id from moderation_cases where id = $1 for update', [id]);
  const [row] = await run<LockedCase>(
    db,
    `select ${FACTS} from moderation_cases c left join rights_claims r on r.hub_id = c.hub_id and r.case_id = c.id where c.id = $1`,
    [id],
  );
  return row ?? null;
}

export interface ShownReport {
  ground: Ground;
  body: string;
  contact: string;
  noticed: Noticed[];
  name: string | null;
  reported_at: string;
}

export interface ShownClaim {
  claimant: string;
  contact: string;
  relation: 'self' | 'representative';
  claimed_right: ClaimedRight;
  passage: string;
  why: string;
  is_candidate: boolean;
  answer_by: string;
  consent: Consent | null;
  consent_reason: string;
  keep_until: string;
}

export interface EarlierDecision {
  id: string;
  outcome: Outcome;
  ground: Ground;
  decided_at: string;
  /** on the same thing, or else on something of the same author */
  same: boolean;
  reversed: boolean;
}

export interface QueuedCase {
  id: string;
  way: Way;
  kind: string;
  object_id: string;
  object_version: number;
  ground: Ground;
  urgent: boolean;
  title: string;
  body: string;
  context: string;
  path: string;
  opened_at: Date;
  waits_until: Date | null;
  decided_at: Date | null;
  author_id: string | null;
  author_person_id: string | null;
  author_name: string | null;
  report_count: number;
  reporterIds: string[];
  reports: ShownReport[];
  claim: ShownClaim | null;
  earlier: EarlierDecision[];
}

const REPORTS = `(select json_agg(json_build_object('ground', o.ground, 'body', o.body, 'contact', o.contact, 'noticed', o.noticed,
    'name', p.name, 'reported_at', o.reported_at) order by o.id)
  from (select * from moderation_reports o where o.hub_id = c.hub_id and o.case_id = c.id order by o.id limit 20) o
  left join actors p on p.hub_id = o.hub_id and p.id = o.person_id)`;

const CLAIM = `(select json_build_object('claimant', r.claimant, 'contact', r.contact, 'relation', r.relation, 'claimed_right',
    r.claimed_right, 'passage', r.passage, 'why', r.why, 'is_candidate', r.is_candidate, 'answer_by', r.answer_by, 'consent',
    r.consent, 'consent_reason', r.consent_reason, 'keep_until', r.keep_until)
  from rights_claims r where r.hub_id = c.hub_id and r.case_id = c.id)`;

/** The newest decisions on the same thing or by the same author. */
const EARLIER = `(select json_agg(json_build_object('id', d.id, 'outcome', d.outcome, 'ground', d.ground, 'decided_at', d.decided_at,
    'same', d.object_id = c.object_id, 'reversed', d.reversed_at is not null) order by d.id desc)
  from (select * from moderation_decisions d where d.hub_id = c.hub_id and d.author_id = c.author_id
    order by d.id desc limit 5) d)`;

const QUEUED = `c.id, c.way, c.kind, c.object_id, c.object_version, c.ground, c.urgent, c.title, c.body, c.context, c.path, c.opened_at,
  c.waits_until, c.decided_at, c.author_id, c.author_person_id, a.name as author_name, c.report_count,
  array(select o.person_id from moderation_reports o where o.hub_id = c.hub_id and o.case_id = c.id and o.person_id is not null
    union select r.person_id from rights_claims r where r.hub_id = c.hub_id and r.case_id = c.id and r.person_id is not null)
    as "reporterIds",
  ${REPORTS} as reports, ${CLAIM} as claim, ${EARLIER} as earlier`;

const AUTHOR = 'left join actors a on a.hub_id = c.hub_id and a.id = c.author_id';

function shown(row: QueuedCase): QueuedCase {
  return { ...row, reports: row.reports ?? [], earlier: row.earlier ?? [] };
}

const KATAKANA = Array.from({ length: 86 }, (_, at) => String.fromCodePoint(0x30a1 + at)).join('');
const HIRAGANA = Array.from({ length: 86 }, (_, at) => String.fromCodePoint(0x3041 + at)).join('');
/** As `foldText` folds what is searched for. Open cases are few enough to be looked through. */
const FOLDED = `translate(lower(normalize(c.title || ' ' || c.body || ' ' || coalesce(a.name, ''), nfkc)), '${KATAKANA}', '${HIRAGANA}')`;

export interface QueueFilter {
  q: string;
  ground: Ground | '';
  kind: string;
  way: Way | '';
  /** the last case of the page before */
  after: { urgent: boolean; id: string } | null;
  limit: number;
}

/** A page of open cases: what is urgent first, then the oldest. */
export async function queue(db: Db, filter: QueueFilter): Promise<{ cases: QueuedCase[]; more: boolean }> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = ['c.decided_at is null'];
  if (filter.ground) where.push(`c.ground = ${bind(filter.ground)}`);
  if (filter.kind) where.push(`c.kind = ${bind(filter.kind)}`);
  if (filter.way) where.push(`c.way = ${bind(filter.way)}`);
  const patterns = likePatterns(filter.q);
  if (patterns.length > 0) where.push(`${FOLDED} like all(${bind(patterns)}::text[])`);
  if (filter.after) {
    const { urgent, id } = filter.after;
    where.push(
      `(c.urgent < ${bind(urgent)}::boolean or (c.urgent = ${bind(urgent)}::boolean and c.id > ${bind(id)}::uuid))`,
    );
  }
  const rows = await run<QueuedCase>(
    db,
    `select ${QUEUED} from moderation_cases c ${AUTHOR} where ${where.join(' and ')}
     order by c.urgent desc, c.id limit ${bind(filter.limit + 1)}`,
    values,
  );
  return { cases: rows.slice(0, filter.limit).map(shown), more: rows.length > filter.limit };
}

export async function caseById(db: Db, id: string): Promise<QueuedCase | null> {
  const [row] = await run<QueuedCase>(db, `select ${QUEUED} from moderation_cases c ${AUTHOR} where c.id = $1`, [id]);
  return row ? shown(row) : null;
}
