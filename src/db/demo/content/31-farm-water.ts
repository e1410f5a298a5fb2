// F9.1, F9.5, F9.7: the grass and the safety of the farm canals: the proposal, the statement, and the answers the city has given so far.

import { opinions } from './31-farm-water-opinions.ts';
import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'farm-water',
  round: 'answering',
  kind: 'project',
  proposer: 'yousui',
  policy: '2-4-2',
  title: '東用水の草と水を、落ちる人を出さずに守りつづける提案',
  problem:
    '東用水11キロの草刈りと泥あげは、63戸で年4回行っています。出られる人は10年前の118人から57人に減り、平均は69歳です。草で水ぎわが見えず、この10年で14人が落ち、2人が亡くなりました。通学路ぞいの2.4キロのうち柵のある所は0.7キロです。大雨の夜は、水番が一人で水門を見に行きます。',
  proposal:
    '三つを同時に進めます。①草：年4回のうち、田植えと稲刈りに重なる2回を、住民と会社の手を借りて行う。機械は講習を受けた人だけが使う。②安全：通学路ぞいの2.4キロを子どもと歩いて調べ、柵、足がかり、光る棒、番号の札のどれが合うかを場所ごとに決める。③水門：夜の見回りを二人一組とし、5か所に水位を知らせる器械を置く。',
  effect:
    '転落を3年つづけて0にします。草で水ぎわが見えない区間を、6月と9月に数えて半分にします。一人で見に行った夜の数を0にし、毎年の総会とこの場で報告します。',
  roles:
    '東用水を守る会：機械での草刈り、水門、作業の日の3か月前の知らせ。住民と会社：草集めと運搬。市：通学路の柵と札、保険、雨水の量の調べ。土地改良区：水路の中の工事の許し。学校：歩いて調べる日。',
  cost: '札と光る棒で約14万円、水位の器械5台で約15万円、足がかりと柵は場所を決めてから。3年の合計で約950万円の見こみ。',
  area: '東用水11.2キロ（東地区。通学路に接するのは2.4キロ）',
  earlier: [
    {
      changed:
        '全線に柵をつける案をやめ、場所ごとに選ぶことにしました。住民の作業から機械を外し、夜の見回りの決まりを加えました。',
      title: '東用水の全線に柵をつけ、沿線の全戸で草を刈る提案',
      proposal: '11キロの両岸に柵をつけます。草刈りは、沿線に住むすべての家が年2回出ることとします。',
      cost: '柵に約2億1千万円。',
    },
  ],
  opinions,
  points: [
    {
      section: 'agreement',
      text: '水ぎわが草で見えないこと、曲がり角に目じるしがないことの危なさについて、農家、住民、配達や通勤の人のあいだに違いはなかった。角の光る棒と、通報のための番号の札は、ほぼ全員が賛成した。',
      cites: [0, 6, 7, 11],
      editor: 'tatara',
      answer: {
        kind: 'adopted',
        division: 'kankyo',
        policy: '2-4-2',
        decidedAfterDays: 24,
        reason:
          '番号の札112枚と、曲がり角9か所の光る棒を、今年度の予算の中で設けます。番号は水の流れる順とし、消防の指令室の地図に同じ番号を入れます。水門23か所にもふります。',
      },
    },
    {
      section: 'views',
      text: '守り方は、柵、足がかり、近い道のほうを安全にすること、水に慣れる練習に分かれた。園の前の120メートルには柵が要る、全線を一つの方法でおおわない、という二点では折り合っている。',
      cites: [2, 10, 12, 16, 23],
      editor: 'natsu',
      answer: {
        kind: 'partly',
        division: 'kankyo',
        policy: '2-2-1',
        decidedAfterDays: 38,
        nextReviewAfterDays: 118,
        reason:
          '園の前の120メートルは、金属の柱に杉板の柵を先に設けます。来年度予算の議決を条件とします。残る2.28キロは、学校と歩いた結果を見て場所ごとに方法を示します。道路の歩く側を広げることは、交通政策課が用地を調べています。',
      },
    },
    {
      section: 'dissent',
      text: '費用と労力をだれが負うかは、意見が対立した。水を使う側の仕事だという考え、団地の雨水も流しているという反論、出ない家からお金を集める班長の苦しさ、手伝うなら忙しい月にという農家の願いである。',
      cites: [4, 9, 20],
      editor: 'matsubara',
    },
    {
      section: 'views',
      text: '担い手の高齢化について、現場からの報告と、会社としての参加の申し出があった。高齢の水番が雨の夜に一人で出ることが、もっとも命にかかわると指摘された。',
      cites: [5, 15, 22],
      editor: 'tatara',
      answer: {
        kind: 'adopted',
        division: 'kankyo',
        policy: '2-4-2',
        decidedAfterDays: 31,
        reason:
          '大雨の注意報が出た夜は、市の当番の職員1人が水門の見回りに加わり、必ず二人とします。無線機2台と救命胴衣4着を会に貸しました。会社の参加は、6月と9月の作業日を3か月前にお知らせします。',
      },
    },
    {
      section: 'minority',
      text: '数は少ないが、人のほかの生きものから見た意見があった。土の区間に残るメダカやドジョウを直すときに失わないこと、除草剤をまく前に旗と薬の名前で知らせることである。',
      cites: [3, 17],
      editor: 'matsubara',
    },
    {
      section: 'proposals',
      text: '水位を知らせる器械と写真の箱、古い地図と重ねた「あふれやすい6か所」の色分け、絵の看板が提案された。いずれも作り手が名乗り出ている。',
      cites: [13, 14, 24],
      editor: 'natsu',
      answer: {
        kind: 'under-study',
        division: 'kankyo',
        policy: '2-2-2',
        decidedAfterDays: 38,
        nextReviewAfterDays: 118,
        reason:
          '器械は、水門2か所で提案者の1台と市の1台を並べ、雨の時期に数字が合うかを確かめています。色分けの地図は防災の係が現地を見ました。看板は、洗い物のできる場所を土地改良区に聞いてから作ります。',
      },
    },
    {
      section: 'views',
      text: '通学路の網ぶたのすき間が、車いすの前輪より広いという指摘があった。17枚という数が示され、賛成が多かった。',
      cites: [19],
      editor: 'tatara',
      answer: {
        kind: 'not-ours',
        division: 'kankyo',
        policy: '2-1-2',
        decidedAfterDays: 29,
        passedTo: 'ひなた東部土地改良区',
        reason:
          '網ぶたは土地改良区の持ち物です。17枚の位置とすき間の寸法を届け、部材の費用の半分を市が持つことを伝えました。次の理事会にかけると返事を受けています。',
      },
    },
    {
      section: 'questions',
      text: '手伝いの人のけがと保険、刈った草の行き先が問われた。提案者は、機械は講習を受けた人に限り、草はその日のうちに運ぶと答えた。',
      cites: [18, 21],
      editor: 'natsu',
      answer: {
        kind: 'already-done',
        division: 'kankyo',
        policy: '2-4-2',
        decidedAfterDays: 31,
        reason:
          '市民活動保険は、行事の3日前までに届け出れば用水の作業にも使えます。会の届け出を受け、入院1日5千円までの補償に入りました。東大橋の下の受け取り場も、用水の草に使えます。',
      },
    },
  ],
  annex: [
    {
      opinion: 8,
      reason:
        '命日の前に刈ることは会の当番で決められる。市への要約にはせず、本人と守る会をつなぎ、次の年の当番表に入ることを確かめた。',
      editor: 'matsubara',
    },
  ],
  answer: {
    kind: 'under-study',
    division: 'kankyo',
    policy: '2-4-2',
    decidedAfterDays: 38,
    nextReviewAfterDays: 118,
    reason:
      '検討中です。番号の札、光る棒、夜の見回りはすでに始めました。費用の分担は、団地から流れこむ雨水の量を測り終えてから答えます。6月と9月の作業に市がどこまで加わるかも、土地改良区、守る会、連合会の四者で3回話し合い、次の見直しの日までに案を示します。',
  },
};
