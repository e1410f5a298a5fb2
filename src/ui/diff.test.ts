import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diff } from './diff.ts';

const left = (before: string, after: string): string =>
  diff(before, after)
    .filter((part) => part.kind !== 'added')
    .map((part) => part.text)
    .join('');
const right = (before: string, after: string): string =>
  diff(before, after)
    .filter((part) => part.kind !== 'removed')
    .map((part) => part.text)
    .join('');

describe('diff', () => {
  test('finds the words that changed', () => {
    expect(diff('朝に3冊の本を読みます。', '朝に4冊の本を声に出して読みます。')).toEqual([
      { kind: 'same', text: '朝に' },
      { kind: 'removed', text: '3' },
      { kind: 'added', text: '4' },
      { kind: 'same', text: '冊の本を' },
      { kind: 'added', text: '声に出して' },
      { kind: 'same', text: '読みます。' },
    ]);
  });

  test('says nothing changed with one part, or none for empty texts', () => {
    expect(diff('同じ', '同じ')).toEqual([{ kind: 'same', text: '同じ' }]);
    expect(diff('', '')).toEqual([]);
    expect(diff('', '新しい')).toEqual([{ kind: 'added', text: '新しい' }]);
    expect(diff('古い', '')).toEqual([{ kind: 'removed', text: '古い' }]);
  });

  test('keeps both texts whole, never two neighbours of one kind', () => {
    const text = fc.stringMatching(/^[あいうab 、\n]{0,60}$/);
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(left(before, after)).toBe(before);
        expect(right(before, after)).toBe(after);
        const kinds = diff(before, after).map((part) => part.kind);
        expect(kinds.some((kind, index) => kind === kinds[index + 1])).toBe(false);
      }),
    );
  });

  test('needs no more edits than the shortest script', () => {
    const shortest = (a: string[], b: string[]): number => {
      let row = Array.from({ length: b.length + 1 }, (_, j) => j);
      for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++)
          next.push(a[i - 1] === b[j - 1] ? row[j - 1]! : 1 + Math.min(row[j]!, next[j - 1]!));
        row = next;
      }
      return row[b.length]!;
    };
    // One letter and a space is one word, so that words can be counted in what comes out.
    const words = fc.array(fc.constantFrom('a ', 'b ', 'c '), { maxLength: 14 });
    const tokens = (text: string): string[] => text.match(/[abc]| /g) ?? [];
    fc.assert(
      fc.property(words, words, (a, b) => {
        const edits = diff(a.join(''), b.join(''))
          .filter((part) => part.kind !== 'same')
          .reduce((sum, part) => sum + tokens(part.text).length, 0);
        expect(edits).toBe(shortest(tokens(a.join('')), tokens(b.join(''))));
      }),
    );
  });

  test('gives up politely on texts that share almost nothing, and compares very long ones line by line', () => {
    const a = Array.from({ length: 3000 }, (_, i) => `あ${i}`).join(' ');
    const b = Array.from({ length: 3000 }, (_, i) => `い${i}`).join(' ');
    expect(diff(`前。${a}。後`, `前。${b}。後`).map((part) => part.kind)).toEqual(['same', 'removed', 'added', 'same']);
    const lines = Array.from({ length: 4000 }, (_, i) => `これは${i}行目です。\n`);
    const changed = lines.with(2000, '書きかえた行です。\n');
    expect(diff(lines.join(''), changed.join(''))).toEqual([
      { kind: 'same', text: lines.slice(0, 2000).join('') },
      { kind: 'removed', text: lines[2000] },
      { kind: 'added', text: '書きかえた行です。\n' },
      { kind: 'same', text: lines.slice(2001).join('') },
    ]);
  });
});
