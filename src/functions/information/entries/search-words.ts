/** F1.1, X7: how entries of each kind are called among what was found. */
import type { Lang } from '#kernel/lang.ts';
import { wordSet } from '#kernel/words.ts';
import type { EntryKind } from './entry.ts';

const searchWords = wordSet({
  ja: {
    activity: '活動の紹介',
    call: '募集',
    'know-how': 'ノウハウ',
    place: '貸せる場所',
    skill: 'できること',
    document: '活動の資料',
  },
  easy: {
    activity: '活動（かつどう）',
    call: '人（ひと）を さがして います',
    'know-how': 'やりかた',
    place: '貸（か）せる 場所（ばしょ）',
    skill: 'できること',
    document: '活動（かつどう）の 資料（しりょう）',
  },
  en: {
    activity: 'Activity',
    call: 'Call for people',
    'know-how': 'Know-how',
    place: 'Place on offer',
    skill: 'Skill on offer',
    document: 'Document of an activity',
  },
});

export const searchWord = (kind: EntryKind, lang: Lang): string => searchWords(lang)[kind];
