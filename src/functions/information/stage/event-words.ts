/** F1.4, X3: showcases in feed and notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    topic: '発表の場',
    movedReason: '発表の場の日時か場所が変わったため',
    verbs: {
      'stage.announced': '発表の場をひらきました',
      'stage.changed': '発表の場の内容を変えました',
      'stage.cancelled': '発表の場を中止しました',
      'stage.slots-set': '発表の場の枠を決めました',
      'stage.hand-raised': '発表の場に手をあげました',
      'stage.hand-changed': '発表の内容を変えました',
      'stage.hand-lowered': '発表の場の手をおろしました',
      'stage.given-back': '発表の枠を返しました',
      'stage.slot-taken': '空いた枠で発表することにしました',
      'stage.slot-given': '発表の枠を決めました',
      'stage.passed-over': '発表の枠を次の団体に回しました',
      'stage.drawn': '発表の枠を抽選しました',
      'stage.voice-noted': '会場から声がありました',
      'stage.answered': '会場の質問に答えました',
      'stage.material-added': '発表の資料をのせました',
      'stage.material-taken-off': '発表の資料を外しました',
      'stage.recording-linked': '発表の録画のアドレスを決めました',
      'stage.reported': '発表の場の報告をのせました',
    },
    raised: (showcase: string, group: string) => ({
      subject: `「${showcase}」に手があがりました`,
      text: `「${group}」が「${showcase}」の枠に手をあげました。`,
    }),
    moved: (showcase: string, reason: string) => ({
      subject: `「${showcase}」の日時か場所が変わりました`,
      text: `手をあげている「${showcase}」の日時か場所が変わりました。${reason && `理由：${reason}`}`,
    }),
    cancelled: (showcase: string) => ({
      subject: `「${showcase}」は中止になりました`,
      text: `手をあげていた「${showcase}」は中止になりました。理由はページにあります。`,
    }),
    slotMoved: (showcase: string) => ({
      subject: `「${showcase}」の枠が変わりました`,
      text: `手をあげている「${showcase}」の枠の時刻か場所が変わりました。`,
    }),
    asked: (showcase: string, title: string) => ({
      subject: `「${showcase}」の枠が空きました`,
      text: `「${showcase}」で「${title}」を発表できます。発表するか、見送るかを返事してください。`,
    }),
    slotFree: (showcase: string) => ({
      subject: `「${showcase}」の枠が空きました`,
      text: `「${showcase}」の枠が返され、次に聞く団体がありません。`,
    }),
    slotTaken: (showcase: string, group: string) => ({
      subject: `「${group}」が「${showcase}」で発表します`,
      text: `空いた枠で「${group}」が発表することになりました。`,
    }),
    given: (showcase: string, title: string) => ({
      subject: `「${showcase}」で発表できます`,
      text: `「${showcase}」の枠が「${title}」に決まりました。`,
    }),
    notGiven: (showcase: string) => ({
      subject: `「${showcase}」の枠が決まりました`,
      text: `手をあげた枠は、ほかの団体に決まりました。理由はページにあります。返されたときは、もう一度えらばれます。`,
    }),
    drawn: (showcase: string) => ({
      subject: `「${showcase}」の抽選がありました`,
      text: `「${showcase}」の枠を抽選しました。結果はページにあり、だれでもたしかめられます。`,
    }),
  },
  easy: {
    topic: '発表（はっぴょう）の 場（ば）',
    movedReason: '発表（はっぴょう）の 場（ば）の 日（ひ）か 場所（ばしょ）が かわったから',
    verbs: {
      'stage.announced': '発表（はっぴょう）の 場（ば）を 開（ひら）きました',
      'stage.changed': '発表（はっぴょう）の 場（ば）を かえました',
      'stage.cancelled': '発表（はっぴょう）の 場（ば）を やめました',
      'stage.slots-set': '発表（はっぴょう）の 枠（わく）を 決（き）めました',
      'stage.hand-raised': '発表（はっぴょう）の 場（ば）に 手（て）を あげました',
      'stage.hand-changed': '発表（はっぴょう）する ことを かえました',
      'stage.hand-lowered': '発表（はっぴょう）の 手（て）を おろしました',
      'stage.given-back': '発表（はっぴょう）の 枠（わく）を 返（かえ）しました',
      'stage.slot-taken': 'あいた 枠（わく）で 発表（はっぴょう）します',
      'stage.slot-given': '発表（はっぴょう）の 枠（わく）を 決（き）めました',
      'stage.passed-over': '発表（はっぴょう）の 枠（わく）を 次（つぎ）の 団体（だんたい）に 聞（き）きました',
      'stage.drawn': '発表（はっぴょう）の くじを ひきました',
      'stage.voice-noted': '会場（かいじょう）から 声（こえ）が ありました',
      'stage.answered': '会場（かいじょう）の 質問（しつもん）に 答（こた）えました',
      'stage.material-added': '発表（はっぴょう）の 資料（しりょう）を のせました',
      'stage.material-taken-off': '発表（はっぴょう）の 資料（しりょう）を けしました',
      'stage.recording-linked': '発表（はっぴょう）の 録画（ろくが）を のせました',
      'stage.reported': '発表（はっぴょう）の 場（ば）の 報告（ほうこく）を のせました',
    },
    raised: (showcase: string, group: string) => ({
      subject: `「${showcase}」に 手（て）が あがりました`,
      text: `「${group}」が「${showcase}」に 手（て）を あげました。`,
    }),
    moved: (showcase: string, reason: string) => ({
      subject: `「${showcase}」の 日（ひ）か 場所（ばしょ）が かわりました`,
      text: `手（て）を あげている「${showcase}」の 日（ひ）か 場所（ばしょ）が かわりました。${reason && `わけ：${reason}`}`,
    }),
    cancelled: (showcase: string) => ({
      subject: `「${showcase}」は やめに なりました`,
      text: `手（て）を あげた「${showcase}」は やめに なりました。理由（りゆう）は ページに あります。`,
    }),
    slotMoved: (showcase: string) => ({
      subject: `「${showcase}」の 枠（わく）が かわりました`,
      text: `手（て）を あげている「${showcase}」の 枠（わく）の 時間（じかん）か 場所（ばしょ）が かわりました。`,
    }),
    asked: (showcase: string, title: string) => ({
      subject: `「${showcase}」の 枠（わく）が あきました`,
      text: `「${showcase}」で「${title}」を 発表（はっぴょう）できます。するか、しないか、返事（へんじ）して ください。`,
    }),
    slotFree: (showcase: string) => ({
      subject: `「${showcase}」の 枠（わく）が あきました`,
      text: `「${showcase}」の 枠（わく）が 返（かえ）されました。次（つぎ）に 聞（き）く 団体（だんたい）が ありません。`,
    }),
    slotTaken: (showcase: string, group: string) => ({
      subject: `「${group}」が「${showcase}」で 発表（はっぴょう）します`,
      text: `あいた 枠（わく）で「${group}」が 発表（はっぴょう）します。`,
    }),
    given: (showcase: string, title: string) => ({
      subject: `「${showcase}」で 発表（はっぴょう）できます`,
      text: `「${showcase}」の 枠（わく）が「${title}」に 決（き）まりました。`,
    }),
    notGiven: (showcase: string) => ({
      subject: `「${showcase}」の 枠（わく）が 決（き）まりました`,
      text: `手（て）を あげた 枠（わく）は、ほかの 団体（だんたい）に 決（き）まりました。理由（りゆう）は ページに あります。`,
    }),
    drawn: (showcase: string) => ({
      subject: `「${showcase}」の くじを ひきました`,
      text: `くじの 結果（けっか）は ページに あります。だれでも たしかめられます。`,
    }),
  },
  en: {
    topic: 'Showcases',
    movedReason: 'The time or place of the showcase has changed',
    verbs: {
      'stage.announced': 'announced a showcase',
      'stage.changed': 'changed a showcase',
      'stage.cancelled': 'cancelled a showcase',
      'stage.slots-set': 'set the slots of a showcase',
      'stage.hand-raised': 'raised a hand for a slot',
      'stage.hand-changed': 'changed what it will show',
      'stage.hand-lowered': 'lowered its hand',
      'stage.given-back': 'gave a slot back',
      'stage.slot-taken': 'took a slot that became free',
      'stage.slot-given': 'gave a slot',
      'stage.passed-over': 'passed a slot to the next group',
      'stage.drawn': 'drew the lot for the slots',
      'stage.voice-noted': 'A voice from the hall',
      'stage.answered': 'answered a question from the hall',
      'stage.material-added': 'added materials of a presentation',
      'stage.material-taken-off': 'took materials of a presentation off',
      'stage.recording-linked': 'set the recording of a presentation',
      'stage.reported': 'published the report of a showcase',
    },
    raised: (showcase: string, group: string) => ({
      subject: `A hand was raised for “${showcase}”`,
      text: `“${group}” raised its hand for a slot of “${showcase}”.`,
    }),
    moved: (showcase: string, reason: string) => ({
      subject: `“${showcase}” has another time or place`,
      text: `The time or place of “${showcase}”, for which you raised your hand, has changed.${reason && ` Reason: ${reason}`}`,
    }),
    cancelled: (showcase: string) => ({
      subject: `“${showcase}” was cancelled`,
      text: `“${showcase}”, for which you raised your hand, was cancelled. Its page says why.`,
    }),
    slotMoved: (showcase: string) => ({
      subject: `A slot of “${showcase}” has changed`,
      text: `The time or place of your slot in “${showcase}” has changed.`,
    }),
    asked: (showcase: string, title: string) => ({
      subject: `A slot of “${showcase}” has become free`,
      text: `You can show “${title}” at “${showcase}”. Please say whether you will.`,
    }),
    slotFree: (showcase: string) => ({
      subject: `A slot of “${showcase}” has become free`,
      text: `A slot of “${showcase}” was given back, and there is nobody to ask next.`,
    }),
    slotTaken: (showcase: string, group: string) => ({
      subject: `“${group}” will present at “${showcase}”`,
      text: `“${group}” takes the slot that became free.`,
    }),
    given: (showcase: string, title: string) => ({
      subject: `You present at “${showcase}”`,
      text: `A slot of “${showcase}” was given to “${title}”.`,
    }),
    notGiven: (showcase: string) => ({
      subject: `A slot of “${showcase}” was given`,
      text: `The slot for which you raised your hand went to another group. The page says why. If it is given back, it is chosen anew.`,
    }),
    drawn: (showcase: string) => ({
      subject: `The lot of “${showcase}” was drawn`,
      text: `The slots of “${showcase}” were drawn by lot. The result is on its page; anybody can check it.`,
    }),
  },
});
