/** F1.1: what is found where it is: for maps, and in the order of distance. */
import type { Hub } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { candidatesFrom } from './candidates.ts';
import { confirmed } from './confirm.ts';
import { kilometres, PLACED, type Point } from './facet-terms.ts';
import { EXACT_UP_TO, look, type Question } from './look.ts';

export interface Placed extends Point {
  number: number;
  kind: string;
  object_id: string;
  /** from the point asked for */
  km: number;
}

/** At most a thousand, the newest of them; the nearest to `from` first. `isAll`: there are no more. */
export async function findPlaced(
  db: Db,
  hub: Hub,
  question: Question,
  from: Point,
): Promise<{ placed: Placed[]; isAll: boolean }> {
  const looked = await look(db, hub, question, [PLACED]);
  if (!looked) return { placed: [], isAll: true };
  const candidates = candidatesFrom(looked.matched, looked.wanted, { stage: 0, first: null }, EXACT_UP_TO + 1);
  const numbers = candidates.slice(0, EXACT_UP_TO).map(({ number }) => number);
  const sure = await confirmed(db, looked.index, question, { numbers, needsFacets: true });
  const placed = sure.flatMap(({ number, kind, object_id, facets: { lat, lng } }) =>
    lat === undefined || lng === undefined
      ? []
      : [{ number, kind, object_id, lat, lng, km: kilometres(from, { lat, lng }) }],
  );
  return {
    placed: placed.sort((a, b) => a.km - b.km || b.number - a.number),
    isAll: candidates.length <= EXACT_UP_TO,
  };
}
