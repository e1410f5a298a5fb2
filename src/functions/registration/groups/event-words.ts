/** F7, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import type { NoticeFacts } from '#kernel/module.ts';
import { wordSet } from '#kernel/words.ts';

const group = (facts: NoticeFacts) => String(facts.group ?? '');
const reason = (facts: NoticeFacts) => (facts.reason ? String(facts.reason) : '');

export const eventWords = wordSet({
  ja: {
    topic: '登録団体',
    verbs: {
      'groups.declared': '団体を登録しました',
      'groups.changed': '登録の内容を新しくしました',
      'groups.confirmed': '登録の内容を今年も確認しました',
      'groups.rested': '返事がないため登録が休止中になりました',
      'groups.withdrawn': '登録を取り下げました',
      'groups.representative-known': '団体の代表者を確認しました',
      'groups.vouched': 'ほかの団体を知っていると伝えました',
      'groups.taken-over': '名簿の登録を引き継ぎました',
      'groups.entered-at-desk': '紙で受けた団体の登録を、窓口で入力しました',
      'groups.taken-from-desk': '窓口の登録を引き継ぎました',
      'groups.asked': '登録について質問しました',
      'groups.answered': '登録についての質問に回答しました',
      'groups.question-withdrawn': '登録についての質問を取り下げました',
      'groups.noted': '登録にメモをつけました',
      'groups.note-ended': '登録のメモを外しました',
    },
    notices: {
      'groups.confirmation-asked': (f: NoticeFacts) => ({
        subject: `今年もこのとおりですか：${group(f)} の登録`,
        text: `「${group(f)}」の登録を、また確かめていただく時期になりました。内容がこのままでよければ、ボタンを一つ押してください。`,
      }),
      'groups.desk-due': (f: NoticeFacts) => ({
        subject: `電話か郵便で確かめる時期です：${group(f)}`,
        text: `紙で登録した「${group(f)}」の内容を、今年も確かめる時期になりました。団体の連絡先に、このままでよいかをたずねてください。`,
      }),
      'groups.claim-asked': (f: NoticeFacts) => ({
        subject: `引き継ぎの申し出：${group(f)}`,
        text: `名簿から取り込んだ「${group(f)}」を引き継ぎたいという申し出があります。`,
      }),
      'groups.claim-granted': (f: NoticeFacts) => ({
        subject: `「${group(f)}」を引き継ぎました`,
        text: `あなたが「${group(f)}」の代表者になりました。登録の内容を書き直せます。`,
      }),
      'groups.claim-refused': (f: NoticeFacts) => ({
        subject: `「${group(f)}」の引き継ぎは認められませんでした`,
        text: `事務局の理由：${reason(f)}`,
      }),
      'groups.asked': (f: NoticeFacts) => ({
        subject: `登録について質問があります：${group(f)}`,
        text: `「${group(f)}」の登録に、公開の質問がとどきました。回答も公開されます。`,
      }),
      'groups.answered': (f: NoticeFacts) => ({
        subject: `質問に回答がありました：${group(f)}`,
        text: `「${group(f)}」の登録についてのあなたの質問に、回答がありました。`,
      }),
      'groups.noted': (f: NoticeFacts) => ({
        subject: `登録にメモがつきました：${group(f)}`,
        text: `事務局が「${group(f)}」の登録のページに、公開のメモをつけました。`,
      }),
    },
  },
  easy: {
    topic: '登録（とうろく）した 団体（だんたい）',
    verbs: {
      'groups.declared': '団体（だんたい）を 登録（とうろく）しました',
      'groups.changed': '登録（とうろく）の なかみを かえました',
      'groups.confirmed': '今年（ことし）も このままだと 言（い）いました',
      'groups.rested': '返事（へんじ）が ないので お休（やす）み中（ちゅう）に なりました',
      'groups.withdrawn': '登録（とうろく）を やめました',
      'groups.representative-known': '団体（だんたい）の 代表（だいひょう）を たしかめました',
      'groups.vouched': 'ほかの 団体（だんたい）を 知（し）っていると 言（い）いました',
      'groups.taken-over': '名簿（めいぼ）の 団体（だんたい）を 自分（じぶん）で 書（か）くように なりました',
      'groups.entered-at-desk': '紙（かみ）の 登録（とうろく）を 窓口（まどぐち）で 入（い）れました',
      'groups.taken-from-desk': '窓口（まどぐち）の 登録（とうろく）を 自分（じぶん）で 書（か）くように なりました',
      'groups.asked': '団体（だんたい）に 質問（しつもん）しました',
      'groups.answered': '質問（しつもん）に 返事（へんじ）を しました',
      'groups.question-withdrawn': '質問（しつもん）を やめました',
      'groups.noted': '登録（とうろく）に メモを つけました',
      'groups.note-ended': '登録（とうろく）の メモを はずしました',
    },
    notices: {
      'groups.confirmation-asked': (f: NoticeFacts) => ({
        subject: `今年（ことし）も このままで いいですか：${group(f)}`,
        text: `「${group(f)}」の 登録（とうろく）を また たしかめる ときです。このままで よければ、ボタンを おして ください。`,
      }),
      'groups.desk-due': (f: NoticeFacts) => ({
        subject: `電話（でんわ）か 手紙（てがみ）で 聞（き）く ときです：${group(f)}`,
        text: `紙（かみ）で 登録（とうろく）した「${group(f)}」に、今年（ことし）も このままか、聞（き）いて ください。`,
      }),
      'groups.claim-asked': (f: NoticeFacts) => ({
        subject: `「${group(f)}」の 人（ひと）だと 言（い）う 人（ひと）が います`,
        text: `名簿（めいぼ）の「${group(f)}」を 自分（じぶん）で 書（か）きたい 人（ひと）が います。`,
      }),
      'groups.claim-granted': (f: NoticeFacts) => ({
        subject: `「${group(f)}」の 代表（だいひょう）に なりました`,
        text: `「${group(f)}」の 登録（とうろく）を 書（か）き直（なお）せます。`,
      }),
      'groups.claim-refused': (f: NoticeFacts) => ({
        subject: `「${group(f)}」の 代表（だいひょう）に なれませんでした`,
        text: `事務局（じむきょく）の 理由（りゆう）：${reason(f)}`,
      }),
      'groups.asked': (f: NoticeFacts) => ({
        subject: `質問（しつもん）が あります：${group(f)}`,
        text: `「${group(f)}」の 登録（とうろく）に 質問（しつもん）が 来（き）ました。返事（へんじ）は みんなが 見（み）ます。`,
      }),
      'groups.answered': (f: NoticeFacts) => ({
        subject: `返事（へんじ）が ありました：${group(f)}`,
        text: `「${group(f)}」から 質問（しつもん）の 返事（へんじ）が 来（き）ました。`,
      }),
      'groups.noted': (f: NoticeFacts) => ({
        subject: `登録（とうろく）に メモが つきました：${group(f)}`,
        text: `事務局（じむきょく）が「${group(f)}」の ページに メモを つけました。みんなが 見（み）ます。`,
      }),
    },
  },
  en: {
    topic: 'Registered groups',
    verbs: {
      'groups.declared': 'registered a group',
      'groups.changed': 'renewed a registration',
      'groups.confirmed': 'confirmed a registration for the year',
      'groups.rested': 'a registration came to rest without an answer',
      'groups.withdrawn': 'withdrew a registration',
      'groups.representative-known': 'confirmed the representative of a group',
      'groups.vouched': 'vouched for another group',
      'groups.taken-over': 'took over a listed entry',
      'groups.entered-at-desk': 'entered at the desk what a group handed in on paper',
      'groups.taken-from-desk': 'took over a registration from the desk',
      'groups.asked': 'asked about a registration',
      'groups.answered': 'answered a question about a registration',
      'groups.question-withdrawn': 'took back a question about a registration',
      'groups.noted': 'put a note beside a registration',
      'groups.note-ended': 'took a note off a registration',
    },
    notices: {
      'groups.confirmation-asked': (f: NoticeFacts) => ({
        subject: `Is everything still right? ${group(f)}`,
        text: `It is time for “${group(f)}” to confirm its registration again. If it still holds, press one button.`,
      }),
      'groups.desk-due': (f: NoticeFacts) => ({
        subject: `Time to ask by telephone or post: ${group(f)}`,
        text: `“${group(f)}” was registered on paper. Ask the group through its contacts whether its registration still holds.`,
      }),
      'groups.claim-asked': (f: NoticeFacts) => ({
        subject: `Somebody asks to take over ${group(f)}`,
        text: `Somebody asks to take over the entry of “${group(f)}”, which came from a list.`,
      }),
      'groups.claim-granted': (f: NoticeFacts) => ({
        subject: `You have taken over ${group(f)}`,
        text: `You now represent “${group(f)}” and can rewrite its registration.`,
      }),
      'groups.claim-refused': (f: NoticeFacts) => ({
        subject: `You could not take over ${group(f)}`,
        text: `The secretariat’s reason: ${reason(f)}`,
      }),
      'groups.asked': (f: NoticeFacts) => ({
        subject: `A question about the registration of ${group(f)}`,
        text: `Somebody asked a public question about “${group(f)}”. Your answer will be public, too.`,
      }),
      'groups.answered': (f: NoticeFacts) => ({
        subject: `${group(f)} answered your question`,
        text: `Your question about the registration of “${group(f)}” was answered.`,
      }),
      'groups.noted': (f: NoticeFacts) => ({
        subject: `A note beside the registration of ${group(f)}`,
        text: `The secretariat put a public note on the page of “${group(f)}”.`,
      }),
    },
  },
});
