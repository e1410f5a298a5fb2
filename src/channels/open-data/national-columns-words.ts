/** F1.2: headings of the recommended data sets, as the national template has them; the same for every reader. */
export const NATIONAL_LIST = [
  '都道府県コード又は市区町村コード',
  'NO',
  '都道府県名',
  '市区町村名',
  'データ名称',
  'データ概要',
  'データ形式',
  '分類',
  '更新頻度',
  'URL',
  'API対応有無',
  'ライセンス',
  '登録日',
  '最終更新日',
  '備考',
];
