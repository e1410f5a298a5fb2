/** F1.1, X7: what other modules, commands and measurements may ask of the search. */
import type { Hub } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { excerpt, wordsAsked } from './excerpt.ts';
import { type Answer, find } from './find.ts';
import type { Question } from './look.ts';

export { FILTER } from './api-filter.ts';
export { type DatesAsked, dateKeyFrom, findDates, type Occurrence, type Occurrences } from './by-date.ts';
export { type DayFound, findDays } from './by-day.ts';
export { excerpt, marked, type Piece, wordsAsked } from './excerpt.ts';
export { accessTerm, audienceTerm, costTerm, districtsIn, fieldTerm, kilometres, type Point } from './facet-terms.ts';
export { accessChoices, audienceChoices, facetWords, fieldChoices } from './facet-words.ts';
export { type Filter, isWithin, NO_FILTER } from './filter.ts';
export { type Answer, datesOf, find, type Hit, hitsOf, NOTHING } from './find.ts';
export { asksNothing, type Looked, look, type Question } from './look.ts';
export { indexKind } from './mend.ts';
export { matcherOf, type News, newsAfter, newsNumber } from './news.ts';
export { findPlaced, type Placed } from './placed.ts';
export { KILOMETRES, partsOf, pointFrom, queryOf, questionFrom } from './question.ts';
export { type Progress, rebuildIndex } from './rebuild.ts';
export { activeConditions, bare, conditionsOf, kindName, saidOf } from './said.ts';
export { asKind, kindChoices, readThings } from './sources.ts';
export { countedSelect, districtSelect, fieldSelect, happeningDays } from './views/filter-fields.ts';
export { shownPieces } from './views/shown-pieces.ts';
export { words as searchWords } from './words.ts';

/** What a page of results asks, its excerpts included. */
export async function askSearch(db: Db, hub: Hub, question: Question): Promise<Answer> {
  const answer = await find(db, hub, question);
  const words = wordsAsked(question.q);
  for (const { body } of answer.hits) excerpt(body, words);
  return answer;
}
