/** F9.9, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    topic: '審議会・委員会',
    verbs: {
      'committees.set-up': '委員会を設けました',
      'committees.seat-added': '委員会の席を加えました',
      'committees.seat-filled': '委員会の席の委員を書きかえました',
      'committees.shares-stated': '委員会の女性・若い世代の数を示しました',
      'committees.call-opened': '委員会の市民公募委員を募集しました',
      'committees.call-settled': '委員会の市民公募委員を決めました',
      'committees.sitting-called': '委員会の会議を知らせました',
      'committees.sitting-cancelled': '委員会の会議を中止にしました',
      'committees.sitting-moved': '委員会の会議の日時・場所・議題を変えました',
      'committees.material-added': '委員会の会議に資料をのせました',
      'committees.material-taken-off': '委員会の会議の資料を外しました',
      'committees.places-drawn': '委員会の傍聴席のくじを引きました',
      'committees.minutes-published': '委員会の議事録を公開しました',
      'committees.minutes-corrected': '委員会の議事録を直しました',
    },
    notices: {
      'committees.call-settled': {
        subject: (committee: string) => `「${committee}」の募集の結果が出ました`,
        text: (committee: string) => `応募した「${committee}」の市民公募委員が決まりました。結果と理由を見られます。`,
      },
      'committees.sitting-cancelled': {
        subject: (committee: string) => `「${committee}」の会議が中止になりました`,
        text: (committee: string) => `傍聴を申し込んだ「${committee}」の会議が中止になりました。理由を見られます。`,
      },
      'committees.sitting-moved': {
        subject: (committee: string) => `「${committee}」の会議の予定が変わりました`,
        text: (committee: string) =>
          `傍聴を申し込んだ「${committee}」の会議の日時か場所、議題が変わりました。来られないときは、ページから取り消してください。`,
      },
      'committees.place-given': {
        subject: (committee: string) => `「${committee}」の傍聴席が決まりました`,
        text: (committee: string) =>
          `「${committee}」の会議を傍聴できます。来られないときは、ページから取り消してください。`,
      },
    },
  },
  easy: {
    topic: '市（し）の 委員会（いいんかい）',
    verbs: {
      'committees.set-up': '委員会（いいんかい）を 作（つく）りました',
      'committees.seat-added': '委員会（いいんかい）の 席（せき）を ふやしました',
      'committees.seat-filled': '委員会（いいんかい）の 委員（いいん）を かえました',
      'committees.shares-stated': '委員（いいん）の 数（かず）を 出（だ）しました',
      'committees.call-opened': '市民（しみん）の 委員（いいん）を 募集（ぼしゅう）しました',
      'committees.call-settled': '市民（しみん）の 委員（いいん）を 決（き）めました',
      'committees.sitting-called': '会議（かいぎ）を 知（し）らせました',
      'committees.sitting-cancelled': '会議（かいぎ）を やめました',
      'committees.sitting-moved': '会議（かいぎ）の 日（ひ）や 場所（ばしょ）を かえました',
      'committees.material-added': '会議（かいぎ）に 資料（しりょう）を のせました',
      'committees.material-taken-off': '会議（かいぎ）の 資料（しりょう）を はずしました',
      'committees.places-drawn': '席（せき）の くじを 引（ひ）きました',
      'committees.minutes-published': '議事録（ぎじろく）を 出（だ）しました',
      'committees.minutes-corrected': '議事録（ぎじろく）を 直（なお）しました',
    },
    notices: {
      'committees.call-settled': {
        subject: (committee) => `「${committee}」の 委員（いいん）が 決（き）まりました`,
        text: (committee) =>
          `あなたが 申（もう）し込（こ）んだ「${committee}」の 委員（いいん）が 決（き）まりました。`,
      },
      'committees.sitting-cancelled': {
        subject: (committee) => `「${committee}」の 会議（かいぎ）が なくなりました`,
        text: (committee) => `あなたが 申（もう）し込（こ）んだ「${committee}」の 会議（かいぎ）が なくなりました。`,
      },
      'committees.sitting-moved': {
        subject: (committee) => `「${committee}」の 会議（かいぎ）が かわりました`,
        text: (committee) =>
          `あなたが 申（もう）し込（こ）んだ「${committee}」の 会議（かいぎ）の 日（ひ）や 場所（ばしょ）が かわりました。来（こ）られない ときは、やめてください。`,
      },
      'committees.place-given': {
        subject: (committee) => `「${committee}」を 見（み）に 行（い）けます`,
        text: (committee) => `「${committee}」の 席（せき）が あります。来（こ）られない ときは、やめてください。`,
      },
    },
  },
  en: {
    topic: 'Committees',
    verbs: {
      'committees.set-up': 'set up a committee',
      'committees.seat-added': 'added a seat to a committee',
      'committees.seat-filled': 'changed who holds a seat on a committee',
      'committees.shares-stated': 'stated the numbers of women and young members of a committee',
      'committees.call-opened': 'called for citizens’ seats on a committee',
      'committees.call-settled': 'settled a call for citizens’ seats',
      'committees.sitting-called': 'announced a sitting of a committee',
      'committees.sitting-cancelled': 'cancelled a sitting of a committee',
      'committees.sitting-moved': 'changed the date, place or agenda of a sitting of a committee',
      'committees.material-added': 'added materials to a sitting of a committee',
      'committees.material-taken-off': 'took materials off a sitting of a committee',
      'committees.places-drawn': 'drew lots for observers of a committee',
      'committees.minutes-published': 'published the minutes of a committee',
      'committees.minutes-corrected': 'corrected the minutes of a committee',
    },
    notices: {
      'committees.call-settled': {
        subject: (committee) => `The call for “${committee}” is settled`,
        text: (committee) =>
          `The citizens’ seats on “${committee}” that you applied for are given. You can see the result and the reason.`,
      },
      'committees.sitting-cancelled': {
        subject: (committee) => `A sitting of “${committee}” is cancelled`,
        text: (committee) =>
          `The sitting of “${committee}” where you asked for a place is cancelled. You can see the reason.`,
      },
      'committees.sitting-moved': {
        subject: (committee) => `A sitting of “${committee}” has changed`,
        text: (committee) =>
          `The date, place or agenda of the sitting of “${committee}” where you asked for a place has changed. If you can’t come, please take it back on its page.`,
      },
      'committees.place-given': {
        subject: (committee) => `You have a place at “${committee}”`,
        text: (committee) =>
          `You can listen to the sitting of “${committee}”. If you can’t come, please take it back on its page.`,
      },
    },
  },
});
