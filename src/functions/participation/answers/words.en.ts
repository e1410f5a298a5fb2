import type { SameWords } from '#kernel/words.ts';
import type { ja } from './words.ja.ts';

export const en: SameWords<typeof ja> = {
  kinds: {
    adopted: 'Adopted',
    partly: 'Partly adopted',
    alternative: 'Another way',
    'under-study': 'Under study',
    'already-done': 'Already done',
    'not-ours': "Not the city's to decide",
    declined: 'Declined',
  },
};
