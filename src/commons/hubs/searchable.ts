/** P9, X7: what is found by its words, or why it isn't. */
import type { Happenings } from '#kernel/module.ts';

export const searchable: Happenings['searchable'] = {
  rules: 'figures and choices, of which every version stands in one list',
  function: 'stands in one short list',
  'function-hand': 'stands on the page of its function',
  hub: 'the town itself',
};
