/** X4: what was decided about, as queue, log and decisions call it. A kind without a name here is 書きこみ, which tells nobody what it was. */
import { wordSet } from '#kernel/words.ts';

export const kindWords = wordSet({
  ja: {
    group: '登録団体のことば',
    'group-question': '登録への質問',
    'year-report': '年度の報告',
    event: '催し',
    entry: '活動・募集の掲示',
    site: 'ホームページ全体',
    'site-page': 'ホームページのページ',
    showcase: '発表の場',
    'showcase-hand': '発表の場の出展',
    'showcase-voice': '発表の場での質問・応援',
  } as Record<string, string>,
  easy: {
    group: '登録（とうろく）した 団体（だんたい）の ことば',
    'group-question': '登録（とうろく）への 質問（しつもん）',
    'year-report': '1年（ねん）の 報告（ほうこく）',
    event: '催（もよお）し',
    entry: '活動（かつどう）・募集（ぼしゅう）の 掲示（けいじ）',
    site: 'ホームページ ぜんぶ',
    'site-page': 'ホームページの ページ',
    showcase: '発表（はっぴょう）の 場（ば）',
    'showcase-hand': '発表（はっぴょう）の 場（ば）に 出（だ）す もの',
    'showcase-voice': '発表（はっぴょう）の 場（ば）の 質問（しつもん）・応援（おうえん）',
  },
  en: {
    group: 'Words of a registered group',
    'group-question': 'Question about a registration',
    'year-report': 'Report of a year',
    event: 'Event',
    entry: 'Entry of the activity database',
    site: 'Whole homepage',
    'site-page': 'Page of a homepage',
    showcase: 'Showcase',
    'showcase-hand': 'Part in a showcase',
    'showcase-voice': 'Question or cheer at a showcase',
  },
});
