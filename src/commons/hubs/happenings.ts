/** P9, X3: decisions of a hub in feed and notices. */
import type { Happened, Happenings } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

const functionOf = ({ public: facts }: Happened) =>
  typeof facts.function === 'string' ? `/functions/${facts.function}` : '/functions';

export const hubsHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  places: {
    rules: ({ public: facts }) => (facts.version ? `/rules/${facts.version}` : '/rules'),
    function: functionOf,
    'function-hand': functionOf,
    hub: () => '/',
  },
};
