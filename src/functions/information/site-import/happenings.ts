/** F1.3, X3: imports in the feed. */
import type { Happenings } from '#kernel/module.ts';
import { importWords } from './words.ts';

export const siteImportHappenings: Happenings = { verbs: (lang) => importWords(lang).verbs };
