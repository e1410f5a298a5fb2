// F9.9: a plan that went from its concept to the decision, every opinion answered.
import type { DemoPlan } from './plan-types.ts';

export const decidedPlan: DemoPlan = {
  key: 'green-plan',
  division: 'midori',
  kind: 'plan',
  policy: '2-3-1',
  title: 'ひなた市 緑の基本計画（改定）',
  about:
    '街路樹と公園の、これから10年の方針です。\nどの木を残し、どの木を植えかえるか。公園の手入れを、市と市民でどう分けあうかを決めます。',
  why: '街路樹1,840本のうち3割が、植えてから50年をこえました。倒木は3年で11件です。いまの計画は今年度で終わります。',
  workBegan: { day: -420, with: '樹木の点検調査' },
  planned: { draft: -300, comment: -200, decision: -60 },
  stages: [
    {
      stage: 'concept',
      day: -392,
      until: -320,
      open: '何を大切にするか（日かげ、景色、実のなる木、鳥や虫）\n植えかえの順番の決め方\n市民が手入れにかかわる方法',
      fixed: '倒れるおそれが高いと診断された木は、先に切ります（安全のため）',
      documents: [{ title: '樹木点検の結果（概要）', link: 'https://www.city.hinata.example/midori/survey.html' }],
      opinions: [
        { by: 'hashi', day: -385, text: '切る前に、1か月は木に札をつけて知らせてほしい。' },
        {
          by: 'haruka',
          day: -378,
          text: '根が歩道を持ち上げて車いすが通れない所があります。平らにすることを順番の物差しに入れてください。',
        },
        { by: 'pochi', day: -360, text: '夏の日かげは残してほしい。犬も人も助かります。' },
        { by: 'mio', day: -350, text: '鳥の巣がある木は、ひなが出てから切ってほしいです。' },
        {
          by: 'matsubara',
          day: -341,
          kind: 'question',
          text: '手入れの予算は、1本あたりいくらですか。',
          reply: '剪定は3年に1回、1本あたり約9,000円です。点検の費用は別です。',
        },
      ],
      answers: [
        {
          day: -310,
          opinions: [0],
          kind: 'adopted',
          reason: '切る30日前から、理由と植えかえの予定を書いた札をつけます。素案に書きました。',
        },
        {
          day: -310,
          opinions: [1],
          kind: 'adopted',
          reason: '「通れるようにする」を、植えかえの順番の2番目の物差しにしました。',
        },
        {
          day: -308,
          opinions: [2, 3],
          gist: '夏の日かげと、生きものを守ってほしい',
          kind: 'partly',
          reason:
            '日かげは、通りごとに「真夏の正午に歩道の3割」をめやすにしました。巣のある木は6月までは切りません。ただし、倒れるおそれが高い木は待てません。',
        },
      ],
    },
    {
      stage: 'draft',
      day: -300,
      until: -250,
      open: '通りごとの木の種類\n札の書き方\n市民の見守りのしくみ',
      fixed: '植えかえの4つの物差し（安全、通れること、日かげ、生きもの）\n予算は年2,400万円まで',
      changes: '30日前の札、通れることの物差し、日かげのめやすを入れました。',
      documents: [{ title: '素案（本文）', link: 'https://www.city.hinata.example/midori/draft.html' }],
      opinions: [
        { by: 'chari', day: -290, text: '駅前通りは、自転車の帯を広げる工事と植えかえの時期を合わせてほしい。' },
        { by: 'kinoshita', day: -281, text: '切った木は製材して、公園のベンチに使えます。捨てないでほしい。' },
      ],
      answers: [
        {
          day: -240,
          opinions: [0],
          kind: 'alternative',
          reason: '交通政策課の工事の時期がまだ決まらないため、通りごとに両課で年1回合わせることにしました。',
        },
        { day: -240, opinions: [1], kind: 'adopted', reason: '直径30cm以上の木は、まず製材して使い道をさがします。' },
      ],
    },
    {
      stage: 'comment',
      day: -200,
      until: -165,
      open: '書きぶりと、わかりにくいところ\n見直しの時期',
      fixed: '物差しと予算\n最初の3年で植えかえる通り',
      changes: '切った木を使うこと、両課の話し合いを入れました。',
      documents: [{ title: '計画案（本文・概要版）', link: 'https://www.city.hinata.example/midori/plan.html' }],
      opinions: [{ by: 'iwao', day: -195, text: '概要版の字が小さくて読めません。大きな字のものをください。' }],
      comments: [
        {
          by: 'saeki',
          day: -190,
          name: '佐伯 ひろ子',
          address: 'ひなた市本町3丁目2-8',
          text: '商店街の桜は、花の時期にお客さんが来る大切な木です。植えかえるときは一度に切らず、3年に分けてください。',
        },
        {
          by: 'hashi',
          day: -183,
          name: '橋本 義男',
          address: 'ひなた市川辺1丁目14-2',
          text: '見直しを10年後とするのは長すぎます。5年目に点検の結果を出して、見直してください。',
        },
        {
          day: -170,
          name: '伊藤 ミツ',
          address: 'ひなた市緑ヶ丘2丁目5-401',
          text: '団地のケヤキの落ち葉を、老人会だけで掃くのはもうむりです。',
        },
      ],
      answers: [
        {
          day: -150,
          opinions: [0],
          kind: 'adopted',
          reason: '大きな字（16ポイント）の概要版を作り、窓口と公民館に置きました。',
        },
        {
          day: -148,
          comments: [0],
          kind: 'adopted',
          reason: '本町通りの桜は、3年に分けて植えかえると書き直しました。',
        },
        { day: -148, comments: [1], kind: 'adopted', reason: '5年目に点検の結果を公表し、見直すことを加えました。' },
        {
          day: -148,
          comments: [2],
          kind: 'partly',
          reason: '落ち葉の多い3か所で、市が週1回集めます。そのほかの場所は、袋と道具を貸し出します。',
        },
      ],
    },
    {
      stage: 'decision',
      day: -60,
      open: '5年目の見直し\n通りごとの植えかえの日程（切る30日前に札で知らせます）',
      fixed: '10年で560本を植えかえます。\n最初の3年は、駅前通り、本町通り、緑ヶ丘団地の3か所です。',
      changes: '桜を3年に分けること、5年目の見直し、落ち葉集め、大きな字の概要版を入れました。',
    },
  ],
};
