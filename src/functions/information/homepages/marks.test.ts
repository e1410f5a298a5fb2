import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { badAddresses, inlinesOf, partsOf, plainText, safeAddress } from './marks.ts';

describe('F1.3 marks in a text', () => {
  test('paragraphs, lists, numbers, bold, links', () => {
    expect(partsOf('一行目\n二行目\n\n・茶\n・菓子\n1. 集まる\n2. 刈る')).toEqual([
      { kind: 'paragraph', lines: [[{ kind: 'text', text: '一行目' }], [{ kind: 'text', text: '二行目' }]] },
      { kind: 'list', items: [[{ kind: 'text', text: '茶' }], [{ kind: 'text', text: '菓子' }]] },
      { kind: 'numbers', items: [[{ kind: 'text', text: '集まる' }], [{ kind: 'text', text: '刈る' }]] },
    ]);
    expect(inlinesOf('**太い**と[地図](https://map.example/)とhttps://a.example/。')).toEqual([
      { kind: 'bold', text: '太い' },
      { kind: 'text', text: 'と' },
      { kind: 'link', text: '地図', href: 'https://map.example/' },
      { kind: 'text', text: 'と' },
      { kind: 'link', text: 'https://a.example/', href: 'https://a.example/' },
      { kind: 'text', text: '。' },
    ]);
    expect(plainText('**太い**[地図](https://map.example/)')).toBe('太い地図');
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    '//evil.example/',
    '/\\evil.example',
    'https://user:pass@evil.example/',
    'vbscript:x',
    'file:///etc/passwd',
    'https://',
  ])('%s is no address', (typed) => {
    expect(safeAddress(typed)).toBeNull();
    expect(badAddresses(`[押して](${typed.replace(/\s/g, '')})`)).toHaveLength(1);
  });

  test.each([
    'https://a.example/b?c=d#e',
    'http://a.example',
    'mailto:a@b.example',
    'tel:+81-3-0000-0000',
    '/sites/kawabe/about',
  ])('%s is one', (typed) => expect(safeAddress(typed)).toBe(typed));

  test('whatever is typed, no link leads where it may not', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('[', ']', '(', ')', '**', 'a', 'javascript:', 'https://x.example', '//', '・', '\n', ' '),
          { maxLength: 40 },
        ),
        (typed) => {
          const parts = partsOf(typed.join(''));
          const inlines = parts.flatMap((part) => (part.kind === 'paragraph' ? part.lines : part.items)).flat();
          for (const one of inlines) if (one.kind === 'link') expect(safeAddress(one.href)).toBe(one.href);
        },
      ),
    );
  });
});
