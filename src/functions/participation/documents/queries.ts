/** Reads of what goes into the document, and of the document itself. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { committedFiles } from '../proposals/index.ts';
import { ROUND_COLUMNS, type Round } from '../rounds/index.ts';
import type { DocumentContent, DocumentProposal, DocumentWithdrawal } from './document.ts';
import type { ShownErratum } from './erratum.ts';
import type { Receipt } from './receipt.ts';

/** SQL: `{with: […]}`, co-proposers of proposal `p` who consented to its version `v` before the cut-off and still stand by it; else null. */
const WITH = `(select jsonb_build_object('with', jsonb_agg(jsonb_build_object('kind', ca.kind, 'name', ca.name) order by s.consented_at, ca.name))
  from version_co_proposers s
  join co_proposers c on c.hub_id = s.hub_id and c.id = s.co_proposer_id and c.ended is null
  join actors ca on ca.hub_id = s.hub_id and ca.id = s.actor_id
  where s.hub_id = p.hub_id and s.proposal_id = p.id and s.version = v.version and s.consented_at < $2
  having count(*) > 0)`;

/** Proposals of a round as they stood at its cut-off; see docs/decisions/0010-cut-off.md. */
export async function proposalsAtCutOff(db: Db, round: Pick<Round, 'id' | 'drafting_at'>): Promise<DocumentProposal[]> {
  const rows = await run<{ proposal: DocumentProposal }>(
    db,
    `select jsonb_build_object('id', p.id, 'kind', p.kind, 'version', v.version, 'writtenAt',
        to_char(v.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'title', v.title,
        'by', json_build_object('kind', a.kind, 'name', a.name),
        'policy', case when o.id is null then null else json_build_object('code', o.code, 'title', o.title) end,
        'problem', v.problem, 'proposal', v.proposal, 'effect', v.effect, 'roles', v.roles, 'cost', v.cost, 'area', v.area,
        'debate', json_build_object('opinions', d.opinion_count, 'votes', d.vote_count, 'voters', d.voter_count))
        || coalesce(${WITH}, '{}') as proposal
     from proposals p
     join actors a on a.hub_id = p.hub_id and a.id = p.actor_id
     join debates d on d.hub_id = p.hub_id and d.id = p.id
     left join policies o on o.hub_id = p.hub_id and o.id = p.policy_id
     cross join lateral (
       select x.version, x.title, x.problem, x.proposal, x.effect, x.roles, x.cost, x.area, x.written_at
       from proposal_versions x
       where x.hub_id = p.hub_id and x.proposal_id = p.id and x.written_at < $2 order by x.version desc limit 1
     ) v
     where p.round_id = $1 and p.withdrawn_at is null and p.hidden_at is null order by p.id`,
    [round.id, round.drafting_at],
  );
  const proposals = rows.map((row) => row.proposal);
  const files = await committedFiles(db, proposals);
  return proposals.map((one) => (files.has(one.id) ? { ...one, files: files.get(one.id)! } : one));
}

interface WithdrawnRow {
  id: string;
  title: string;
  kind: ActorKind;
  name: string;
  at: Date;
  reason: string;
  into_id: string | null;
  into_title: string | null;
}

/** Proposals of the round that were taken back, that went into another one, or were hidden by moderation (X4); they are named with their reason, not submitted. */
export async function withdrawnProposals(db: Db, roundId: string): Promise<DocumentWithdrawal[]> {
  const rows = await run<WithdrawnRow>(
    db,
    `select p.id, p.title, a.kind, a.name, w.at, w.reason, t.id as into_id, t.title as into_title
     from proposals p
     join proposal_withdrawals w on w.hub_id = p.hub_id and w.proposal_id = p.id
     join actors a on a.hub_id = p.hub_id and a.id = p.actor_id
     left join proposals t on t.hub_id = p.hub_id and t.id = p.merged_into_id
     where p.round_id = $1
     union all
     select p.id, p.title, a.kind, a.name, h.since, h.reason, null, null
     from proposals p
     join hidings h on h.hub_id = p.hub_id and h.kind = 'proposal' and h.object_id = p.id and h.until is null
     join actors a on a.hub_id = p.hub_id and a.id = p.actor_id
     where p.round_id = $1 and p.withdrawn_at is null order by 1`,
    [roundId],
  );
  return rows.map(({ id, title, kind, name, at, reason, into_id, into_title }) => ({
    id,
    title,
    by: { kind, name },
    withdrawnAt: at.toISOString(),
    reason,
    ...(into_id !== null && into_title !== null ? { mergedInto: { id: into_id, title: into_title } } : {}),
  }));
}

export interface Listed {
  id: string;
  text: string;
}

const MOST_LISTED = 200;

export function openObjections(db: Db, roundId: string): Promise<Listed[]> {
  return run<Listed>(
    db,
    `select id, body as text from objections where round_id = $1 and resolution is null order by raised_at, id limit ${MOST_LISTED}`,
    [roundId],
  );
}

/** Points that cite nothing that can still be read. */
export function pointsWithoutCitation(db: Db, roundId: string): Promise<Listed[]> {
  return run<Listed>(
    db,
    `select p.id, p.body as text from points p
     where p.round_id = $1 and p.removed_at is null and not exists (
       select 1 from citations c join opinions o on o.hub_id = c.hub_id and o.id = c.opinion_id
       where c.hub_id = p.hub_id and c.point_id = p.id and o.withdrawn_at is null and o.hidden_at is null)
     order by p.id limit ${MOST_LISTED}`,
    [roundId],
  );
}

export interface PublishedDocument {
  id: string;
  number: string;
  /** the exact frozen bytes, as text */
  text: string;
  /** lower-case hexadecimal */
  sha256: string;
  published_at: Date;
  submission: Submission | null;
  receipt: Receipt | null;
  /** in the order of their numbers */
  errata: ShownErratum[];
}

export interface Submission {
  submitted_by: string;
  submitted_by_kind: ActorKind;
  received_by_id: string;
  received_by: string;
  received_office: string;
  submitted_at: Date;
}

interface DocumentRow extends Omit<PublishedDocument, 'submission'>, Omit<Submission, 'submitted_by'> {
  submitted_by: string | null;
}

const RECEIPT = `(select json_build_object('number', x.number, 'division_id', x.division_id, 'division_name', xd.name, 'office', x.office,
    'receiver', x.receiver, 'means', x.means, 'received_on', x.received_on, 'recorded_at', x.recorded_at)
  from document_receipts x join actors xd on xd.hub_id = x.hub_id and xd.id = x.division_id
  where x.hub_id = d.hub_id and x.document_id = d.id)`;

const ERRATA = `coalesce((select json_agg(json_build_object('id', e.id, 'number', e.number, 'part', e.part, 'proposal_id', e.proposal_id,
    'proposal_title', ed.title, 'place', e.place, 'wrong', e.wrong, 'corrected', e.corrected, 'reason', e.reason, 'actor_name', ea.name,
    'actor_kind', ea.kind, 'recorded_at', e.recorded_at) order by e.number)
  from document_errata e
  join actors ea on ea.hub_id = e.hub_id and ea.id = e.actor_id
  left join debates ed on ed.hub_id = e.hub_id and ed.id = e.proposal_id
  where e.hub_id = d.hub_id and e.document_id = d.id), '[]')`;

/** The document of a round with its submission, receipt and errata; null before it is published. */
export async function documentOf(db: Db, roundId: string): Promise<PublishedDocument | null> {
  const [row] = await run<DocumentRow>(
    db,
    `select d.id, d.number, d.content as text, encode(d.sha256, 'hex') as sha256, d.published_at, b.name as submitted_by,
       ${RECEIPT} as receipt, ${ERRATA} as errata,
       b.kind as submitted_by_kind, s.received_by as received_by_id, g.name as received_by, s.received_office, s.submitted_at
     from documents d
     left join submissions_to_city s on s.hub_id = d.hub_id and s.document_id = d.id
     left join actors b on b.hub_id = s.hub_id and b.id = s.submitted_by
     left join actors g on g.hub_id = s.hub_id and g.id = s.received_by
     where d.round_id = $1`,
    [roundId],
  );
  if (!row) return null;
  const { id, number, text, sha256, published_at, submitted_by, receipt, errata, ...rest } = row;
  const document = { id, number, text, sha256, published_at, receipt, errata };
  return { ...document, submission: submitted_by === null ? null : { submitted_by, ...rest } };
}

export function contentIn(document: Pick<PublishedDocument, 'text'>): DocumentContent {
  return JSON.parse(document.text) as DocumentContent;
}

/** The round, and whether this person edits its statement. */
export async function roundAndEditing(
  db: Db,
  roundId: string,
  personId: string | null,
): Promise<{ round: Round; edits: boolean } | null> {
  const [row] = await run<Round & { edits: boolean }>(
    db,
    `select ${ROUND_COLUMNS}, exists (select 1 from editors e where e.hub_id = r.hub_id and e.round_id = r.id and e.person_id = $2
       and e.lowered_at is null) as edits from rounds r where r.id = $1`,
    [roundId, personId],
  );
  if (!row) return null;
  const { edits, ...round } = row;
  return { round, edits };
}

export interface Office {
  id: string;
  name: string;
}

/** The city's divisions, one of which receives the document. */
export function offices(db: Db): Promise<Office[]> {
  return run<Office>(db, `select id, name from actors where kind = 'division' order by id limit 200`);
}

/** What decides who may correct what: whether this person's hand is or was up, and who proposed. Null for an unknown round or proposal. */
export async function erratumFacts(
  db: Db,
  roundId: string,
  proposalId: string | null,
  personId: string,
): Promise<{ edits: boolean; proposerId: string | null; rulesVersion: number } | null> {
  const [row] = await run<{ edits: boolean; proposer_id: string | null; rules_version: number }>(
    db,
    `select exists (select 1 from editors e where e.hub_id = r.hub_id and e.round_id = r.id and e.person_id = $3 and e.lowered_at is null)
       as edits, p.actor_id as proposer_id, r.rules_version
     from rounds r left join proposals p on p.hub_id = r.hub_id and p.round_id = r.id and p.id = $2 where r.id = $1`,
    [roundId, proposalId, personId],
  );
  if (!row || (proposalId !== null && row.proposer_id === null)) return null;
  return { edits: row.edits, proposerId: row.proposer_id, rulesVersion: row.rules_version };
}
