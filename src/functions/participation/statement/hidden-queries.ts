/** F9.5 "Hidden opinions (X4) are counted and their reasons listed." */
import { HIDDEN, HIDDEN_REASON } from './coverage-queries.ts';

export interface HiddenCount {
  /** as moderation stated it in public; null where it stated none */
  reason: string | null;
  count: number;
}

/** Hidden opinions by reason as JSON, the most frequent first, for a larger query: `where` names `o`. */
export function hiddenJson(where: string): string {
  return `coalesce((select json_agg(json_build_object('reason', h.reason, 'count', h.count) order by h.count desc, h.reason)
    from (select reason, count(*) as count from (select ${HIDDEN_REASON} as reason from opinions o where ${where} and ${HIDDEN})
      as hidden group by reason) as h), '[]')`;
}
