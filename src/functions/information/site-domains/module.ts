/** F1.3 団体用のホームページ環境: a site under a host of the group's own. */
import type { Module } from '#kernel/module.ts';
import { siteDomainsApi } from './api.ts';
import { siteDomainsHappenings } from './happenings.ts';
import { routes } from './routes.ts';
import { domainWords } from './words.ts';
import { siteDomainsWork } from './work.ts';

export const siteDomains: Module = {
  name: 'siteDomains',
  clause: '団体用のホームページ環境の充実',
  capabilities: ['F1.3'],
  tables: ['site_domains'],
  routes,
  api: siteDomainsApi,
  emits: [
    'site-domains.claimed',
    'site-domains.asked',
    'site-domains.given-up',
    'site-domains.proved',
    'site-domains.lost',
  ],
  ...siteDomainsHappenings,
  ...siteDomainsWork,
  refusals: (lang) => domainWords(lang).refusals,
  constraints: { site_domains_site: { code: 'host-there' } },
  personalData: [
    {
      table: 'site_domains',
      columns: ['person_id'],
      why: 'だれがホームページのドメインを申し込んだか（公開しない）',
      onErasure: 'kept-without-person',
    },
  ],
};
