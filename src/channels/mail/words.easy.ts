import type { SameWords } from '#kernel/words.ts';
import type { ja } from './words.ja.ts';

export const easy: SameWords<typeof ja> = {
  title: 'デモの メール',
  lead: 'デモでは、メールは 外（そと）へ 行（い）きません。ここで 読（よ）めます。',
  to: 'だれに',
  at: '日（ひ）と 時間（じかん）',
  state: 'ようす',
  waiting: '送（おく）って いません',
  sent: '送（おく）りました',
  failed: (error) => `送（おく）れませんでした（${error}）`,
  asText: '文字（もじ）だけで 見（み）る',
  asHtml: 'HTML で 見（み）る',
  back: 'メールの リストへ',
  empty: 'メールは まだ ありません',
  emptyTry: '登録（とうろく）や パスワードを かえると、ここに とどきます。',
  unsubscribe: {
    title: 'お知（し）らせの メールを やめる',
    lead: 'ログインしなくても、ここで やめられます。',
    others:
      'やめても、サイトの「お知（し）らせ」で 読（よ）めます。あなたが たのんだ メール（パスワードなど）は とどきます。',
    off: 'お知（し）らせの メールを やめる',
    weekly: '1週間（しゅうかん）に 1回（かい）だけ',
    ended: 'お知（し）らせの メールを やめました',
    endedWeekly: 'メールを 1週間（しゅうかん）に 1回（かい）に しました',
    nextTitle: 'この あと',
    next: ['すぐに とまります。1通（つう）だけ とどく ことが あります', 'いつでも かえられます'],
    settings: 'お知（し）らせの とどけかた',
  },
  address: {
    title: 'メールの あて先（さき）',
    to: (email) => `${email}（ほかの 人（ひと）には 見（み）えません）`,
    stopped: (date) => `${date}から、お知（し）らせの メールを 止（と）めて います`,
    stoppedText: 'この アドレスに メールが とどきませんでした。アドレスが 正（ただ）しいか、たしかめて ください。',
    tryAgain: 'もう 一度（いちど） 送（おく）る',
    change: 'アドレスを かえる',
    unconfirmed: 'メールアドレスを たしかめると、お知（し）らせの メールが とどきます',
    confirm: 'マイページで たしかめる',
  },
};
