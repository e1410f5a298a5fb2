/** X4, X3: decisions in feed and notices. */
import type { Happenings, NoticeWords } from '#kernel/module.ts';
import { decisionPath } from './addresses.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

export const NOTICES = ['hidden', 'asked', 'reported', 'settled', 'claimed', 'waiting'] as const;

export const moderationHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  places: { decision: (event) => decisionPath(event.object_id), moderator: () => '/moderation/moderators' },
  notices: (lang) =>
    Object.fromEntries(
      NOTICES.map((name): [string, NoticeWords] => [`moderation.${name}`, () => eventWords(lang).notices[name]]),
    ),
};
