import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readComments } from './comments-file.ts';
import type { SourceFile } from './conversation.ts';
import {
  commentsCsv,
  conversation,
  csv,
  fileOf,
  lastVotes,
  manner,
  participantsCsv,
  votesCsv,
} from './conversation-for-tests.ts';
import { People } from './people.ts';
import { Problems } from './problems.ts';
import { csvRecords } from './records.ts';
import { readSummary } from './summary-file.ts';
import { type VoteLine, voteLines } from './votes-file.ts';

const HEADER = ['timestamp', 'comment-id', 'author-id', 'moderated', 'comment-body'];

async function comments(file: SourceFile, people = new People()) {
  const problems = new Problems(file.name);
  const read = await readComments(file, people, { problems, onBytes: () => {} });
  return { read, told: told(problems) };
}

async function votes(file: SourceFile, known: readonly string[] | null, people = new People()) {
  const problems = new Problems(file.name);
  const facts = { line: 1, author: 0, at: 0, hidden: false };
  const map = known && new Map(known.map((id) => [id, facts]));
  const read: VoteLine[] = [];
  for await (const bunch of voteLines(file, map, people, { problems, onBytes: () => {} })) read.push(...bunch);
  return { read, told: told(problems) };
}

function told(problems: Problems): string[] {
  return problems.report().first.map(({ line, code }) => `${line} ${code}`);
}

async function records(text: string | Buffer, piece?: number) {
  const problems = new Problems('comments.csv');
  const read: string[] = [];
  const reading = { problems, onBytes: () => {} };
  for await (const { line, cells } of csvRecords(fileOf('comments.csv', text, piece), reading))
    read.push(`${line} ${JSON.stringify(cells)}`);
  return { read, told: told(problems) };
}

describe('F9.2 records of a file', () => {
  test('know the physical line on which they begin', async () => {
    const { read } = await records('a,b\n1,"x\ny\nz"\n\n2,"""q"""\n3,last');
    expect(read).toEqual(['1 ["a","b"]', '2 ["1","x\\ny\\nz"]', '6 ["2","\\"q\\""]', '7 ["3","last"]']);
  });

  test.each([1, 2, 3, 5, 1000])('with CR LF and a byte order mark, in pieces of %i', async (piece) => {
    const { read, told } = await records('\ufeffa,b\r\n1,"x\r\ny"\r\n2,z\r\n', piece);
    expect(read).toEqual(['1 ["a","b"]', '2 ["1","x\\ny"]', '4 ["2","z"]']);
    expect(told).toEqual([]);
  });

  test('a CR alone is part of the text and ends no line', async () => {
    const { read } = await records('a,b\n1,"x\ry"\n2,z\n');
    expect(read.map((one) => one.slice(0, 2))).toEqual(['1 ', '2 ', '3 ']);
    expect(read[1]).toContain('x\u0085y');
  });

  test('bytes that are no UTF-8 and NUL are told by their line, and the rest is read', async () => {
    const text = Buffer.concat([Buffer.from('a,b\n1,"x\n'), Buffer.from([0x93, 0xfa]), Buffer.from('"\n2,\0\n3,ok\n')]);
    const { read, told } = await records(text, 4);
    expect(told).toEqual(['3 not-utf8', '4 nul']);
    expect(read.at(-1)).toBe('5 ["3","ok"]');
  });

  test('UTF-16 is told once', async () => {
    const { told } = await records(Buffer.from('\ufeffa,b\r\n1,2\r\n3,4\r\n', 'utf16le'), 1000);
    expect(told).toEqual(['1 not-utf8']);
  });

  test('quotes out of place are told where they stand, and what follows is read', async () => {
    const { read, told } = await records('a,b\n1,x "y" z\n2,ok\n3,"open\n4,"next"\n5,"fine"\n');
    expect(told).toEqual(['2 stray-quote', '4 open-quote']);
    expect(read).toEqual(['1 ["a","b"]', '3 ["2","ok"]', '6 ["5","fine"]']);
  });

  test('a quote that never closes is told where it opens', async () => {
    expect((await records('a,b\n1,ok\n2,"never\n3,x\n4,y\n')).told).toEqual(['3 open-quote']);
  });

  test('a line longer than memory should hold ends the reading', async () => {
    const { told } = await records(`a,b\n1,${'x'.repeat(5 * 1024 * 1024)}`, 1024 * 1024);
    expect(told).toEqual(['2 line-too-long']);
  });

  test('a quote that swallows everything does not swallow the memory', async () => {
    const { told } = await records(`a,b\n1,"open\n${'x,y\n'.repeat(1_300_000)}`, 1024 * 1024);
    expect(told).toEqual(['2 open-quote']);
  });
});

describe('F9.2 comments.csv', () => {
  const at = 1_568_101_622_999;

  test('columns in any order, however their names are written; without `moderated` nothing is hidden', async () => {
    const text = csv(['Comment Body', 'author_id', 'COMMENT-ID', 'timestamp', 'votes'], ['text', 7, 3, at, 9]);
    const { read, told } = await comments(fileOf('comments.csv', text));
    expect(told).toEqual([]);
    expect([...read]).toEqual([['3', { line: 2, author: 0, at, hidden: false }]]);
  });

  test.each([
    ['no time', ['', 1, 2, 0, 'x'], 'blank-cell'],
    ['a time in words', ['yesterday', 1, 2, 0, 'x'], 'bad-time'],
    ['a time before there were such conversations', ['946684799', 1, 2, 0, 'x'], 'bad-time'],
    ['no number', [at, '', 2, 0, 'x'], 'blank-cell'],
    ['no author', [at, 1, '', 0, 'x'], 'blank-cell'],
    ['moderated as a word', [at, 1, 2, 'yes', 'x'], 'bad-moderation'],
    ['a text of a whole book', [at, 1, 2, 0, 'x'.repeat(20_001)], 'long-body'],
    ['a cell too many', [at, 1, 2, 0, 'x', 'y'], 'cell-count'],
    ['a cell too few', [at, 1, 2, 0], 'cell-count'],
  ])('%s is told', async (_, cells, code) => {
    const { told } = await comments(fileOf('comments.csv', csv(HEADER, [at, 0, 1, 1, 'before'], cells), 999));
    expect(told).toEqual([`3 ${code}`]);
  });

  test('a number that is there twice is told with the line of the first', async () => {
    const problems = new Problems('comments.csv');
    const file = fileOf('comments.csv', csv(HEADER, [at, 5, 1, 0, 'a\nb'], [at, 5, 1, 0, 'c']));
    await readComments(file, new People(), { problems, onBytes: () => {} });
    expect(problems.report().first).toEqual([{ line: 4, code: 'double-comment', facts: { id: '5', first: 2 } }]);
  });

  test('missing columns are named; an empty file, or one with a header only, is no conversation', async () => {
    const problems = new Problems('comments.csv');
    const file = fileOf('comments.csv', 'timestamp;comment-id;body\n');
    await readComments(file, new People(), { problems, onBytes: () => {} });
    expect(problems.report().first[0]).toMatchObject({
      line: 1,
      code: 'missing-columns',
      facts: { columns: 'timestamp, comment-id, author-id, comment-body' },
    });
    expect((await comments(fileOf('comments.csv', ''))).told).toEqual(['1 empty-file']);
    expect((await comments(fileOf('comments.csv', csv(HEADER)))).told).toEqual(['1 empty-file']);
  });

  test('seconds and ISO dates are times, too', async () => {
    const text = csv(HEADER, [1_568_101_622, 0, 1, 0, 'x'], ['2019-09-10T07:47:02.999Z', 1, 1, 0, 'x']);
    const { read } = await comments(fileOf('comments.csv', text));
    expect([...read.values()].map((one) => one.at)).toEqual([at - 999, at]);
  });

  test('after twenty bad lines the rest is counted', async () => {
    const problems = new Problems('comments.csv');
    const lines = Array.from({ length: 50 }, (_, id) => [id % 2 ? 'x' : at, id, 1, 0, 'text']);
    const file = fileOf('comments.csv', csv(HEADER, ...lines));
    await readComments(file, new People(), { problems, onBytes: () => {} });
    const report = problems.report();
    expect(report).toMatchObject({ bad: 25, stopped: false });
    expect(report.first.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, n) => 3 + 2 * n));
  });
});

describe('F9.2 votes.csv', () => {
  const at = 1_568_101_622_999;

  test.each([
    ['2', 'bad-vote'],
    ['', 'bad-vote'],
    ['agree', 'bad-vote'],
    ['0.5', 'bad-vote'],
  ])('a vote of "%s" is told', async (vote, code) => {
    const file = fileOf('votes.csv', csv(['timestamp', 'comment-id', 'voter-id', 'vote'], [at, 0, 1, vote]));
    expect((await votes(file, ['0'])).told).toEqual([`2 ${code}`]);
  });

  test('unknown opinions, nobody and no time are told; 1.0 and +1 are votes', async () => {
    const header = ['timestamp', 'comment-id', 'voter-id', 'vote'];
    const lines = [
      [at, 9, 1, 1],
      [at, 0, '', 1],
      ['soon', 0, 1, 1],
      [at, 0, 1, '1.0'],
      [at, 0, 1, '+1'],
      [at, 0, 1, '-0'],
    ];
    const { read, told } = await votes(fileOf('votes.csv', csv(header, ...lines)), ['0']);
    expect(told).toEqual(['2 unknown-comment', '3 blank-cell', '4 bad-time']);
    expect(read.map((vote) => vote.stance)).toEqual([1, 1, 0]);
  });

  test('where not all opinions could be read, none is called unknown', async () => {
    const file = fileOf('votes.csv', csv(['comment-id', 'voter-id', 'vote'], [9, 1, 1]));
    expect((await votes(file, null)).told).toEqual([]);
  });
});

describe('F9.2 participants-votes.csv', () => {
  const own = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree'];

  test('empty cells are no votes; columns that somebody added are passed over', async () => {
    const text = csv([...own, '0', 'age', '4'], [7, 0, 0, 1, 1, 0, 1, 33, ''], [8, '', 0, 0, 0, 0, '', '', '']);
    const people = new People();
    const { read, told } = await votes(fileOf('participants-votes.csv', text), ['0', '4'], people);
    expect(told).toEqual([]);
    expect(read).toEqual([{ line: 2, comment: '0', person: 0, at: 0, stance: 1 }]);
    expect(people.count).toBe(2);
  });

  test('a column of an unknown opinion is told where somebody voted in it', async () => {
    const text = csv([...own, '0', '9'], [7, 0, 0, 1, 1, 0, 1, ''], [8, 0, 0, 1, 1, 0, '', -1]);
    expect((await votes(fileOf('participants-votes.csv', text), ['0'])).told).toEqual(['3 unknown-comment']);
  });

  test('people and opinions stand there once', async () => {
    const text = csv([...own, '0', '0'], [7, 0, 0, 1, 1, 0, 1, ''], [7, 0, 0, 1, 1, 0, '', 3]);
    expect((await votes(fileOf('participants-votes.csv', text), ['0'])).told).toEqual([
      '1 double-column',
      '3 double-person',
    ]);
  });
});

describe('F9.2 summary.csv', () => {
  test('gives topic, description and address; values may have lines and commas', async () => {
    const text =
      'topic,Trees, and lakes\nurl,https://pol.is/3x\nviews,12\nconversation-description,"One.\n\n* two, three"\n';
    const problems = new Problems('summary.csv');
    const summary = await readSummary(fileOf('summary.csv', text), { problems, onBytes: () => {} });
    expect(summary).toEqual({ topic: 'Trees, and lakes', about: 'One.\n\n* two, three', url: 'https://pol.is/3x' });
    expect(problems.none).toBe(true);
  });

  test('an address that is none is left out', async () => {
    const problems = new Problems('summary.csv');
    const file = fileOf('summary.csv', 'url,javascript:alert(1)\n');
    expect((await readSummary(file, { problems, onBytes: () => {} })).url).toBe('');
  });
});

describe('F9.2 generated conversations', () => {
  test('are read whole, in whatever manner they are written', async () => {
    await fc.assert(
      fc.asyncProperty(conversation, manner, async (talk, how) => {
        const people = new People();
        const file = fileOf('comments.csv', commentsCsv(talk, how), how.piece);
        const { read, told } = await comments(file, people);
        expect(told).toEqual([]);
        const hidden = talk.comments.filter(({ moderated }) => moderated === -1).map(({ id }) => `${id}`);
        expect([...read].filter(([, facts]) => facts.hidden).map(([id]) => id)).toEqual(hidden);
        expect(read.size).toBe(talk.comments.length);
        const known = [...read.keys()];
        const lines = await votes(fileOf('votes.csv', votesCsv(talk, how), how.piece), known, people);
        expect(lines.told).toEqual([]);
        expect(lines.read.map((one) => one.stance)).toEqual(talk.votes.map(({ vote }) => vote));
        const table = await votes(fileOf('participants-votes.csv', participantsCsv(talk, how), how.piece), known);
        expect(table.told).toEqual([]);
        expect(table.read).toHaveLength(lastVotes(talk).size);
      }),
      { numRuns: 60 },
    );
  });
});
