/** Reads of proposals, shaped for their views. Everything published is public, withdrawn ones as their tombstone. */
import { type AttachedFile, filesColumn } from '#commons/files/index.ts';
import { type Hiding, hidingJson } from '#commons/moderation/index.ts';
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { gramsQuery } from '#kernel/grams.ts';
import { ROUND_COLUMNS, type Round } from '../rounds/index.ts';
import type { LatLng } from './place.ts';
import type { ProposalKind } from './proposal.ts';
import { SHOWN_PARTS, type ShownParts, type StandingCoProposer, standingJson } from './shown-parts.ts';

export interface ProposalRow {
  id: string;
  kind: ProposalKind;
  version: number;
  title: string;
  actor_id: string;
  policy_id: string | null;
  published_at: Date;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
  answer_kind: string | null;
  merged_into_id: string | null;
  lat: number | null;
  lng: number | null;
  district: string;
}

export interface ListedProposal extends ProposalRow {
  opinion_count: number;
  vote_count: number;
  actor_kind: ActorKind;
  actor_name: string;
  round_id: string;
  excerpt: string;
  shape: LatLng[] | null;
  co_proposers: StandingCoProposer[];
}

export interface ShownProposal extends ProposalRow, ShownParts {
  shape: LatLng[] | null;
  opinion_count: number;
  vote_count: number;
  opens_at: Date;
  closes_at: Date;
  problem: string;
  proposal: string;
  effect: string;
  roles: string;
  cost: string;
  area: string;
  changed: string;
  written_at: Date;
  actor_kind: ActorKind;
  actor_name: string;
  policy_code: string | null;
  policy_title: string | null;
  withdrawal_reason: string | null;
  /** why it is hidden; its texts are empty then */
  hiding: Hiding | null;
  /** of the present version */
  files: AttachedFile[];
  round: Round;
}

const PROPOSAL_COLUMNS = `p.id, p.kind, p.version, p.title, p.actor_id, p.policy_id, p.published_at, p.withdrawn_at, p.hidden_at,
  p.answer_kind, p.merged_into_id, p.lat, p.lng, p.district`;

type WithRound = Record<string, unknown>;

/** Splits the columns of a join with rounds (prefixed r_) from the proposal's own. */
function withRound<T>(row: WithRound): T & { round: Round } {
  const round: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    if (name.startsWith('r_')) round[name.slice(2)] = value;
    else rest[name] = value;
  }
  return { ...rest, round } as T & { round: Round };
}

const R_COLUMNS = ROUND_COLUMNS.replace(/\s+/g, ' ')
  .split(', ')
  .map((column) => `${column} as r_${column.replace('r.', '')}`)
  .join(', ');

/** The texts of version `v`, as long as proposal `p` is not hidden. */
const SEEN = ['problem', 'proposal', 'effect', 'roles', 'cost', 'area', 'changed']
  .map((name) => `case when p.hidden_at is null then v.${name} else '' end as ${name}`)
  .join(', ');

const SHOWN = `select ${PROPOSAL_COLUMNS}, p.shape, ${SHOWN_PARTS}, ${SEEN}, v.written_at, ${hidingJson('proposal', 'p')} as hiding,
    a.kind as actor_kind, a.name as actor_name, o.code as policy_code, o.title as policy_title, w.reason as withdrawal_reason,
    d.opinion_count, d.vote_count, d.opens_at, d.closes_at, case when p.hidden_at is null then ${filesColumn('proposal', 'p', 'id', 'p.version')} end as files, ${R_COLUMNS}
  from proposals p
  join debates d on d.hub_id = p.hub_id and d.id = p.id
  join proposal_versions v on v.hub_id = p.hub_id and v.proposal_id = p.id and v.version = p.version
  join actors a on a.hub_id = p.hub_id and a.id = p.actor_id
  join rounds r on r.hub_id = p.hub_id and r.id = p.round_id
  left join policies o on o.hub_id = p.hub_id and o.id = p.policy_id
  left join proposal_withdrawals w on w.hub_id = p.hub_id and w.proposal_id = p.id
  where p.id = $1`;

export async function shownProposal(db: Db, id: string): Promise<ShownProposal | null> {
  const [row] = await run<WithRound>(db, SHOWN, [id]);
  return row ? withRound<ShownProposal>({ ...row, files: row.files ?? [] }) : null;
}

const LOCKED = `select ${PROPOSAL_COLUMNS}, ${R_COLUMNS}
  from proposals p join rounds r on r.hub_id = p.hub_id and r.id = p.round_id where p.id = $1 for update of p for share of r`;

/** The proposal with its round, held against a second change at the same moment, and the round against its publication. */
export async function lockedProposal(db: Db, id: string): Promise<(ProposalRow & { round: Round }) | null> {
  const [row] = await run<WithRound>(db, LOCKED, [id]);
  return row ? withRound<ProposalRow>(row) : null;
}

export interface ProposalFilter {
  q: string;
  kind: ProposalKind | '';
  roundId: string;
  /** name of a district; empty: everywhere */
  district?: string;
  /** id of the last proposal of the page before */
  before: string | null;
  limit: number;
}

const EXACT_UP_TO = 1000;

function conditions(filter: ProposalFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const where: string[] = ['p.hidden_at is null'];
  const bind = (value: unknown) => {
    values.push(value);
    return `$${values.length}`;
  };
  const grams = filter.q ? gramsQuery(filter.q) : null;
  if (grams) {
    where.push(`p.grams @@ ${bind(grams)}::tsquery`);
  }
  if (filter.kind) where.push(`p.kind = ${bind(filter.kind)}`);
  if (filter.district) where.push(`p.district = ${bind(filter.district)}`);
  if (filter.roundId) where.push(`p.round_id = ${bind(filter.roundId)}`);
  return { where: where.join(' and '), values };
}

/** A page of the list, newest first, and how many there are in all: exact up to 1,000, else null. */
export async function listedProposals(
  db: Db,
  filter: ProposalFilter,
): Promise<{ proposals: ListedProposal[]; more: boolean; count: number | null }> {
  const { where, values } = conditions(filter);
  const keyed = [...values];
  let key = '';
  if (filter.before) {
    keyed.push(filter.before);
    key = ` and p.id < $${keyed.length}`;
  }
  keyed.push(filter.limit + 1);
  const [rows, counted] = await Promise.all([
    run<ListedProposal>(
      db,
      `select ${PROPOSAL_COLUMNS}, p.round_id, p.shape, ${standingJson('p', 'p.version')} as co_proposers, a.kind as actor_kind, a.name as actor_name, left(v.proposal, 120) as excerpt,
         d.opinion_count, d.vote_count
       from proposals p
       join debates d on d.hub_id = p.hub_id and d.id = p.id
       join proposal_versions v on v.hub_id = p.hub_id and v.proposal_id = p.id and v.version = p.version
       join actors a on a.hub_id = p.hub_id and a.id = p.actor_id
       where ${where}${key} order by p.id desc limit $${keyed.length}`,
      keyed,
    ),
    run<{ n: number }>(
      db,
      `select count(*)::int as n from (select 1 from proposals p where ${where} limit ${EXACT_UP_TO + 1}) as bounded`,
      values,
    ),
  ]);
  const n = counted[0]?.n ?? 0;
  return {
    proposals: rows.slice(0, filter.limit),
    more: rows.length > filter.limit,
    count: n > EXACT_UP_TO ? null : n,
  };
}

/** Everything of the filter, for export; walks by key so that memory stays bounded. */
export async function* allProposals(
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  filter: Omit<ProposalFilter, 'before' | 'limit'>,
): AsyncGenerator<ListedProposal[]> {
  let before: string | null = null;
  for (;;) {
    const page: { proposals: ListedProposal[]; more: boolean } = await read((db) =>
      listedProposals(db, { ...filter, before, limit: 500 }),
    );
    yield page.proposals;
    if (!page.more) return;
    before = page.proposals.at(-1)?.id ?? null;
  }
}

export interface ShownVersion {
  version: number;
  title: string;
  problem: string;
  proposal: string;
  effect: string;
  roles: string;
  cost: string;
  area: string;
  changed: string;
  written_at: Date;
  lat: number | null;
  lng: number | null;
  shape: LatLng[] | null;
  co_proposers: StandingCoProposer[];
  files: AttachedFile[];
}

export function versionsOf(db: Db, proposalId: string): Promise<ShownVersion[]> {
  return run<ShownVersion>(
    db,
    `select version, title, problem, proposal, effect, roles, cost, area, changed, written_at, lat, lng, shape,
       ${standingJson('v', 'v.version', 'proposal_id')} as co_proposers,
       ${filesColumn('proposal', 'v', 'proposal_id', 'v.version')} as files
     from proposal_versions v where proposal_id = $1 order by version desc limit 100`,
    [proposalId],
  );
}

export interface PolicyChoice {
  id: string;
  code: string;
  title: string;
}

export function policyChoices(db: Db): Promise<PolicyChoice[]> {
  return run<PolicyChoice>(db, `select id, code, title from policies where kind = 'measure' order by code limit 500`);
}
