// F9.1, F9.4: which discussion stands in which round of the demo town. The file of a discussion is named `NN-key.ts` by this list.

import type { RoundKey } from './types.ts';

export interface PlannedDiscussion {
  /** '01'…'25' */
  number: string;
  /** the same as DemoDiscussion.key */
  key: string;
  round: RoundKey;
  kind: 'project' | 'plan';
  theme: string;
  /** key of the cast */
  proposer: string;
  /** code of a measure in policies.ts */
  policy: string;
}

const row = (
  number: string,
  key: string,
  round: RoundKey,
  kind: 'project' | 'plan',
  proposer: string,
  policy: string,
  theme: string,
): PlannedDiscussion => ({ number, key, round, kind, theme, proposer, policy });

/** All discussions in order. Texts avoid absolute years (「来年度」「次の6月議会」), because the loader dates them from its own clock. */
export const plan: PlannedDiscussion[] = [
  row('01', 'crossing-lights', 'closed', 'project', 'rengo', '2-2-1', '通学路の横断歩道に夜間の照明をつける'),
  row('02', 'library-hours', 'closed', 'project', 'naoki', '3-1-1', '市立図書館を平日は夜9時まで開ける'),
  row('03', 'river-mowing', 'closed', 'project', 'kawabe', '2-3-2', 'ひなた川の草刈りを団体と市で分けあう'),
  row(
    '04',
    'festival-rubbish',
    'closed',
    'project',
    'saeki',
    '2-3-2',
    '夏まつりのごみを、くり返し使う食器で半分にする',
  ),
  row('05', 'phone-lessons', 'closed', 'project', 'kotone', '3-1-2', '中高生がスマートフォンの使い方を教える教室'),
  row('06', 'offcut-benches', 'answering', 'project', 'seizai', '2-3-1', '製材所の端材で公園とバス停にベンチをつくる'),
  row(
    '07',
    'homework-club',
    'answering',
    'project',
    'tsukushi',
    '1-2-1',
    '外国につながる子の宿題をみる場所を4つの中学校区に',
  ),
  row('08', 'lotus-lunch', 'answering', 'project', 'renkon', '1-1-2', '給食に地元のれんこんを。田んぼの体験とセットで'),
  row(
    '09',
    'pets-shelter',
    'answering',
    'plan',
    'pochi',
    '2-2-2',
    '避難所に、ペットと一緒に逃げられる区画を決めておく',
  ),
  row(
    '10',
    'park-toilets',
    'answering',
    'project',
    'futago',
    '2-3-1',
    '公園のトイレを数より質に。直す順番をみんなで決める',
  ),
  row(
    '11',
    'sign-counters',
    'checking',
    'project',
    'tsumugi',
    '1-2-2',
    '市役所と病院の窓口で、手話がすぐ使えるようにする',
  ),
  row('12', 'cycle-lanes', 'checking', 'plan', 'chari', '2-1-2', '駅から工場地区まで自転車の走る帯をつなぐ'),
  row(
    '13',
    'vacant-houses',
    'checking',
    'project',
    'honcho',
    '3-2-2',
    '空き家・空き店舗を、1年だけ試しに借りられるしくみ',
  ),
  row('14', 'teens-place', 'checking', 'project', 'mio', '1-1-1', '中高生が放課後にただ居られる場所を駅の近くに'),
  row('15', 'easy-letters', 'checking', 'plan', 'kotoba', '1-2-2', '市からの手紙を、やさしい日本語で書きなおす'),
  row('16', 'hospital-bus', 'debating', 'project', 'higashi', '2-1-1', 'バスを通院と買い物の時間に合わせて走らせる'),
  row(
    '17',
    'neighbourhood-duties',
    'debating',
    'plan',
    'rengo',
    '3-2-1',
    '自治会の役と回覧板を減らし、できることだけ分けあう',
  ),
  row('18', 'ball-park', 'debating', 'project', 'marcos', '2-3-1', '公園でボールを使ってよい時間と場所を決める'),
  row('19', 'school-clubs', 'debating', 'plan', 'matsubara', '1-1-1', '中学校の部活動を、休日は地域のクラブに移す'),
  row(
    '20',
    'station-plaza',
    'debating',
    'project',
    'saeki',
    '3-2-2',
    '駅東口のロータリーを、月に一度の日曜だけ広場にする',
  ),
  row('21', 'hill-market', 'collecting', 'project', 'iwao', '3-2-2', '緑ヶ丘団地に、移動販売と話のできる場所を週2回'),
  row('22', 'cool-rooms', 'collecting', 'project', 'yakin', '2-2-2', '夏の「すずみどころ」を、歩いて10分の間隔で'),
  row(
    '23',
    'plain-budget',
    'collecting',
    'plan',
    'matsubara',
    '3-2-1',
    '市の予算を、市民といっしょに読めるかたちで出す',
  ),
  row(
    '24',
    'evening-japanese',
    'collecting',
    'project',
    'sunita',
    '1-2-1',
    '仕事のあと、子ども連れで来られる夜の日本語教室',
  ),
  row(
    '25',
    'street-trees',
    'collecting',
    'plan',
    'hashi',
    '2-3-1',
    '街路樹を切る前に知らせ、植えかえの順番を決めておく',
  ),
];
