/** F1.3, X3: what happened to homepages, in words. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    topic: '団体のホームページ',
    verbs: {
      'homepages.site-begun': 'ホームページを作りはじめました',
      'homepages.site-changed': 'ホームページの名前や見た目を変えました',
      'homepages.site-closed': 'ホームページを閉じました',
      'homepages.site-opened': 'ホームページを開きました',
      'homepages.page-published': 'ホームページのページを公開しました',
      'homepages.post-published': 'お知らせを公開しました',
      'homepages.page-withdrawn': 'ホームページのページを取り下げました',
    },
  },
  easy: {
    topic: '団体（だんたい）の ホームページ',
    verbs: {
      'homepages.site-begun': 'ホームページを 作（つく）り 始（はじ）めました',
      'homepages.site-changed': 'ホームページの 名前（なまえ）や 見（み）た目（め）を 変（か）えました',
      'homepages.site-closed': 'ホームページを 閉（と）じました',
      'homepages.site-opened': 'ホームページを 開（ひら）きました',
      'homepages.page-published': 'ホームページの ページを 公開（こうかい）しました',
      'homepages.post-published': 'お知（し）らせを 公開（こうかい）しました',
      'homepages.page-withdrawn': 'ホームページの ページを 取（と）り下（さ）げました',
    },
  },
  en: {
    topic: 'Homepages of groups',
    verbs: {
      'homepages.site-begun': 'began a homepage',
      'homepages.site-changed': 'changed the name or look of a homepage',
      'homepages.site-closed': 'closed a homepage',
      'homepages.site-opened': 'opened a homepage',
      'homepages.page-published': 'published a page of a homepage',
      'homepages.post-published': 'published news',
      'homepages.page-withdrawn': 'took down a page of a homepage',
    },
  },
});
