/**
 * F9.5, F9.1: a proposal that went into another by consent. What was said about it stays where it was said, and the points on the other
 * proposal may cite it, so that one thing is summed up once.
 */

/** SQL: the debates that went into the debate `$n`, of the same round. */
export function absorbedInto(debateId: string): string {
  return `select q.id from proposals q join debates t on t.hub_id = q.hub_id and t.id = q.merged_into_id
    join debates s on s.hub_id = q.hub_id and s.id = q.id and s.round_id = t.round_id where q.merged_into_id = ${debateId}`;
}

/** SQL: true where the opinion `o` is one that points on the debate `$n` may cite. */
export function citableIn(debateId: string): string {
  return `o.debate_id = any(array(select ${debateId}::uuid union all ${absorbedInto(debateId)}))`;
}

/** SQL: the title of the debate in which `o` was said, where that isn't the one at hand; null otherwise. */
export function saidIn(debateId: string): string {
  return `(select s.title from debates s where s.hub_id = o.hub_id and s.id = o.debate_id and s.id <> ${debateId}) as said_in`;
}
