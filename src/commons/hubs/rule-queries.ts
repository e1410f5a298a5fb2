/** P9: reads of the rules. A hub has few versions; each is one row. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { type HubRules, hubRules } from './rules.ts';

export interface DecidedRules {
  id: string;
  version: number;
  rules: HubRules;
  reason: string;
  decided_at: Date;
  decision: string;
  decided_by: string;
  /** YYYY-MM-DD; null for the first rules and those of old */
  decided_on: string | null;
  link: string;
  actor_name: string | null;
}

const MOST = 500;

/** All versions, oldest first. */
export async function ruleVersions(db: Db): Promise<DecidedRules[]> {
  const rows = await run<DecidedRules>(
    db,
    `select r.id, r.version, r.rules, r.reason, r.decided_at, r.decision, r.decided_by, r.decided_on, r.link, a.name as actor_name
     from hub_rules r left join actors a on a.hub_id = r.hub_id and a.id = r.actor_id
     order by r.version limit ${MOST}`,
  );
  return rows.map((row) => ({ ...row, rules: hubRules.parse(row.rules) }));
}
