/** X13: what young people are told of their name. */
import { wordSet } from '#kernel/words.ts';

/** The same sentences at sign-up and on one's own page. */
export const youngWords = wordSet({
  ja: {
    'full-name': '本名の全部のように見えます。あなたを守るため、ニックネームにしてください',
    'school-name': '学校やクラスの名前が入っているようです。あなたを守るため、消してください',
  },
  easy: {
    'full-name':
      '本当（ほんとう）の 名前（なまえ）の ぜんぶに 見（み）えます。あなたを まもるため、ニックネームに して ください',
    'school-name':
      '学校（がっこう）や クラスの 名前（なまえ）が はいって います。あなたを まもるため、消（け）して ください',
  },
  en: {
    'full-name': 'This looks like a full name. To protect you, use a nickname',
    'school-name': 'This seems to name a school or class. To protect you, leave it out',
  },
});
