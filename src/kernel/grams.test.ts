import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, gramsQuery, gramsVector, likePatterns, wordsOf } from './grams.ts';

describe('foldText', () => {
  test('what people hold for the same is the same', () => {
    expect(foldText('ＡＢＣ　１２３')).toBe('abc 123');
    expect(foldText('ｶﾞｲﾄﾞ')).toBe('がいど');
    expect(foldText('ガイド\r\n ヽ')).toBe('がいど ゝ');
    expect(foldText('㈱ ㍻ ①')).toBe('(株) 平成 1');
    expect(foldText('葛\u{e0100}城')).toBe('葛城');
    expect(foldText('か\u3099')).toBe('が');
  });

  test('folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('grams', () => {
  test('are pairs, and the last character of each run', () => {
    expect(gramsVector('小学校区、バス')).toBe("'小学' '学校' '校区' '区' 'ばす' 'す'");
    expect(gramsVector('A1')).toBe("'a1' '1'");
    expect(gramsVector('、。')).toBe('');
  });

  test('a query asks for all pairs; one character by its beginning', () => {
    expect(gramsQuery('学校')).toBe("'学校'");
    expect(gramsQuery('学校給食')).toBe("'学校' & '校給' & '給食'");
    expect(gramsQuery('学校　バス停')).toBe("'学校' & 'ばす' & 'す停'");
    expect(gramsQuery('校')).toBe("'校':*");
    expect(gramsQuery(' 、! ')).toBeNull();
    expect(gramsQuery('')).toBeNull();
  });

  test('no text can say anything else to PostgreSQL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(gramsVector(text)).toMatch(/^('[\p{L}\p{N}\p{M}]+'( |$))*$/u);
        expect(gramsQuery(text) ?? "'a'").toMatch(/^'[\p{L}\p{N}\p{M}]+'(:\*)?( & '[\p{L}\p{N}\p{M}]+'(:\*)?)*$/u);
      }),
    );
  });

  test('are bounded', () => {
    const all = Array.from({ length: 400 }, (_, a) =>
      Array.from({ length: 200 }, (_, b) => String.fromCharCode(0x4e00 + a, 0x6000 + b)),
    );
    expect(Buffer.byteLength(gramsVector(all.flat().join(' ')))).toBeLessThan(1_000_000);
    expect(
      gramsQuery(Array.from({ length: 500 }, (_, n) => String.fromCharCode(0x4e00 + n)).join(''))!.split(' & '),
    ).toHaveLength(40);
  });
});

describe('likePatterns', () => {
  test('one for each word, with nothing of its own in it', () => {
    expect(likePatterns('学校　100% a_b\\')).toEqual(['%学校%', '%100\\%%', '%a\\_b\\\\%']);
    expect(likePatterns(' ')).toEqual([]);
  });
});

describe('wordsOf', () => {
  test.each([
    ['「公園」', ['公園']],
    ['公園？', ['公園']],
    ['"night bus" 橋', ['night bus', '橋']],
    ['“夜の　照明” 夜の', ['夜の 照明', '夜の']],
    ['（仮称）公園、橋。', ['仮称)公園、橋']],
    ['No.1 100% C++ -川', ['no.1', '100%', 'c++', '-川']],
    ['"', []],
    ['「 」', []],
    ['公園 公園', ['公園']],
  ])('%s', (query, words) => {
    expect(wordsOf(query)).toEqual(words);
  });

  test('each stands in the folded text of the query itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        for (const word of wordsOf(text)) expect(foldText(text)).toContain(word);
      }),
    );
  });
});
