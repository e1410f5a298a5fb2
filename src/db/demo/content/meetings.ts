// F9.2: the meetings in a hall of the demo town, and what was said in them. Days count from today; texts name no absolute year.

export interface DemoSaying {
  text: string;
  kind?: 'opinion' | 'question';
  /** key of the discussion it belongs to */
  on: string;
  /** key of the cast, where a name could be given; else a participant */
  by?: string;
  /** what whoever was named did about it */
  named?: 'confirmed' | { contested: string };
  /** hands in the hall: for, against, neither */
  hands?: [number, number, number];
  /** how the scribe wrote it down first, before correcting it */
  first?: string;
  takenBack?: string;
}

export interface DemoMeeting {
  key: string;
  host: string;
  /** key of a discussion; absent: about the whole round */
  on?: string;
  title: string;
  about: string;
  agenda: string[];
  /** days from today */
  day: number;
  from: string;
  to: string;
  place: string;
  address: string;
  stepFree: 'yes' | 'partly' | 'no' | 'unknown';
  aids?: ('captions' | 'signLanguage' | 'noteTaking')[];
  accessNote?: string;
  contact: string;
  calledDaysBefore: number;
  scribe?: string;
  moved?: { from: { day: number; place: string }; daysBefore: number; reason: string };
  people?: number;
  sayings?: DemoSaying[];
  /** handed out in the hall, as a table (CSV) */
  material?: { title: string; table: string };
  minutes?: { text: string; correction?: { text: string; changed: string } };
}

const BUS_MINUTES = `1. 今の便と困りごと
7時台に3本が続き、9時から11時は1本だけであることを、時刻表で確かめた。受付の締め切りに間に合わず、娘の車を待つ人がいる。

2. 便を移したら、どうなるか
7時台を1本減らすと、工場の早番の人が困るという声があった。早番は月曜と水曜に多いので、その2日は移さない案が出た。

3. 病院の玄関まで入ること
雨の日に坂を上らずにすむ。救急車の通り道をふさがない止め方を、病院と相談する。

決まったこと
・早番の人の数を、会が工場に聞く。
・次は、病院の受付の人にも来てもらう。`;

export const meetings: DemoMeeting[] = [
  {
    key: 'bus-evening',
    host: 'higashi',
    on: 'hospital-bus',
    title: '通院のバスを話す夕べ',
    about:
      '東地区のバスに乗る人も、乗るのをやめた人も、どうぞ。時刻表をみんなで囲んで話します。お茶があります。足の悪い方は、会が車で迎えに行きます。',
    agenda: ['今の便と困りごと', '便を移したら、どうなるか', '病院の玄関まで入ること'],
    day: -13,
    from: '18:30',
    to: '20:00',
    place: '東地区公民館 1階広間',
    address: 'ひなた市東町3-2（バス停「公民館前」すぐ）',
    stepFree: 'yes',
    aids: ['noteTaking'],
    accessNote: 'スリッパにはきかえますが、車いすはそのまま入れます。',
    contact: '東地区まちづくりの会（公民館の窓口）',
    calledDaysBefore: 15,
    scribe: 'kotone',
    people: 31,
    sayings: [
      {
        on: 'hospital-bus',
        text: '受付が11時までなのに、着くのが11時5分。5分のために娘に会社を休ませています。',
        hands: [27, 0, 2],
      },
      {
        on: 'hospital-bus',
        by: 'fumi',
        named: 'confirmed',
        text: '帰りの便も見てほしい。薬をもらうと1時になり、つぎは3時までありません。',
        hands: [25, 1, 3],
      },
      {
        on: 'hospital-bus',
        text: '早番の人は月曜と水曜に多い。その2日だけは7時台を動かさないでください。',
        hands: [14, 5, 9],
      },
      {
        on: 'hospital-bus',
        kind: 'question',
        text: '運転士さんの休けいの時間は、9時台に移しても守られますか。',
      },
      {
        on: 'hospital-bus',
        by: 'hashi',
        named: { contested: 'その場にはいましたが、これを言ったのは隣の席の方です。' },
        text: '坂の下で降ろされるのがいちばんつらい。玄関まで入るなら、週2日でも助かります。',
        hands: [29, 0, 1],
      },
      {
        on: 'hospital-bus',
        first: '18人をこえないと続かないなら、みんなで声をかけあって乗ろう。回らん板で乗る日を決めたらどうか。',
        text: '18人をこえないと続かないなら、声をかけあって乗ろう。回覧板で「バスの日」を決めたらどうか。',
        hands: [18, 2, 8],
      },
      {
        on: 'hospital-bus',
        text: '定期券のほうが安くなると聞いた。',
        takenBack: '別の路線の話だったため',
      },
    ],
    material: {
      title: '会場で配った、今の便の時刻（平日朝）',
      table: '便,ひなた駅,市立病院\n1,7:05,7:31\n2,7:25,7:51\n3,7:45,8:11\n4,9:40,10:06\n',
    },
    minutes: {
      text: BUS_MINUTES.replace('月曜と水曜', '月曜と木曜'),
      correction: { text: BUS_MINUTES, changed: '早番の多い曜日を、月曜と水曜に直しました。' },
    },
  },
  {
    key: 'round-evening',
    host: 'center',
    title: '5つの提案を、いっぺんに話す会',
    about:
      'いま意見交換中の提案を、机ごとに分かれて話します。20分ごとに席をかわるので、気になるものを全部まわれます。はじめての方も歓迎です。',
    agenda: ['提案した人の話（1人3分）', '机ごとの話しあい', '手をあげて確かめる'],
    day: -1,
    from: '19:00',
    to: '20:45',
    place: '市民活動センター 大会議室',
    address: 'ひなた市本町1-8 ひなたプラザ3階（エレベーターあり）',
    stepFree: 'yes',
    aids: ['captions', 'signLanguage'],
    accessNote: '子どもの遊ぶ場所を部屋のすみに用意します。途中の出入りは自由です。',
    contact: '市民活動センター（開館中に窓口か電話で）',
    calledDaysBefore: 14,
    scribe: 'kotone',
    people: 46,
    sayings: [
      {
        on: 'ball-park',
        text: '時間で分けるより、壁に向かって投げる場所を一か所つくってくれたら、ほかは我慢できる。',
        hands: [22, 6, 15],
      },
      {
        on: 'ball-park',
        text: '赤ちゃんを寝かせる1時から3時は静かにしてほしい。それ以外は、声がするほうが安心です。',
        hands: [30, 3, 11],
      },
      {
        on: 'neighbourhood-duties',
        by: 'iwao',
        text: '班長を断ったら、ごみ置き場を使いづらくなった。断っても使えると、紙に書いておいてほしい。',
        hands: [28, 4, 12],
      },
      {
        on: 'school-clubs',
        text: '送り迎えができない家の子が、休日のクラブに行けなくなるのが心配です。',
        hands: [35, 0, 8],
      },
      {
        on: 'station-plaza',
        text: '広場の日に、駅で困っている人に声をかける当番をつくりませんか。わたしはやります。',
        hands: [19, 2, 20],
      },
    ],
    minutes: {
      text: '机は5つ。いちばん人が多かったのは「公園のボール」で、延べ24人でした。\n\n手をあげて確かめたことは、会場での発言のところに数があります。\n\n字幕が声に追いつかない場面がありました。次は、話す人が一人ずつマイクを持ちます。',
    },
  },
  {
    key: 'ball-walk',
    host: 'marcos',
    on: 'ball-park',
    title: '公園を歩いて、ボールの場所をさがす',
    about:
      '外で話します。ひなた中央公園をいっしょに歩いて、どこなら投げたり、けったりできるかを見ます。子どもも、公園の近くの人も来てください。',
    agenda: ['公園を歩く', 'ベンチで話す'],
    day: 2,
    from: '10:00',
    to: '11:30',
    place: 'ひなた中央公園 時計の下',
    address: '雨のときは、となりの児童館の遊戯室',
    stepFree: 'partly',
    accessNote: '池のまわりは砂利道です。車いすの方とは、舗装された道をまわります。ポルトガル語でも話せます。',
    contact: '当日、時計の下で黄色い旗を持っています',
    calledDaysBefore: 10,
    scribe: 'emma',
    moved: {
      from: { day: 1, place: '緑ヶ丘公園 入口' },
      daysBefore: 4,
      reason: '緑ヶ丘公園が草刈りで入れないとわかったので、日と場所を変えました。',
    },
  },
  {
    key: 'plaza-talk',
    host: 'honcho',
    on: 'station-plaza',
    title: '日曜の駅前広場、やるなら何をする？',
    about:
      '広場になった日に何があったら来たいかを、絵や付せんで出しあいます。商店街のコロッケがつきます。広場に反対の方の話も聞かせてください。',
    agenda: ['車の流れの説明', '広場でしたいこと、してほしくないこと', 'だれが何をできるか'],
    day: 17,
    from: '14:00',
    to: '16:00',
    place: 'ひなた本町商店街 まちかどサロン',
    address: '駅東口から歩いて4分、旧・はやし薬局',
    stepFree: 'yes',
    aids: ['signLanguage'],
    contact: 'まちかどサロン（火曜休み）',
    calledDaysBefore: 18,
  },
];
