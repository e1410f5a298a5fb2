/**
 * F9, Import and export: a debate in the CSV files that Polis publishes. People get fresh numbers by chance, authors others than voters:
 * whoever wrote an opinion under a public name isn't found among the votes by it. Times are whole days. What is hidden or
 * withdrawn keeps its column, without its text.
 */
import type { Cell } from '#channels/open-data/csv.ts';
import { debateById, debateHref } from '#commons/discussion/index.ts';
import { leastVoters } from '#commons/hubs/index.ts';
import { analyse, type DebateVotes, matrixUntil, type VoteMatrix, votesOfDebate } from '#commons/opinion-map/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { Refusal, refuse } from '#kernel/refusal.ts';

const DAY_ZERO = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;
const LINES_AT_ONCE = 2000;

export type Rows = readonly (readonly Cell[])[];

export interface Conversation {
  title: string;
  /** name of the file → its rows, some at a time */
  files: ReadonlyMap<string, () => Iterable<Rows>>;
}

interface Said {
  id: string;
  author: string;
  body: string;
  agree: number;
  disagree: number;
  day: string;
  gone: boolean;
}

/** Whole numbers below `below`, by chance. */
export type Chance = (below: number) => number;

/** @throws Refusal not-found (404); too-few-voters (409) below the hub's threshold */
export async function conversationOf(db: Db, hub: Hub, debateId: string, chance: Chance): Promise<Conversation> {
  const [debate, votes, said] = await Promise.all([
    debateById(db, debateId),
    votesOfDebate(db, debateId),
    saidIn(db, debateId),
  ]);
  if (!debate) throw refuse('not-found', { status: 404 });
  const least = leastVoters(hub);
  if (votes.people.length < least) {
    throw new Refusal('discussion-export', [{ code: 'too-few-voters', facts: { least } }], 409);
  }
  const numbers = shuffled(votes.people.length, chance);
  const authors = authorNumbers(said, votes.people.length, chance);
  const matrix = matrixUntil(votes);
  const { groupOf, groupCount } = analyse(matrix, votes.hidden);
  return {
    title: debate.title,
    files: new Map([
      ['comments.csv', () => commentLines(said, authors)],
      ['votes.csv', () => voteLines(votes, numbers)],
      ['participants-votes.csv', () => participantLines(matrix, groupOf, numbers)],
      [
        'summary.csv',
        () => [
          [
            ['topic', debate.title],
            ['url', `${hub.origin}${encodeURI(debateHref(debate))}`],
            ['voters', votes.people.length],
            ['voters-in-conv', groupOf.filter((group) => group >= 0).length],
            ['commenters', new Set(said.map(({ author }) => author)).size],
            ['comments', said.length],
            ['groups', groupCount],
            ['conversation-description', debate.about],
          ],
        ],
      ],
    ]),
  };
}

async function saidIn(db: Db, debateId: string): Promise<Said[]> {
  const rows = await run<Omit<Said, 'day'> & { said_at: Date }>(
    db,
    `select o.id, o.actor_id as author, o.agree, o.disagree, o.said_at, o.withdrawn_at is not null or o.hidden_at is not null as gone,
       case when o.withdrawn_at is null and o.hidden_at is null then o.body else '' end as body
     from opinions o where o.debate_id = $1 and o.kind = 'opinion' order by o.id`,
    [debateId],
  );
  return rows.map(({ said_at, ...row }) => ({ ...row, day: tokyoDate(said_at) }));
}

/** 0 … count − 1 in an order made by chance (Fisher and Yates). */
function shuffled(count: number, chance: Chance): Uint32Array {
  const numbers = Uint32Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = chance(at + 1);
    [numbers[at], numbers[other]] = [numbers[other]!, numbers[at]!];
  }
  return numbers;
}

function authorNumbers(said: readonly Said[], from: number, chance: Chance): Map<string, number> {
  const authors = [...new Set(said.map(({ author }) => author))];
  const numbers = shuffled(authors.length, chance);
  return new Map(authors.map((author, at) => [author, from + numbers[at]!]));
}

function timeCells(day: string): [number, string] {
  return [startOfTokyoDay(day).getTime(), day];
}

function* commentLines(said: readonly Said[], authors: ReadonlyMap<string, number>): Iterable<Rows> {
  yield [['timestamp', 'datetime', 'comment-id', 'author-id', 'agrees', 'disagrees', 'moderated', 'comment-body']];
  for (const [at, one] of said.entries()) {
    const author = authors.get(one.author)!;
    yield [[...timeCells(one.day), at, author, one.agree, one.disagree, one.gone ? -1 : 1, one.body]];
  }
}

/** By day, then by opinion and number: the order within a day tells nothing. */
function* voteLines({ votes, day }: DebateVotes, numbers: Uint32Array): Iterable<Rows> {
  yield [['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote']];
  const order = Uint32Array.from({ length: votes.length }, (_, at) => at).sort(
    (one, other) =>
      day[one]! - day[other]! ||
      votes.opinion[one]! - votes.opinion[other]! ||
      numbers[votes.person[one]!]! - numbers[votes.person[other]!]!,
  );
  for (let from = 0; from < order.length; from += LINES_AT_ONCE) {
    yield Array.from(order.subarray(from, from + LINES_AT_ONCE), (at) => {
      const text = new Date(DAY_ZERO + day[at]! * DAY_MS).toISOString().slice(0, 10);
      return [...timeCells(text), votes.opinion[at]!, numbers[votes.person[at]!]!, votes.stance[at]!];
    });
  }
}

function* participantLines(matrix: VoteMatrix, groupOf: Int32Array, numbers: Uint32Array): Iterable<Rows> {
  const { people, opinions, rowStart, column, stance } = matrix;
  const head = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree'];
  yield [[...head, ...Array.from({ length: opinions }, (_, at) => at)]];
  for (let person = 0; person < people; person += 1) {
    const [from, to] = [rowStart[person]!, rowStart[person + 1]!];
    const cells: (number | null)[] = Array.from({ length: opinions }, () => null);
    for (let at = from; at < to; at += 1) cells[column[at]!] = stance[at]!;
    const of = (wanted: number) => stance.subarray(from, to).filter((one) => one === wanted).length;
    const group = groupOf[person]!;
    // Who wrote what isn't said of voters: n-comments is 0 for everybody.
    yield [[numbers[person]!, group < 0 ? null : group, 0, to - from, of(1), of(-1), ...cells]];
  }
}
