/** X7: what the worker does about the search, done at once. For tests. */
import { KEY, ORIGIN } from '#commons/journal/sample-key.ts';
import { sequence } from '#commons/journal/sequencer.ts';
import { sqlOf } from '#commons/journal/storage.ts';
import type { Hub } from '#kernel/context.ts';
import type { TestTown } from '#test/support/town.ts';
import { type Filter, NO_FILTER } from './filter.ts';
import { type Answer, find } from './find.ts';
import { followBatch } from './follow-journal.ts';
import type { Question } from './look.ts';

/** Brings the index up to everything that happened. */
export async function followAll(town: TestTown, hub: Hub = town.hub): Promise<void> {
  const parts = { now: town.now(), key: KEY, origin: ORIGIN, limit: 5000 };
  await town.hubwise.write(hub.id, (db) => sequence(sqlOf(db), hub.id, parts));
  let count: number;
  do count = await town.hubwise.write(hub.id, (db) => followBatch(db, hub.id));
  while (count > 0);
}

export function asking(q: string, more: Partial<Question> = {}, filter: Partial<Filter> = {}): Question {
  const none = { kind: '', from: '', to: '', after: '', limit: 20 };
  return { q, ...none, filter: { ...NO_FILTER, ...filter }, ...more };
}

export function ask(town: TestTown, q: string, more: Partial<Question> = {}, hub: Hub = town.hub): Promise<Answer> {
  const question: Question = asking(q, more);
  return town.read((db) => find(db, hub, question), hub);
}

/** Titles of what is found; of what has none, the text. */
export async function titles(town: TestTown, q: string, more: Partial<Question> = {}): Promise<string[]> {
  const { hits } = await ask(town, q, more);
  return hits.map(({ title, body }) => title || body);
}
