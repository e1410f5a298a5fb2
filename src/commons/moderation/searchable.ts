/** X4, X7: what is found by its words, or why it isn't. */
import type { Happenings } from '#kernel/module.ts';

export const searchable: Happenings['searchable'] = {
  decision: 'says why something is hidden, which is to be found no more',
  moderator: 'a list of people',
};
