/** F1.1, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import type { NoticeFacts } from '#kernel/module.ts';
import { wordSet } from '#kernel/words.ts';

const entry = (facts: NoticeFacts) => String(facts.entry ?? '');
const by = (facts: NoticeFacts) => String(facts.by ?? '');

export const eventWords = wordSet({
  ja: {
    topic: '活動・募集・ノウハウ',
    verbs: {
      'entries.published': '掲示しました',
      'entries.changed': '掲示を直しました',
      'entries.ended': '掲示が終わりました',
      'entries.confirmed': '掲示がいまもこのとおりだと確かめました',
      'entries.reopened': 'もう一度掲示しました',
      'entries.rested': '返事がないため掲示が休止中になりました',
      'entries.withdrawn': '掲示を取り下げました',
    },
    notices: {
      'entries.confirmation-asked': (f: NoticeFacts) => ({
        subject: `いまもこのとおりですか：${entry(f)}`,
        text: `「${entry(f)}」を掲示してから、または最後に確かめてから、時間がたちました。いまもこのとおりなら、ページのボタンを一つ押してください。`,
      }),
      'entries.letter': (f: NoticeFacts) => ({
        subject: `話を聞きたい人がいます：${entry(f)}`,
        text: `「${entry(f)}」について、${by(f)}から手紙が届きました。`,
      }),
      'entries.letter-answered': (f: NoticeFacts) => ({
        subject: `返事が届きました：${entry(f)}`,
        text: `「${entry(f)}」についてのあなたの手紙に、${by(f)}から返事が届きました。`,
      }),
    },
  },
  easy: {
    topic: '活動（かつどう）・人（ひと）を さがす・やりかた',
    verbs: {
      'entries.published': '新（あたら）しく のせました',
      'entries.changed': 'のせた ものを 直（なお）しました',
      'entries.ended': 'のせた ものが 終（お）わりました',
      'entries.confirmed': '今（いま）も このままだと 言（い）いました',
      'entries.reopened': 'もう一度（いちど） のせました',
      'entries.rested': '返事（へんじ）が ないので お休（やす）み中（ちゅう）に なりました',
      'entries.withdrawn': 'のせるのを やめました',
    },
    notices: {
      'entries.confirmation-asked': (f: NoticeFacts) => ({
        subject: `今（いま）も このままですか：${entry(f)}`,
        text: `「${entry(f)}」は 今（いま）も このままですか。このままなら、ページの ボタンを 1回（かい） 押（お）して ください。`,
      }),
      'entries.letter': (f: NoticeFacts) => ({
        subject: `話（はなし）を 聞（き）きたい 人（ひと）が います：${entry(f)}`,
        text: `「${entry(f)}」の ことで、${by(f)}から 手紙（てがみ）が とどきました。`,
      }),
      'entries.letter-answered': (f: NoticeFacts) => ({
        subject: `返事（へんじ）が とどきました：${entry(f)}`,
        text: `「${entry(f)}」の ことで、${by(f)}から 返事（へんじ）が とどきました。`,
      }),
    },
  },
  en: {
    topic: 'Activities, calls, know-how',
    verbs: {
      'entries.published': 'posted something',
      'entries.changed': 'changed what was posted',
      'entries.ended': 'what was posted is over',
      'entries.confirmed': 'confirmed that what was posted still holds',
      'entries.reopened': 'posted it again',
      'entries.rested': 'what was posted is resting, because nobody answered',
      'entries.withdrawn': 'withdrew what was posted',
    },
    notices: {
      'entries.confirmation-asked': (f: NoticeFacts) => ({
        subject: `Does it still hold: ${entry(f)}`,
        text: `It is a while since you posted or confirmed “${entry(f)}”. If it still holds, press one button on its page.`,
      }),
      'entries.letter': (f: NoticeFacts) => ({
        subject: `Somebody would like to hear more: ${entry(f)}`,
        text: `${by(f)} has written to you about “${entry(f)}”.`,
      }),
      'entries.letter-answered': (f: NoticeFacts) => ({
        subject: `An answer has come: ${entry(f)}`,
        text: `${by(f)} has answered your letter about “${entry(f)}”.`,
      }),
    },
  },
});
