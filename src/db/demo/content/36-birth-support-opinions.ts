// F9.2: the opinions on help at home after a birth. Camps: hands in the house paid by the city, a stranger in the house is one more guest, fathers and firms first; wide agreement on the nights of the second week and on twins.

import type { DemoOpinion } from './types.ts';

export const opinions: DemoOpinion[] = [
  {
    by: 'futago',
    text: '双子の3週目、妻が椅子で眠りながらミルクをあげていて、弟のほうが膝から落ちた。けがはなかった。それから私が会社に「休みます」と言うまで、2日かかった。',
    reason: '育休の用紙の一番上が「取得の理由」でした。理由は、哺乳瓶が2本あることです。',
    lean: [-0.6, -0.6],
    common: 0.7,
    replies: [
      {
        by: 'minato',
        text: 'うちの用紙は先月、理由の欄をなくしました。',
      },
    ],
  },
  {
    by: 'sato',
    text: '孫の世話なら私たちがします。ただ、うちの嫁は私の味噌汁を飲みながら泣くのを我慢していました。お金を払って来る人なら、あの子も我慢しないで済んだのかしら。',
    lean: [0.3, 0.5],
    common: 0.42,
    replies: [
      {
        by: 'kazue',
        text: '人が帰ったあとに、ふう、と言える家が、人が来る家の条件です。介護もそう。',
      },
    ],
  },
  {
    by: 'yakin',
    text: '産後うつで入院になる方は、2週目から急に悪くなります。外来で「大丈夫です」と言った人ほど、次に会うのは救急の入口でした。1か月健診では遅いことがある。',
    lean: [-0.5, -0.7],
    common: 0.68,
  },
  {
    by: 'kenko',
    kind: 'explanation',
    text: '昨年度の出生は538人。生後4か月までの家庭訪問は531人に行い、行けなかったのは7人です。1か月健診で気持ちの点数が高かった人は61人（11％）。市の産後ケアの泊まりは延べ94泊、日帰りは延べ212回で、家に来る形はありません。',
    lean: [0, 0],
    common: 0.5,
    replies: [
      {
        by: 'natsu',
        text: '61人のうち、里帰りをした人は何人ですか。',
      },
      {
        by: 'kenko',
        text: '里帰りは29人、しなかった人は32人です。里帰りしたから安心、とは言えない数字でした。',
      },
    ],
  },
  {
    by: 'chari',
    text: '子どもを持つ予定のない29歳です。431万円に反対はしません。でも去年、父を看取ったあとの2週間、自分は一人の部屋で眠れなかった。そういう家にも2時間来てほしい。産後だけが弱る時期ですか。',
    lean: [0.4, 0.5],
    common: 0.35,
    replies: [
      {
        by: 'tatara',
        text: '看取ったあとの方に行く人も、登録の中にいます。産後から始めて、同じ人が別の家へも行けるようにする。その道を書いておきます。',
      },
    ],
  },
  {
    by: 'tami',
    text: '初めての子のとき、私は一月のあいだ床を上げませんでした。隣三軒が代わる代わる鍋を持ってきて。いまの人は、鍋の前にまず、名札と顔写真を確かめるのねえ。',
    lean: [0.7, 0.4],
    common: 0.38,
  },
  {
    by: 'haruka',
    text: '手伝う人が玄関の段をどう越えるかではなく、産んだ側が越えられるか、を考えてほしい。車いすで産んだ日、病院の沐浴の見本は全部、立って見る高さでした。',
    reason: '家に来てくれたら、うちの台の高さで教われます。',
    lean: [-0.4, -0.6],
    common: 0.62,
  },
  {
    by: 'rei',
    text: '弟が生まれたとき、家にだれか来る、と聞いて一番いやだったのは自分です。中3でした。受験の部屋に赤ちゃんとお客さん。上の子が行ける場所のことも書いてほしい。',
    lean: [-0.3, 0.4],
    common: 0.4,
    replies: [
      {
        by: 'kotone',
        text: '上の子が「来ないで」と言える日を作る。そういうのも、約束に入れられる気がします。',
      },
    ],
  },
  {
    by: 'sunita',
    lang: 'easy',
    text: '介護（かいご）の 仕事（しごと）で、人（ひと）の 家（いえ）に 入ります。はじめの 日は 10分だけ、お茶（ちゃ）を のんで 帰（かえ）ります。それから 信（しん）じて もらえます。顔（かお）あわせ、とても 大切（たいせつ）です。',
    lean: [-0.2, -0.1],
    common: 0.6,
  },
  {
    by: 'dentaku',
    text: '538人に4割が6回。見積もりでは来る人の時給は376万円で足りますが、土日と夜は同じ時給で人は集まりません。夜の2時間を3千円にすると、市の負担は700万円を超える。入口の数字を小さく見せない方がいい。',
    lean: [0.6, 0.6],
    common: 0.4,
    positions: [
      {
        by: 'kenko',
        stance: 'agree',
        reason: '夜を加えた場合の計算を、次の資料に並べて載せます。',
      },
    ],
  },
  {
    by: 'marcos',
    text: 'ブラジルで妻が産んだときは、母とおばが1か月いました。日本では私だけ、会社は3日休みをくれました。来る人が男でもいい。父親に、抱き方を一度で教える人がほしい。',
    lean: [-0.4, -0.2],
    common: 0.5,
  },
  {
    by: 'paula',
    text: '陣痛の途中に通訳をしたことが7回あります。産んだあと、いちばん聞かれるのは「この子の泣き方は病気ですか」。翻訳の機械は泣き声を訳せません。ことばの分かる手伝いの人を一人でいいので。',
    lean: [-0.5, -0.4],
    common: 0.68,
    positions: [
      {
        by: 'kotoba',
        stance: 'agree',
        reason: '教室から候補が4人、手をあげています。介護の仕事をしている人が2人。',
      },
    ],
  },
  {
    by: 'linh',
    lang: 'easy',
    text: '友だちが 4月に 産（う）みました。国（くに）に 帰（かえ）れません。ベトナムでは 30日 冷（つめ）たい ものを 食（た）べません。手伝（てつだ）う 人に、それを わらわないで ほしいです。',
    lean: [-0.3, 0.1],
    common: 0.55,
    replies: [
      {
        by: 'mikan',
        text: '温かい汁だけのおかず、10通りなら紙に書けるよ。材料も500円以内。',
      },
    ],
  },
  {
    by: 'iwao',
    text: '隣の階段に赤ん坊が来た。わしは耳が遠いから泣き声は平気だ。ただ、壁が薄い、と若い母親が毎朝謝りに来る。謝らなくていい、と書いた紙を市が配ってくれんか。',
    lean: [0.2, -0.5],
    common: 0.5,
    replies: [
      {
        by: 'akane',
        text: 'いわおさん。その一言で、たぶん私は3日元気でした。紙の案、うちの会で作っていいですか。',
      },
    ],
  },
  {
    by: 'matsubara',
    kind: 'question',
    text: '来た人が、家の中で気になること、たとえば大きな声や、子のあざを見たら、どうするのですか。手伝いと見張りのどちらか、決めておかないと、いちばん来てほしい家が断ります。',
    lean: [-0.1, -0.1],
    common: 0.58,
    replies: [
      {
        by: 'kodachi',
        answers: true,
        text: '「見た人が一人で決めない」とだけ決めました。本人に「心配なので保健師さんと3人で話したい」と先に言い、断られたら、次の日に名前を出して市へ知らせます。見張りではないとは、言い切れません。だから、そのとおりに先に説明します。',
      },
    ],
  },
  {
    by: 'toma',
    text: '毎日おむつの箱を持っていくお宅のうち、月に2軒くらい、ドアのところで泣かれます。自分には何も言えなくて「暑いですね」だけ言う。電話番号のカードを1枚、荷物と渡せる形があると助かる。',
    lean: [0.1, -0.3],
    common: 0.4,
  },
  {
    by: 'emma',
    lang: 'en',
    text: 'My neighbour did the laundry for ten days after surgery, not birth. What I wanted most was someone who would not ask how I felt. Please teach the helpers to be quietly useful.',
    lean: [-0.6, 0.4],
    common: 0.38,
  },
  {
    by: 'toku',
    text: '見知らぬ者を家に上げることになる。名札、電話の折り返し先、来た時刻と帰った時刻。この三つがなければ、昼寝の番をしてもらう親のほうが眠れません。',
    lean: [0.6, 0.4],
    common: 0.4,
  },
  {
    by: 'minato',
    text: '会社の立場で一つ。父親が休むのは産後の5日間に集まります。本当にきついのは3週目から。手伝いの予約と父親の休みを、同じ紙で並べて選べるようにしたい。うちの7人でためしました。',
    lean: [-0.2, -0.1],
    common: 0.5,
    replies: [
      {
        by: 'natsu',
        text: '7人の記録、名前なしで公開していいですか。休みの真ん中が空いている人が5人いました。',
      },
    ],
  },
  {
    by: 'mikan',
    text: '22年、人のごはんをつくってきて思うこと。産後のいちばんのごちそうは「台所に立たなくていい日」です。家で作るより、届けたおかずのほうが、気を使わなくて済む人もいる。',
    lean: [0.1, -0.4],
    common: 0.6,
    positions: [
      {
        by: 'tsukushi',
        stance: 'agree',
        reason: '水曜の余りのおかず10食ぶんなら、運べます。アレルギーの紙を先にください。',
      },
    ],
  },
  {
    by: 'tsumugi',
    text: '赤ちゃんの泣き声を光で知らせる道具を、産む前に借りられる窓口と一緒にしてください。筆談できる手伝いの人がいれば、夜に眠れます。',
    lean: [-0.4, -0.3],
    common: 0.6,
  },
  {
    by: 'mio',
    text: '年のはなれたいとこの赤ちゃん、かわいいけど、抱っこは3分でうでがしびれました。30分できる大人はすごい。中学生が1時間、掃除だけ手伝いに行くのはだめですか。',
    lean: [-0.3, 0.2],
    common: 0.5,
  },
  {
    by: 'gen',
    text: '洗濯機が壊れるのは決まって赤ん坊が来た月だ。保証書はどこ、と聞かれても、もう寝ていない人は探せん。電話一本で直しに行く順番を、うちの会が先頭に書いておく。',
    lean: [0.4, 0.7],
    common: 0.35,
  },
  {
    by: 'priya',
    kind: 'question',
    lang: 'en',
    text: 'Why book before the birth when nobody knows how the birth will go? Could a mother cancel on the morning without a fee? In week two I wanted everyone gone, and in week four I wanted everyone back.',
    lean: [-0.4, 0.6],
    common: 0.32,
    replies: [
      {
        by: 'kodachi',
        answers: true,
        text: 'Yes. Cancel until the helper leaves home, no fee, no reason. Unused visits stay yours until four months. We wrote it into the proposal after your question.',
      },
    ],
  },
  {
    by: 'fumi',
    text: '産んだ人に聞くのね、お乳は出るの、上の子はどうなの、と。だれも「あんたは眠ったの」と聞かない。来る人が最初に聞く言葉を、それに決めておいて。',
    lean: [0.4, 0.2],
    common: 0.45,
  },
];
