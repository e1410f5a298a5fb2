/** X7: the first step of every question: what the index says may match. */
import type { Hub } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { countsOf, type Matched, matches, termsAsked } from './candidates.ts';
import { type Filter, isRough, termsOfFilter } from './filter.ts';
import { type IndexOf, readPostings, type TermRange } from './postings.ts';
import { asKind, isOfFunction, kindsIn } from './sources.ts';
import { gramsAsked, monthTerm } from './terms.ts';

/** As many matches are compared with the question at once, and counted exactly. */
export const EXACT_UP_TO = 1000;

export interface Question {
  /** '': whatever it says */
  q: string;
  /** '': any */
  kind: string;
  /** days of publication in Tokyo, both included; '': open */
  from: string;
  to: string;
  filter: Filter;
  /** of the page before; '': the first page */
  after: string;
  limit: number;
  /** says how many there are under each field, district and so on */
  counted?: true;
}

/** What the index says: more than what holds, never less. */
export interface Looked {
  index: IndexOf;
  /** kinds that are found at all, and those asked for among them */
  kinds: readonly string[];
  wanted: readonly string[];
  matched: readonly Matched[];
  /** how many may match, by kind */
  maybe: ReadonlyMap<string, number>;
  /** the terms hold exactly what is asked, so that the index counts it */
  isPlain: boolean;
}

/** A question without words asks for everything that its filter leaves, once it has any; one of signs alone for nothing. */
export function asksNothing({ q, filter }: Question): boolean {
  return q === '' ? !isFiltered(filter) : gramsAsked(q).length === 0;
}

/** Something beside words, kind and day is asked. */
export function isFiltered(filter: Filter): boolean {
  const { all, any, months } = termsOfFilter(filter);
  return filter.scope === 'activities' || filter.function !== '' || all.length > 0 || any.length > 0 || months !== null;
}

/** `also`: further terms. Null when nothing is kept yet, or nothing is asked. */
export async function look(db: Db, hub: Hub, question: Question, also: readonly string[] = []): Promise<Looked | null> {
  if (asksNothing(question)) return null;
  const { kind, filter } = question;
  const grams = gramsAsked(question.q);
  const kinds = kindsIn(hub, filter.scope).filter((one) => isOfFunction(filter.function, one));
  const wanted = kind ? kinds.filter((one) => asKind(one) === kind) : kinds;
  const published = monthsOf(question);
  const { all, any, months } = termsOfFilter(filter);
  const ranges = [published, months].filter((range) => range !== null);
  const asked = { grams, kinds, all: [...all, ...also], any, ranges };
  const postings = await readPostings(db, hub.id, termsAsked(asked), ranges);
  if (postings.generation === null) return null;
  const matched = matches(postings, asked);
  return {
    index: { hubId: hub.id, generation: postings.generation },
    kinds,
    wanted,
    matched,
    maybe: countsOf(matched),
    isPlain: grams.length === 0 && published === null && !isRough(filter),
  };
}

/** The index knows the month; the day is compared afterwards. */
function monthsOf({ from, to }: Question): TermRange | null {
  if (!from && !to) return null;
  return { first: monthTerm(from.slice(0, 7) || '0000-00'), last: monthTerm(to.slice(0, 7) || '9999-99') };
}
