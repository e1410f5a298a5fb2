/** `comments.csv`: each line an opinion, written by somebody at some time. */
import { isBlank, lengthOf, normalise } from '#kernel/text.ts';
import { hiddenBy, timeOf } from './cells.ts';
import { csvRows, type Row } from './columns.ts';
import { BODY_MAX, MOST_OPINIONS, NO_TEXT, type SourceFile } from './conversation.ts';
import type { People } from './people.ts';
import { excerpt } from './problems.ts';
import type { Reading } from './records.ts';

export const COMMENT_COLUMNS = ['timestamp', 'comment-id', 'author-id', 'comment-body'] as const;

/** What is known of an opinion without its text: little enough to be kept for all of them. */
export interface CommentFacts {
  line: number;
  /** place of the author among the people */
  author: number;
  /** milliseconds */
  at: number;
  hidden: boolean;
}

/** The opinions by their number in the files. */
export type Comments = ReadonlyMap<string, CommentFacts>;

/** Reads who said what when, and everything that is wrong with it. */
export async function readComments(file: SourceFile, people: People, reading: Reading): Promise<Comments> {
  const { problems } = reading;
  const comments = new Map<string, CommentFacts>();
  for await (const row of csvRows(file, { required: COMMENT_COLUMNS }, reading)) {
    const id = row.get('comment-id');
    const first = comments.get(id);
    if (first) {
      problems.add(row.line, 'double-comment', { id: excerpt(id), first: first.line });
      continue;
    }
    const facts = factsOf(row, people, reading);
    if (id !== '') comments.set(id, facts);
    if (comments.size > MOST_OPINIONS) {
      problems.add(row.line, 'too-many-opinions', { max: MOST_OPINIONS });
      break;
    }
  }
  if (comments.size === 0 && problems.none) problems.add(1, 'empty-file');
  return comments;
}

function factsOf(row: Row, people: People, { problems }: Reading): CommentFacts {
  const { line } = row;
  const at = timeOf(row.get('timestamp'));
  const hidden = hiddenBy(row.get('moderated'));
  const length = lengthOf(bodyOf(row));
  const empty = ['comment-id', 'author-id', 'timestamp'].find((column) => row.get(column) === '');
  if (empty !== undefined) problems.add(line, 'blank-cell', { column: empty });
  if (at === null) problems.add(line, 'bad-time', { value: excerpt(row.get('timestamp')) });
  if (hidden === null) problems.add(line, 'bad-moderation', { value: excerpt(row.get('moderated')) });
  if (length > BODY_MAX) problems.add(line, 'long-body', { length, max: BODY_MAX });
  return { line, author: people.placeOf(row.get('author-id')), at: at ?? 0, hidden: hidden ?? false };
}

/** The text as it is kept. Markup in it is text like any other. */
function bodyOf(row: Row): string {
  return normalise(row.get('comment-body'));
}

export interface CommentText {
  id: string;
  body: string;
  blank: boolean;
}

/** The texts, in the order of the file. To be read once everything is known to be in order. */
export async function* commentTexts(file: SourceFile, reading: Reading): AsyncGenerator<CommentText> {
  for await (const row of csvRows(file, { required: COMMENT_COLUMNS }, reading)) {
    const body = bodyOf(row);
    const blank = isBlank(body);
    yield { id: row.get('comment-id'), body: blank ? NO_TEXT : body, blank };
  }
}
