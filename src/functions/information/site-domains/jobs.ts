/** F1.3 The worker asks whose a host is: at once when somebody waits, then each day; what fails is told, and ends after a while. */
import { z } from 'zod';
import { freeHost, takeHost } from '#commons/hubs/index.ts';
import { tell as tellPeople } from '#commons/notices/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { editingPath, siteTags } from '../homepages/index.ts';
import { checkHost, type Verdict } from './check-host.ts';
import { CLAIM_DAYS, GRACE_DAYS } from './domain.ts';
import { domainMeans } from './means.ts';
import { dueDomains, heldDomain, type SiteDomain } from './queries.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const AT_ONCE = 20;

export async function checkDomain(job: JobContext, payload: Record<string, unknown>): Promise<void> {
  const { id } = z.object({ id: z.uuid() }).parse(payload);
  const { hub, hubwise } = job;
  const [domain] = await hubwise.read(hub.id, (db) =>
    run<SiteDomain>(db, 'select id, host, token from site_domains where id = $1 and ended_at is null', [id]),
  );
  if (!domain) return;
  // Outside of any transaction: an answer may take seconds.
  const verdict = await checkHost(domain.host, domain.token, domainMeans());
  const tags = await hubwise.write(hub.id, (db) => settle(job, db, id, verdict));
  if (tags.length > 0) await job.invalidate(tags);
}

/** Regular work: claims hourly, hosts daily, hosts that fail hourly. */
export async function checkDueDomains(job: JobContext): Promise<void> {
  const { hub, hubwise, now } = job;
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const due = await hubwise.read(hub.id, (db) =>
    dueDomains(db, { claims: ago(HOUR_MS), hosts: ago(DAY_MS), limit: AT_ONCE }),
  );
  for (const { id } of due) await checkDomain(job, { id });
}

interface Named {
  site_id: string;
  group_id: string;
  title: string;
  key: string;
}

async function settle(job: JobContext, db: Db, id: string, verdict: Verdict): Promise<string[]> {
  const domain = await heldDomain(db, id);
  if (!domain) return [];
  const [site] = await run<Named>(db, 'select id as site_id, group_id, title, key from sites where id = $1', [
    domain.site_id,
  ]);
  if ('by' in verdict) return proved(job, db, domain, site!, verdict.by);
  return failed(job, db, domain, site!, verdict.failure);
}

async function proved(job: JobContext, db: Db, domain: SiteDomain, site: Named, by: 'dns' | 'file'): Promise<string[]> {
  const { hub, now } = job;
  const isTaken = await takeHost(db, { host: domain.host, hubId: hub.id, thingId: domain.site_id, now });
  if (!isTaken) return failed(job, db, domain, site, 'taken');
  const wasThere = domain.verified_at !== null;
  await run(
    db,
    `update site_domains set verified_at = coalesce(verified_at, $3), verified_by = $4, checked_at = $3, check_failure = null, failing_since = null
     where hub_id = $1 and id = $2`,
    [hub.id, domain.id, now, by],
  );
  if (wasThere) return [];
  await job.record(db, {
    verb: 'site-domains.proved',
    object: { kind: 'site', id: site.site_id },
    public: { title: site.title, key: site.key, host: domain.host },
    tags: [],
    as: site.group_id,
  });
  await tell(job, db, site, { kind: 'site-domains.proved', facts: { host: domain.host, site: site.title } });
  return ['hub', ...siteTags(site.site_id, site.group_id)];
}

async function failed(
  job: JobContext,
  db: Db,
  domain: SiteDomain,
  site: Named,
  failure: NonNullable<SiteDomain['check_failure']>,
): Promise<string[]> {
  const { hub, now } = job;
  const age = now.getTime() - (domain.verified_at ? (domain.failing_since ?? now) : domain.claimed_at).getTime();
  const isOver = age > (domain.verified_at ? GRACE_DAYS : CLAIM_DAYS) * DAY_MS;
  await run(
    db,
    `update site_domains set checked_at = $3, check_failure = $4,
       failing_since = case when verified_at is null then null else coalesce(failing_since, $3::timestamptz) end,
       ended_at = case when $5 then $3::timestamptz end,
       end_reason = case when $5 then case when verified_at is null then 'expired' else 'lost' end end
     where hub_id = $1 and id = $2`,
    [hub.id, domain.id, now, failure, isOver],
  );
  const facts = { host: domain.host, site: site.title, days: GRACE_DAYS };
  if (!domain.verified_at) {
    if (isOver) await tell(job, db, site, { kind: 'site-domains.expired', facts: facts });
    return [];
  }
  if (!isOver) {
    if (!domain.failing_since) await tell(job, db, site, { kind: 'site-domains.failing', facts: facts });
    return [];
  }
  await freeHost(db, { host: domain.host, hubId: hub.id });
  await job.record(db, {
    verb: 'site-domains.lost',
    object: { kind: 'site', id: site.site_id },
    public: { title: site.title, key: site.key, host: domain.host },
    tags: [],
    as: site.group_id,
  });
  await tell(job, db, site, { kind: 'site-domains.lost', facts: facts });
  return ['hub', ...siteTags(site.site_id, site.group_id)];
}

async function tell(
  { hub, now, newId }: JobContext,
  db: Db,
  site: Named,
  { kind, facts }: { kind: string; facts: Record<string, string | number> },
): Promise<void> {
  await tellPeople(
    { db, hub, now, newId },
    {
      people: [site.group_id],
      kind,
      about: { kind: 'site', id: site.site_id },
      href: `${editingPath(site.site_id)}/domain`,
      facts,
    },
  );
}
