/** F7.5 Which column of a list is which item, guessed by its name; the national portal's file is known by its own columns. Pure. */
import { foldText } from '#kernel/grams.ts';
import { LIST_ITEMS, type ListItem, type Mapping } from './list.ts';

/** Words by which lists call their columns, the surest first. */
const NAMES: Readonly<Record<ListItem, readonly string[]>> = {
  name: [
    '団体名',
    '法人名称',
    '法人名',
    '名称',
    '団体の名前',
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
  memberCount: ['会員数', '構成員数', '構成人数', '人数', 'メンバー数', 'members'],
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

function columnKey(name: string): string {
  return foldText(name).replace(/[\s()（）[\]【】:：・_-]/g, '');
}

/** Each column is one item at most: first those whose name is the word, then those that contain it. */
export function guessColumns(columns: readonly string[]): Partial<Record<ListItem, number>> {
  const keys = columns.map(columnKey);
  const taken = new Set<number>();
  const found: Partial<Record<ListItem, number>> = {};
  const fits = [
    (key: string, word: string) => key === word,
    (key: string, word: string) => key.startsWith(word) || key.endsWith(word),
    (key: string, word: string) => word.length > 1 && key.includes(word),
  ];
  for (const fit of fits)
    for (const item of LIST_ITEMS) {
      if (found[item] !== undefined) continue;
      for (const word of NAMES[item].map(columnKey)) {
        const at = keys.findIndex((key, index) => !taken.has(index) && fit(key, word));
        if (at === -1) continue;
        found[item] = at;
        taken.add(at);
        break;
      }
    }
  return found;
}

/** 行政入力情報 of the NPO法人ポータルサイト: sixty columns, the 13th to 32nd a mark for each field. */
export const PORTAL_FIELDS_FROM = 12;
const PORTAL_DISSOLVED = 47;
const PORTAL: Partial<Record<ListItem, number>> = {
  name: 0,
  reading: 1,
  address: 4,
  representative: 7,
  founded: 10,
  purpose: 11,
  website: 48,
  number: 49,
};

export function isPortalFile(columns: readonly string[]): boolean {
  const keys = columns.map(columnKey);
  return (
    keys.length >= 50 &&
    keys[0]?.startsWith(columnKey('法人名称')) === true &&
    keys[2]?.startsWith(columnKey('所轄庁')) === true &&
    keys[49] === columnKey('法人番号')
  );
}

/** The mapping to begin with. What the portal publishes is public already; a town's list may not be. */
export function firstMapping(columns: readonly string[], isPortal: boolean): Mapping {
  if (isPortal)
    return { columns: PORTAL, open: ['representative', 'address', 'website'], double: 'skip', isLenient: true };
  return { columns: guessColumns(columns), open: ['website'], double: 'skip', isLenient: false };
}

/** Corporations that were dissolved stand in the portal's file, too. */
export function isDissolved(cells: readonly string[]): boolean {
  return (cells[PORTAL_DISSOLVED] ?? '').trim() !== '';
}
