/** F9.9 The panels of the demo town. Days count from today; 0 is today. */
export interface DemoPanel {
  key: string;
  division: string;
  title: string;
  about: string;
  held: string;
  contact: string;
  size: number;
  strata: string;
  source: { text: string; day: number };
  announced: number;
  /** the list is fixed: how many candidates of each stratum */
  list?: { day: number; candidates: readonly { strata: readonly string[]; people: number }[] };
  drawn?: { day: number; chance: string; evidence: string };
  /** of those drawn, by turn: who declines, who accepts */
  replies?: { day: number; declined: readonly number[]; accepted: readonly number[] };
}

const ages = ['16〜29歳', '30〜49歳', '50〜69歳', '70歳以上'];
const spread = (east: readonly number[], west: readonly number[]) =>
  ages.flatMap((age, at) => [
    { strata: [age, '東地区'], people: east[at]! },
    { strata: [age, '西地区'], people: west[at]! },
  ]);

export const panels: readonly DemoPanel[] = [
  {
    key: 'station-square',
    division: 'koutsu',
    title: '駅前広場のつかい方を考える市民会議',
    about:
      '駅前広場の改修の前に、ふだん広場を通る人も、めったに通らない人も、いっしょに歩いて話し合います。\n出た意見はすべて記録し、素案のどこに入ったか、入らなかった理由とあわせて公開します。',
    held: '土曜日の午後に4回、市民活動センター（手話・保育つき、1回3,000円の謝礼）',
    contact: '交通政策課 広場担当',
    size: 20,
    strata: '年代、地区',
    source: { text: '県営くじ「あさひ4」の当せん番号4けたを、その日の発表のとおりに書き写します。', day: -24 },
    announced: -45,
    list: { day: -30, candidates: spread([31, 47, 52, 38], [22, 35, 41, 30]) },
    drawn: { day: -23, chance: '0391', evidence: '県営くじの発表（県公報 第1204号）' },
    replies: { day: -12, declined: [1, 6, 13], accepted: [0, 2, 3, 5, 7, 8, 11, 16] },
  },
  {
    key: 'evacuation',
    division: 'kyodo',
    title: '避難所の運営をみんなで決める市民会議',
    about:
      '避難所で困りそうなことを、子育て中の人、介護をしている人、ひとり暮らしの人などが持ちよって、運営の手引きの案を作ります。\n無作為に選ばれた300人に案内を送り、参加してよいと答えた人の中からくじで決めます。',
    held: '来月から日曜日の午前に3回、東地区公民館（保育つき、1回3,000円の謝礼）',
    contact: '協働推進課 防災担当',
    size: 15,
    strata: '年代、地区',
    source: { text: '県営くじ「あさひ4」の当せん番号4けたを、その日の発表のとおりに書き写します。', day: 9 },
    announced: -6,
    list: { day: -1, candidates: spread([9, 14, 16, 12], [7, 11, 13, 8]) },
  },
];
