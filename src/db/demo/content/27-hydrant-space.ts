// F9: discussion 27, settled: room around fire hydrants, from bicycles and from snow.

import { opinions } from './27-hydrant-space-opinions.ts';
import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'hydrant-space',
  round: 'settled',
  kind: 'project',
  proposer: 'tetsu',
  policy: '2-2-2',
  title: '消火栓のまわり1メートルを、雪と自転車から空けておく',
  problem:
    '消防にいた38年で、水の出が遅れた火事の多くは、栓のふたが自転車や雪や車で隠れていた。10年の記録では、ふたを開けるのに1分以上かかった出動が31か所で44件。駅と商店街では昼間、15か所のふたの上に自転車が3台以上のっている。どこにふたがあるのか、知らない人がほとんどだ。',
  proposal:
    '一、46か所のふたのまわりに、赤い枠とホースの絵をかく。二、近くに自転車を停める所を同じ日につくる。三、除雪車が雪を寄せる側を、栓のない側に変える。四、降った朝に雪をどける「受け持ち」を、やれる人が手をあげて二人一組で決める。できない人は数えない。五、位置を地図のデータで公開する。',
  effect:
    '開けるのに1分以上かかる出動をなくす。枠の上の自転車を3か月ごとの同じ曜日に数え、雪の朝に何か所が空いていたかを写真で残す。',
  roles:
    '消防団：位置の点検と訓練。市：枠、停める所の線、除雪の指示、データ。自治会と配達員など：受け持ち。商店街：空き店舗の前を駐輪に貸す。学校：枠の絵の案。',
  cost: '枠46か所で約120万円（8年もつ樹脂）。停める所の線が約30万円。スコップとほうき46組で約25万円。',
  area: '駅と商店街、緑ヶ丘団地、市立病院の前など46か所',
  earlier: [
    {
      changed: '近所の当番表をやめて、手をあげた二人の受け持ちにした。介護や体の都合で出られない人の声を聞いたためだ。',
      proposal: '46か所に赤い枠をかく。雪の日は、近い順に10軒で当番表をつくり、消火栓を掘る。',
    },
    {
      changed: '枠の材を水性から樹脂にした。3年ごとに塗り直すより、8年で見ると安いため。',
      cost: '枠46か所で約32万円（3年ごとに塗り直す）。',
    },
  ],
  opinions,
  points: [
    {
      section: 'agreement',
      text: 'ふたの位置がひと目でわかるようにすることに、反対はほとんどなかった。停めていた人自身が「知らなかった」と述べ、寺の火事では栓を探すのに9分かかったことが語られた。',
      cites: [0, 5, 8, 19],
      editor: 'matsubara',
      answer: {
        kind: 'adopted',
        division: 'koutsu',
        policy: '2-2-2',
        decidedAfterDays: 47,
        reason:
          '46か所に樹脂の赤枠とホースの絵をかきます。来年度予算の議決を条件とします。説明の紙は絵を中心に、5つのことばで消防団と配ります。',
      },
    },
    {
      section: 'views',
      text: '空けるだけでなく、停めてよい場所を示すべきだという意見が、店、配達、タクシー、自転車、送迎のそれぞれから出た。緑の印や荷さばきの線が挙がった。',
      cites: [1, 4, 14, 15, 16],
      editor: 'natsu',
      answer: {
        kind: 'partly',
        division: 'koutsu',
        policy: '2-1-2',
        decidedAfterDays: 47,
        reason:
          '商店街4か所20台分と駅前のタクシーの列は、枠と同じ日に線を引きます。団地4号棟の荷さばきは2台分を認めます。小学校前は停める所をつくれず、校庭の東門を朝だけ開けてもらうよう学校と話しています。',
      },
    },
    {
      section: 'views',
      text: '雪については、人が掘るより除雪車の寄せ方を変えるほうが早いという指摘があった。人の手は、当番ではなく手をあげた二人の受け持ちが続くとされた。',
      cites: [7, 13],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'koutsu',
        policy: '2-2-2',
        decidedAfterDays: 47,
        reason:
          '除雪の委託の仕様書を改め、消火栓のある側には寄せないことにします。運転士から教わった6か所は、この冬から変えます。受け持ちは消防団が名簿を預かり、スコップを貸します。',
      },
    },
    {
      section: 'dissent',
      text: '雪の多い日は10年で9日にすぎず、費用をかけるべきでないという意見と、降り始めから掃けば足りるという意見があった。',
      cites: [6, 20],
      editor: 'hashi',
      answer: {
        kind: 'alternative',
        division: 'koutsu',
        policy: '2-2-2',
        decidedAfterDays: 47,
        reason:
          '雪のためだけの設備は設けません。融雪の板の検討はやめ、その分を通年で効く枠と駐輪の線に回します。竹ぼうきは、希望のあった12か所に置きます。',
      },
    },
    {
      section: 'minority',
      text: '体や介護の都合で雪かきに出られない人から、「近所で」という言い方に数えられていないと感じるという声があった。提案者は当番表を取り下げた。',
      cites: [3, 10],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'kyodo',
        policy: '2-2-2',
        decidedAfterDays: 47,
        reason:
          '順番の札や当番表を使わないことを、自治会への依頼文に書きます。受け持ちのいない場所は市の委託業者が受け持ち、昼までに空けます。',
      },
    },
    {
      section: 'proposals',
      text: '材と道具について、8年もつ樹脂の計算、民地の塀に添わせる杉の目じるし、位置のデータと写真つきの地図が提案された。',
      cites: [9, 12, 21],
      editor: 'natsu',
      answer: {
        kind: 'partly',
        division: 'koutsu',
        policy: '2-2-2',
        decidedAfterDays: 47,
        reason:
          '樹脂の計算は検算し、そのとおり採りました。杉の目じるしは塀の持ち主の同意を得た9か所で試します。緯度と経度つきの位置は公開しますが、写真の地図は市では運営しません。つくる方に協力します。',
      },
    },
    {
      section: 'questions',
      text: '46か所の選び方と、ふたに触れてよいかが問われた。提案者は出動記録と自転車の数で選び、ふたは開けずに雪だけをどけるよう答えた。',
      cites: [11, 18],
      editor: 'matsubara',
      answer: {
        kind: 'already-done',
        division: 'koutsu',
        policy: '2-2-2',
        decidedAfterDays: 47,
        reason: '46か所の一覧と選んだ理由は、消防団の名で市のページに出ています。「ふたは開けない」の絵も載せました。',
      },
    },
  ],
  annex: [
    {
      opinion: 17,
      reason:
        '水門の鍵は用水の管理にかかわり、この提案の範囲の外である。東用水を守る会に伝え、別の提案にすると聞いた。',
      editor: 'hashi',
    },
  ],
  answer: {
    kind: 'adopted',
    division: 'koutsu',
    policy: '2-2-2',
    decidedAfterDays: 47,
    reason:
      '採択します。46か所の枠と停める所の線を来年度の前半に行います。費用は152万円の見込みで、来年度予算の議決を条件とします。除雪の寄せ方は費用がかからないので、この冬から変えます。枠の上の自転車は消防団と3か月ごとに数え、結果を公表します。',
  },
  steps: [
    {
      step: 'requested',
      afterDays: 92,
      note: '枠46か所と駐輪の線、スコップとほうきの購入費を来年度予算に要求しました。',
      document: '予算要求書（交通政策課）',
      page: '19',
      budgetLine: '款8 土木費 項2 道路橋りょう費 目3 交通安全施設整備費',
      amountYen: 1_752_000,
    },
    {
      step: 'draft-budget',
      afterDays: 168,
      note: '予算案に計上されました。スコップは消防団の備品から出すことになり、その分が下がりました。',
      document: '一般会計当初予算案 説明書',
      page: '146',
      budgetLine: '款8 土木費 項2 道路橋りょう費 目3 交通安全施設整備費',
      amountYen: 1_520_000,
    },
    {
      step: 'voted',
      afterDays: 203,
      note: '議会で議決されました。',
      document: '定例会 議決結果一覧',
      page: '3',
      budgetLine: '款8 土木費 項2 道路橋りょう費 目3 交通安全施設整備費',
      amountYen: 1_520_000,
    },
    {
      step: 'under-way',
      afterDays: 226,
      note: '枠の絵を高校生と小学生の案から決め、駅前の8か所からかき始めました。受け持ちには71人の手があがり、38か所が決まっています。',
      document: '路面表示 施工箇所図',
      page: '1–3',
    },
    {
      step: 'done',
      afterDays: 258,
      note: '46か所の枠と、20台分の駐輪の線、荷さばき2台分を終えました。枠の上の自転車は、かく前の同じ曜日の73台から6台になりました。',
      document: '消火栓のまわりの自転車調べ（第1回）',
      page: '2',
      amountYen: 1_487_000,
    },
  ],
};
