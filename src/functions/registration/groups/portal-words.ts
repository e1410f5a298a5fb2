/** F1.2: columns of the national portal of NPO corporations (NPO法人ポータルサイト, 行政入力情報), in their order; the same for every reader. */
const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) =>
    name.replace(
      '#',
      String(at + 1).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    ),
  );

export const PORTAL_COLUMNS = [
  '法人名称',
  '法人名称カナ',
  '所轄庁',
  '権限移譲先市町村',
  '主たる事務所の所在地',
  '主たる事業所の郵便番号',
  '従たる事務所の所在地',
  '代表者氏名',
  '団体代表者名（フリガナ）',
  '法人設立認証年月日',
  '設立年月日',
  '定款に記載された目的',
  ...numbered('活動分野#', 20),
  ...numbered('認定（認定・特例認定#）', 4),
  ...numbered('認定（PST基準#）', 3),
  '認定（PST基準 条例指定（都道府県及び市区町村名））',
  '認定（認定開始日）',
  '認定（認定満了日）',
  '認定（認定取消日）',
  '認定（特例認定年月日）',
  '認定（特例認定満了日）',
  '認定（特例認定取消日）',
  '監督情報',
  '解散情報',
  '法人情報URL',
  '法人番号',
  '条例個別指定フラグ',
  '特定非営利活動に係る事業',
  'その他の事業',
  '事業年度開始日',
  '事業年度終了日',
  '条例個別指定：有効期間(開始日)',
  '条例個別指定：有効期間(満了日)',
  '条例個別指定：有効期限（更新申請日)',
  '条例個別指定：有効期限（更新日)',
  '条例個別指定：有効期限（条例個別指定：取消日)',
];

export const PORTAL_MARK = '○';
