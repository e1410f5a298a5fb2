/** F1.2: a registered group in the columns of the national portal, with what it made public; what the portal's offices say of it stays empty. Pure. */
import type { Hub } from '#kernel/context.ts';
import { groupPath } from './addresses.ts';
import { FIELDS } from './group.ts';
import { PORTAL_COLUMNS, PORTAL_MARK } from './portal-words.ts';
import type { ListedGroup } from './queries.ts';

const HIRAGANA_TO_KATAKANA = 0x60;

function inKatakana(reading: string): string {
  return reading.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + HIRAGANA_TO_KATAKANA));
}

export function portalRow(group: ListedGroup, hub: Pick<Hub, 'origin'>): string[] {
  const cells: string[] = PORTAL_COLUMNS.map(() => '');
  const set = (at: number, value: string | null | undefined) => {
    cells[at] = value ?? '';
  };
  set(0, group.name);
  set(1, inKatakana(group.reading));
  set(4, group.contacts.address);
  set(7, group.contacts.representative);
  set(10, group.founded);
  set(11, group.purpose);
  for (const [at, field] of FIELDS.entries()) set(12 + at, group.fields.includes(field) ? PORTAL_MARK : '');
  set(48, hub.origin + encodeURI(groupPath(group)));
  set(49, group.number);
  return cells;
}
