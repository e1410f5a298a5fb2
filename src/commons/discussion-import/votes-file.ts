/** Votes, in either of the two forms in which they are published. */
import { stanceOf, timeOf } from './cells.ts';
import { columnName, csvRows, type Row } from './columns.ts';
import type { Comments } from './comments-file.ts';
import { MOST_PEOPLE, type SourceFile } from './conversation.ts';
import type { People } from './people.ts';
import { excerpt, type Problems } from './problems.ts';
import type { Reading } from './records.ts';

export interface VoteLine {
  line: number;
  /** number of the opinion in the files */
  comment: string;
  /** place among the people */
  person: number;
  /** milliseconds; 0 where the file doesn't say */
  at: number;
  stance: number;
}

/** The opinions there are; null while they are not all known, so that none can be called unknown. */
type Known = Comments | null;

/** The votes of either form, a bunch at a time, in the order of the file. */
export function voteLines(
  file: SourceFile,
  comments: Known,
  people: People,
  reading: Reading,
): AsyncGenerator<VoteLine[]> {
  return file.name === 'votes.csv'
    ? oneALine(file, comments, people, reading)
    : onePersonALine(file, comments, people, reading);
}

/**
 * `votes.csv`. One person may stand there several times with one opinion; the last time counts, and where there are no times the
 * last line.
 */
async function* oneALine(file: SourceFile, comments: Known, people: People, reading: Reading) {
  const { problems } = reading;
  let timed = true;
  const shape = {
    required: ['comment-id', 'voter-id', 'vote'],
    onHeader: (names: readonly string[]) => {
      timed = names.map(columnName).includes('timestamp');
    },
  };
  for await (const row of csvRows(file, shape, reading)) {
    const vote = voteOf(row, timed, comments, people, problems);
    if (vote) yield [vote];
    if (tooMany(people, row, problems)) return;
  }
}

function voteOf(row: Row, timed: boolean, comments: Known, people: People, problems: Problems): VoteLine | null {
  const { line } = row;
  const comment = row.get('comment-id');
  const voter = row.get('voter-id');
  const at = timed ? timeOf(row.get('timestamp')) : 0;
  const stance = stanceOf(row.get('vote'));
  if (comment === '' || voter === '') {
    problems.add(line, 'blank-cell', { column: comment === '' ? 'comment-id' : 'voter-id' });
  } else if (comments?.has(comment) === false) problems.add(line, 'unknown-comment', { id: excerpt(comment) });
  else if (stance === null) problems.add(line, 'bad-vote', { value: excerpt(row.get('vote')) });
  else if (at === null) problems.add(line, 'bad-time', { value: excerpt(row.get('timestamp')) });
  else return { line, comment, person: people.placeOf(voter), at, stance };
  return null;
}

/** Columns of `participants-votes.csv` that are no opinions. */
const OF_THE_PERSON = new Set(['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree']);

/** `participants-votes.csv`: a column an opinion, an empty cell where it was not seen. */
async function* onePersonALine(file: SourceFile, comments: Known, people: People, reading: Reading) {
  const { problems } = reading;
  const met = new Map<string, number>();
  let columns: { index: number; comment: string }[] = [];
  const shape = {
    required: ['participant'],
    onHeader: (names: readonly string[], line: number) => {
      columns = opinionColumns(names, comments);
      const single = new Set<string>();
      for (const { comment } of columns) {
        if (single.has(comment)) problems.add(line, 'double-column', { column: comment });
        single.add(comment);
      }
    },
  };
  for await (const row of csvRows(file, shape, reading)) {
    const key = row.get('participant');
    const first = met.get(key);
    if (key === '') problems.add(row.line, 'blank-cell', { column: 'participant' });
    else if (first !== undefined) problems.add(row.line, 'double-person', { id: excerpt(key), first });
    else {
      met.set(key, row.line);
      yield votesOf(row, columns, people.placeOf(key), comments, problems);
    }
    if (tooMany(people, row, problems)) return;
  }
}

/** Opinions are numbered: other columns that somebody added are passed over, numbers nobody knows are not. */
function opinionColumns(names: readonly string[], comments: Known): { index: number; comment: string }[] {
  return names.flatMap((name, index) => {
    const comment = name.trim();
    const isOpinion = !OF_THE_PERSON.has(columnName(name)) && (comments?.has(comment) || /^\d+$/.test(comment));
    return isOpinion ? [{ index, comment }] : [];
  });
}

function votesOf(
  { line, cells }: Row,
  columns: readonly { index: number; comment: string }[],
  person: number,
  comments: Known,
  problems: Problems,
): VoteLine[] {
  const votes: VoteLine[] = [];
  for (const { index, comment } of columns) {
    const cell = cells[index]!.trim();
    if (cell === '') continue;
    const stance = stanceOf(cell);
    if (comments?.has(comment) === false) problems.add(line, 'unknown-comment', { id: comment });
    else if (stance === null) problems.add(line, 'bad-vote', { value: excerpt(cell) });
    else votes.push({ line, comment, person, at: 0, stance });
  }
  return votes;
}

function tooMany(people: People, { line }: Row, problems: Problems): boolean {
  if (people.count > MOST_PEOPLE) problems.add(line, 'too-many-people', { max: MOST_PEOPLE });
  return people.count > MOST_PEOPLE;
}
