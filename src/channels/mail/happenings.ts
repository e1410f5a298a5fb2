/** X3: what people are told about their letters. */
import type { Happenings } from '#kernel/module.ts';
import { noticeWords } from './notice-words.ts';

export const mailHappenings: Happenings = {
  notices: (lang) => noticeWords(lang),
};
