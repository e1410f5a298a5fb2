/** F10.3, X3: policies can be followed. */
import { ref } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

export const policiesHappenings: Happenings = {
  searchable,
  followable: (lang) => ({ policy: { topic: eventWords(lang).topic } }),
  places: { policy: (event) => `/policies/${ref(event.object_id, String(event.public.title ?? ''))}` },
};
