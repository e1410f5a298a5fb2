// P1, X13: the first forty of the eighty actors of the demo town ひなた市. Most people appear by a nickname; nobody under 18 by a full name or school.
// leaning: −1 = change now / the city should do it, +1 = keep what works / citizens do it themselves.

import { castMore } from './cast-more.ts';
import { editor, lead, member, organisation, person } from './cast-parts.ts';
import type { CastMember } from './types.ts';

/** All eighty actors: these forty (28 persons, 5 groups, 2 businesses, 4 city divisions, the centre) and forty more. Keys are unique. */
export const cast: CastMember[] = [
  person('toku', 'とくさん', 'とくさん', 72, [0.7, 0.5], '自治会長を11年。朝の見守りで横断歩道に立っています。', [
    lead('rengo'),
    member('kawabe'),
  ]),
  person(
    'iwao',
    '団地のいわお',
    'だんちのいわお',
    87,
    [0.4, -0.6],
    '緑ヶ丘団地の4階に一人ぐらし。将棋と大相撲が好きです。',
  ),
  person('fumi', 'ふみ', 'ふみ', 79, [0.2, -0.5], '東地区の農家の母屋で暮らしています。車は3年前に返しました。', [
    editor('higashi'),
  ]),
  person('hashi', '橋の人', 'はしのひと', 69, [0.1, 0.6], '元・土木技術者。川と橋を40年見てきました。', [
    lead('kawabe'),
    member('higashi'),
  ]),
  person(
    'saeki',
    '佐伯 ひろ子',
    'さえき ひろこ',
    61,
    [-0.2, 0.7],
    '本町商店街で文具店を20年。お店と学校をつなぎたい。',
    [lead('honcho')],
  ),
  person(
    'ogata',
    '緒方 まさえ',
    'おがた まさえ',
    58,
    [-0.1, 0.4],
    '市民活動センターの事務局長。困ったら声をかけてください。',
    [lead('center')],
  ),
  person(
    'kinoshita',
    '木下 修',
    'きのした おさむ',
    57,
    [0.3, 0.8],
    '製材所の三代目。端材がもったいなくて眠れません。',
    [lead('seizai')],
  ),
  person('pochi', 'ポチの飼い主', 'ポチのかいぬし', 55, [0.0, 0.1], '川沿いを朝夕歩いています。柴犬9歳。', [
    member('kawabe'),
  ]),
  person('matsubara', 'まつばら', 'まつばら', 53, [-0.4, 0.3], '調べものが好きです。予算書も読みます。', [
    lead('tsukushi'),
    member('center'),
  ]),
  person(
    'handle',
    'ハンドル22年',
    'ハンドルにじゅうにねん',
    52,
    [0.6, -0.3],
    '路線バスの運転士。始発担当の日は4時起きです。',
  ),
  person('renkon', 'れんこん', 'れんこん', 46, [0.1, 0.5], '東地区でれんこんと米をつくっています。中学生の子が2人。', [
    lead('higashi'),
  ]),
  person('shiori', 'しおり', 'しおり', 44, [-0.3, 0.4], '図書館で読み聞かせ、日本語教室で先生もしています。', [
    lead('kotoba'),
  ]),
  person('marcos', 'マルコス', 'マルコス', 41, [-0.4, -0.3], 'ブラジルから来て15年。工場で働く、二人の子の父です。', [
    member('kotoba'),
  ]),
  person('haruka', 'はるママ', 'はるママ', 38, [-0.6, -0.5], '車いすで子育て中。小学2年生と年少がいます。', [
    editor('tsukushi'),
  ]),
  person(
    'futago',
    'ふたごの父',
    'ふたごのちち',
    36,
    [-0.5, -0.2],
    '4歳の双子と休日は公園めぐり。平日は電車で1時間通勤。',
  ),
  person('yakin', '夜勤明け', 'やきんあけ', 34, [-0.5, -0.6], '市立病院の看護師。夜勤は月に5回ほど。', [
    member('tsukushi'),
  ]),
  person('tsumugi', 'つむぎ', 'つむぎ', 33, [-0.8, -0.5], 'ろう者。手話が第一言語。印刷会社で組版をしています。'),
  person('emma', 'Emma', 'エマ', 31, [-0.6, 0.2], 'English teacher at junior high schools, fourth year in Hinata.', [
    editor('kotoba'),
  ]),
  person('chari', 'チャリ通', 'チャリつう', 29, [-0.7, -0.1], '工場地区まで片道6キロを自転車で通勤。', [
    editor('kawabe'),
  ]),
  person('sunita', 'スニタ', 'スニタ', 29, [-0.3, 0.1], 'ネパールから来ました。介護（かいご）の仕事をしています。', [
    member('kotoba'),
  ]),
  person('linh', 'リン', 'リン', 24, [-0.4, 0.0], 'ベトナムから来て4年。食品工場ではたらいています。', [
    member('kotoba'),
  ]),
  person('kotone', 'ことね', 'ことね', 20, [-0.7, 0.5], '大学2年。センターの受付パートもしています。', [
    editor('center'),
  ]),
  person('naoki', '部活帰り', 'ぶかつがえり', 17, [-0.8, -0.1], '高校2年、陸上部。帰りは駅から自転車です。'),
  person('mio', 'みお', 'みお', 14, [-0.7, 0.2], '中学2年。絵をかくのと生きものがすき。'),
  person('yamane', '山根 智', 'やまね さとし', 45, [0.1, 0.3], '協働推進課長。地区の集まりによく顔を出します。', [
    lead('kyodo'),
    editor('kosodate'),
  ]),
  person('oda', '小田 敬一', 'おだ けいいち', 50, [0.5, 0.0], '交通政策課長。道路の現場が長い技術職です。', [
    lead('koutsu'),
  ]),
  person('mizuno', '水野 亜紀', 'みずの あき', 42, [-0.2, -0.1], 'こども育成課長補佐。元・保育士。', [
    lead('kosodate'),
  ]),
  person('hara', '原 徹', 'はら とおる', 48, [0.3, 0.5], '公園緑地課の係長。チェーンソーも持ちます。', [
    lead('midori'),
  ]),

  organisation(
    'rengo',
    'group',
    'ひなた市自治会連合会',
    'ひなたしじちかいれんごうかい',
    '市内62の自治会の集まり。加入世帯は全体の58％です。',
  ),
  organisation(
    'tsukushi',
    'group',
    'つくし子ども食堂の会',
    'つくしこどもしょくどうのかい',
    '月4回、公民館で夕ごはんを出しています。毎回50食ほど。',
  ),
  organisation(
    'higashi',
    'group',
    'ひなた東地区まちづくりの会',
    'ひなたひがしちくまちづくりのかい',
    '田んぼとれんこんの東地区で、足と買い物を考える会。会員84人。',
  ),
  organisation(
    'kawabe',
    'group',
    'ひなた川をきれいにする会',
    'ひなたがわをきれいにするかい',
    '月に一度、川の草刈りとごみ拾い。会員37人、平均66歳。',
  ),
  organisation(
    'kotoba',
    'group',
    'ことばの橋 ひなた日本語教室',
    'ことばのはし ひなたにほんごきょうしつ',
    '日曜の午前、ボランティア18人が日本語を教えています。',
  ),
  organisation(
    'honcho',
    'business',
    '本町商店街協同組合',
    'ほんちょうしょうてんがいきょうどうくみあい',
    '本町通りの48店。うち営業中は31店です。',
  ),
  organisation(
    'seizai',
    'business',
    '有限会社 木下製材所',
    'ゆうげんがいしゃ きのしたせいざいしょ',
    '工場地区の製材所。従業員9人。端材が月に2トン出ます。',
  ),
  organisation(
    'kyodo',
    'division',
    '協働推進課',
    'きょうどうすいしんか',
    '市民協働、自治会、図書館・生涯学習、防災、多文化共生、商店街の窓口です。',
  ),
  organisation(
    'koutsu',
    'division',
    '交通政策課',
    'こうつうせいさくか',
    'バス、道路、交通安全施設、自転車、駅前広場を受け持ちます。',
  ),
  organisation(
    'kosodate',
    'division',
    'こども育成課',
    'こどもいくせいか',
    'こどもの居場所、学校給食、放課後を教育委員会と一緒に受け持ちます。',
  ),
  organisation(
    'midori',
    'division',
    '公園緑地課',
    'こうえんりょくちか',
    '公園、街路樹、河川敷、環境美化とごみを受け持ちます。',
  ),
  organisation(
    'center',
    'body',
    'ひなた市市民活動センター',
    'ひなたししみんかつどうセンター',
    'ひなた駅東口から徒歩3分。市民提案の事務局です。',
  ),

  ...castMore,
];
