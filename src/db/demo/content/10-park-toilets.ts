// F9.1, F9.5, F9.7: park toilets, quality before number: the proposal, the points of the statement and the city's answers.

import { opinions } from './10-park-toilets-opinions.ts';
import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'park-toilets',
  round: 'answering',
  kind: 'project',
  proposer: 'futago',
  policy: '2-3-1',
  title: '公園のトイレを数より質に。直す順番をみんなで決める提案',
  problem:
    '公園126か所に、トイレは58棟あります。和式だけの棟が31、夜に灯りのつかない棟が19。4歳の双子は「こわい」「くさい」と入らず、3回に1回は家まで走って帰ります。市は毎年2棟ずつ、古い順に建てかえています。この速さでは、最後の棟の番は29年後です。',
  proposal:
    '使う人の多い20棟を、5年で良くします。ほとんど使われない棟（1日5人以下）は、近所と話したうえで閉じるか、近くの公民館や店のトイレを借ります。順番は「使う人の数」「車いすとベビーカー」「夜の明るさ」「代わりの有無」「配管の年数」の5つに点をつけ、公開の場で決めます。',
  effect:
    '5年後に、よく使われる20棟のすべてが、洋式で、明るく、車いすで入れるようになります。毎年春に、58棟の点と写真を一覧にして公開します。',
  roles:
    '市民：58棟を歩いて調べ、写真をとる（春と秋）。市：人数の計測、配管の台帳、工事、清掃。公民館と店：トイレを貸す。学校と園：遠足で使う公園を知らせる。',
  cost: '14棟の洋式化に3,500万円、6棟の建てかえに1億800万円、5年で1億4,300万円。今のまま毎年2棟を建てかえる場合（5年で1億8,000万円）より少なくなります。',
  area: '市内の公園58か所のトイレ',
  earlier: [
    {
      changed: '点のつけ方に「配管の年数」を加え、閉じる前に近所と話すことを書きました。',
      proposal: '使う人の多い20棟を、5年で良くします。ほとんど使われない棟は閉じます。順番は4つの点で決めます。',
    },
  ],
  opinions,
  points: [
    {
      section: 'agreement',
      text: '「多目的トイレあり」という表示だけでは使えるかどうか分からない。段差、ドアの重さ、二人で入れる広さ、左右の手すり、外から見える鍵を、一棟ずつ確かめることを求める。',
      cites: [0, 10, 16],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'midori',
        reason:
          '58棟の調査票に、この5項目を加えました。調査は4か月のうちに、車いすを使う人、ろう者、介護の仕事の人と歩いて行います。指摘のあった6棟のうち、ドアの重さだけが理由の3棟は、年度内に部品を替えます。',
        policy: '2-3-1',
        decidedAfterDays: 27,
      },
    },
    {
      section: 'agreement',
      text: '建てかえを待たずにできることとして、灯りのつかない19棟の照明、朝に開ける時間、今使えるトイレの地図に、多くの賛成があった。',
      cites: [3, 9, 17],
      editor: 'kotone',
      answer: {
        kind: 'partly',
        division: 'midori',
        reason:
          '19棟のうち、電気が来ている12棟は来年度の上期にLEDの灯りをつけます（1棟9万円）。電気のない7棟は太陽電池の灯りを2棟で試します。桜橋公園は、鍵を開ける人が決まれば朝6時に早めます。地図は、紙と電子版を2か月のうちに出します。',
        policy: '2-3-1',
        decidedAfterDays: 35,
        nextReviewAfterDays: 120,
      },
    },
    {
      section: 'views',
      text: '点のつけ方について、配管の年数や個室の数も入れる、人の少ない地区が最後にならないよう「地区に1つ」を条件とする、決める集まりを子連れでも来られる時間に開く、という意見があった。',
      cites: [5, 6, 13, 18],
      editor: 'shiori',
      answer: {
        kind: 'under-study',
        division: 'midori',
        reason:
          '配管の年数は加えます。「地区に1つ」を条件にすると、上位20棟のうち4棟が入れかわります。どちらがよいかは調査の結果を見て、土曜の午前と平日の夜の2回の集まりで決めたいと考えます。両方に託児と手話通訳をつけ、日時は1か月前に知らせます。',
        policy: '2-3-1',
        decidedAfterDays: 35,
        nextReviewAfterDays: 110,
      },
    },
    {
      section: 'dissent',
      text: '使われないトイレを閉じることには、散歩をする高齢の人の行き先を奪うとして反対がある。店のトイレを借りる案も、店の負担が大きく、謝礼の額だけでは進まないとされた。',
      cites: [1, 8],
      editor: 'kotone',
      answer: {
        kind: 'alternative',
        division: 'midori',
        reason:
          '廃止は行いません。使う人の少ない棟は、まず2棟で半年の「休止の試し」をし、困った人の声を数えます。店のトイレを謝礼つきで借りる制度は、1店あたりの費用が清掃費とほぼ同じになるため設けません。公民館11館のトイレは、開館中だれでも使えることを表示します。',
        policy: '2-3-1',
        decidedAfterDays: 38,
        nextReviewAfterDays: 180,
      },
    },
    {
      section: 'views',
      text: '建物より清掃の回数だという意見と、清掃を会で引き受けてもよいという申し出があった。回数を増やしている棟があることは、知られていなかった。',
      cites: [12, 15],
      editor: 'kotone',
      answer: {
        kind: 'already-done',
        division: 'midori',
        reason:
          '使う人の多い6棟では、4月から10月まで週5回の清掃を行っています。6棟の名前と清掃の曜日を、入口に貼り出しました。ひなた川をきれいにする会の申し出には、道具と水道の使用を含む覚え書きの案をお渡ししています。',
        policy: '2-3-1',
        decidedAfterDays: 20,
      },
    },
    {
      section: 'minority',
      text: '和式を一つは残してほしいという意見があった。賛成は少ないが、便座に触れたくないという理由は、洋式の棟でも考えられるべきものである。',
      cites: [14],
      editor: 'shiori',
      answer: {
        kind: 'declined',
        division: 'midori',
        reason:
          '和式を選んで残すことはしません。2つの便器の棟で1つを和式にすると、車いすで回れる広さが取れないためです。ただし、便座をふく紙の台を、洋式化する12棟に付けます。まだ工事の順番が来ない棟の和式は、当分そのまま使えます。',
        policy: '2-3-1',
        decidedAfterDays: 35,
      },
    },
    {
      section: 'questions',
      text: '閉じる対象の数と浮く費用、外から来る人の声の聞き方が問われた。提案者は14棟ほどで年500万円、と見積もったうえで、数え直しが前提だと答えた。',
      cites: [7, 20],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'midori',
        reason:
          '58棟すべてを、平日と休日の2日ずつ数えます。費用は今年度の委託の残りの63万円でまかないます。数え方と結果は表のまま公開します。園と学校には市から、遠足で使う公園を尋ねています。',
        policy: '2-3-1',
        decidedAfterDays: 27,
      },
    },
    {
      section: 'proposals',
      text: '操作を大きな絵で示すことと、壁に中学生が絵をかくことが提案された。',
      cites: [4, 11],
      editor: 'kotone',
      answer: {
        kind: 'partly',
        division: 'midori',
        reason:
          '流すボタンと呼び出しの違いを示す絵の札は、JISの絵記号を使って34棟に貼ります。壁の絵は、次に塗装する2棟で試します。下絵は近所に見てもらってから、塗料と足場は市が用意します。',
        policy: '2-3-1',
        decidedAfterDays: 27,
      },
    },
  ],
  annex: [
    {
      opinion: 19,
      reason: '建物の材料についての提案で、直す順番の決め方とは別の話である。工事の設計のときに出せることを伝えた。',
      editor: 'kotone',
    },
  ],
  answer: {
    kind: 'alternative',
    division: 'midori',
    reason:
      '20棟を5年で良くする考えと、点で順番を決める方法は受け入れます。一方、閉じることを前提にした財源は見込めないため、5年で16棟（洋式化12、建てかえ4、約1億200万円）とします。和式だけの棟と灯りのない棟を先にします。順番は公開の集まりで決め、来年度は調査と設計、再来年度から工事を始めます。',
    policy: '2-3-1',
    decidedAfterDays: 38,
    nextReviewAfterDays: 120,
  },
};
