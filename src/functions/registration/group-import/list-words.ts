/** F7.5 The words of lists as towns and the national portal write them: what is read, not what is said. */
import type { ListItem } from './list.ts';

/** Words by which lists call their columns, the surest first. */
export const COLUMN_NAMES: Readonly<Record<ListItem, readonly string[]>> = {
  name: [
    '団体名',
    '法人名称',
    '法人名',
    '名称',
    '団体の名称',
    '団体の名前',
    '団体等名',
    'グループ名',
    '会名',
    'サークル名',
    'name',
    'group',
    'organisation',
    'organization',
  ],
  reading: [
    '団体名カナ',
    '団体名かな',
    '団体名ふりがな',
    '団体名フリガナ',
    '法人名称カナ',
    'フリガナ',
    'ふりがな',
    '読みがな',
    'よみ',
    'カナ',
    'reading',
    'kana',
  ],
  kind: ['団体種別', '種別', '法人格', '団体の種類', '区分', '種類', 'kind', 'type'],
  purpose: ['定款に記載された目的', '活動目的', '目的', '活動内容', '主な活動', '内容', '紹介', 'purpose', 'about'],
  fields: ['活動分野', '分野', '活動の分野', 'カテゴリー', 'カテゴリ', 'fields', 'category'],
  areas: ['活動地域', '活動区域', '活動場所', '地域', '地区', 'area', 'areas'],
  founded: ['設立年月日', '設立年月', '設立年', '設立', '結成', '発足', 'founded', 'since'],
  memberCount: ['会員数', '構成員数', '構成人数', '人数', 'メンバー数', '構成員', 'members'],
  number: ['法人番号', '法人no', 'corporate number'],
  representative: ['代表者氏名', '代表者名', '代表者', '代表', '会長', '理事長', 'representative'],
  person: ['連絡責任者', '連絡担当者', '連絡者', '担当者', '窓口', 'contact person'],
  address: ['主たる事務所の所在地', '事務所の所在地', '所在地', '住所', 'address'],
  phone: ['電話番号', '電話', 'tel', '連絡先電話', 'phone'],
  email: ['メールアドレス', 'eメール', 'e-mail', 'email', 'メール', 'mail'],
  website: ['ホームページ', 'ウェブサイト', 'webサイト', 'hp', 'url', 'website'],
  seeks: ['募集', '求めるもの', '求めている', 'seeks'],
  offers: ['提供できること', '出せるもの', '支援できること', 'offers'],
};

/** Three columns by which 行政入力情報 of the NPO法人ポータルサイト is known. */
export const PORTAL_NAMES = { name: '法人名称', authority: '所轄庁', number: '法人番号' } as const;

/** A cell that says that there is nothing. */
export const NOTHING: readonly string[] = ['', '-', '－', 'ー', '―', 'なし', '無', '無し', '不明', '非公開'];

/** A cell that says of its column that it holds, or that it doesn't, and no more. */
export const ONLY_YES: readonly string[] = ['有', '有り', 'あり', '可', '○', '〇', '◯', '◎', 'する', 'はい'];
export const ONLY_NO: readonly string[] = ['否', '不可', '×', 'しない', 'いいえ'];

/** How the name of a prefecture, or an address with one, begins. */
export const PREFECTURE = /^(北海道|東京都|大阪府|京都府|(?:神奈川|和歌山|鹿児島)県|[^\s市区町村]{2}県)/;
