// F1.4: the showcases of the demo town: one to come with hands raised, one going on, one past. Days count from today.

export interface DemoPart {
  /** of the slot, from 0 on, in the order in which the slots were made */
  slot: number;
  /** keys of the cast, in the order of raising */
  by: string;
  title: string;
  about: string;
  needs?: string;
  needsNote?: string;
  /** chosen, with this reason */
  chosen?: string;
  /** given back afterwards */
  givenBack?: true;
  recording?: string;
  /** as a table (CSV) */
  material?: { title: string; table: string };
}

export interface DemoVoice {
  slot: number;
  kind: 'question' | 'word';
  body: string;
  nickname?: string;
  by: string;
  /** days from today and hour */
  day: number;
  at: number;
  answered?: string;
}

export interface DemoShowcase {
  key: string;
  host: string;
  kind: 'presentation' | 'exhibition' | 'online';
  title: string;
  about: string;
  place: string;
  address: string;
  equipment: string;
  contact: string;
  /** days from today */
  day: number;
  lastDay?: number;
  from: string;
  to: string;
  announcedDaysAgo: number;
  callUntil: number;
  rule: 'first' | 'choice' | 'lot';
  ruleNote: string;
  capacity: string;
  slots: {
    day: number;
    lastDay?: number;
    from: string;
    to: string;
    minutes?: string;
    pause?: string;
    places?: string;
  }[];
  parts: DemoPart[];
  voices?: DemoVoice[];
  /** keys of those who pressed, by slot */
  cheers?: Record<number, string[]>;
  report?: { daysAgo: number; text: string; recording: string };
}

export const showcases: DemoShowcase[] = [
  {
    key: 'spring',
    host: 'center',
    kind: 'presentation',
    title: '子どもと活動をつなぐ発表会',
    about:
      '子どもに関わる活動を、15分ずつ発表します。そのあと質問の時間が5分あります。\n\n写真、実物、短い劇、どんな形でもかまいません。',
    place: '市民活動センター ホール',
    address: '駅前2丁目4-1 2階。駅の東口から歩いて4分、エレベーターがあります。',
    equipment: 'projector,power,microphone,table',
    contact: '市民活動センター 000-0000-0100',
    day: -62,
    from: '13:00',
    to: '15:30',
    announcedDaysAgo: 110,
    callUntil: -75,
    rule: 'first',
    ruleNote: '同じ枠は、先に手をあげた団体に決まります。',
    capacity: '60',
    slots: [{ day: -62, from: '13:00', to: '15:00', minutes: '20', pause: '5' }],
    parts: [
      {
        slot: 0,
        by: 'tsukushi',
        title: '夕ごはんの日の1か月',
        about: '買い物、仕込み、配膳、片づけ。1回の食堂を、かかった時間と人数で見せます。',
        needs: 'projector,power',
        recording: 'https://video.example/hinata/tsukushi-1',
        material: {
          title: '1回の食堂にかかる時間と人',
          table: '仕事,時間（分）,人数\n買い物,60,2\n仕込み,120,5\n配膳,90,6\n片づけ,60,4\n',
        },
      },
      {
        slot: 1,
        by: 'hikari',
        title: 'レモンと銅線で豆電球はつくか',
        about: '小学校3校でした電気の工作を、うまくいかなかった回もふくめて見せます。',
        needs: 'table',
      },
      {
        slot: 2,
        by: 'kodachi',
        title: '赤ちゃんと出かける地図',
        about: 'おむつを替えられる所、座れる所を歩いて調べました。',
        needs: 'projector',
        givenBack: true,
      },
      {
        slot: 2,
        by: 'naosu',
        title: 'おもちゃの病院、1年の記録',
        about: '直ったおもちゃ、直らなかったおもちゃと、その理由です。',
        needs: 'table,power',
        needsNote: '電動の工具を1台使います。',
        recording: 'https://video.example/hinata/naosu-1',
      },
      {
        slot: 3,
        by: 'kotoba',
        title: '学校からの手紙を、やさしい日本語にする',
        about: '実際の手紙を、その場で書き直します。',
        needs: 'projector,microphone',
        material: {
          title: '書き直しの前とあと',
          table:
            '前,あと\n持参してください,持ってきてください\n提出期限,出す日（この日まで）\n未就学児,小学校に入る前の子ども\n',
        },
      },
    ],
    voices: [
      {
        slot: 0,
        kind: 'question',
        body: '手伝いに行くには、申し込みがいりますか。',
        nickname: 'はじめての人',
        by: 'tami',
        day: -62,
        at: 13.2,
        answered: '当日の3時までに電話をください。エプロンはあります。',
      },
      { slot: 0, kind: 'word', body: 'いつもの味、ありがとう。', by: 'mizuno', day: -62, at: 13.3 },
      {
        slot: 2,
        kind: 'question',
        body: 'ぬいぐるみも直せますか。',
        nickname: '小2',
        by: 'matsubara',
        day: -62,
        at: 14.1,
        answered: 'ぬうだけなら、たいてい直せます。中に機械があるものは、時間をください。',
      },
    ],
    cheers: { 0: ['tami', 'mizuno', 'toku'], 2: ['matsubara', 'gen'] },
    report: {
      daysAgo: 55,
      text: '4団体が発表し、46人が来ました。質問は7つで、すべてその場か後日に答えました。\n\n次は、見る人が立って話せる時間を30分とります。マイクが1本では足りなかったので、2本にします。',
      recording: 'https://video.example/hinata/showcase-1',
    },
  },
  {
    key: 'festa',
    host: 'center',
    kind: 'exhibition',
    title: 'ひなた活動展',
    about:
      '団体の活動を、パネルと実物で見せる3日間の展示です。出入りは自由です。\n\n2日目の午後は、展示の前で話を聞く時間があります。',
    place: '市役所 1階ロビー',
    address: '本町1丁目1-1。正面の入口に段差はありません。',
    equipment: 'panel,table,power',
    contact: '市民活動センター 000-0000-0100',
    day: -1,
    lastDay: 1,
    from: '10:00',
    to: '17:00',
    announcedDaysAgo: 48,
    callUntil: -12,
    rule: 'first',
    ruleNote: '場所は先に手をあげた団体から決まります。',
    capacity: '',
    slots: [
      {
        day: -1,
        lastDay: 1,
        from: '10:00',
        to: '17:00',
        places: 'A-1 入口の横\nA-2 窓ぎわ\nA-3 柱の前\nA-4 階段の下\nA-5 売店の前',
      },
    ],
    parts: [
      {
        slot: 0,
        by: 'kawabe',
        title: '日向川の生きもの、20年の写真',
        about: '同じ場所を20年とり続けた写真と、草を刈った年の表を並べます。',
        needs: 'panel,table',
        material: {
          title: '草を刈った面積と見つけた生きもの',
          table:
            '年,刈った面積（平方メートル）,見つけた種類\n5年前,1800,31\n4年前,2100,34\n3年前,2100,38\n2年前,2600,37\n去年,2600,41\n',
        },
      },
      {
        slot: 1,
        by: 'naosu',
        title: '直して使う道具の棚',
        about: '直した道具に、直しかたの紙をつけて並べます。さわれます。',
        needs: 'table,power',
      },
      {
        slot: 2,
        by: 'danchi',
        title: '団地の階段新聞',
        about: '階段ごとに作っている新聞を、12号分はります。',
        needs: 'panel',
      },
      {
        slot: 3,
        by: 'yousui',
        title: '用水はどこを流れているか',
        about: '用水の地図と、昔の水の分けかたの模型です。',
        needs: 'table',
      },
    ],
    voices: [
      {
        slot: 0,
        kind: 'question',
        body: '川に入ってよい場所は、どこですか。',
        nickname: '川の近くの人',
        by: 'hashi',
        day: -1,
        at: 11.2,
        answered: '橋の下の石の岸だけです。雨のあとは入らないでください。',
      },
      { slot: 0, kind: 'question', body: '写真をとった場所に、目印はありますか。', by: 'gen', day: -1, at: 14.5 },
      {
        slot: 0,
        kind: 'question',
        body: '子どもが手伝える作業はありますか。',
        nickname: '小3の母',
        by: 'akane',
        day: -1,
        at: 15.6,
      },
      { slot: 0, kind: 'word', body: '20年、続けてくれてありがとう。', by: 'toku', day: -1, at: 16 },
      {
        slot: 0,
        kind: 'word',
        body: '5年前の写真に、うちの犬がいました。',
        nickname: '川沿いの家',
        by: 'tami',
        day: -1,
        at: 16.4,
      },
      { slot: 1, kind: 'question', body: 'はさみは研いでもらえますか。', by: 'mizuno', day: -1, at: 13 },
      { slot: 2, kind: 'word', body: '12号の4コマがすきです。', by: 'matsubara', day: -1, at: 12.3 },
    ],
    cheers: {
      0: ['toku', 'tami', 'gen', 'hashi', 'mizuno'],
      1: ['tami', 'gen'],
      2: ['matsubara'],
      3: ['toku', 'hashi'],
    },
  },
  {
    key: 'autumn',
    host: 'center',
    kind: 'presentation',
    title: 'まちの活動 15分発表会',
    about:
      '1団体15分。活動を初めて見る人に向けて話す会です。\n\n同じ枠に複数の手があがったら、発表の少ない団体を先にします。えらんだ理由はここにのせます。',
    place: '市民活動センター ホール',
    address: '駅前2丁目4-1 2階。駅の東口から歩いて4分、エレベーターがあります。',
    equipment: 'projector,power,microphone,table',
    contact: '市民活動センター 000-0000-0100',
    day: 24,
    from: '13:00',
    to: '16:00',
    announcedDaysAgo: 14,
    callUntil: 11,
    rule: 'choice',
    ruleNote: 'この1年に発表していない団体を先にします。同じなら、発表の中身がほかの枠と重ならないほうにします。',
    capacity: '60',
    slots: [{ day: 24, from: '13:00', to: '16:00', minutes: '15', pause: '10' }],
    parts: [
      {
        slot: 0,
        by: 'higashi',
        title: '東地区の買い物の足、1週間',
        about: '送迎の車に1週間乗って、だれがどこへ行ったかを数えました。',
        needs: 'projector',
        chosen: 'この1年に発表していないため。',
      },
      {
        slot: 1,
        by: 'hitoyasumi',
        title: '介護のあいまに、ひと休みする部屋',
        about: '部屋を開いて3年。来た人の声と、続けるために必要なことを話します。',
        needs: 'microphone',
        chosen: 'この1年に発表していないため。',
      },
      {
        slot: 2,
        by: 'kawabe',
        title: '草刈り機の使いかた教室',
        about: '初めての人が、けがをせずに使うまでの2時間を見せます。',
        needs: 'projector,table',
        needsNote: '刃を外した草刈り機を1台持ちこみます。',
      },
      {
        slot: 2,
        by: 'honcho',
        title: '空き店舗に灯りをつける',
        about: '空いた店を1日だけ開いた12回の記録です。',
        needs: 'projector',
      },
      {
        slot: 4,
        by: 'tsukushi',
        title: '夏休みの昼ごはん',
        about: '学校の給食がない40日に、何食出たかを話します。',
        needs: 'projector,power',
      },
    ],
  },
];
