/** F1.3, X3: editors are told of a message. */
import type { Happenings } from '#kernel/module.ts';
import { contactWords } from './words.ts';

export const siteContactHappenings: Happenings = {
  notices: (lang) => ({
    'site-contact.came': (f) => contactWords(lang).came(String(f.site ?? ''), String(f.from ?? '')),
  }),
};
