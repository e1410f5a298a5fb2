/** F7.6, X3: requirements in the feed, and what a group is told of its facts. */
import type { NoticeFacts } from '#kernel/module.ts';
import { wordSet } from '#kernel/words.ts';

const of = (f: NoticeFacts) => `${f.group ?? ''}（${f.set ?? ''}）`;
const inEnglish = (f: NoticeFacts) => `${f.group ?? ''} (${f.set ?? ''})`;

export const eventWords = wordSet({
  ja: {
    verbs: {
      'eligibility.set-published': '施設や募集の条件を公表しました',
      'eligibility.set-closed': '施設や募集の条件を終わりにしました',
    },
    notices: {
      'eligibility.handed-in': (f: NoticeFacts) => ({
        subject: `確認するものが届きました：${of(f)}`,
        text: '条件について、団体が出したものが確認を待っています。',
      }),
      'eligibility.appealed': (f: NoticeFacts) => ({
        subject: `異議が届きました：${of(f)}`,
        text: '認めなかったことへの異議です。認めなかった人とは別の人が回答します。',
      }),
      'eligibility.confirmed': (f: NoticeFacts) => ({
        subject: `確認されました：${of(f)}`,
        text: '団体が出したものが確認されました。ページで、いつまで有効かがわかります。',
      }),
      'eligibility.refused': (f: NoticeFacts) => ({
        subject: `認められませんでした：${of(f)}`,
        text: '理由と、どうすればよいかを、ページで読めます。異議を申し立てることもできます。',
      }),
      'eligibility.appeal-granted': (f: NoticeFacts) => ({
        subject: `異議が認められました：${of(f)}`,
        text: '別の人が確かめ直し、確認済みになりました。',
      }),
      'eligibility.appeal-refused': (f: NoticeFacts) => ({
        subject: `異議への回答：${of(f)}`,
        text: '別の人が確かめ直しましたが、認められませんでした。回答をページで読めます。',
      }),
      'eligibility.ends-soon': (f: NoticeFacts) => ({
        subject: `確認の期限が近づいています：${of(f)}`,
        text: `確認されたことの期限は${f.until ?? ''}です。続けるときは、新しく出してください。`,
      }),
    },
  },
  easy: {
    verbs: {
      'eligibility.set-published': '施設（しせつ）や 募集（ぼしゅう）の きまりを 出（だ）しました',
      'eligibility.set-closed': '施設（しせつ）や 募集（ぼしゅう）の きまりを おわりに しました',
    },
    notices: {
      'eligibility.handed-in': (f: NoticeFacts) => ({
        subject: `たしかめる ものが 来（き）ました：${of(f)}`,
        text: '団体（だんたい）から ものが 来（き）ました。たしかめて ください。',
      }),
      'eligibility.appealed': (f: NoticeFacts) => ({
        subject: `もう 一度（いちど）見（み）て ほしいと 言（い）って います：${of(f)}`,
        text: 'だめと した 人（ひと）とは べつの 人（ひと）が 返事（へんじ）を します。',
      }),
      'eligibility.confirmed': (f: NoticeFacts) => ({
        subject: `たしかめました：${of(f)}`,
        text: '出（だ）した ものを たしかめました。',
      }),
      'eligibility.refused': (f: NoticeFacts) => ({
        subject: `だめでした：${of(f)}`,
        text: 'わけと、どう すれば いいかを ページで 読（よ）めます。',
      }),
      'eligibility.appeal-granted': (f: NoticeFacts) => ({
        subject: `いいと なりました：${of(f)}`,
        text: 'べつの 人（ひと）が たしかめて、いいと なりました。',
      }),
      'eligibility.appeal-refused': (f: NoticeFacts) => ({
        subject: `返事（へんじ）が 来（き）ました：${of(f)}`,
        text: 'べつの 人（ひと）が たしかめましたが、だめでした。わけを ページで 読（よ）めます。',
      }),
      'eligibility.ends-soon': (f: NoticeFacts) => ({
        subject: `もうすぐ 期限（きげん）です：${of(f)}`,
        text: `${f.until ?? ''}までです。つづける ときは、新（あたら）しく 出（だ）して ください。`,
      }),
    },
  },
  en: {
    verbs: {
      'eligibility.set-published': 'published requirements',
      'eligibility.set-closed': 'closed requirements',
    },
    notices: {
      'eligibility.handed-in': (f: NoticeFacts) => ({
        subject: `Something to check: ${inEnglish(f)}`,
        text: 'A group has handed something in, and it waits to be checked.',
      }),
      'eligibility.appealed': (f: NoticeFacts) => ({
        subject: `An appeal: ${inEnglish(f)}`,
        text: 'A group appeals against a refusal. Somebody else than the one who refused has to answer.',
      }),
      'eligibility.confirmed': (f: NoticeFacts) => ({
        subject: `Confirmed: ${inEnglish(f)}`,
        text: 'What your group handed in was confirmed. The page says until when it holds.',
      }),
      'eligibility.refused': (f: NoticeFacts) => ({
        subject: `Refused: ${inEnglish(f)}`,
        text: 'The page tells the reason and what can be done. You can appeal.',
      }),
      'eligibility.appeal-granted': (f: NoticeFacts) => ({
        subject: `Your appeal was granted: ${inEnglish(f)}`,
        text: 'Somebody else looked at it again and confirmed it.',
      }),
      'eligibility.appeal-refused': (f: NoticeFacts) => ({
        subject: `An answer to your appeal: ${inEnglish(f)}`,
        text: 'Somebody else looked at it again and did not confirm it. The page has the answer.',
      }),
      'eligibility.ends-soon': (f: NoticeFacts) => ({
        subject: `Ends soon: ${inEnglish(f)}`,
        text: `What was confirmed ends on ${f.until ?? ''}. To go on, hand it in anew.`,
      }),
    },
  },
});
