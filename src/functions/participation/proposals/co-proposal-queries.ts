/** F9.1 Reads of co-proposers: who was asked, what about, and how far they have come. */
import type { ActorKind, Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { ROUND_COLUMNS, type Round } from '../rounds/index.ts';
import { type AskedThing, type ConsentedText, draftText, type Ended } from './co-proposal.ts';
import { placeOfRow } from './place.ts';
import { type DraftFields, EMPTY_DRAFT, type ProposalKind, type ProposalText } from './proposal.ts';

export interface CoProposer {
  id: string;
  draft_id: string | null;
  proposal_id: string | null;
  actor_id: string | null;
  actor_kind: ActorKind | null;
  actor_name: string | null;
  meant_for: string;
  invited_at: Date;
  digest: Buffer | null;
  consented_at: Date | null;
  ended: Ended | null;
  ended_at: Date | null;
  word: string;
}

const COLUMNS = `c.id, c.draft_id, c.proposal_id, c.actor_id, a.kind as actor_kind, a.name as actor_name, c.meant_for, c.invited_at,
  c.digest, c.consented_at, c.ended, c.ended_at, c.word`;
const FROM = 'co_proposers c left join actors a on a.hub_id = c.hub_id and a.id = c.actor_id';

export type Asked = { draftId: string } | { proposalId: string };

/** Everybody who was ever asked, in that order. For the proposer. */
export function askedOf(db: Db, of: Asked): Promise<CoProposer[]> {
  const [column, id] = 'draftId' in of ? ['draft_id', of.draftId] : ['proposal_id', of.proposalId];
  return run<CoProposer>(db, `select ${COLUMNS} from ${FROM} where c.${column} = $1 order by c.id limit 200`, [id]);
}

export interface FoundActor {
  id: string;
  kind: ActorKind;
  name: string;
}

/** Actors whose name or reading holds `q`: people with a confirmed contact, and organisations. At most 20. */
export function actorsNamed(db: Db, q: string): Promise<FoundActor[]> {
  return run<FoundActor>(
    db,
    `select id, kind, name from actors
     where imported_from is null and (kind <> 'person' or level > 0)
       and (strpos(lower(name), lower($1)) > 0 or strpos(coalesce(reading, ''), $1) > 0)
     order by length(name), name, id limit 20`,
    [q],
  );
}

/** A request with what it is about, as it stands now. */
export interface CoRequest extends CoProposer {
  thing: AskedThing & { title: string; actorName: string; actorKind: ActorKind; version: number; round: Round | null };
  text: ConsentedText;
  changed: string;
}

type Row = CoProposer & {
  key_hash: string | null;
  fields: DraftFields | null;
  proposer_id: string;
  proposer_kind: ActorKind;
  proposer_name: string;
  withdrawn_at: Date | null;
  version: number | null;
  kind: ProposalKind | null;
  lat: number | null;
  lng: number | null;
  shape: unknown;
  changed: string | null;
} & { [Field in keyof ProposalText]: string | null } & Record<`r_${string}`, unknown>;

const R_COLUMNS = ROUND_COLUMNS.replace(/\s+/g, ' ')
  .split(', ')
  .map((column) => `${column} as r_${column.replace('r.', '')}`)
  .join(', ');

// A choice, not coalesce(): behind a policy that one keeps the planner from the index of actors.
const REQUEST = `select ${COLUMNS}, d.fields, p.version, p.kind, p.withdrawn_at, v.title, v.problem, v.proposal, v.effect, v.roles,
    v.cost, v.area, v.lat, v.lng, v.shape, v.changed, b.id as proposer_id, b.kind as proposer_kind, b.name as proposer_name, ${R_COLUMNS}
  from ${FROM}
  left join proposal_drafts d on d.hub_id = c.hub_id and d.id = c.draft_id
  left join proposals p on p.hub_id = c.hub_id and p.id = c.proposal_id
  left join proposal_versions v on v.hub_id = p.hub_id and v.proposal_id = p.id and v.version = p.version
  left join rounds r on r.hub_id = p.hub_id and r.id = p.round_id
  join actors b on b.hub_id = c.hub_id and b.id =
    case when p.actor_id is not null then p.actor_id else d.actor_id end`;

function requestOf(row: Row): CoRequest {
  const draft = { ...EMPTY_DRAFT, ...row.fields };
  const isPublic = row.proposal_id !== null;
  const text: ConsentedText = isPublic
    ? {
        kind: row.kind!,
        title: row.title!,
        problem: row.problem!,
        proposal: row.proposal!,
        effect: row.effect!,
        roles: row.roles!,
        cost: row.cost!,
        area: row.area!,
        place: placeOfRow(row),
      }
    : draftText(draft);
  const round = row.r_id
    ? (Object.fromEntries(
        Object.entries(row).flatMap(([name, value]) => (name.startsWith('r_') ? [[name.slice(2), value]] : [])),
      ) as unknown as Round)
    : null;
  return {
    ...row,
    text,
    changed: row.changed ?? '',
    thing: {
      actorId: row.proposer_id,
      actorName: row.proposer_name,
      actorKind: row.proposer_kind,
      withdrawnAt: row.withdrawn_at,
      title: text.title,
      version: row.version ?? 0,
      round: isPublic ? round : null,
    },
  };
}

export async function requestById(db: Db, id: string): Promise<CoRequest | null> {
  const [row] = await run<Row>(db, `${REQUEST} where c.id = $1`, [id]);
  return row ? requestOf(row) : null;
}

/** The request a letter leads to; null when its key is unknown. */
export async function requestByKey(db: Db, keyHash: string): Promise<CoRequest | null> {
  const [row] = await run<Row>(db, `${REQUEST} where c.key_hash = $1`, [keyHash]);
  return row ? requestOf(row) : null;
}

/** Requests of these actors that still stand, newest first: what waits for an answer, and what one stands for. */
export async function requestsOf(db: Db, actorIds: readonly string[]): Promise<CoRequest[]> {
  const rows = await run<Row>(
    db,
    `${REQUEST} where c.actor_id = any($1::uuid[]) and c.ended is null order by c.id desc limit 100`,
    [actorIds],
  );
  return rows.map(requestOf);
}

/**
 * Holds the request against a change at the same moment, then reads it. The proposal is held first, as in every act on it, so that
 * an answer and a new version wait for each other; with it those it may be merged with, which leaving may decide.
 */
export async function lockedRequest(
  db: Db,
  hub: Hub,
  by: { id: string } | { keyHash: string },
): Promise<CoRequest | null> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['key_hash', by.keyHash];
  await run(
    db,
    `select p.id from proposals p where p.hub_id = $1 and p.id in (
       select c.proposal_id from co_proposers c where c.hub_id = $1 and c.${column} = $2
       union
       select unnest(array[m.absorbed_id, m.target_id]) from co_proposers c
       join merges m on m.hub_id = c.hub_id and m.outcome is null and c.proposal_id in (m.absorbed_id, m.target_id)
       where c.hub_id = $1 and c.${column} = $2
     ) order by p.id for update`,
    [hub.id, value],
  );
  const [held] = await run<{ id: string }>(
    db,
    `select id from co_proposers where hub_id = $1 and ${column} = $2 for no key update`,
    [hub.id, value],
  );
  return held ? requestById(db, held.id) : null;
}
