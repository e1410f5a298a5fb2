/** F9.2, X3: debates brought in from elsewhere, in the feed. */
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';

export const importHappenings: Happenings = {
  verbs: (lang) => eventWords(lang).verbs,
  places: { debate: (event) => `/debates/${shortId(event.object_id)}` },
};
