/**
 * F9.2, P1: how votes reach the disk. Those that arrive together are one statement and one wait for the disk (measured: three times
 * as many a second as one transaction each); each is acknowledged after its commit.
 */
import { Batches } from '#kernel/batches.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { run } from '#kernel/database/dialect.ts';

export interface WantedVote {
  opinionId: string;
  personId: string;
  at: Date;
  /** the version of the opinion that was read; null means whatever it says now */
  version: number | null;
  /** null takes the choice back */
  stance: number | null;
  /** a debate under one of these versions of the rules is not open to this person */
  closedVersions: readonly number[];
}

const MOST = 200;
/** While one batch waits for the disk, the next is made. */
const FLYING = 2;

// The lock on the opinion is the one the vote's foreign key takes anyway. Taken here, it waits for somebody who is just rewriting
// the opinion, and then looks at the new words. The order keeps two batches from waiting for each other. The same choice again
// changes no row and leaves nothing to count.
const KEEP = `with target as (
    select w.place, o.id, o.debate_id, w.person_id, w.at, w.stance
    from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::int[], $6::smallint[], $7::text[])
      with ordinality as w (opinion_id, person_id, at, version, stance, closed, place)
    join opinions o on o.hub_id = $1 and o.id = w.opinion_id
    join debates d on d.hub_id = o.hub_id and d.id = o.debate_id
    where o.kind = 'opinion' and o.withdrawn_at is null and o.hidden_at is null
      and o.version = coalesce(w.version, o.version) and d.opens_at <= w.at and d.closes_at > w.at
      and not coalesce(d.rules_version, 0) = any (w.closed::int[])
    order by w.opinion_id, w.person_id
    for key share of o
  ), kept as (
    insert into votes (hub_id, opinion_id, person_id, debate_id, stance, at)
    select $1, t.id, t.person_id, t.debate_id, t.stance, t.at from target t where t.stance is not null
    on conflict (hub_id, opinion_id, person_id) do update set stance = excluded.stance, at = excluded.at
      where votes.stance <> excluded.stance
    returning opinion_id, debate_id, person_id
  ), gone as (
    delete from votes v using target t
    where t.stance is null and v.hub_id = $1 and v.opinion_id = t.id and v.person_id = t.person_id
    returning v.opinion_id, v.debate_id, v.person_id
  ), noted as (
    insert into vote_changes (hub_id, opinion_id, debate_id, person_id)
    select $1, opinion_id, debate_id, person_id from kept
    union all select $1, opinion_id, debate_id, person_id from gone)
  select place::int from target`;

const batches = new WeakMap<object, Map<number, Batches<WantedVote, boolean>>>();

/** Keeps the choice; false when the opinion can't be voted on as asked. */
export function keepVote(hubwise: Pick<Hubwise, 'write'>, hubId: number, vote: WantedVote): Promise<boolean> {
  return batchesOf(hubwise, hubId).add(vote);
}

function batchesOf(hubwise: Pick<Hubwise, 'write'>, hubId: number): Batches<WantedVote, boolean> {
  const ofHubs = batches.get(hubwise) ?? new Map<number, Batches<WantedVote, boolean>>();
  batches.set(hubwise, ofHubs);
  let ofHub = ofHubs.get(hubId);
  if (!ofHub) {
    ofHub = new Batches({
      keyOf: ({ opinionId, personId }) => opinionId + personId,
      run: (votes) => keep(hubwise, hubId, votes),
      most: MOST,
      flying: FLYING,
    });
    ofHubs.set(hubId, ofHub);
  }
  return ofHub;
}

async function keep(
  hubwise: Pick<Hubwise, 'write'>,
  hubId: number,
  votes: readonly WantedVote[],
): Promise<readonly boolean[]> {
  const kept = await hubwise.write(hubId, (db) =>
    run<{ place: number }>(db, KEEP, [
      hubId,
      votes.map(({ opinionId }) => opinionId),
      votes.map(({ personId }) => personId),
      votes.map(({ at }) => at),
      votes.map(({ version }) => version),
      votes.map(({ stance }) => stance),
      votes.map(({ closedVersions }) => `{${closedVersions.join(',')}}`),
    ]),
  );
  const places = new Set(kept.map(({ place }) => place));
  return votes.map((_, at) => places.has(at + 1));
}
