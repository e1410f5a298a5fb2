import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readComments } from './comments-file.ts';
import { type Conversation, commentsCsv, conversation, csvLine, fileOf, votesCsv } from './conversation-for-tests.ts';
import { People } from './people.ts';
import { Problems } from './problems.ts';
import { voteLines } from './votes-file.ts';

type Row = (string | number)[];

/** Ways to spoil a record; each gives its text. `cells` are those of comments.csv or votes.csv in their usual order. */
const SPOILT: Record<string, { file: 'comments' | 'votes' | 'both'; spoil: (cells: Row) => Buffer }> = {
  'a time in words': { file: 'both', spoil: (cells) => line(cells.with(0, 'soon')) },
  'no number of the opinion': { file: 'both', spoil: (cells) => line(cells.with(2, '')) },
  nobody: { file: 'both', spoil: (cells) => line(cells.with(3, ' ')) },
  'a cell too few': { file: 'both', spoil: (cells) => line(cells.slice(0, -1)) },
  'a cell too many': { file: 'both', spoil: (cells) => line([...cells, 'more']) },
  'a quote within a cell': { file: 'both', spoil: (cells) => line(cells, (text) => text.replace(',', ',a"b')) },
  // In comments the next text in quotation marks would close it: then that line is the one that can't be read.
  'a quote that stays open': { file: 'votes', spoil: (cells) => line(cells, (text) => `"${text.replaceAll('"', '')}`) },
  'a byte that is no UTF-8': { file: 'both', spoil: (cells) => Buffer.concat([Buffer.from([0xc3]), line(cells)]) },
  NUL: { file: 'both', spoil: (cells) => Buffer.concat([Buffer.from([0]), line(cells)]) },
  'an unknown word of the moderation': { file: 'comments', spoil: (cells) => line(cells.with(6, '2')) },
  'a text of a whole book': { file: 'comments', spoil: (cells) => line(cells.with(7, 'あ'.repeat(20_001))) },
  'the number of the opinion before': { file: 'comments', spoil: (cells) => line(cells.with(2, 'BEFORE')) },
  'a vote that is none': { file: 'votes', spoil: (cells) => line(cells.with(4, '7')) },
  'an opinion that nobody said': { file: 'votes', spoil: (cells) => line(cells.with(2, '9999')) },
};

function line(cells: Row, more: (text: string) => string = (text) => text): Buffer {
  return Buffer.from(more(csvLine(cells)));
}

function rowsOf({ comments, votes }: Conversation): { comments: Row[]; votes: Row[] } {
  return {
    comments: comments.map((one) => [one.time, 'x', one.id, one.author, 0, 0, one.moderated, one.body]),
    votes: votes.map((one) => [one.time, 'x', one.comment, one.voter, one.vote]),
  };
}

/** The file with its row `at` spoilt, and the physical line on which that row stands. */
function spoilt(header: string, rows: readonly Row[], at: number, spoil: (cells: Row) => Buffer) {
  const before = [header, ...rows.slice(0, at).map(csvLine)].map((text) => `${text}\n`).join('');
  const previous = `${rows[at - 1]?.[2] ?? ''}`;
  const own = Buffer.from(spoil(rows[at]!).toString('latin1').replace('BEFORE', previous), 'latin1');
  const after = rows.slice(at + 1).map((row) => `${csvLine(row)}\n`);
  return {
    bytes: Buffer.concat([Buffer.from(before), own, Buffer.from(`\n${after.join('')}`)]),
    line: before.split('\n').length,
  };
}

async function badLines(commentBytes: Buffer | string, voteBytes: Buffer | string): Promise<string[]> {
  const [inComments, inVotes] = [new Problems('comments.csv'), new Problems('votes.csv')];
  const people = new People();
  const onBytes = () => {};
  const read = await readComments(fileOf('comments.csv', commentBytes, 5000), people, {
    problems: inComments,
    onBytes,
  });
  const known = inComments.complete ? read : null;
  const reading = { problems: inVotes, onBytes };
  for await (const _bunch of voteLines(fileOf('votes.csv', voteBytes, 5000), known, people, reading));
  return [inComments, inVotes].flatMap((problems) =>
    problems.report().first.map((problem) => `${problems.file} ${problem.line}`),
  );
}

describe('F9.2 any one bad line', () => {
  const talks = conversation.filter(({ comments, votes }) => comments.length > 1 && votes.length > 0);

  test.each(Object.entries(SPOILT))('%s: is told by its number, and no other line is', async (_, { file, spoil }) => {
    await fc.assert(
      fc.asyncProperty(talks, fc.nat(), fc.boolean(), async (talk, anywhere, either) => {
        const inComments = file === 'comments' || (file === 'both' && either);
        const rows = rowsOf(talk)[inComments ? 'comments' : 'votes'];
        // The first row has no number before it.
        const at = 1 + (anywhere % Math.max(1, rows.length - 1));
        const [good, header] = inComments
          ? [votesCsv(talk), commentsCsv(talk).split('\n')[0]!]
          : [commentsCsv(talk), votesCsv(talk).split('\n')[0]!];
        const bad = spoilt(header, rows, Math.min(at, rows.length - 1), spoil);
        const found = inComments ? await badLines(bad.bytes, good) : await badLines(good, bad.bytes);
        expect(found).toEqual([`${inComments ? 'comments' : 'votes'}.csv ${bad.line}`]);
      }),
      { numRuns: 40 },
    );
  });

  test('nothing is told of good ones', async () => {
    await fc.assert(
      fc.asyncProperty(talks, async (talk) => {
        expect(await badLines(commentsCsv(talk), votesCsv(talk))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
