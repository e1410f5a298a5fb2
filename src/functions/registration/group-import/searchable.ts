/** F7.5, X7: what is found by its words, or why it isn't. */
import type { Happenings } from '#kernel/module.ts';

export const searchable: Happenings['searchable'] = {
  'group-import': 'the groups it brought are found',
};
