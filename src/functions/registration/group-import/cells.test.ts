import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf, kindOf, readRow } from './cells.ts';
import { firstMapping, guessColumns, isPortalFile } from './columns.ts';
import { type Bytes, delimiterOf, encodingOf, linesOf } from './read-list.ts';

const bytesOf = (...pieces: (string | number[])[]): Bytes =>
  async function* () {
    for (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece);
  };
const linesIn = async (bytes: Bytes) => {
  const { encoding } = await encodingOf(bytes);
  const lines = [];
  for await (const one of linesOf(bytes, encoding, ',')) lines.push(one);
  return lines;
};

describe('F7.5 how a list was saved', () => {
  test('UTF-8 with and without its mark, CP932, UTF-16, even where a piece ends inside a character', async () => {
    const head = [{ line: 1, cells: ['団体名'] }];
    const [first, ...rest] = [...Buffer.from('団体名\n')];
    expect(await linesIn(bytesOf([first!], rest))).toEqual(head);
    expect(await linesIn(bytesOf([0xef, 0xbb, 0xbf], '団体名\r\n'))).toEqual(head);
    expect(await linesIn(bytesOf([0x92], [0x63, 0x91, 0xcc, 0x96, 0xbc, 0x0a]))).toEqual(head);
    expect(await linesIn(bytesOf([0xff, 0xfe, ...Buffer.from('団体名\n', 'utf16le')]))).toEqual(head);
  });

  test('commas, tabs and semicolons, not those inside quotation marks', () => {
    expect(delimiterOf('a,b\tc,d')).toBe(',');
    expect(delimiterOf('"a,b,c"\td')).toBe('\t');
    expect(delimiterOf('a;b')).toBe(';');
    expect(delimiterOf('a')).toBe(',');
  });

  test('lines are counted as an editor counts them', async () => {
    const lines = await linesIn(bytesOf('a,b\n"1\n2",3\n4,5\n'));
    expect(lines.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [3, '1\n2'],
      [4, '4'],
    ]);
  });

  test('an open quotation mark is said with its line', async () => {
    await expect(linesIn(bytesOf('a,b\nx,"y\n'))).rejects.toMatchObject({ problem: { code: 'stray-quote' } });
  });
});

describe('F7.5 columns are guessed', () => {
  test('by their names, each once', () => {
    const columns = ['No', '団体名', 'フリガナ', '代表者名', '電話番号', '活動分野', '活動内容', '会員数', '備考'];
    expect(guessColumns(columns)).toEqual({
      name: 1,
      reading: 2,
      representative: 3,
      phone: 4,
      fields: 5,
      purpose: 6,
      memberCount: 7,
    });
  });

  test('no column is two items', () => {
    const names = fc.array(
      fc.constantFrom('団体名', '名称', '代表者', '住所', '電話', 'HP', '分野', '目的', '地域', 'x'),
    );
    fc.assert(
      fc.property(names, (columns) => {
        const used = Object.values(guessColumns(columns));
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });

  test('the national portal’s file is known by itself', () => {
    const columns = Array.from({ length: 60 }, (_, at) => `列${at}`);
    expect(isPortalFile(columns)).toBe(false);
    [columns[0], columns[2], columns[49]] = ['法人名称', '所轄庁', '法人番号'];
    expect(isPortalFile(columns)).toBe(true);
    const cells = columns.map(() => '');
    [cells[0], cells[10], cells[12], cells[31], cells[49]] = [
      '特定非営利活動法人 川',
      '2009/04/01',
      '○',
      '○',
      '7000012050002',
    ];
    const read = () => readRow(2, cells, firstMapping(columns, true), columns, true);
    expect(read().entry?.declaration).toMatchObject({ kind: 'npo', fields: [1, 20], founded: '2009-04-01' });
    cells[47] = '2020/03/31 解散';
    expect(read()).toEqual({ entry: null, problems: [] });
  });
});

describe('F7.5 cells', () => {
  test('kinds, by the cell or by the name', () => {
    expect(kindOf('', 'NPO法人みどり')).toBe('npo');
    expect(kindOf('任意団体', '本町三丁目自治会')).toBe('residents');
    expect(kindOf('', 'おはなしの会')).toBe('voluntary');
  });

  test.each([
    ['7', [7]],
    ['1、13', [1, 13]],
    ['環境の保全', [7]],
    ['子育て・福祉', [1, 13]],
    ['学術・文化・芸術・スポーツ', [6]],
    ['3号 まちづくり', [3]],
    ['宇宙旅行', null],
  ])('fields of %s', (cell, fields) => expect(fieldsOf(cell)).toEqual(fields));

  test('mistakes are said by line and column; where asked, cells that say nothing are left empty', () => {
    const columns = ['団体名', '法人番号', '人数', 'メール', '設立'];
    const mapping = firstMapping(columns, false);
    const cells = ['川の会', '1234567890123', 'たくさん', 'でんわで', '昔'];
    const { entry, problems } = readRow(5, cells, mapping, columns, false);
    expect(entry).toBeNull();
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [5, 'メール', 'bad-address'],
      [5, '設立', 'bad-date'],
      [5, '人数', 'bad-count'],
      [5, '法人番号', 'bad-number'],
    ]);
    const lenient = readRow(5, cells, { ...mapping, isLenient: true }, columns, false);
    expect(lenient.entry?.declaration).toMatchObject({ name: '川の会', number: null, memberCount: null });
    expect(readRow(6, ['', '', '', '', ''], mapping, columns, false)).toEqual({ entry: null, problems: [] });
    expect(readRow(7, ['', '', '3人', '', ''], { ...mapping, isLenient: true }, columns, false).problems).toMatchObject(
      [{ line: 7, column: '団体名', code: 'no-name' }],
    );
  });
});
