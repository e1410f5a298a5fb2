import { describe, expect, test } from 'vitest';
import { BLOCK_INPUT, BLOCK_KINDS, badLink, blockText, pageText, rowsIn } from './block.ts';
import { blockFields, typedOfContent } from './fields.ts';
import { suggestedKey } from './romaji.ts';
import { inMenuOrder, mayGoUnder, mayScheduleAt } from './rules.ts';
import { readKey } from './site.ts';

describe('F1.3 blocks', () => {
  test('a table as typed, with whatever stands between its cells', () => {
    expect(rowsIn('月 | 日\n4月｜12日')).toEqual([['月 | 日'], ['4月', '12日']]);
    expect(rowsIn('| 月 | 日 |\n| 4月 | 12日 |')).toEqual([
      ['月', '日'],
      ['4月', '12日'],
    ]);
    expect(rowsIn('月\t日\n4月\t12日')).toEqual([
      ['月', '日'],
      ['4月', '12日'],
    ]);
    const kept = BLOCK_INPUT.table.parse({ caption: '予定', rows: '月 | 日 | 場所\n4月 | 12日' });
    expect(kept.rows[1]).toEqual(['4月', '12日', '']);
    expect(BLOCK_INPUT.table.safeParse({ caption: '予定', rows: 'ひとつ' }).success).toBe(false);
  });

  test('every kind has a form whose fields its schema knows, and comes back as it was typed', () => {
    for (const kind of BLOCK_KINDS) {
      const known = Object.keys(BLOCK_INPUT[kind].shape);
      expect([
        kind,
        blockFields(kind, 'ja')
          .map(({ name }) => name)
          .sort(),
      ]).toEqual([kind, known.sort()]);
    }
    const table = { caption: '予定', rows: 'a | b\nc | d' };
    expect(typedOfContent(BLOCK_INPUT.table.parse(table))).toEqual(table);
    const map = { title: '', place: '橋', lat: '36.05', lng: '', text: '' };
    expect(typedOfContent(BLOCK_INPUT.map.parse(map))).toEqual(map);
  });

  test('a heading of 10,000 letters, degrees beyond the world, a bad link', () => {
    expect(BLOCK_INPUT.heading.safeParse({ text: 'あ'.repeat(10_000) }).success).toBe(false);
    expect(BLOCK_INPUT.map.safeParse({ lat: '91', lng: '0' }).success).toBe(false);
    expect(badLink({ kind: 'text', content: { text: '[x](javascript:y)' } })).toEqual({
      field: 'text',
      link: 'javascript:y',
    });
    expect(badLink({ kind: 'video', content: { title: 'x', link: 'data:x', text: '' } })?.field).toBe('link');
    expect(badLink({ kind: 'support', content: { title: '', text: 'x', link: '', linkText: '' } })).toBeNull();
  });

  test('words of a page, for search', () => {
    const table = BLOCK_INPUT.table.parse({ caption: '予定', rows: 'a | b\nc | d' });
    expect(blockText({ kind: 'table', content: table })).toBe('予定\na b\nc d');
    expect(pageText([{ kind: 'text', content: { text: '**太い**' } }], ['川の絵'])).toBe('太い\n\n川の絵');
  });
});

describe('F1.3 menu, moments and short names', () => {
  const page = (id: string, place: number, parent_id: string | null = null) => ({ id, place, parent_id });

  test('the menu has two levels', () => {
    const pages = [page('c', 3), page('a', 1), page('b', 2, 'a')];
    expect(inMenuOrder(pages).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(mayGoUnder(pages[0]!, 'a', pages)).toBeNull();
    expect(mayGoUnder(pages[0]!, 'b', pages)).toBe('only-one-below');
    expect(mayGoUnder(pages[1]!, 'c', pages)).toBe('has-pages-below');
    expect(mayGoUnder(pages[0]!, 'c', pages)).toBe('only-one-below');
    expect(inMenuOrder([page('b', 1, 'gone')]).map(({ id }) => id)).toEqual(['b']);
  });

  test('a moment to come, within a year', () => {
    const now = new Date('2026-11-23T12:00:00+09:00');
    expect(mayScheduleAt(null, now)).toBeNull();
    expect(mayScheduleAt(now, now)).toBe('too-late');
    expect(mayScheduleAt(new Date('2026-11-23T12:01:00+09:00'), now)).toBeNull();
    expect(mayScheduleAt(new Date('2028-01-01T00:00:00+09:00'), now)).toBe('too-far');
  });

  test('short names, typed and suggested', () => {
    expect(readKey('Ｋａｗａｂｅ no Kai')).toBe('kawabe-no-kai');
    for (const bad of ['', 'ab', '-abc', 'かわべ', 'new', 'a'.repeat(41), 'a/b']) expect(readKey(bad)).toBeNull();
    expect(suggestedKey('かわべのかい')).toBe('kawabenokai');
    expect(suggestedKey('キッチン・しょうぎ')).toBe('kicchin-shougi');
    expect(suggestedKey('々')).toBe('');
  });
});
