/** F7.3, X7: what is found by its words, or why it isn't. */
import type { Happenings } from '#kernel/module.ts';

export const searchable: Happenings['searchable'] = {
  partnership: 'stands on the pages of its two groups, which are found',
};
