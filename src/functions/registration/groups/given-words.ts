/** X13: what one's own page says of names a registration keeps. */
import { wordSet } from '#kernel/words.ts';

export const givenWords = wordSet({
  ja: {
    kept: (group: string, item: string) => `「${group}」の登録の${item}（公開していません。登録を書き直すと消せます）`,
  },
  easy: {
    kept: (group, item) =>
      `「${group}」の 登録（とうろく）の ${item}（みんなには 見（み）えません。登録（とうろく）を 直（なお）すと 消（け）せます）`,
  },
  en: {
    kept: (group, item) =>
      `${item} in the registration of “${group}” (not public; change the registration to take it out)`,
  },
});
