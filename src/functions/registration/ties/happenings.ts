/** F7.3, X3: ties in feed and notices. */

import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { searchable } from './searchable.ts';
import { tieEventWords } from './words.ts';

const turn = { followersOf: ['group'], small: true as const };

export const tiesHappenings: Happenings = {
  searchable,
  verbs: (lang) => tieEventWords(lang).verbs,
  places: {
    partnership: (event) =>
      event.public.group ? `/groups/${shortId(String(event.public.group))}/ties` : '/group-network',
  },
  notices: (lang) => {
    const w = tieEventWords(lang);
    return {
      'ties.asked': (f) => w.asked(String(f.group ?? ''), String(f.what ?? '')),
      'ties.confirmed': (f) => w.confirmed(String(f.group ?? '')),
      'ties.written': (f) => w.written(String(f.group ?? ''), String(f.to ?? '')),
    };
  },
  tells: { 'ties.confirmed': turn, 'ties.ended': turn },
};
