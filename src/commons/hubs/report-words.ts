/** Words of the page on which one says that something is wrong. */
import { wordSet } from '#kernel/words.ts';

const ja = {
  title: 'おかしいところを知らせる',
  lead: 'まちがい、読みにくいところ、動かないところ、困った書きこみ。気づいたことを事務局に知らせてください。公開はされません。',
  about: 'どのページのことですか',
  body: '何がおかしいですか',
  bodyHint: '見えたこと、したこと、こうなってほしいこと',
  contact: '返事の先',
  contactHint: 'メールアドレスか電話番号。返事がいらなければ空けておけます',
  send: '知らせる',
  thanks: '知らせてくださって、ありがとうございます',
  next: ['事務局が読みます', '直せるものは直し、返事の先があればお返事します'],
  nextTitle: 'このあと',
  back: 'もとのページへもどる',
  list: '知らせのあったところ',
  empty: 'いま、まだ見ていない知らせはありません',
  settle: '済みにする',
  limit: '一日に送れる数をこえました。お急ぎのときは事務局に直接ご連絡ください',
};

const easy: typeof ja = {
  title: 'おかしい ところを 知（し）らせる',
  lead: 'まちがい、読（よ）みにくい ところ、動（うご）かない ところを 教（おし）えて ください。ほかの 人（ひと）には 見（み）えません。',
  about: 'どの ページですか',
  body: '何（なに）が おかしいですか',
  bodyHint: '見（み）たこと、したことを 書（か）いて ください',
  contact: '返事（へんじ）の メールか 電話（でんわ）',
  contactHint: '返事（へんじ）が いらない ときは 書（か）かなくて いいです',
  send: '知（し）らせる',
  thanks: '教（おし）えて くれて ありがとうございます',
  next: ['事務局（じむきょく）が 読（よ）みます', 'なおせる ものは なおします。返事（へんじ）も します'],
  nextTitle: 'この あと',
  back: 'まえの ページへ',
  list: '知（し）らせが あった ところ',
  empty: '今（いま）、新（あたら）しい 知（し）らせは ありません',
  settle: 'おわりに する',
  limit:
    '今日（きょう）は もう 送（おく）れません。急（いそ）ぐ ときは 事務局（じむきょく）に 電話（でんわ）して ください',
};

const en: typeof ja = {
  title: 'Say that something is wrong',
  lead: 'A mistake, something hard to read, something that does not work, something that should not be here: tell the secretariat. This is not published.',
  about: 'Which page is it about?',
  body: 'What is wrong?',
  bodyHint: 'What you saw, what you did, what you would expect',
  contact: 'Where to answer you',
  contactHint: 'An e-mail address or telephone number; leave it empty if you need no answer',
  send: 'Send',
  thanks: 'Thank you for telling us',
  next: ['The secretariat reads it', 'What can be mended is mended, and you get an answer if you left an address'],
  nextTitle: 'What happens next',
  back: 'Back to the page',
  list: 'What was reported',
  empty: 'There is nothing new',
  settle: 'Mark as settled',
  limit: 'That is as many as can be sent in a day. If it is urgent, please contact the secretariat directly',
};

export const reportWords = wordSet({ ja, easy, en });
