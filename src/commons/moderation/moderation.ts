/** X4 Moderation: its words for what can be decided, what is asked of a rights claim, and what may be said against an act. */
import { GROUNDS, type Ground } from '#commons/hubs/index.ts';
import { refuser } from '#kernel/refusal.ts';

export { GROUNDS, type Ground };

/** How something comes before a moderator: reported (by people or by an automatic check), or claimed as an infringement of a right. */
export const WAYS = ['report', 'claim'] as const;
export type Way = (typeof WAYS)[number];

/** Hidden, left as it is, or left while its author is asked to change it. */
export const OUTCOMES = ['hidden', 'left', 'asked'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const APPEAL_OUTCOMES = ['kept', 'reversed'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];
export type Side = 'author' | 'reporter';

/** Rights of the person who claims (権利侵害の申出). */
export const CLAIMED_RIGHTS = ['honour', 'privacy', 'portrait', 'copyright', 'trade', 'other'] as const;
export type ClaimedRight = (typeof CLAIMED_RIGHTS)[number];
export const RELATIONS = ['self', 'representative'] as const;
export type Consent = 'agreed' | 'refused' | 'silent';

/** What an automatic check can see. */
export const NOTICED = ['many-links', 'same-text', 'many-an-hour'] as const;
export type Noticed = (typeof NOTICED)[number];

/** Longest texts here, in characters. */
export const REASON_MAX = 1000;
export const REPORT_MAX = 1000;
export const PASSAGE_MAX = 2000;
/** Cases decided at once: as many as somebody can have read. */
export const AT_ONCE = 20;

export type ModerationRefusal =
  | 'not-a-moderator'
  | 'secretariat-only'
  | 'not-in-force'
  | 'reported-already'
  | 'own-words'
  | 'own-case'
  | 'decided-already'
  | 'still-asking'
  | 'changed-meanwhile'
  | 'not-there'
  | 'another-decides'
  | 'not-concerned'
  | 'appeal-over'
  | 'appealed-already'
  | 'settled-already'
  | 'reversed-for-other'
  | 'answered-already'
  | 'nothing-chosen'
  | 'moderator-already'
  | 'not-a-member'
  | 'no-contact';

export const refuse = refuser<ModerationRefusal>('moderation');
