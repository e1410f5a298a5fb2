/** P1, X3: people and organisations in feed and notices. */
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

export const actorsHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  followable: (lang) => ({ actor: { topic: eventWords(lang).topic } }),
  places: { actor: (event) => `/actors/${shortId(event.object_id)}` },
  tells: { 'actors.organisation-changed': { followersOf: ['actor'], small: true } },
};
