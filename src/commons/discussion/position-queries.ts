/** F9.2 Where a position stands. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { DEBATE_COLUMNS, type Debate } from './debates.ts';

export interface PositionPlace {
  id: string;
  organisation_id: string;
  opinion: { id: string; number: number } | null;
  debate: Debate;
}

/** The position with its debate and opinion; null when this hub has no such position. */
export async function positionPlace(db: Db, id: string): Promise<PositionPlace | null> {
  type Row = Debate & { organisation_id: string; opinion_id: string | null; opinion_number: number | null };
  const [row] = await run<Row>(
    db,
    `select ${DEBATE_COLUMNS}, p.organisation_id, p.opinion_id, o.number as opinion_number
     from positions p join debates d on d.hub_id = p.hub_id and d.id = p.debate_id
     left join opinions o on o.hub_id = p.hub_id and o.id = p.opinion_id
     where p.id = $1`,
    [id],
  );
  if (!row) return null;
  const { organisation_id, opinion_id, opinion_number, ...debate } = row;
  const opinion = opinion_id === null ? null : { id: opinion_id, number: opinion_number ?? 0 };
  return { id, organisation_id, opinion, debate };
}
