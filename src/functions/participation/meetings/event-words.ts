/** F9.2, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    topic: '会場の集まり',
    verbs: {
      'meetings.called': '集まりを開くことにしました',
      'meetings.changed': '集まりの内容を書きなおしました',
      'meetings.moved': '集まりの日時か場所を変えました',
      'meetings.cancelled': '集まりを中止にしました',
      'meetings.scribe-appointed': '集まりの書記をたのみました',
      'meetings.scribe-ended': '集まりの書記を終えました',
      'meetings.spoken': '会場での発言を書きとめました',
      'meetings.corrected': '会場での発言を直しました',
      'meetings.taken-back': '会場での発言の記入を取り消しました',
      'meetings.hands-counted': '会場での挙手を記録しました',
      'meetings.name-confirmed': '会場での自分の発言を確かめました',
      'meetings.name-contested': '会場での発言から名前を外しました',
      'meetings.minutes-published': '集まりの議事録を公開しました',
      'meetings.minutes-corrected': '集まりの議事録を直しました',
      'meetings.attendance-recorded': '集まりの参加人数を記録しました',
      'meetings.material-added': '集まりの資料をのせました',
      'meetings.material-taken-off': '集まりの資料を外しました',
    },
    notices: {
      'meetings.moved-scribe': {
        subject: (meeting: string, _name: string) => `書記をする「${meeting}」の日時か場所が変わりました`,
        text: (meeting: string, _name: string) =>
          `書記を引き受けた集まり「${meeting}」の、日時か場所が変わりました。新しい日時と場所、変えた理由は、集まりのページにあります。来られなくなったときは、そこでおりられます。`,
      },
      'meetings.named': {
        subject: (meeting: string, _name: string) => `「${meeting}」の発言に、お名前が書かれました`,
        text: (meeting: string, name: string) =>
          `会場「${meeting}」で話されたこととして、「${name}」の名前で意見が公開されました。自分の発言かどうかを確かめてください。違うときは、名前を外せます。`,
      },
      'meetings.scribe': {
        subject: (meeting: string, _name: string) => `「${meeting}」の書記をたのまれました`,
        text: (meeting: string, _name: string) =>
          `集まり「${meeting}」で出た発言を書きとめる書記をたのまれました。書記の画面は、始まる2時間前から使えます。引き受けられないときは、集まりのページからおりられます。`,
      },
    },
  },
  easy: {
    topic: '会場（かいじょう）の 集（あつ）まり',
    verbs: {
      'meetings.called': '集（あつ）まりを 開（ひら）くことに しました',
      'meetings.changed': '集（あつ）まりの 内容（ないよう）を 書（か）き直（なお）しました',
      'meetings.moved': '集（あつ）まりの 日（ひ）か 場所（ばしょ）を かえました',
      'meetings.cancelled': '集（あつ）まりを やめました',
      'meetings.scribe-appointed': '書記（しょき）を たのみました',
      'meetings.scribe-ended': '書記（しょき）が かわりました',
      'meetings.spoken': '会場（かいじょう）で 話（はな）した ことを 書（か）きました',
      'meetings.corrected': '会場（かいじょう）で 話（はな）した ことを 直（なお）しました',
      'meetings.taken-back': '会場（かいじょう）で 話（はな）した ことを 消（け）しました',
      'meetings.hands-counted': '会場（かいじょう）で あげた 手（て）の 数（かず）を 書（か）きました',
      'meetings.name-confirmed': '自分（じぶん）が 話（はな）したと 確（たし）かめました',
      'meetings.name-contested': '名前（なまえ）を はずしました',
      'meetings.minutes-published': '議事録（ぎじろく）を 公開（こうかい）しました',
      'meetings.minutes-corrected': '議事録（ぎじろく）を 直（なお）しました',
      'meetings.attendance-recorded': '来（き）た 人数（にんずう）を 書（か）きました',
      'meetings.material-added': '集（あつ）まりの 資料（しりょう）を のせました',
      'meetings.material-taken-off': '集（あつ）まりの 資料（しりょう）を はずしました',
    },
    notices: {
      'meetings.moved-scribe': {
        subject: (meeting, _name) => `書記（しょき）を する「${meeting}」の 日（ひ）か 場所（ばしょ）が かわりました`,
        text: (meeting, _name) =>
          `「${meeting}」の 日（ひ）か 場所（ばしょ）が かわりました。新（あたら）しい 日（ひ）と 場所（ばしょ）を 見（み）て ください。来（こ）られない ときは、書記（しょき）を やめられます。`,
      },
      'meetings.named': {
        subject: (meeting, _name) =>
          `「${meeting}」で 話（はな）した こととして、あなたの 名前（なまえ）が 書（か）かれました`,
        text: (meeting, name) =>
          `「${meeting}」で 話（はな）した こととして、「${name}」の 意見（いけん）が 公開（こうかい）されました。あなたが 話（はな）したか、確（たし）かめてください。ちがう ときは、名前（なまえ）を はずせます。`,
      },
      'meetings.scribe': {
        subject: (meeting, _name) => `「${meeting}」の 書記（しょき）を たのまれました`,
        text: (meeting, _name) =>
          `「${meeting}」で 話（はな）した ことを 書（か）く 仕事（しごと）です。書記（しょき）の ページは、始（はじ）まる 2時間（じかん） 前（まえ）から 使（つか）えます。できない ときは、やめられます。`,
      },
    },
  },
  en: {
    topic: 'Meetings in a hall',
    verbs: {
      'meetings.called': 'called a meeting',
      'meetings.changed': 'changed the details of a meeting',
      'meetings.moved': 'moved a meeting',
      'meetings.cancelled': 'cancelled a meeting',
      'meetings.scribe-appointed': 'asked somebody to take notes at a meeting',
      'meetings.scribe-ended': 'ended the work of a scribe',
      'meetings.spoken': 'wrote down what was said in a hall',
      'meetings.corrected': 'corrected what was written down in a hall',
      'meetings.taken-back': 'took back what was written down in a hall',
      'meetings.hands-counted': 'recorded hands raised in a hall',
      'meetings.name-confirmed': 'confirmed what they said in a hall',
      'meetings.name-contested': 'had their name taken off what was said in a hall',
      'meetings.minutes-published': 'published the minutes of a meeting',
      'meetings.minutes-corrected': 'corrected the minutes of a meeting',
      'meetings.attendance-recorded': 'recorded how many came to a meeting',
      'meetings.material-added': 'added materials to a meeting',
      'meetings.material-taken-off': 'took materials off a meeting',
    },
    notices: {
      'meetings.moved-scribe': {
        subject: (meeting, _name) => `“${meeting}”, where you take notes, was moved`,
        text: (meeting, _name) =>
          `The time or place of “${meeting}” has changed. You agreed to take notes there. The new time and place and the reason are on its page. If you can’t come, you can step down there.`,
      },
      'meetings.named': {
        subject: (meeting, _name) => `Something was written down under your name at “${meeting}”`,
        text: (meeting, name) =>
          `An opinion was published as said by “${name}” at the meeting “${meeting}”. Please say whether these are your words. If not, you can have the name taken off.`,
      },
      'meetings.scribe': {
        subject: (meeting, _name) => `You were asked to take notes at “${meeting}”`,
        text: (meeting, _name) =>
          `You were asked to write down what is said at the meeting “${meeting}”. The scribe’s screen opens two hours before it begins. If you can’t, you can step down on the page of the meeting.`,
      },
    },
  },
});
