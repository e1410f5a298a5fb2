/** F1.3 The host a site has, or claims. */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { CheckFailure, ProvedBy } from './domain.ts';

export interface SiteDomain {
  id: string;
  site_id: string;
  host: string;
  token: string;
  claimed_at: Date;
  verified_at: Date | null;
  verified_by: ProvedBy | null;
  checked_at: Date | null;
  check_failure: CheckFailure | null;
  failing_since: Date | null;
}

const COLUMNS = `id, site_id, host, token, claimed_at, verified_at, verified_by, checked_at, check_failure, failing_since`;

export async function domainOf(db: Db, siteId: string): Promise<SiteDomain | null> {
  const [row] = await run<SiteDomain>(
    db,
    `select ${COLUMNS} from site_domains where site_id = $1 and ended_at is null`,
    [siteId],
  );
  return row ?? null;
}

/** Where everybody reads the site besides the town's own address; null: nowhere, or not proved. */
export async function ownAddressOf(db: Db, siteId: string): Promise<string | null> {
  const domain = await domainOf(db, siteId);
  return domain?.verified_at ? domain.host : null;
}

/** Held until the transaction ends; null: it was given up meanwhile. */
export async function heldDomain(db: Db, id: string): Promise<SiteDomain | null> {
  const [row] = await run<SiteDomain>(
    db,
    `select ${COLUMNS} from site_domains where id = $1 and ended_at is null for update`,
    [id],
  );
  return row ?? null;
}

/** Claims and hosts that are to be asked for again, those not asked for longest first. */
export function dueDomains(
  db: Db,
  { claims, hosts, limit }: { claims: Date; hosts: Date; limit: number },
): Promise<SiteDomain[]> {
  return run<SiteDomain>(
    db,
    `select ${COLUMNS} from site_domains where ended_at is null
       and coalesce(checked_at, claimed_at) < case when verified_at is null or failing_since is not null then $1::timestamptz else $2::timestamptz end
     order by checked_at nulls first limit $3`,
    [claims, hosts, limit],
  );
}
