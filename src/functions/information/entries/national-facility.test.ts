import { expect, test } from 'vitest';
import { nationalFacility } from './national-facility.ts';
import { NATIONAL_FACILITY_COLUMNS } from './national-facility-words.ts';

const hub = { origin: 'https://minna.example', town: { ja: 'ひなた市', easy: 'ひなた市', en: 'Hinata' } };
const hall = {
  id: '0199a8b0-0000-7000-8000-000000000001',
  title: '団地の集会室',
  body: '平日の昼にお貸しします。',
  facts: { where: '緑ヶ丘3丁目', size: '20人', available: '平日 9:00〜16:00', contact: '管理室 000-0000-0200' },
  lat: 36.1,
  lng: 139.1,
  actor_kind: 'group' as const,
  actor_name: '緑ヶ丘団地自治会',
  accessibility: ['step-free'],
  fee: 0,
};

test('F1.2 a place stands below the headings of the national list of facilities', () => {
  const row = nationalFacility(hall, 3, hub);
  expect(row).toHaveLength(24);
  const cell = Object.fromEntries(row.map((one, at) => [NATIONAL_FACILITY_COLUMNS[at], one]));
  expect(cell).toMatchObject({
    NO: 3,
    市区町村名: 'ひなた市',
    名称: '団地の集会室',
    住所: '緑ヶ丘3丁目',
    緯度: 36.1,
    経度: 139.1,
    電話番号: '000-0000-0200',
    団体名: '緑ヶ丘団地自治会',
    利用可能日時特記事項: '平日 9:00〜16:00',
    説明: '平日の昼にお貸しします。',
  });
  expect(cell.備考).toContain('20人');
  expect(String(cell.URL)).toMatch(/^https:\/\/minna\.example\/entries\//);
});

test('F1.2 a private person who lends a place isn’t named as an organisation', () => {
  expect(nationalFacility({ ...hall, actor_kind: 'person', actor_name: 'ふみ' }, 1, hub)[15]).toBe('');
});
