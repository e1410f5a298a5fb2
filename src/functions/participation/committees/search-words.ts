/** F9.9, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { committee: '審議会・委員会', sitting: '審議会・委員会の会議' },
  easy: { committee: '市（し）の 委員会（いいんかい）', sitting: '委員会（いいんかい）の 会議（かいぎ）' },
  en: { committee: 'Committee', sitting: 'Sitting of a committee' },
});
