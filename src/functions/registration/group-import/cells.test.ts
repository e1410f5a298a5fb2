import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf, kindOf, readRow, serialDay, shownEntry } from './cells.ts';
import { firstMapping, guessColumns, isPortalFile } from './columns.ts';
import { encodingOf } from './encoding.ts';
import { findHead } from './head.ts';
import type { Bytes, Mapping } from './list.ts';
import { delimiterOf, linesOf } from './read-list.ts';

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
    const head = [{ line: 1, row: 1, cells: ['団体名'] }];
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

  test('lines are counted as an editor counts them, rows as a spreadsheet does', async () => {
    const lines = await linesIn(bytesOf('a,b\n"1\n2",3\n\n4,5\n'));
    expect(lines.map(({ line, row, cells }) => [line, row, cells[0]])).toEqual([
      [1, 1, 'a'],
      [2, 2, '1\n2'],
      [5, 4, '4'],
    ]);
  });

  test('one broken byte doesn’t make it another encoding; a workbook or a picture is said to be none', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => `団体${at},よみ`).join('\n');
    expect((await encodingOf(bytesOf(rows, [0xff, 0xfe], '\n終わり'))).encoding).toBe('utf-8');
    await expect(encodingOf(bytesOf([0x50, 0x4b, 0x03, 0x04, 0x14]))).rejects.toMatchObject({
      problem: { code: 'is-workbook', line: 1 },
    });
    await expect(encodingOf(bytesOf([0x89, 0x50, 0x4e, 0x47, 0, 0]))).rejects.toMatchObject({
      problem: { code: 'no-text' },
    });
  });

  test('an open quotation mark is said with its line', async () => {
    await expect(linesIn(bytesOf('a,b\nx,"y\n'))).rejects.toMatchObject({ problem: { code: 'stray-quote' } });
  });
});

const sheet = (...rows: string[]) => rows.map((row, at) => ({ line: at + 1, row: at + 1, cells: row.split(',') }));

describe('F7.5 the head of a list', () => {
  test('stands under a title, and may be two lines', () => {
    expect(findHead(sheet('市民活動団体名簿,,', '（4月1日現在）,,', 'No.,団体の名称,代表者氏名', '1,会,人'))).toEqual({
      row: 3,
      rows: 1,
      columns: ['No.', '団体の名称', '代表者氏名'],
    });
    const two = sheet('団体名,,代表者,,連絡先,', '名称,フリガナ,氏名,住所,電話,メール', '会,カイ,人,町1,0982-1,');
    expect(findHead(two)).toMatchObject({ row: 1, rows: 2 });
    expect(guessColumns(findHead(two)!.columns)).toEqual({
      name: 0,
      reading: 1,
      representative: 2,
      address: 3,
      phone: 4,
      email: 5,
    });
  });

  test('is never a line of entries; whoever sends it may say where it is', () => {
    const lines = sheet('団体名,,電話', '会の名称,代表,0982-55-1111', 'つぎの会,人,0982-55-1112');
    expect(findHead(lines)).toMatchObject({ row: 1, rows: 1 });
    expect(findHead(lines, 2)).toMatchObject({ row: 2, columns: ['会の名称', '代表', '0982-55-1111'] });
    expect(findHead(lines, 9)).toBeNull();
    expect(findHead(sheet(',,', ''))).toBeNull();
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
    const read = () =>
      readRow({ line: 2, row: 2, cells }, { mapping: firstMapping(columns, true), columns, isPortal: true });
    expect(read().entry?.declaration).toMatchObject({ kind: 'npo', fields: [1, 20], founded: '2009-04-01' });
    [cells[2], cells[4]] = ['宮崎県', '日向市本町1番1号'];
    expect(read().entry?.contacts.address).toBe('宮崎県日向市本町1番1号');
    [cells[2], cells[4]] = ['横浜市', '横浜市中区1'];
    expect(read().entry?.contacts.address).toBe('横浜市中区1');
    [cells[2], cells[4]] = ['宮崎県', '宮崎県日向市1'];
    expect(read().entry?.contacts.address).toBe('宮崎県日向市1');
    cells[47] = '2020/03/31 解散';
    expect(read()).toEqual({ entry: null, problems: [], emptied: [] });
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
    const read = (line: number, typed: string[], as: Mapping = mapping) =>
      readRow({ line, row: line, cells: typed }, { mapping: as, columns, isPortal: false });
    const { entry, problems } = read(5, cells);
    expect(entry).toBeNull();
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [5, 'メール', 'bad-address'],
      [5, '設立', 'bad-date'],
      [5, '人数', 'bad-count'],
      [5, '法人番号', 'bad-number'],
    ]);
    const lenient = read(5, cells, { ...mapping, isLenient: true });
    expect(lenient.entry?.declaration).toMatchObject({ name: '川の会', number: null, memberCount: null });
    expect(lenient.emptied).toEqual(problems);
    expect(read(6, ['', '', '', '', ''])).toEqual({ entry: null, problems: [], emptied: [] });
    expect(read(7, ['', '', '3人', '', ''], { ...mapping, isLenient: true }).problems).toMatchObject([
      { line: 7, column: '団体名', code: 'no-name' },
    ]);
    const broken = read(8, ['川\ufffdの会', '', '', '', '']);
    expect(broken.problems).toEqual([{ line: 8, column: '団体名', code: 'broken-text', cell: '川\ufffdの会' }]);
  });

  test('a row of which no column says anything brings nothing: numbers set beforehand, notes below', () => {
    const columns = ['No.', '団体名', '会員数'];
    const of = { mapping: firstMapping(columns, false), columns, isPortal: false };
    for (const cells of [['25'], ['※ 会員数は申告による', '', '']])
      expect(readRow({ line: 9, row: 9, cells }, of)).toEqual({ entry: null, problems: [], emptied: [] });
  });

  test('widths, dashes and words of a spreadsheet are read as they are meant', () => {
    const columns = ['団体名', '電話番号', 'URL', '会員数', '会員募集', '出せるもの', '代表者'];
    const of = { mapping: firstMapping(columns, false), columns, isPortal: false };
    const cells = [
      '髙﨑㈱の会',
      '０９８２－１１−２２３３',
      'ｗｗｗ.a.example',
      '15人（うち男性3人）',
      '有',
      '無',
      '－',
    ];
    const { entry, problems } = readRow({ line: 2, row: 2, cells }, of);
    expect(problems).toEqual([]);
    expect(entry?.declaration).toMatchObject({ kind: 'company', memberCount: 15, seeks: '会員募集', offers: '' });
    expect(entry?.contacts).toEqual({ website: 'http://www.a.example' });
    expect(entry?.kept).toEqual({ phone: '0982-11-2233' });
  });

  test.each([
    ['39904', '2009-04-01'],
    ['３９９０４', '2009-04-01'],
    ['39904.0', '2009-04-01'],
    ['25569', '1970-01-01'],
    ['45351', '2024-02-29'],
    ['9999', null],
    ['80001', null],
    ['1985', null],
    ['20090401', null],
    ['39904.5', null],
  ])('a day that a spreadsheet saved as a number, %s, is %s', (cell, day) => expect(serialDay(cell)).toBe(day));

  test('such a day is brought in, and the preview says which one was understood of what', () => {
    const columns = ['団体名', '設立'];
    const of = { mapping: firstMapping(columns, false), columns, isPortal: false };
    const { entry, problems } = readRow({ line: 2, row: 2, cells: ['川の会', '39904'] }, of);
    expect(problems).toEqual([]);
    expect(entry?.declaration.founded).toBe('2009-04-01');
    expect(shownEntry(entry!).founded).toBe('39904 → 2009-04-01');
    const typed = readRow({ line: 3, row: 3, cells: ['山の会', '平成21年'] }, of).entry!;
    expect(shownEntry(typed).founded).toBe('2009');
    expect(readRow({ line: 4, row: 4, cells: ['丘の会', '99999'] }, of).problems).toMatchObject([{ code: 'bad-date' }]);
  });
});
