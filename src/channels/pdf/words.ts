/** F9.6: what a print says of itself where its module says nothing. */
import { wordSet } from '#kernel/words.ts';

export const words = wordSet({
  ja: {
    codePoints: '文字について',
    codePointsText:
      '〔U+1F600〕のように書いたところは、この印刷の書体に形のない文字です。もとの文字は、ウェブのページで読めます。',
  },
  easy: {
    codePoints: '文字（もじ）について',
    codePointsText:
      '〔U+1F600〕のような ところは、印刷（いんさつ）できない 文字（もじ）です。もとの 文字（もじ）は ウェブの ページで 読（よ）めます。',
  },
  en: {
    codePoints: 'Characters',
    codePointsText:
      'Where it says something like 〔U+1F600〕 stands a character that the fonts of this print lack. The web page has it.',
  },
});
