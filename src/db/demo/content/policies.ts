// F10.3: the tree of ひなた市's general plan (総合計画): fields 3 → policies 7 → measures 14, each with the division in charge.

export interface DemoPolicy {
  code: string;
  title: string;
  kind: 'field' | 'policy' | 'measure';
  /** key of a division of the cast */
  division: string;
  about: string;
}

/** Parents stand before their children; the parent of '3-1-2' is '3-1'. */
export const policies: DemoPolicy[] = [
  {
    code: '1',
    title: 'だれもが支えあい、健やかに暮らすまち',
    kind: 'field',
    division: 'kosodate',
    about: 'こどもも、外国から来た人も、障害のある人も、安心して暮らせるまちにします。',
  },
  {
    code: '1-1',
    title: 'こども・若者の育ちを支える',
    kind: 'policy',
    division: 'kosodate',
    about: '家庭や学校の外にも、こどもと若者の居場所と学びをひろげます。',
  },
  {
    code: '1-1-1',
    title: 'こどもの居場所と放課後の充実',
    kind: 'measure',
    division: 'kosodate',
    about: '学童保育、児童館、中高生の居場所、地域でのスポーツ・文化活動。',
  },
  {
    code: '1-1-2',
    title: '学校給食と食育の推進',
    kind: 'measure',
    division: 'kosodate',
    about: '地元の農産物の利用、献立、食物アレルギーへの対応、食べ残しの減量。',
  },
  {
    code: '1-2',
    title: 'ことばや障害の壁をなくす',
    kind: 'policy',
    division: 'kyodo',
    about: '必要な情報と窓口が、だれにでも届くようにします。',
  },
  {
    code: '1-2-1',
    title: '外国人住民の学びと暮らしの支援',
    kind: 'measure',
    division: 'kyodo',
    about: '日本語教室、外国につながるこどもの学習、生活相談。',
  },
  {
    code: '1-2-2',
    title: '伝わる窓口とお知らせづくり',
    kind: 'measure',
    division: 'kyodo',
    about: '手話・要約筆記、やさしい日本語、文書の見直し。',
  },
  {
    code: '2',
    title: '安全で動きやすく、緑ゆたかなまち',
    kind: 'field',
    division: 'koutsu',
    about: '歩いて、自転車で、バスで動けて、川と緑が身近なまちにします。',
  },
  {
    code: '2-1',
    title: '暮らしの足を守る',
    kind: 'policy',
    division: 'koutsu',
    about: '車に頼らなくても通院、通学、買い物ができるようにします。',
  },
  {
    code: '2-1-1',
    title: '路線バスと地域の足の確保',
    kind: 'measure',
    division: 'koutsu',
    about: 'バス路線への補助、ダイヤ、乗り合いの送迎、停留所。',
  },
  {
    code: '2-1-2',
    title: '歩行者・自転車の通行環境の整備',
    kind: 'measure',
    division: 'koutsu',
    about: '歩道の段差解消、自転車通行帯、駐輪場。',
  },
  {
    code: '2-2',
    title: '事故と災害に備える',
    kind: 'policy',
    division: 'kyodo',
    about: '日ごろの事故を減らし、災害のときに助け合えるようにします。',
  },
  {
    code: '2-2-1',
    title: '通学路・交通安全施設の整備',
    kind: 'measure',
    division: 'koutsu',
    about: '照明灯、カーブミラー、路面表示、通学路の点検。',
  },
  {
    code: '2-2-2',
    title: '避難所・猛暑などへの地域の備え',
    kind: 'measure',
    division: 'kyodo',
    about: '避難所の運営、備蓄、要配慮者、暑さをしのぐ場所。',
  },
  {
    code: '2-3',
    title: '緑と水辺を育てる',
    kind: 'policy',
    division: 'midori',
    about: '公園、街路樹、川を、使いながら守ります。',
  },
  {
    code: '2-3-1',
    title: '公園・街路樹の管理と活用',
    kind: 'measure',
    division: 'midori',
    about: '公園126か所、街路樹4,300本。遊具、便所、ベンチ、利用のきまり。',
  },
  {
    code: '2-3-2',
    title: '河川環境の保全とごみの減量',
    kind: 'measure',
    division: 'midori',
    about: '河川敷の除草、清掃、催しのごみ、資源の分別。',
  },
  {
    code: '3',
    title: 'みんなで学び、つくり、にぎわうまち',
    kind: 'field',
    division: 'kyodo',
    about: '学ぶこと、集まること、商うことを、市民と一緒に育てます。',
  },
  {
    code: '3-1',
    title: '生涯にわたる学びをひらく',
    kind: 'policy',
    division: 'kyodo',
    about: '年齢や仕事にかかわらず、学べる時間と場所をひろげます。',
  },
  {
    code: '3-1-1',
    title: '図書館・公民館の充実',
    kind: 'measure',
    division: 'kyodo',
    about: '開館時間、蔵書、学習席、分室。',
  },
  {
    code: '3-1-2',
    title: '世代をこえた学びあいとデジタルの支援',
    kind: 'measure',
    division: 'kyodo',
    about: 'スマートフォン講座、出前講座、若者の参加。',
  },
  {
    code: '3-2',
    title: '協働とにぎわいを生む',
    kind: 'policy',
    division: 'kyodo',
    about: '市民活動、自治会、商店街が力をあわせられるようにします。',
  },
  {
    code: '3-2-1',
    title: '市民活動と地域自治の支援',
    kind: 'measure',
    division: 'kyodo',
    about: '自治会、市民活動団体、市民参加のしくみ、予算の公開。',
  },
  {
    code: '3-2-2',
    title: '商店街と空き家・空き店舗の活用',
    kind: 'measure',
    division: 'kyodo',
    about: '空き家の相談、空き店舗の補助、駅前のにぎわい。',
  },
];
