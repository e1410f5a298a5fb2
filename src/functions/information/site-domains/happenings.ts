/** F1.3, X3: hosts of sites in feed and notices. */
import type { Happenings } from '#kernel/module.ts';
import { domainWords } from './words.ts';

export const siteDomainsHappenings: Happenings = {
  verbs: (lang) => domainWords(lang).verbs,
  notices: (lang) => {
    const w = domainWords(lang).notices;
    const of = (f: Readonly<Record<string, string | number>>) => [String(f.host ?? ''), String(f.site ?? '')] as const;
    return {
      'site-domains.proved': (f) => w.proved(...of(f)),
      'site-domains.failing': (f) => w.failing(...of(f), Number(f.days ?? 0)),
      'site-domains.expired': (f) => w.expired(...of(f)),
      'site-domains.lost': (f) => w.lost(...of(f)),
    };
  },
};
