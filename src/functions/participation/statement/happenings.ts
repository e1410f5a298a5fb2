/** F9.5, X3: the statement in feed, notices and letters. */
import { shortId } from '#kernel/ids.ts';
import type { Happened, Happenings } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

const statement = (event: Happened) =>
  event.public.roundId ? `/rounds/${shortId(String(event.public.roundId))}/statement` : null;

export const statementHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  places: { point: (event) => `/points/${shortId(event.object_id)}`, statement, objection: statement },
  tells: {
    'statement.hand-raised': { followersOf: ['round'], small: true, follows: { round: 'all' } },
    'statement.point-written': { followersOf: ['opinion', 'round'], small: true },
    'statement.drafted': { followersOf: ['round'], small: true },
    'statement.point-confirmed': { followersOf: ['round'], small: true },
    'statement.annexed': { followersOf: ['opinion', 'round'], small: true },
    'statement.objected': { followersOf: ['round'], small: true, follows: { round: 'turns' } },
    'statement.objection-resolved': { followersOf: ['opinion', 'round'], small: true },
  },
};
