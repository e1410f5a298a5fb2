/** F10.3 Reads of the policy tree. */
import { type Db, run } from '#kernel/database/dialect.ts';

export interface PolicyChoice {
  id: string;
  code: string;
  title: string;
}

/** The measures (事業), by code: what proposals and answers are tied to. */
export function policyChoices(db: Db): Promise<PolicyChoice[]> {
  return run<PolicyChoice>(db, `select id, code, title from policies where kind = 'measure' order by code limit 500`);
}
