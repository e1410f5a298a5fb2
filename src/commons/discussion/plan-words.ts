/** F9.9, F9.2: what differs where the debate is on a stage of a plan: the division in charge answers, and there is no statement. */
import type { Lang } from '#kernel/lang.ts';

const ja = {
  questionHint: '市の担当の課が返事をします',
  sentOpinion: '市の担当の課が、理由をつけて答えます。回答は、計画のページに出ます。',
  sentQuestion: '市の担当の課が返事をすると、ここに出ます。',
};

const easy: typeof ja = {
  questionHint: '市（し）の 課（か）が 返事（へんじ）を します',
  sentOpinion:
    '市（し）の 課（か）が、理由（りゆう）と いっしょに 答（こた）えます。答（こた）えは、計画（けいかく）の ページに 出（で）ます。',
  sentQuestion: '市（し）の 課（か）が 返事（へんじ）を すると、ここに 出（で）ます。',
};

const en: typeof ja = {
  questionHint: 'The division in charge answers it',
  sentOpinion: 'The division in charge answers it with its reason. The answer will be shown on the page of the plan.',
  sentQuestion: 'When the division in charge answers, it will be shown here.',
};

export function planWords(lang: Lang): typeof ja {
  return { ja, easy, en }[lang];
}
