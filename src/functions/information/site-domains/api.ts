/** F1.3, X8: a site's own host for programs. */
import { z } from 'zod';
import { type ApiOperation, act, gives, idIn, own, thing, WHEN, within } from '#kernel/api.ts';
import { mayEdit, refusalFor, siteById } from '../homepages/index.ts';
import { askDomainCheck, claimDomain, giveDomainUp } from './acts.ts';
import { notFound, proofOf } from './domain.ts';
import { domainOf } from './queries.ts';

const DOMAIN = z.object({
  host: z.string(),
  proof: z.string(),
  verifiedAt: WHEN.nullable(),
  failure: z.string().nullable(),
});
const SITE = { ref: 'siteId' };

const OF_SITE = gives({ siteId: z.uuid() });

export const siteDomainsApi: readonly ApiOperation[] = [
  own(
    'read',
    thing('/sites/:ref/domain', 'siteDomains:show', DOMAIN, async (visit) => {
      const id = idIn(visit, 'ref');
      const site = await visit.read((db) => siteById(db, id, visit.now));
      if (!site) throw notFound();
      const no = mayEdit(visit.reader, site);
      if (no) throw refusalFor(no);
      const domain = await visit.read((db) => domainOf(db, id));
      if (!domain) throw notFound();
      const { host, token, verified_at: verifiedAt, check_failure: failure } = domain;
      return { host, proof: proofOf(token), verifiedAt: verifiedAt?.toISOString() ?? null, failure } as z.input<
        typeof DOMAIN
      >;
    }),
  ),
  ...within('organise', [
    act('/sites/:ref/domain', claimDomain, SITE, gives({ siteId: z.uuid(), host: z.string() })),
    act('/sites/:ref/domain/check', askDomainCheck, SITE, OF_SITE),
    act('/sites/:ref/domain/removal', giveDomainUp, SITE, OF_SITE),
  ]),
];
