// F9: discussion 28, settled: ten minutes of parking for whoever fetches a child from after-school care; adopted in part and done.

import { opinions } from './28-grandparent-passes-opinions.ts';
import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'grandparent-passes',
  round: 'settled',
  kind: 'project',
  proposer: 'sato',
  policy: '1-1-1',
  title: '孫のおむかえに、駐車場を10分だけ',
  problem:
    '学童保育の前の道は、夕方6時の前後にむかえの車でいっぱいになります。団地の学童では、3日間で二列に止まった車が延べ74台ありました。市の施設の駐車場はその時間に空いていますが、「来庁の方専用」と書かれていて使えません。足腰の弱い祖父母ほど、遠くに止めて歩いています。',
  proposal:
    '学童保育に届けた「むかえの人」に、駐車の証を出します。夕方5時から7時までのあいだ、近くの市の施設の駐車場に10分まで止められます。まず市役所の第2駐車場、緑ヶ丘の集会所、本町と南の公民館、図書館、福祉会館の6か所で始めます。場所と数は、3か月ごとに数えて見直します。',
  effect:
    '学童の前の二列駐車を、3日間で延べ74台から20台以下にします。バスの遅れと、むかえの途中の転倒の数を、始める前と後で同じ曜日に数えて公表します。',
  roles:
    '団地自治会とむかえの人：夕方の当番、声かけ、台数調べ。学童保育：届けの受けつけ。市：場所の指定、線と看板、証の印刷。商店街と信用組合：雨の日の場所の協力。',
  cost: '線と看板で1か所約14万円、6か所で84万円。証の印刷が3万円。',
  area: '学童保育のある市の施設のまわり（6か所）',
  earlier: [
    {
      changed: '証を出す相手を祖父母だけから「学童に届けたむかえの人」に広げ、止めた時刻を書く欄をつけました。',
      title: '祖父母の送迎に、駐車の証を',
      proposal:
        '60歳以上の祖父母に駐車の証を出し、夕方のあいだ市の施設の駐車場に止められるようにします。場所は市役所と集会所です。',
      cost: '証の印刷が3万円。ほかはかかりません。',
    },
  ],
  opinions,
  points: [
    {
      section: 'agreement',
      text: '学童の前の二列駐車が、バスと消防の車をさまたげ、遠くに止めた人を転ばせていることは、車に反対する人も含めて認めている。止めてよい場所を地面の色で示すことにも反対はなかった。',
      cites: [0, 1, 8, 16, 21],
      editor: 'natsu',
      answer: {
        kind: 'adopted',
        division: 'kosodate',
        policy: '1-1-1',
        decidedAfterDays: 52,
        reason:
          '6か所のうち5か所に緑色の枠を引きます。学童の前の停留所には、交通政策課が乗り降りの専用であることを示す線を引き直します。消火栓の標示は3か所で薄れており、消防署が今月のうちに塗り直します。',
      },
    },
    {
      section: 'agreement',
      text: '証を出す相手を血のつながりで決めず、近所の人や友人を含めた「むかえの人」とすることに広い賛成があった。提案者は第2版でそう改めている。',
      cites: [5],
      editor: 'tatara',
      answer: {
        kind: 'adopted',
        division: 'kosodate',
        policy: '1-1-1',
        decidedAfterDays: 52,
        reason:
          '学童に「むかえの人」として届けのある方に、1世帯2枚まで出します。届けは安全のために以前からいただいているもので、新しい書類は要りません。名称は「おむかえ証」とします。',
      },
    },
    {
      section: 'views',
      text: '10分という長さについて、乗せる子が二人いれば足りないという実測と、短いからこそ空くという考えに分かれた。20分とする案、組ごとに帰る時間をずらす案が出ている。',
      cites: [6, 20],
      editor: 'natsu',
      answer: {
        kind: 'partly',
        division: 'kosodate',
        policy: '1-1-1',
        decidedAfterDays: 52,
        reason:
          '15分とします。学童3か所で60台を計り、9割が13分以内でした。帰る時間をずらすことは、17か所のうち児童の多い4か所で、支援員の会議に諮ります。一律には行いません。',
      },
    },
    {
      section: 'dissent',
      text: '車を呼びこむことへの反対がある。歩ける距離の人まで車になる、夕方は道そのものを車の入れない道にすべきだ、三年生からは一人で帰せる、という三つの立場である。',
      cites: [2, 7, 11],
      editor: 'matsubara',
      answer: {
        kind: 'partly',
        division: 'koutsu',
        policy: '2-2-1',
        decidedAfterDays: 58,
        reason:
          '証を出す距離に線は引きません。家の事情は距離で測れないためです。車の入れない道は、警察と沿道の同意が要ります。同意の見込みのある南公民館の裏の90メートルで、2週間ためします。一人で帰るかどうかは、各家庭と学童で決めることとします。',
      },
    },
    {
      section: 'views',
      text: '使うときの約束として、車いすの枠に止めない、エンジンを切る、時間をすぎた車にどう声をかけるか、断る役をだれが負うかが論じられた。',
      cites: [4, 12, 18, 19],
      editor: 'tatara',
      answer: {
        kind: 'adopted',
        division: 'kosodate',
        policy: '1-1-1',
        decidedAfterDays: 52,
        reason:
          '証の表に「車いすの枠には止めません」「エンジンを切ります」の二行を入れます。駐車場の管理規程を改め、学童のむかえを来庁に含めました。断るのは当番ではなく、施設の管理者の役目とします。',
      },
    },
    {
      section: 'minority',
      text: '少数だが、車で来ない人からの意見があった。歩いて待つ人の腰かけと、聞こえない人が着いたと知らせる手だてを求めるものである。',
      cites: [13, 15],
      editor: 'matsubara',
      answer: {
        kind: 'adopted',
        division: 'kosodate',
        policy: '1-1-1',
        decidedAfterDays: 52,
        reason:
          '着いたことを光で知らせる押しボタンを、希望のあった4か所の玄関につけます。腰かけは製材所の申し出を受け、6か所の門の横に置きます。',
      },
    },
    {
      section: 'proposals',
      text: '駐車場の中を一方通行にすること、雨の日だけ商店街の4台を借りることが提案された。信用組合からは15時以降の6台の申し出があった。',
      cites: [9, 14],
      editor: 'natsu',
      answer: {
        kind: 'adopted',
        division: 'kosodate',
        policy: '1-1-1',
        decidedAfterDays: 52,
        reason:
          '出入口が二つある3か所は、夕方だけ一方通行とします。商店街の4台（雨の日）と信用組合の6台は、事故の扱いを決めた覚え書きを交わして使わせていただきます。',
      },
    },
    {
      section: 'questions',
      text: '証の枚数が空きをこえないかが問われた。提案者は、一度に重なる台数は最も多い学童で9台だったと答えた。',
      cites: [10],
      editor: 'natsu',
      answer: {
        kind: 'already-done',
        division: 'kosodate',
        policy: '1-1-1',
        decidedAfterDays: 52,
        reason:
          '施設ごとの空きと、重なる台数の調べを市でも5日間行い、同じ表で公開しました。足りなくなるおそれがあるのは図書館（空き6台）です。',
      },
    },
  ],
  annex: [
    {
      opinion: 17,
      reason: '延長の時間は提案の範囲の外である。別の提案として出せることを本人に伝え、全文をここに載せる。',
      editor: 'matsubara',
    },
  ],
  answer: {
    kind: 'partly',
    division: 'kosodate',
    policy: '1-1-1',
    decidedAfterDays: 52,
    nextReviewAfterDays: 240,
    reason:
      '一部を採択します。市の施設5か所の駐車場を、夕方5時から7時までのおむかえに15分まで開きます。図書館は閉館前の来館者で埋まるため外します。線と看板の費用は補正予算の議決を条件とします。始めて3か月の台数を数え、二列駐車が半分に減らなければ場所を入れかえます。',
  },
  steps: [
    {
      step: 'requested',
      afterDays: 84,
      note: '5か所の線と看板、押しボタン4台、おむかえ証の印刷の費用を、補正予算に要求しました。',
      document: '補正予算要求書（こども育成課）',
      page: '6',
      budgetLine: '款3 民生費 項2 児童福祉費 目4 放課後児童健全育成費',
      amountYen: 1_040_000,
    },
    {
      step: 'draft-budget',
      afterDays: 117,
      note: '補正予算案に計上されました。看板は木の板に替え、要求より12万円下がりました。',
      document: '一般会計補正予算案 説明書',
      page: '22',
      budgetLine: '款3 民生費 項2 児童福祉費 目4 放課後児童健全育成費',
      amountYen: 920_000,
    },
    {
      step: 'voted',
      afterDays: 138,
      note: '市議会で議決されました。委員会で、車いすの枠の数を減らさないことが確かめられました。',
      document: '定例会 議決結果一覧',
      page: '2',
      budgetLine: '款3 民生費 項2 児童福祉費 目4 放課後児童健全育成費',
      amountYen: 920_000,
    },
    {
      step: 'under-way',
      afterDays: 171,
      note: '5か所に緑の枠を引き、おむかえ証を412枚出しました。団地の学童では初日に16台が使い、いちばん重なったのは5台でした。',
      document: 'おむかえ証 はじめの週の記録',
      page: '1–2',
    },
    {
      step: 'done',
      afterDays: 248,
      note: '始める前と同じ3日間を数え、団地の学童の前の二列駐車は延べ74台から19台になりました。15分をこえた車は全体の6％です。南公民館の裏の車止めは、沿道の店から反対が出たため2週間で終えました。',
      document: 'おむかえ証 3か月の検証',
      page: '3–5',
      amountYen: 887_000,
    },
  ],
};
