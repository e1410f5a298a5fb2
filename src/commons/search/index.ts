/** X7: what commands and measurements may ask of the search. */
import type { Hub } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { excerpt, wordsAsked } from './excerpt.ts';
import { type Answer, find, type Question } from './find.ts';

export { type Progress, rebuildIndex } from './rebuild.ts';

/** What a page of results asks, its excerpts included. */
export async function askSearch(db: Db, hub: Hub, question: Question): Promise<Answer> {
  const answer = await find(db, hub, question);
  const words = wordsAsked(question.q);
  for (const { body } of answer.hits) excerpt(body, words);
  return answer;
}
