import { afterAll, describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { checkPacked } from './packed.ts';
import { archive, openDocument, pdf, pictureWithExif, wordDocument, workbench } from './samples-for-tests.ts';
import { sniff } from './sniff.ts';

const bench = workbench();
afterAll(() => bench.clear());

async function refused(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'taken',
    (error) => (error instanceof Refusal ? error.all[0]!.code : String(error)),
  );
}

const whatIs = (bytes: Buffer | string, name = 'x') => sniff(bench.write(bytes), name);

describe('X10 what a file is', () => {
  test('is read from its content, whatever it is called', async () => {
    expect(await whatIs(pdf(), 'holiday.jpg')).toMatchObject({ kind: 'document', type: 'application/pdf' });
    expect(await whatIs(await pictureWithExif('jpeg'), 'report.pdf')).toMatchObject({
      kind: 'picture',
      extension: 'jpg',
    });
    expect(await whatIs(await pictureWithExif('gif'))).toMatchObject({ kind: 'picture', extension: 'png' });
    expect(await whatIs(await pictureWithExif('avif'))).toMatchObject({ kind: 'picture', extension: 'webp' });
    expect(await whatIs(await wordDocument())).toMatchObject({ extension: 'docx' });
    expect(await whatIs(await openDocument())).toMatchObject({ extension: 'odt' });
  });

  test('text is text when it can be read as such; tables in the old encoding say so', async () => {
    expect(await whatIs('地点,照度\n東小前,2.1\n', '測定.csv')).toEqual({
      kind: 'document',
      type: 'text/csv; charset=utf-8',
      extension: 'csv',
    });
    const shiftJis = Buffer.from([0x92, 0x6e, 0x93, 0x5f, 0x2c, 0x31, 0x0d, 0x0a]);
    expect(await whatIs(shiftJis, '測定.CSV')).toMatchObject({ type: 'text/csv; charset=shift_jis' });
    expect(await whatIs('ひとこと', 'memo')).toMatchObject({ extension: 'txt' });
  });

  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'drawing-or-page'],
    ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'drawing-or-page'],
    ['\uFEFF  <!DOCTYPE html><title>x</title>', 'drawing-or-page'],
    ['<script>alert(1)</script>', 'drawing-or-page'],
    ['', 'empty-file'],
    ['abc\u0000def', 'unknown-type'],
    ['\u0001\u0002\u0003', 'unknown-type'],
  ])('%j is refused: %s', async (text, code) => {
    expect(await refused(whatIs(text, 'a.txt'))).toBe(code);
  });

  test('a program, a plain archive, a picture straight from some telephones', async () => {
    expect(await refused(whatIs(Buffer.from('MZ\x90\x00\x03\x00\x00\x00'.padEnd(200, '\0'), 'latin1'), 'a.pdf'))).toBe(
      'unknown-type',
    );
    expect(await refused(whatIs(await archive({ 'a.txt': 'x' }), 'a.docx'))).toBe('unknown-type');
    const heic = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypheic'),
      Buffer.alloc(4),
      Buffer.from('mif1heic'),
    ]);
    expect(await refused(whatIs(heic, 'IMG_1.HEIC'))).toBe('phone-picture');
  });
});

describe('X10 documents that are archives inside', () => {
  const check = (bytes: Buffer) => checkPacked(bench.write(bytes), bytes.length);

  test('ordinary ones pass', async () => {
    expect(await refused(check(await wordDocument()))).toBe('taken');
    expect(await refused(check(await openDocument()))).toBe('taken');
  });

  test('one that grows to the size of a disk is refused before it is opened', async () => {
    const zeros = Buffer.alloc(24 * 1024 * 1024);
    expect(await refused(check(await wordDocument({ 'word/media/image1.bmp': zeros })))).toBe('packed-too-tight');
  });

  test('macros, and what is no archive, are refused', async () => {
    expect(await refused(check(await wordDocument({ 'word/vbaProject.bin': 'x' })))).toBe('with-macros');
    expect(await refused(check(pdf()))).toBe('broken-document');
  });
});
