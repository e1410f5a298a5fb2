/** F1.3 What the worker does about hosts of sites. */
import type { Work } from '#kernel/module.ts';
import { checkDomain, checkDueDomains } from './jobs.ts';

export const siteDomainsWork: Work = {
  jobs: { 'site-domains.check': checkDomain },
  ticks: [{ name: 'site-domains.check-again', everySeconds: 600, run: checkDueDomains }],
};
