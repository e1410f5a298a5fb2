/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    activity: { title: 'できごと', about: '公開の場で起きたことを、起きた順に。' },
  },
  easy: {
    activity: { title: 'できごと', about: '公開（こうかい）の 場（ば）で 起（お）きた こと。' },
  },
  en: {
    activity: { title: 'What happened', about: 'Every public event, the newest first.' },
  },
});
