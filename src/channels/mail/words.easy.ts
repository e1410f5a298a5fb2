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
};
