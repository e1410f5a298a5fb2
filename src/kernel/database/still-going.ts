/**
 * What has not ended at a moment, in the order in which it begins. One condition on the end would go through everything that was before,
 * in a town of many years; these two each have an index: what began in the day before or comes, and the few that go on for longer.
 */

/** Nothing that happens lasts longer. */
export const LONGEST_DAYS = 100;

/**
 * Two conditions on the rows `of`, which exclude one another; `moment` is SQL of a timestamptz. The second is for a partial index
 * `where ends_at - starts_at > interval '1 day'`.
 */
export function stillGoing(of: string, moment: string, ends: '>' | '>=' = '>'): [recent: string, long: string] {
  const dayBefore = `${moment}::timestamptz - interval '1 day'`;
  return [
    `${of}.starts_at >= ${dayBefore} and ${of}.ends_at ${ends} ${moment}`,
    `${of}.ends_at - ${of}.starts_at > interval '1 day' and ${of}.starts_at < ${dayBefore}
       and ${of}.starts_at >= ${moment}::timestamptz - interval '${LONGEST_DAYS} days' and ${of}.ends_at ${ends} ${moment}`,
  ];
}
