import { describe, expect, test } from 'vitest';
import { textOfPdf } from './pdf-text-for-tests.ts';
import type { Poster, Sheet } from './print.ts';
import { qrSvg } from './qr-svg.ts';
import { typeset } from './typeset.ts';

const label = (text: string) => ({ label: text });
const printed = {
  lang: 'ja' as const,
  labels: 'ja' as const,
  title: '灯りの紙',
  date: '2027-01-09T01:00:00.000Z',
  codePoints: { heading: label('文字'), text: label('書体にない') },
};
const url = 'https://hinata.example/debates/12345678901234567890?a=1&b=%E7%81%AF';
const sheet = (blocks: Sheet['blocks']): Sheet => ({
  ...printed,
  look: 'sheet',
  above: 'ひなた市',
  heading: '#灯り *を*',
  lead: '',
  foot: label('足'),
  blocks,
});
const poster = (paper: 'a4' | 'a3', heading = '横断歩道に灯りを'): Poster => ({
  ...printed,
  look: 'poster',
  paper,
  above: 'ひなた市',
  heading,
  lead: '夜が暗い',
  facts: [{ label: label('いつ'), values: ['令和9年1月31日まで'] }],
  code: { url, text: label('意見を言う') },
  notes: [],
});
const bare = (text: string) => text.replace(/[\s\u2060]/g, '');
const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length;
const size = (pdf: Buffer) =>
  /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/
    .exec(pdf.toString('latin1'))
    ?.slice(1)
    .map((side) => Math.round(Number(side)));

describe('X9 sheets', () => {
  test('hold lines to write on, boxes to tick, steps, a drawing and a code, as PDF/UA-1', () => {
    const pdf = typeset(
      sheet([
        { kind: 'heading', level: 1, text: label('書くところ') },
        { kind: 'steps', items: ['書く', '出す'] },
        { kind: 'lines', label: label('意見'), hint: label('200字まで'), count: 5 },
        { kind: 'ticks', label: label('名前'), items: ['名前を出してよい'] },
        {
          kind: 'picture',
          svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><text x="1" y="8" font-family="BIZ UDPGothic">A</text></svg>',
          alt: label('図の説明'),
          caption: label('図の下'),
        },
        { kind: 'qr', url, text: label('ウェブの頁') },
      ]),
    );
    const text = bare(textOfPdf(pdf));
    for (const part of [
      '#灯り*を*',
      '書くところ',
      '書く',
      '200字まで',
      '名前を出してよい',
      '図の下',
      'ウェブの頁',
      url,
    ])
      expect(text).toContain(part);
    expect(pdf.toString('latin1')).toContain('pdfuaid:part');
  });

  test('an address is never changed, whatever the fonts lack; letters around it are named', () => {
    const odd = 'https://hinata.example/debates/x?q=😀';
    const pdf = typeset(sheet([{ kind: 'qr', url: odd, text: label('😀') }]));
    expect(bare(textOfPdf(pdf))).toContain(new URL(odd).href);
    expect(bare(textOfPdf(pdf))).toContain('書体にない');
  });
});

describe('X9 posters', () => {
  test.each([
    ['a4', [595, 842]],
    ['a3', [842, 1191]],
  ] as const)('one page of %s', (paper, sides) => {
    const pdf = typeset(poster(paper));
    expect([pages(pdf), size(pdf)]).toEqual([1, sides]);
    expect(bare(textOfPdf(pdf))).toContain('令和9年1月31日まで');
  });

  test('the longest title still leaves one page', () => {
    const pdf = typeset({ ...poster('a4', 'あ'.repeat(80)), lead: 'い'.repeat(140) });
    expect(pages(pdf)).toBe(1);
  });
});

describe('X9 QR codes', () => {
  test('are drawn inside a quiet zone of four modules, each text its own', () => {
    const svg = qrSvg(url);
    const [, whole] = /viewBox="0 0 (\d+) /.exec(svg)!;
    const places = [...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    expect(Math.min(...places)).toBe(4);
    expect(Math.max(...places)).toBe(Number(whole) - 5);
    expect(qrSvg(`${url}.`)).not.toBe(svg);
  });
});
