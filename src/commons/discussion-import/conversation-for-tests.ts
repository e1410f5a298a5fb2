/** Conversations in memory, as files: written by hand, or generated with all the freedom that published ones take. */
import fc from 'fast-check';
import type { FileName, SourceFile } from './conversation.ts';

/** A file whose bytes come in pieces of `size`, so that lines, letters and line ends are cut anywhere. */
export function fileOf(name: FileName, content: string | Buffer, size = 7): SourceFile {
  const bytes = Buffer.from(content as string);
  return {
    name,
    bytes: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

/** A line of CSV; a cell is put in quotation marks where it has to be. */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells
    .map((cell) => (/[",\r\n]/.test(`${cell}`) ? `"${`${cell}`.replaceAll('"', '""')}"` : `${cell}`))
    .join(',');
}

export function csv(...lines: readonly (readonly (string | number)[])[]): string {
  return `${lines.map(csvLine).join('\n')}\n`;
}

export interface SaidComment {
  id: number;
  author: number;
  time: number;
  moderated: number;
  body: string;
}

export interface CastVote {
  comment: number;
  voter: number;
  time: number;
  vote: number;
}

export interface Conversation {
  comments: SaidComment[];
  votes: CastVote[];
}

const START = Date.UTC(2019, 6, 1);
const time = fc.integer({ min: 0, max: 90 * 24 * 3600 }).map((seconds) => START + seconds * 1000);
const body = fc.oneof(
  fc.constantFrom(
    'バスを増やしてほしい',
    'a "quoted" word',
    '一行目\n二行目',
    'x,y',
    '<b>太字</b>',
    '',
    '  ',
    '=1+1',
    '👩‍👩‍👧',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll('\r', '').replaceAll('\0', '')),
);

/** People who wrote and never voted, voted and never wrote, voted again and again, at the same moment, too. */
export const conversation: fc.Arbitrary<Conversation> = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 })
  .chain((ids) =>
    fc.record({
      comments: fc.tuple(
        ...ids.map((id) =>
          fc.record({
            id: fc.constant(id),
            author: fc.integer({ min: 0, max: 15 }),
            time,
            moderated: fc.constantFrom(-1, 0, 1),
            body,
          }),
        ),
      ),
      votes: fc.array(
        fc.record({
          comment: fc.constantFrom(...ids),
          voter: fc.integer({ min: 0, max: 15 }),
          time: fc.oneof(time, fc.constantFrom(START, START + 1)),
          vote: fc.constantFrom(-1, 0, 1),
        }),
        { maxLength: 80 },
      ),
    }),
  );

export interface Manner {
  /** turns the order of columns round by so many */
  turned: number;
  extra: boolean;
  bom: boolean;
  crlf: boolean;
  piece: number;
}

export const manner: fc.Arbitrary<Manner> = fc.record({
  turned: fc.integer({ min: 0, max: 4 }),
  extra: fc.boolean(),
  bom: fc.boolean(),
  crlf: fc.boolean(),
  piece: fc.integer({ min: 1, max: 300 }),
});

export const PLAIN: Manner = { turned: 0, extra: false, bom: false, crlf: false, piece: 64 };

export function commentsCsv({ comments }: Conversation, how: Manner = PLAIN): string {
  const rows = comments.map((said) => ({
    timestamp: said.time,
    datetime: 'Tue Sep 10 00:47:02 PDT 2019',
    'comment-id': said.id,
    'author-id': said.author,
    agrees: 0,
    disagrees: 0,
    moderated: said.moderated,
    'comment-body': said.body,
  }));
  return written(Object.keys(rows[0]!), rows, how);
}

export function votesCsv({ votes }: Conversation, how: Manner = PLAIN): string {
  const columns = ['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote'];
  const rows = votes.map((cast) => ({
    timestamp: cast.time,
    datetime: 'Tue Sep 10 00:47:02 PDT 2019',
    'comment-id': cast.comment,
    'voter-id': cast.voter,
    vote: cast.vote,
  }));
  return written(columns, rows, how);
}

/** The same votes, those that count, a line a person. */
export function participantsCsv(from: Conversation, how: Manner = PLAIN): string {
  const last = lastVotes(from);
  const people = [...new Set([...from.votes.map(({ voter }) => voter), ...from.comments.map(({ author }) => author)])];
  const own = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree'];
  const ids = from.comments.map(({ id }) => `${id}`);
  const rows = people.map((person) => ({
    ...Object.fromEntries(own.map((name) => [name, name === 'participant' ? person : 0])),
    ...Object.fromEntries(ids.map((id) => [id, last.get(`${id} ${person}`) ?? ''])),
  }));
  return written([...own, ...ids], rows, how);
}

function written(columns: string[], rows: Record<string, string | number>[], how: Manner): string {
  const turn = how.turned % columns.length;
  const order = [...columns.slice(turn), ...columns.slice(0, turn), ...(how.extra ? ['is-meta'] : [])];
  const lines = [order, ...rows.map((row) => order.map((name) => row[name] ?? 'false'))].map(csvLine);
  const text = `${how.bom ? '\ufeff' : ''}${lines.join('\n')}\n`;
  return how.crlf ? text.replaceAll('\n', '\r\n') : text;
}

/** By `comment voter`, counted the slow way: the later one stands, and of one moment the one further down. */
export function lastVotes({ votes }: Conversation): Map<string, number> {
  const last = new Map<string, CastVote>();
  for (const cast of votes) {
    const key = `${cast.comment} ${cast.voter}`;
    const before = last.get(key);
    if (!before || cast.time >= before.time) last.set(key, cast);
  }
  return new Map([...last].map(([key, cast]) => [key, cast.vote]));
}

export interface NaiveCounts {
  people: number;
  opinions: number;
  hidden: number;
  votes: number;
  agree: number;
  disagree: number;
  pass: number;
}

export function naiveCounts(from: Conversation): NaiveCounts {
  const last = [...lastVotes(from).values()];
  const votesOf = (stance: number) => last.filter((vote) => vote === stance).length;
  return {
    people: new Set([...from.comments.map(({ author }) => author), ...from.votes.map(({ voter }) => voter)]).size,
    opinions: from.comments.length,
    hidden: from.comments.filter(({ moderated }) => moderated === -1).length,
    votes: last.length,
    agree: votesOf(1),
    disagree: votesOf(-1),
    pass: votesOf(0),
  };
}
