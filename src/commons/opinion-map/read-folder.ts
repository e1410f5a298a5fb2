/** F9.3, Import: the votes of a conversation in the CSV form that Polis publishes, from a folder. */
import {
  columnName,
  csvRows,
  folderFiles,
  Problems,
  type Reading,
  type Row,
  type SourceFile,
  stanceOf,
  timeOf,
} from '#commons/discussion-import/index.ts';
import { matrixOf, type VoteMatrix } from './matrix.ts';

export interface Conversation {
  /** names in the files, in the order of the matrix */
  participants: string[];
  opinions: string[];
  matrix: VoteMatrix;
  /** 1: hidden by its moderation, or metadata */
  hidden: Uint8Array;
  /** what could not be read, by file */
  problems: Problems[];
}

/** Neither participants-votes.csv nor votes.csv is there. */
export class VotesMissing extends Error {}

/**
 * Reads `participants-votes.csv` (everybody in its order, opinions in the order of its columns), or else `votes.csv` (of several votes
 * of one person on one opinion the last counts), and `comments.csv` for what is hidden. Lines that can't be read are passed over
 * and named. @throws VotesMissing, and what the system says of the folder
 */
export async function readFolder(folder: string): Promise<Conversation> {
  const files = await folderFiles(folder);
  const named = (name: string) => files.find((file) => file.name === name);
  const comments = named('comments.csv');
  const moderated = comments ? await moderation(comments) : { ids: [], hidden: new Set<string>(), problems: null };
  const people = named('participants-votes.csv');
  const single = named('votes.csv');
  const votes = people ? await readPeople(people, moderated.ids) : single ? await readVotes(single) : null;
  if (!votes) throw new VotesMissing(folder);
  const { participants, opinions, list, problems } = votes;
  return {
    participants: participants.names,
    opinions: opinions.names,
    matrix: matrixOf(participants.names.length, opinions.names.length, list.take()),
    hidden: Uint8Array.from(opinions.names, (name) => (moderated.hidden.has(name) ? 1 : 0)),
    problems: [...(moderated.problems ? [moderated.problems] : []), problems],
  };
}

/** Which group each participant was put into, from a file in the form of `participants-votes.csv`; those in none are left out. */
export async function readGroups(file: SourceFile): Promise<Map<string, string>> {
  const groups = new Map<string, string>();
  for await (const row of csvRows(file, { required: ['participant', 'group-id'] }, reading(new Problems(file.name)))) {
    const group = row.get('group-id');
    if (group !== '') groups.set(row.get('participant'), /^\d+\.0+$/.test(group) ? String(Number(group)) : group);
  }
  return groups;
}

/** Names in the order they come, each with its place. */
class Names {
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();

  placeOf(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }
}

/** A list of votes that grows without an object for each. */
class GrowingList {
  #person = new Uint32Array(1024);
  #opinion = new Uint32Array(1024);
  #stance = new Int8Array(1024);
  #length = 0;

  add(person: number, opinion: number, stance: number): void {
    if (this.#length === this.#person.length) this.#double();
    this.#person[this.#length] = person;
    this.#opinion[this.#length] = opinion;
    this.#stance[this.#length] = stance;
    this.#length += 1;
  }

  take() {
    return { length: this.#length, person: this.#person, opinion: this.#opinion, stance: this.#stance };
  }

  #double(): void {
    const size = this.#length * 2;
    const [person, opinion, stance] = [this.#person, this.#opinion, this.#stance];
    this.#person = new Uint32Array(size);
    this.#opinion = new Uint32Array(size);
    this.#stance = new Int8Array(size);
    this.#person.set(person);
    this.#opinion.set(opinion);
    this.#stance.set(stance);
  }
}

function reading(problems: Problems): Reading {
  return { problems, onBytes: () => {} };
}

const TRUE = /^(1(\.0+)?|true|t|yes)$/i;

async function moderation(file: SourceFile) {
  const problems = new Problems(file.name);
  const ids: string[] = [];
  const hidden = new Set<string>();
  for await (const row of csvRows(file, { required: ['comment-id'] }, reading(problems))) {
    const id = row.get('comment-id');
    ids.push(id);
    const isMeta = TRUE.test(row.get('is-meta')) || TRUE.test(row.get('meta'));
    const state = row.get('moderated') || row.get('mod');
    if (isMeta || (state !== '' && Number(state) === -1)) hidden.add(id);
  }
  return { ids, hidden, problems };
}

/** Columns of `participants-votes.csv` that are no opinions. */
const OF_THE_PERSON = new Set(['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree']);

async function readPeople(file: SourceFile, ids: readonly string[]) {
  const problems = new Problems(file.name);
  const known = new Set(ids);
  const participants = new Names();
  const opinions = new Names();
  const list = new GrowingList();
  let columns: { index: number; opinion: number }[] = [];
  const onHeader = (names: readonly string[]) => {
    columns = names.flatMap((name, index) => {
      const id = name.trim();
      const isOpinion = !OF_THE_PERSON.has(columnName(id)) && (known.has(id) || /^\d+$/.test(id));
      return isOpinion ? [{ index, opinion: opinions.placeOf(id) }] : [];
    });
  };
  for await (const { cells, line, get } of csvRows(file, { required: ['participant'], onHeader }, reading(problems))) {
    const person = participants.placeOf(get('participant'));
    for (const { index, opinion } of columns) {
      const cell = cells[index]!.trim();
      if (cell === '') continue;
      const stance = stanceOf(cell);
      if (stance === null) problems.add(line, 'bad-vote', { value: cell.slice(0, 20) });
      else list.add(person, opinion, stance);
    }
  }
  return { participants, opinions, list, problems };
}

interface TimedVote {
  voter: string;
  comment: string;
  stance: number;
  at: number;
}

async function readVotes(file: SourceFile) {
  const problems = new Problems(file.name);
  const votes: TimedVote[] = [];
  for await (const row of csvRows(file, { required: ['comment-id', 'voter-id', 'vote'] }, reading(problems))) {
    const vote = timedVote(row);
    if (vote) votes.push(vote);
    else problems.add(row.line, 'bad-vote', { value: row.get('vote').slice(0, 20) });
  }
  // Numbers are given in the order in which people and opinions came; the sort is stable, so that of one moment the last line counts.
  const participants = inOrder(votes.map(({ voter }) => voter));
  const opinions = inOrder(votes.map(({ comment }) => comment));
  votes.sort((one, other) => one.at - other.at);
  const list = new GrowingList();
  for (const { voter, comment, stance } of votes) {
    list.add(participants.placeOf(voter), opinions.placeOf(comment), stance);
  }
  return { participants, opinions, list, problems };
}

function timedVote(row: Row): TimedVote | null {
  const stance = stanceOf(row.get('vote'));
  const voter = row.get('voter-id');
  const comment = row.get('comment-id');
  if (stance === null || voter === '' || comment === '') return null;
  return { voter, comment, stance, at: timeOf(row.get('timestamp')) ?? 0 };
}

function inOrder(all: readonly string[]): Names {
  const numbered = new Intl.Collator('en', { numeric: true });
  const names = new Names();
  for (const name of [...new Set(all)].sort(numbered.compare)) names.placeOf(name);
  return names;
}
