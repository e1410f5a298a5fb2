import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOfPdf } from './pdf-text-for-tests.ts';
import type { Block, Booklet, Print } from './print.ts';
import { typeset } from './typeset.ts';

const label = (text: string) => ({ label: text });
const printOf = (blocks: Block[], more: Partial<Booklet> = {}): Booklet => ({
  lang: 'ja',
  labels: 'ja',
  title: '灯りの文書',
  date: '2027-01-09T01:00:00.000Z',
  runningHead: label('上'),
  cover: { above: '', title: '表紙', lead: '', facts: [], notes: [] },
  contents: label('目次'),
  blocks: [{ kind: 'heading', level: 1, text: label('本文') }, ...blocks],
  codePoints: { heading: label('文字'), text: label('書体にない') },
  ...more,
});
const bare = (text: string) => text.replace(/[\s\u2060]/g, '');
const textOf = (print: Print) => bare(textOfPdf(typeset(print)));

const HOSTILE = [
  '#import "/etc/passwd": *',
  '#{ panic("x") } #eval("1+1") #read("print.json")',
  '$x^2$ *強い* _斜め_ `コード` <名札> @参照 ~ -- --- ... // 注 /* 注 */',
  '] ) } [ ( { \\ " \' \\u{41} \\n',
  '= 見出し\n- 一\n+ 二\n/ 語: 説明',
  'https://example.jp/#a',
  '<script>alert(1)</script>&amp;',
  `${'W'.repeat(100)}${'ー'.repeat(40)}`,
];

describe('F9.6 text in a print', () => {
  test.each(HOSTILE)('stands as it was written: %s', (text) => {
    const voice: Block = {
      kind: 'voice',
      mark: '意見1',
      who: text,
      text,
      notes: [{ label: label('理由'), values: [text] }],
      small: '',
    };
    const shown = textOf(printOf([{ kind: 'heading', level: 2, text }, { kind: 'text', text }, voice]));
    // Heading, its line in the contents, the text, who, what, why.
    expect(shown.split(bare(text))).toHaveLength(7);
  });

  test('whatever is written, nothing of it is executed or lost', () => {
    const unit = fc.constantFrom(...'#$*_`<>@~-/\\"\'[](){}=+:;,.%&|^!? \n漢字かなカナー。、「」（）abcXYZ019');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 80 }), (text) => {
        expect(textOf(printOf([{ kind: 'text', text: `始${text}終` }]))).toContain(`始${bare(text)}終`);
      }),
      { numRuns: 25 },
    );
  });

  test('letters that the fonts lack are named, and that is explained at the end', () => {
    const shown = textOf(printOf([{ kind: 'text', text: 'うれしい😀\u0007' }]));
    expect(shown).toContain('うれしい〔U+1F600〕〔U+0007〕');
    expect(shown).toContain('書体にない');
    expect(textOf(printOf([{ kind: 'text', text: 'うれしい' }]))).not.toContain('書体にない');
  });
});

describe('F9.6 marks that meet', () => {
  // A number in an array of glyphs moves what follows; above 100, a tenth of a letter, to the left.
  test('keep the room the font gives them: none is drawn into its neighbour', () => {
    const pdf = typeset(printOf([{ kind: 'text', text: '不安も残る。「危険」（（あ））』」' }])).toString('latin1');
    const pages = [...pdf.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, body]) => {
      try {
        return [inflateSync(Buffer.from(body!, 'latin1')).toString('latin1')];
      } catch {
        return [];
      }
    });
    const moves = [...pages.join('\n').matchAll(/\[([^\]]*)\] TJ/g)].flatMap(([, glyphs]) =>
      [...glyphs!.replace(/\((?:\\.|[^)\\])*\)/gs, ' ').matchAll(/-?[\d.]+/g)].map(Number),
    );
    expect(pages.join('').length).toBeGreaterThan(1000);
    expect(moves.filter((move) => Math.abs(move) > 100)).toEqual([]);
  });
});

describe('F9.6 the file', () => {
  test('is PDF/UA-1: tagged, with title, language and fonts inside', () => {
    const pdf = typeset(printOf([{ kind: 'list', items: ['一', '二'] }])).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    for (const part of [
      '/MarkInfo',
      '/StructTreeRoot',
      '/DisplayDocTitle true',
      '/FontFile',
      'pdfuaid:part',
      '/Outlines',
    ]) {
      expect([part, pdf.includes(part)]).toEqual([part, true]);
    }
    expect(pdf).toMatch(/\/Lang \(ja/);
  });

  test('is the same, byte for byte, for the same print', () => {
    const [one, two] = [0, 1].map(() =>
      createHash('sha256')
        .update(typeset(printOf([])))
        .digest('hex'),
    );
    expect(one).toBe(two);
  });

  test('labels in English are marked as English', () => {
    const pdf = typeset(printOf([], { labels: 'en', contents: label('Contents') })).toString('latin1');
    expect(pdf).toMatch(/\/Lang \(en/);
  });

  test('a reference leads to its block, and one that leads nowhere is refused', () => {
    const refs: Block = { kind: 'refs', label: '引いた意見', refs: [{ text: '意見1', to: 'o-1' }] };
    const voice: Block = { kind: 'voice', id: 'o-1', mark: '意見1', who: '', text: 'x', notes: [], small: '' };
    expect(typeset(printOf([refs, voice])).toString('latin1')).toContain('/Subtype /Link');
    expect(() => typeset(printOf([refs]))).toThrow('o-1');
  });
});
