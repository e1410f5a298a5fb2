/** The first half of an import: the files are read and found to be in order, their votes laid ready. */
import type { Db } from '#kernel/database/dialect.ts';
import { dayOf } from './cells.ts';
import { csvRows } from './columns.ts';
import { type Comments, readComments } from './comments-file.ts';
import type { SourceFile, Sources } from './conversation.ts';
import { People } from './people.ts';
import { Problems, refuseProblems } from './problems.ts';
import type { Progress } from './progress.ts';
import { StagedVotes } from './staged-votes.ts';
import { NO_SUMMARY, readSummary, type Summary } from './summary-file.ts';
import { voteLines } from './votes-file.ts';

export interface Read {
  comments: Comments;
  /** place of each opinion in the order in which they were said, from 0 */
  places: ReadonlyMap<string, number>;
  people: People;
  /** of each person's place, the rank in which the files list everybody */
  ranks: Uint32Array;
  votes: StagedVotes;
  /** of the opinions, hidden by the conversation's own moderation */
  hidden: number;
  /** first millisecond of the first and of the last day (Tokyo) on which anything was said or chosen */
  firstDay: number;
  lastDay: number;
  problems: readonly Problems[];
}

export interface ReadingParts {
  db: Db;
  progress: Progress;
  signal?: AbortSignal | undefined;
}

/** @throws ImportRefused when the file is no text */
export async function readSummaryOf({ summary }: Sources): Promise<Summary> {
  if (!summary) return NO_SUMMARY;
  const problems = new Problems(summary.name);
  const read = await readSummary(summary, { problems, onBytes: () => {} });
  refuseProblems([problems]);
  return read;
}

export async function readConversation(sources: Sources, { db, progress, signal }: ReadingParts): Promise<Read> {
  const people = new People();
  const onBytes = (bytes: number) => {
    signal?.throwIfAborted();
    progress.add(bytes);
  };
  const inComments = new Problems(sources.comments.name);
  const inVotes = new Problems(sources.votes.name);
  const comments = await readComments(sources.comments, people, { problems: inComments, onBytes });
  const places = placesOf(comments);
  const votes = await StagedVotes.open(db);
  const days = new Days();
  for (const { at } of comments.values()) days.meet(at);
  // Which opinions are unknown can be said only when all of them were found.
  const known = inComments.complete ? comments : null;
  for await (const bunch of voteLines(sources.votes, known, people, { problems: inVotes, onBytes })) {
    for (const { comment, ...vote } of bunch) {
      const place = places.get(comment);
      if (place === undefined) continue;
      if (vote.at > 0) days.meet(vote.at);
      // Votes of files that are refused anyway need no place to lie.
      if (inComments.none && inVotes.none) await votes.add({ ...vote, comment: place });
    }
  }
  const sound = inComments.none && inVotes.none;
  const ranks = people.ranks(sound && sources.listed ? await listedIn(sources.listed, signal) : []);
  const hidden = [...comments.values()].filter((comment) => comment.hidden).length;
  return { comments, places, people, ranks, votes, hidden, ...days.period, problems: [inComments, inVotes] };
}

/** Whom a file lists, in its order. What is wrong with its other cells is not asked here. */
async function listedIn(file: SourceFile, signal: AbortSignal | undefined): Promise<string[]> {
  const problems = new Problems(file.name);
  const keys: string[] = [];
  const onBytes = () => signal?.throwIfAborted();
  for await (const row of csvRows(file, { required: ['participant'] }, { problems, onBytes })) {
    keys.push(row.get('participant'));
  }
  return keys;
}

/** Opinions in the order of time, those of one moment in the order of the file. */
function placesOf(comments: Comments): Map<string, number> {
  const inOrder = [...comments].sort(([, a], [, b]) => a.at - b.at || a.line - b.line);
  return new Map(inOrder.map(([id], place) => [id, place]));
}

class Days {
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  meet(time: number): void {
    if (time < this.#first) this.#first = time;
    if (time > this.#last) this.#last = time;
  }

  get period(): { firstDay: number; lastDay: number } {
    return { firstDay: dayOf(this.#first), lastDay: dayOf(this.#last) };
  }
}
