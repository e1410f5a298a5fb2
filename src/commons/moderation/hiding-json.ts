/** X4: why something is hidden, for the page on which its stub stands. */
import type { Ground } from './moderation.ts';

export interface Hiding {
  ground: Ground;
  /** as the public reads it */
  reason: string;
  decision_id: string;
}

/**
 * JSON of the hiding in force of row `row` (an alias with hub_id and id), for a larger query; null where nothing is hidden, and
 * for what was hidden elsewhere before it came here. `column`: the row's own timestamp, so that the rest isn't looked up.
 */
export function hidingJson(kind: string, row: string, column = 'hidden_at'): string {
  return `case when ${row}.${column} is not null then (
    select json_build_object('ground', h.ground, 'reason', h.reason, 'decision_id', h.decision_id) from hidings h
    where h.hub_id = ${row}.hub_id and h.kind = '${kind}' and h.object_id = ${row}.id and h.until is null) end`;
}
