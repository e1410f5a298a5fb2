/**
 * F9, Import and export: a conversation held elsewhere comes in as a debate, in the CSV form that Polis publishes:
 * `comments.csv` with `votes.csv` (one line a vote, with its time) or `participants-votes.csv` (one line a person),
 * and `summary.csv` where there is one.
 */

export const FILE_NAMES = ['comments.csv', 'votes.csv', 'participants-votes.csv', 'summary.csv'] as const;
export type FileName = (typeof FILE_NAMES)[number];

/** One of the files, wherever it lies; it is opened several times and gives the same bytes each time. */
export interface SourceFile {
  name: FileName;
  /** size in bytes, for the progress */
  bytes: number;
  open(): AsyncIterable<Uint8Array>;
}

export interface Sources {
  comments: SourceFile;
  /** `votes.csv`; without it `participants-votes.csv`, which says the same without times */
  votes: SourceFile;
  /** `participants-votes.csv` again, wherever it is: the order in which everybody stands there begins the map (record 0014) */
  listed: SourceFile | null;
  summary: SourceFile | null;
}

/** Picks what is needed from the files there are; a name says what is missing. */
export function sourcesOf(files: readonly SourceFile[]): Sources | 'comments.csv' | 'votes.csv' {
  const named = (name: FileName) => files.find((file) => file.name === name) ?? null;
  const comments = named('comments.csv');
  const votes = named('votes.csv') ?? named('participants-votes.csv');
  if (!comments) return 'comments.csv';
  if (!votes) return 'votes.csv';
  return { comments, votes, listed: named('participants-votes.csv'), summary: named('summary.csv') };
}

/** What came in, counted in the database after everything was written. */
export interface ImportCounts {
  /** everybody who wrote or chose, or is listed in participants-votes.csv */
  people: number;
  opinions: number;
  /** of these, hidden by the conversation's own moderation */
  hidden: number;
  votes: number;
  agree: number;
  disagree: number;
  pass: number;
  /** lines of votes.csv that a later line of the same person on the same opinion replaced */
  replaced: number;
  /** opinions without a text, shown as a dash */
  blank: number;
}

export interface ImportedDebate {
  id: string;
  title: string;
}

/** These files are here already. */
export class ImportedBefore extends Error {
  readonly debate: ImportedDebate;

  constructor(debate: ImportedDebate) {
    super('this conversation was brought in before');
    this.debate = debate;
  }
}

/** Neither was a title given nor does summary.csv have a topic. */
export class TitleMissing extends Error {}

export const TITLE_MAX = 200;
export const SOURCE_MAX = 500;
export const LICENCE_MAX = 1000;
/** An opinion of the longest kind the platform keeps; Polis itself takes far shorter ones. */
export const BODY_MAX = 20_000;
export const MOST_OPINIONS = 100_000;
export const MOST_PEOPLE = 1_000_000;
/** What stands for an opinion that came without any text: it was voted on, so it stays. */
export const NO_TEXT = '—';
