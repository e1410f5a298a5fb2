/** F1.3 A group names the host it wants, asks for it to be looked at, gives it up. Looking is the worker's: the outside may be slow. */
import { z } from 'zod';
import { freeHost } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { heldSite, siteTags } from '../homepages/index.ts';
import { readHost, refuse, whyNoHost } from './domain.ts';
import { domainOf } from './queries.ts';

/** Asked for by hand not oftener than this. */
const AGAIN_MS = 15_000;

export const claimDomain = action({
  name: 'site-domains.claim',
  input: z.object({ siteId: z.uuid(), host: line({ max: 300 }) }),
  async run(ctx, { siteId, host: typed }): Promise<{ siteId: string; host: string }> {
    const site = await heldSite(ctx, siteId);
    const host = readHost(typed);
    const town = new URL(ctx.hub.origin).hostname;
    if (!host || host === town) throw refuse(whyNoHost(typed, town), { field: 'host' });
    if (await domainOf(ctx.db, siteId)) throw refuse('host-there', { status: 409 });
    const [taken] = await run(
      ctx.db,
      `select host from own_hosts where host = $1
       union all select host from hubs where regexp_replace(lower(host), '^https?://|:[0-9]+$', '', 'g') = $1`,
      [host],
    );
    if (taken) throw refuse('host-taken', { field: 'host', status: 409 });
    const id = ctx.newId();
    await run(
      ctx.db,
      `insert into site_domains (hub_id, id, site_id, host, token, person_id, claimed_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [ctx.hub.id, id, site.id, host, ctx.randomId().replaceAll('-', ''), ctx.person.id, ctx.now],
    );
    await ctx.record({ verb: 'site-domains.claimed', object: { kind: 'site', id: site.id }, tags: [] });
    return { siteId, host };
  },
});

export const askDomainCheck = action({
  name: 'site-domains.ask-check',
  input: z.object({ siteId: z.uuid() }),
  async run(ctx, { siteId }): Promise<{ siteId: string }> {
    const site = await heldSite(ctx, siteId);
    const domain = await domainOf(ctx.db, siteId);
    if (!domain) throw refuse('no-claim', { status: 409 });
    if (domain.checked_at && ctx.now.getTime() - domain.checked_at.getTime() < AGAIN_MS)
      throw refuse('asked-already', { status: 409 });
    await ctx.job('site-domains.check', { id: domain.id }, `site-domain:${domain.id}`);
    await ctx.record({ verb: 'site-domains.asked', object: { kind: 'site', id: site.id }, tags: [] });
    return { siteId };
  },
});

/** From then on the host shows nothing of this town, and is free for whoever proves it. */
export const giveDomainUp = action({
  name: 'site-domains.give-up',
  input: z.object({ siteId: z.uuid() }),
  async run(ctx, { siteId }): Promise<{ siteId: string }> {
    const site = await heldSite(ctx, siteId);
    const domain = await domainOf(ctx.db, siteId);
    if (!domain) throw refuse('no-claim', { status: 409 });
    await run(ctx.db, `update site_domains set ended_at = $3, end_reason = 'given-up' where hub_id = $1 and id = $2`, [
      ctx.hub.id,
      domain.id,
      ctx.now,
    ]);
    if (domain.verified_at) await freeHost(ctx.db, { host: domain.host, hubId: ctx.hub.id });
    await ctx.record({
      verb: 'site-domains.given-up',
      object: { kind: 'site', id: site.id },
      ...(domain.verified_at ? { public: { title: site.title, key: site.key, host: domain.host } } : {}),
      tags: domain.verified_at ? ['hub', ...siteTags(site.id, site.group_id)] : [],
      as: site.group_id,
    });
    return { siteId };
  },
});
