/** F9.1 Proposals by place: what a map of a round shows, and what is given out as GeoJSON. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { LatLng } from './place.ts';
import type { ProposalKind } from './proposal.ts';

export interface PlacedProposal {
  id: string;
  kind: ProposalKind;
  title: string;
  actor_id: string;
  actor_kind: ActorKind;
  actor_name: string;
  area: string;
  lat: number | null;
  lng: number | null;
  shape: LatLng[] | null;
  district: string;
  answer_kind: string | null;
}

const MOST_SHOWN = 300;

/** Proposals of a round that stand, oldest first, at most 300; `district` empty: everywhere. */
export function placedProposals(db: Db, roundId: string, district: string): Promise<PlacedProposal[]> {
  return run<PlacedProposal>(
    db,
    `select p.id, p.kind, p.title, p.actor_id, a.kind as actor_kind, a.name as actor_name, v.area, p.lat, p.lng, p.shape,
       p.district, p.answer_kind
     from proposals p
     join actors a on a.hub_id = p.hub_id and a.id = p.actor_id
     join proposal_versions v on v.hub_id = p.hub_id and v.proposal_id = p.id and v.version = p.version
     where p.round_id = $1 and p.withdrawn_at is null and p.hidden_at is null and ($2 = '' or p.district = $2)
     order by p.id limit ${MOST_SHOWN}`,
    [roundId, district],
  );
}
