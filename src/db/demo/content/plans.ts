// F9.9: what ひなた市 is preparing: plans at every stage; one date was moved, one plan was opened late.
import { decidedPlan } from './decided-plan.ts';
import type { DemoPlan } from './plan-types.ts';

export const plans: DemoPlan[] = [
  decidedPlan,
  {
    key: 'cycle-network',
    division: 'koutsu',
    kind: 'plan',
    policy: '2-1-2',
    title: '自転車ネットワーク計画',
    about:
      '自転車が安心して走れる道を、駅、学校、工場地区のあいだで24kmつなぐ計画です。どの道から、どんな形で整えるかを決めます。',
    why: '自転車の事故は1年に86件。そのうち半分は、車道と歩道を行き来する交差点で起きています。',
    workBegan: { day: -260, with: '交通量の調査' },
    planned: { draft: -60, comment: 60, decision: 150 },
    move: {
      day: -70,
      stage: 'draft',
      to: -30,
      reason: '台風で通れなくなった橋の調査を先にしたため、素案を30日おそくします。決定の時期は変えません。',
    },
    revision: {
      day: -140,
      why: '自転車の事故は1年に86件。そのうち47件は、車道と歩道を行き来する交差点で起きています。',
      changed: '「半分」を、警察の集計の数に直しました。',
    },
    stages: [
      {
        stage: 'concept',
        day: -180,
        until: -100,
        open: 'つなぐ道の順番\n帯の色や幅\n冬の朝の安全',
        fixed: '県道の車線の数は、県が決めます',
        opinions: [
          { by: 'chari', day: -170, text: '工場地区の朝7時台がいちばん危ない。ここを最初にしてほしい。' },
          { by: 'handle', day: -160, text: 'バス停の前は、自転車とバスがぶつからない形にしてほしい。' },
          { by: 'naoki', day: -150, text: '部活の帰りは暗い。帯に反射するものを入れてほしい。' },
          { by: 'toku', day: -120, text: '歩道を走る自転車がこわい。歩く人の道も一緒に考えて。' },
        ],
        answers: [
          { day: -80, opinions: [0], kind: 'adopted', reason: '工場地区の2.8kmを、1番目の区間にしました。' },
          {
            day: -80,
            opinions: [1],
            kind: 'under-study',
            reason: 'バス停18か所の形を、バス会社と一緒に調べています。',
            nextDay: 40,
          },
          { day: -78, opinions: [2], kind: 'adopted', reason: '交差点の前後20mに、反射材を入れます。' },
        ],
      },
      {
        stage: 'draft',
        day: -30,
        until: 25,
        open: '区間ごとの帯の幅\nバス停の前の形\n工事の時期',
        fixed: '最初の3区間（工場地区、駅前通り、高校前）',
        changes: '工場地区を1番目にし、反射材を入れました。',
        aheadReason: '歩道の安全についての意見は、県の警察と話し合いの途中です。素案の期間のうちに答えます。',
        opinions: [
          {
            by: 'kotone',
            day: -22,
            text: '大学の前の坂は、下りの自転車が速すぎます。帯だけでなく、減速のしるしがほしい。',
          },
          {
            by: 'haruka',
            day: -12,
            kind: 'question',
            text: '車いすで歩道から車道に下りる所は、帯ができても残りますか。',
            reply: 'はい、残します。段差は2cm以下にします。',
          },
          { by: 'honcho', day: -8, text: '駅前通りの荷さばきの場所を、朝10時までは残してほしい。' },
        ],
      },
    ],
  },
  {
    key: 'hall-fees',
    division: 'kyodo',
    kind: 'measure',
    policy: '3-1-1',
    title: '公民館などの使用料の見直し',
    about: '公民館9館と体育館2館の使用料を、12年ぶりに見直します。部屋の広さごとの額と、団体の割引の決め方を変えます。',
    why: '電気代が5年で4割上がりました。使う人が払う分は、かかる費用の11％です。',
    workBegan: { day: -330, with: '庁内の検討会' },
    before: { concept: -250, draft: -110 },
    planned: { decision: 45 },
    stages: [
      {
        stage: 'comment',
        day: -26,
        until: -4,
        open: '団体の割引の条件\nはじめる時期',
        fixed: '部屋の広さごとの額（庁内で決めました）',
        shortReason: '来年度の予算に間に合わせるため、22日間とします。',
        opinions: [
          {
            by: 'tsukushi',
            day: -20,
            text: '子ども食堂の台所の使用料が倍になると、月4回を2回に減らすしかありません。',
          },
          { by: 'shiori', day: -15, text: '額が決まってから意見を聞くのでは、おそすぎます。' },
        ],
        comments: [
          {
            by: 'fumi',
            day: -18,
            name: '山本 フミ',
            address: 'ひなた市東町421',
            text: '年金ぐらしの集まりに、月3,000円は高いです。65歳以上の割引をつくってください。',
          },
          {
            day: -9,
            name: '加藤 正',
            address: 'ひなた市緑ヶ丘1丁目2-103',
            text: '体育館の暖房の時間を短くして、そのぶん値上げを小さくしてほしい。',
          },
        ],
      },
    ],
  },
  {
    key: 'sign-language',
    division: 'kyodo',
    kind: 'ordinance',
    policy: '1-2-2',
    title: '手話言語・情報コミュニケーション条例',
    about:
      '手話が言語であることを市のきまりにし、窓口、災害のお知らせ、学校で、伝わる方法をえらべるようにする条例です。',
    why: '市内のろう者・難聴者は約340人。災害のとき、避難の放送が届かなかった人が3割いました。',
    workBegan: { day: -200, with: '当事者の団体との話し合い' },
    planned: { draft: -90, comment: -12, decision: 80 },
    stages: [
      {
        stage: 'concept',
        day: -186,
        until: -120,
        open: '条例に入れること\n名前',
        fixed: '国の法律で決まっている言葉の意味',
        opinions: [
          { by: 'tsumugi', day: -176, text: '「手話は言語」を、条例の最初の文に書いてほしい。' },
          {
            by: 'linh',
            day: -150,
            text: 'やさしい日本語（にほんご）や、通訳（つうやく）のことも入（い）れてほしいです。',
          },
        ],
        answers: [
          { day: -100, opinions: [0], kind: 'adopted', reason: '前文の1行目に書きました。' },
          {
            day: -100,
            opinions: [1],
            kind: 'adopted',
            reason: '名前に「情報コミュニケーション」を加え、やさしい日本語と通訳を第6条に入れました。',
          },
        ],
      },
      {
        stage: 'draft',
        day: -90,
        until: -40,
        open: '窓口で何をするか\n学校での学び',
        fixed: '前文',
        changes: '条例の名前と前文、第6条が変わりました。',
        opinions: [{ by: 'tsumugi', day: -70, text: '病院の受付も入れてほしい。電話で予約できません。' }],
        answers: [
          {
            day: -30,
            opinions: [0],
            kind: 'partly',
            reason: '市立病院は入れました。民間の病院には、予約をFAXやウェブでもできるようにお願いすると書きました。',
          },
        ],
      },
      {
        stage: 'comment',
        day: -12,
        until: 20,
        open: '条文の書きぶり\nはじまる日',
        fixed: '手話通訳を置く窓口（本庁と病院）',
        changes: '市立病院を入れました。',
        documents: [
          { title: '条例案', link: 'https://www.city.hinata.example/kyodo/sign-bill.html' },
          {
            title: '手話通訳を置く窓口と時間（案）',
            table: '窓口,曜日,時間\n本庁1階 総合窓口,月〜金,9:00〜16:00\n市立病院 総合受付,火・木,9:00〜12:00\n',
          },
          { title: '条例案の手話動画', link: 'https://www.city.hinata.example/kyodo/sign-bill-video.html' },
        ],
        opinions: [{ by: 'emma', day: -6, text: '学校で、あいさつだけでも手話を習う時間をつくってほしい。' }],
        comments: [
          {
            by: 'tsumugi',
            day: -10,
            name: '中川 つむぎ',
            address: 'ひなた市本町1丁目9-1',
            text: '第4条の「努める」を「行う」に直してください。努めるだけでは、いままでと変わりません。',
          },
          {
            by: 'yakin',
            day: -7,
            name: '小林 真由',
            address: 'ひなた市緑ヶ丘3丁目1-7',
            text: '病院では夜間も通訳が要ります。遠隔の手話通訳を、夜も使えるようにしてください。',
          },
          {
            by: 'marcos',
            day: -3,
            name: 'シルバ マルコス',
            address: 'ひなた市工業団地5-12',
            text: '外国語の通訳も、災害のときは手話と同じように配置してください。',
          },
        ],
      },
    ],
  },
  {
    key: 'children-plan',
    division: 'kosodate',
    kind: 'plan',
    policy: '1-1-1',
    title: 'ひなた市 こども計画',
    about:
      'こどもと若者の居場所、学び、相談を、一つにまとめた5年の計画です。中学生と高校生と一緒に、はじめから考えます。',
    why: '放課後に「行く所がない」と答えた中学生は41％。いまの計画は、小学生までのことしか書いていません。',
    workBegan: { day: -24, with: '中学生へのアンケート' },
    planned: { draft: 90, comment: 180, decision: 270 },
    stages: [
      {
        stage: 'concept',
        day: -17,
        until: 45,
        open: '何をいちばんに取り組むか\n計画の名前\nこども自身が決めることの範囲',
        fixed: '国の大綱で決まっている項目',
        opinions: [
          { by: 'mio', day: -14, text: '大人だけの会議でなく、中学生が司会をする日をつくってほしい。' },
          { by: 'futago', day: -11, text: '雨の日に小さい子と中学生が一緒にいられる場所がほしい。' },
          { by: 'naoki', day: -5, text: '夜7時より後も開いている自習の場所がほしい。' },
          {
            by: 'sunita',
            day: -4,
            kind: 'question',
            text: '日本語（にほんご）が まだ わからない 子（こ）も、アンケートに こたえられますか。',
            reply: 'はい。5つの ことばの アンケートが あります。学校（がっこう）で もらえます。',
          },
        ],
      },
    ],
  },
];
