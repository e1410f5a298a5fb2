/** X4, X3: what happened, in words: after the name of the office, in the feed; and what is told to those concerned. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    verbs: {
      'moderation.hidden': '書きこみを、理由を示して非表示にしました',
      'moderation.shown': '非表示の書きこみを、もとどおり公開しました',
      'moderation.left': '知らせのあった書きこみを、そのまま残すと決めました',
      'moderation.asked': '書いた人に、書き直しをお願いしました',
      'moderation.appeal-settled': '異議申立てを見直しました',
      'moderation.appointed': 'モデレーターを任命しました',
      'moderation.ended': 'モデレーターの任を解きました',
    },
    notices: {
      hidden: { subject: 'あなたの書きこみを非表示にしました', text: '理由と、異議申立てのしかたを見てください。' },
      asked: {
        subject: '書き直しのお願いがあります',
        text: 'あなたの書きこみはそのまま公開されています。理由を見てください。',
      },
      reported: { subject: '知らせてくださった件が決まりました', text: '決定と理由を見られます。' },
      settled: { subject: '異議申立ての結果が出ました', text: '別のモデレーターが見直しました。' },
      claimed: {
        subject: '権利侵害の申出に答えてください',
        text: 'あなたの書きこみについて申出がありました。期日があります。',
      },
      waiting: { subject: '決定を待っているものがあります', text: '見守りの画面を開いてください。' },
    },
  },
  easy: {
    verbs: {
      'moderation.hidden': '文（ぶん）を、わけを 言（い）って 見（み）えなく しました',
      'moderation.shown': '文（ぶん）を また 見（み）える ように しました',
      'moderation.left': '知（し）らせが あった 文（ぶん）を そのまま 残（のこ）します',
      'moderation.asked': '書（か）いた 人（ひと）に 直（なお）して くださいと 言（い）いました',
      'moderation.appeal-settled': 'もう一度（いちど）見（み）ました',
      'moderation.appointed': '見守（みまも）る 人（ひと）を 決（き）めました',
      'moderation.ended': '見守（みまも）る 人（ひと）が やめました',
    },
    notices: {
      hidden: {
        subject: 'あなたの 文（ぶん）を 見（み）えなく しました',
        text: 'わけを 見（み）て ください。おかしいと 思（おも）ったら、言（い）う ことが できます。',
      },
      asked: {
        subject: '文（ぶん）を 直（なお）して ほしいです',
        text: 'あなたの 文（ぶん）は まだ 見（み）えます。わけを 見（み）て ください。',
      },
      reported: {
        subject: '知（し）らせて くれた ことが 決（き）まりました',
        text: 'わけを 見（み）る ことが できます。',
      },
      settled: {
        subject: 'もう一度（いちど）見（み）た 結果（けっか）が 出（で）ました',
        text: 'ほかの 人（ひと）が 見（み）ました。',
      },
      claimed: {
        subject: '権利（けんり）の ことで 答（こた）えて ください',
        text: 'あなたの 文（ぶん）で こまって いる 人（ひと）が います。答（こた）える 日（ひ）が 決（き）まって います。',
      },
      waiting: {
        subject: '決（き）める ことが あります',
        text: '見守（みまも）りの 画面（がめん）を 開（ひら）いて ください。',
      },
    },
  },
  en: {
    verbs: {
      'moderation.hidden': 'hid a text, with the reason',
      'moderation.shown': 'showed a hidden text again',
      'moderation.left': 'left a reported text as it is',
      'moderation.asked': 'asked an author to change a text',
      'moderation.appeal-settled': 'looked at a decision again, on appeal',
      'moderation.appointed': 'appointed a moderator',
      'moderation.ended': 'ended the appointment of a moderator',
    },
    notices: {
      hidden: { subject: 'What you wrote has been hidden', text: 'See the reason, and how to appeal.' },
      asked: { subject: 'You are asked to change what you wrote', text: 'It stays public as it is. See the reason.' },
      reported: { subject: 'What you reported has been decided', text: 'See the decision and its reason.' },
      settled: { subject: 'There is a result of the appeal', text: 'Another moderator looked at it again.' },
      claimed: {
        subject: 'Please answer a rights claim',
        text: 'It is about what you wrote, and there is a last day.',
      },
      waiting: { subject: 'Something waits for a decision', text: 'Please open the moderation queue.' },
    },
  },
});
