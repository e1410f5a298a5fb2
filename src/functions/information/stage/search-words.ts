/** F1.4, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { showcase: '発表の場', hand: '発表', voice: '会場の声' },
  easy: {
    showcase: '発表（はっぴょう）の 場（ば）',
    hand: '発表（はっぴょう）',
    voice: '会場（かいじょう）の 声（こえ）',
  },
  en: { showcase: 'Showcase', hand: 'Presentation', voice: 'Voice from the hall' },
});
