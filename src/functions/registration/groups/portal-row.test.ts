import { describe, expect, test } from 'vitest';
import { isPortalFile } from '../group-import/columns.ts';
import { portalRow } from './portal-row.ts';
import { PORTAL_COLUMNS } from './portal-words.ts';
import type { ListedGroup } from './queries.ts';

const group = {
  id: '01a1cf79-37c6-7070-a055-000000000001',
  name: '川辺の会',
  reading: 'かわべのかい ゔ',
  purpose: '土手を歩いて、ごみを拾います。',
  fields: [3, 7],
  founded: '2009-04',
  number: '7000012050002',
  contacts: { address: '本町1', representative: '日向 花', phone: '000-0000-0001' },
} as unknown as ListedGroup;

describe('F1.2 a group in the columns of the national portal', () => {
  test('stands in sixty columns that are taken for the portal’s when the file is brought in again', () => {
    expect(PORTAL_COLUMNS).toHaveLength(60);
    expect(new Set(PORTAL_COLUMNS).size).toBe(60);
    expect(isPortalFile(PORTAL_COLUMNS)).toBe(true);
  });

  test('shows what it made public, and marks its fields', () => {
    const row = portalRow(group, { origin: 'https://hinata.example' });
    expect(row).toHaveLength(60);
    const cells = Object.fromEntries(PORTAL_COLUMNS.map((column, at) => [column, row[at]]));
    expect(cells).toMatchObject({
      法人名称: '川辺の会',
      法人名称カナ: 'カワベノカイ ヴ',
      主たる事務所の所在地: '本町1',
      代表者氏名: '日向 花',
      設立年月日: '2009-04',
      定款に記載された目的: '土手を歩いて、ごみを拾います。',
      法人番号: '7000012050002',
    });
    expect(PORTAL_COLUMNS.filter((_, at) => row[at] === '○')).toEqual(['活動分野３', '活動分野７']);
    expect(cells.法人情報URL).toMatch(/^https:\/\/hinata\.example\/groups\//);
    expect(row.join()).not.toContain('000-0000-0001');
  });
});
