/** F9.1, X3: notices about proposing together and merging, and the letter to somebody of whom only an address is known. */
import type { NoticeFacts } from '#kernel/module.ts';
import { wordSet } from '#kernel/words.ts';

const of = (facts: NoticeFacts, name: string) => String(facts[name] ?? '');

export const noticeWords = wordSet({
  ja: {
    notices: {
      'proposals.asked': {
        subject: (f: NoticeFacts) => `共同提案者になりませんか：${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `${of(f, 'by')} から、提案「${of(f, 'title')}」の共同提案者になりませんかと、お誘いがありました。文章を読んで、同意するかどうかを選んでください。同意するまで、あなたの名前は出ません。`,
      },
      'proposals.asked-again': {
        subject: (f: NoticeFacts) => `提案の文章が変わりました：${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `あなたが同意した提案「${of(f, 'title')}」の新しい版が出ました。新しい文章にも同意するかどうかを選んでください。同意するまで、新しい版にはあなたの名前は出ません。`,
      },
      'proposals.co-answered': {
        subject: (f: NoticeFacts) => `共同提案のお願いに返事がありました：${of(f, 'title')}`,
        text: (f: NoticeFacts) => `${of(f, 'by')} から、提案「${of(f, 'title')}」の共同提案について返事がありました。`,
      },
      'proposals.merge-suggested': {
        subject: (f: NoticeFacts) => `提案の統合のお誘いがあります：${of(f, 'other')}`,
        text: (f: NoticeFacts) =>
          `${of(f, 'by')} が、「${of(f, 'title')}」と「${of(f, 'other')}」をひとつにしませんかと、提案しています。関係する全員の同意があるときだけ統合されます。内容を読んで、同意するかどうかを選んでください。`,
      },
      'proposals.merge-over': {
        subject: (f: NoticeFacts) => `提案の統合の話が終わりました：${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `「${of(f, 'title')}」と「${of(f, 'other')}」を統合する話は、統合しないまま終わりました。ふたつの提案は、それぞれそのまま残っています。`,
      },
      'proposals.merge-done': {
        subject: (f: NoticeFacts) => `提案が統合されました：${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `全員の同意がそろい、「${of(f, 'title')}」は「${of(f, 'other')}」に統合されました。寄せられた意見はそのまま読めます。`,
      },
      'proposals.support-asked': {
        subject: (f: NoticeFacts) => `もう一度おききします：${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `あなたが賛成を寄せた提案「${of(f, 'title')}」は、「${of(f, 'other')}」に統合されました。あなたの賛成は自動では移りません。統合先を読んで、もう一度選んでください。`,
      },
    },
    letter: {
      subject: (by: string) => `${by} から、共同提案のお願い`,
      greeting: 'はじめまして。',
      text: (by: string, title: string, hub: string) =>
        `${by} が、${hub}で「${title}」という市民提案を準備していて、あなたを共同提案者にお誘いしています。リンクから文章を読めます。登録してログインすると、同意するかどうかを選べます。同意するまで、あなたの名前はどこにも出ません。`,
      link: '提案の文章を読む',
      notYou: '心あたりがないときは、この手紙を捨ててください。何も起きません。',
    },
  },
  easy: {
    notices: {
      'proposals.asked': {
        subject: (f: NoticeFacts) => `いっしょに 提案（ていあん）しませんか：${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `${of(f, 'by')} が、提案（ていあん）「${of(f, 'title')}」を あなたと いっしょに 出（だ）したいです。読（よ）んで、「はい」か「いいえ」を えらんで ください。「はい」と 言（い）うまで、あなたの 名前（なまえ）は 出（で）ません。`,
      },
      'proposals.asked-again': {
        subject: (f: NoticeFacts) => `提案（ていあん）の 文（ぶん）が かわりました：${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `あなたが 「はい」と 言（い）った 提案（ていあん）「${of(f, 'title')}」の 文（ぶん）が かわりました。新（あたら）しい 文（ぶん）を 読（よ）んで、もう一度（いちど） えらんで ください。`,
      },
      'proposals.co-answered': {
        subject: (f: NoticeFacts) => `返事（へんじ）が ありました：${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `${of(f, 'by')} から、提案（ていあん）「${of(f, 'title')}」を いっしょに 出（だ）す ことに ついて 返事（へんじ）が ありました。`,
      },
      'proposals.merge-suggested': {
        subject: (f: NoticeFacts) => `提案（ていあん）を ひとつに しませんか：${of(f, 'other')}`,
        text: (f: NoticeFacts) =>
          `${of(f, 'by')} が、「${of(f, 'title')}」と「${of(f, 'other')}」を ひとつに したいと 言（い）っています。関係（かんけい）する 人（ひと）みんなが 「はい」と 言（い）った ときだけ、ひとつに なります。読（よ）んで、えらんで ください。`,
      },
      'proposals.merge-over': {
        subject: (f: NoticeFacts) => `ひとつに する 話（はなし）が おわりました：${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `「${of(f, 'title')}」と「${of(f, 'other')}」は、ひとつに なりませんでした。ふたつの 提案（ていあん）は そのまま のこります。`,
      },
      'proposals.merge-done': {
        subject: (f: NoticeFacts) => `提案（ていあん）が ひとつに なりました：${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `みんなが 「はい」と 言（い）いました。「${of(f, 'title')}」は「${of(f, 'other')}」と ひとつに なりました。前（まえ）の 意見（いけん）も 読（よ）めます。`,
      },
      'proposals.support-asked': {
        subject: (f: NoticeFacts) => `もう一度（いちど） えらんで ください：${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `あなたが 賛成（さんせい）した「${of(f, 'title')}」は、「${of(f, 'other')}」と ひとつに なりました。あなたの 賛成（さんせい）は うつりません。新（あたら）しい ところを 読（よ）んで、もう一度（いちど） えらんで ください。`,
      },
    },
    letter: {
      subject: (by: string) => `${by} から、いっしょに 提案（ていあん）する お願（ねが）い`,
      greeting: 'はじめまして。',
      text: (by: string, title: string, hub: string) =>
        `${by} が、${hub}で 提案（ていあん）「${title}」を 書（か）いて います。あなたと いっしょに 出（だ）したいです。リンクから 読（よ）めます。登録（とうろく）して ログインすると、「はい」か「いいえ」を えらべます。「はい」と 言（い）うまで、あなたの 名前（なまえ）は 出（で）ません。`,
      link: '提案（ていあん）を 読（よ）む',
      notYou: 'わからない ときは、この 手紙（てがみ）を 捨（す）てて ください。何（なに）も おきません。',
    },
  },
  en: {
    notices: {
      'proposals.asked': {
        subject: (f: NoticeFacts) => `Would you propose this together? ${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `${of(f, 'by')} would like you to be a co-proposer of “${of(f, 'title')}”. Please read the text and say yes or no. Your name is not shown before you say yes.`,
      },
      'proposals.asked-again': {
        subject: (f: NoticeFacts) => `The text has changed: ${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `There is a new version of “${of(f, 'title')}”, to which you had agreed. Please say whether you agree to the new text as well. Until you do, your name does not stand by the new version.`,
      },
      'proposals.co-answered': {
        subject: (f: NoticeFacts) => `An answer to your invitation: ${of(f, 'title')}`,
        text: (f: NoticeFacts) => `${of(f, 'by')} has answered about proposing “${of(f, 'title')}” together.`,
      },
      'proposals.merge-suggested': {
        subject: (f: NoticeFacts) => `Merging is suggested: ${of(f, 'other')}`,
        text: (f: NoticeFacts) =>
          `${of(f, 'by')} suggests making one proposal of “${of(f, 'title')}” and “${of(f, 'other')}”. They are merged only if everybody concerned agrees. Please read what is planned and say yes or no.`,
      },
      'proposals.merge-over': {
        subject: (f: NoticeFacts) => `No merge: ${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `The suggestion to merge “${of(f, 'title')}” and “${of(f, 'other')}” has ended without a merge. Both proposals stand as they were.`,
      },
      'proposals.merge-done': {
        subject: (f: NoticeFacts) => `Merged: ${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `Everybody has agreed: “${of(f, 'title')}” is now part of “${of(f, 'other')}”. What was said about it can still be read.`,
      },
      'proposals.support-asked': {
        subject: (f: NoticeFacts) => `We ask you again: ${of(f, 'title')}`,
        text: (f: NoticeFacts) =>
          `“${of(f, 'title')}”, which you supported, is now part of “${of(f, 'other')}”. Your choices do not move by themselves. Please read the other proposal and choose again.`,
      },
    },
    letter: {
      subject: (by: string) => `${by} asks you to propose something together`,
      greeting: 'Hello,',
      text: (by: string, title: string, hub: string) =>
        `${by} is preparing the proposal “${title}” on ${hub} and would like you to be a co-proposer. You can read the text by the link. Once you have signed up and signed in, you can say yes or no. Your name appears nowhere before you say yes.`,
      link: 'Read the proposal',
      notYou: 'If this means nothing to you, please throw this letter away. Nothing will happen.',
    },
  },
});
