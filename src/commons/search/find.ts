/** X7: finds entries by their words. Three queries: what the index says, which of it holds, and what is shown of those. */
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { endOfTokyoDay, startOfTokyoDay } from '#kernel/dates.ts';
import { foldText, likePatterns } from '#kernel/grams.ts';
import { type Candidate, candidatesFrom, countsOf, matches, termsAsked } from './candidates.ts';
import { keyFrom, keyText, type PageKey } from './page-key.ts';
import { readPostings, type TermRange } from './postings.ts';
import { type Found, kindsIn, readable, readThings } from './sources.ts';
import { gramsAsked, monthTerm } from './terms.ts';

/** As many matches are compared with the question at once, and counted exactly. */
export const EXACT_UP_TO = 1000;

export interface Question {
  q: string;
  /** '': any */
  kind: string;
  /** days in Tokyo, both included; '': open */
  from: string;
  to: string;
  /** of the page before; '': the first page */
  after: string;
  limit: number;
}

/** Something found, as it is now. */
export interface Hit extends Found {
  number: number;
}

export interface Answer {
  hits: Hit[];
  /** key of the next page; null: there is none */
  next: string | null;
  /** in the kind asked for, and by kind; where more than 1,000 may match they are rounded estimates */
  count: number;
  counts: ReadonlyMap<string, number>;
  isExact: boolean;
}

export const NOTHING: Answer = { hits: [], next: null, count: 0, counts: new Map(), isExact: true };

/** Nothing is found by a question without a letter or digit. */
export async function find(db: Db, hub: Hub, question: Question): Promise<Answer> {
  const grams = gramsAsked(question.q);
  if (grams.length === 0) return NOTHING;
  const kinds = kindsIn(hub);
  const wanted = question.kind ? kinds.filter((kind) => kind === question.kind) : kinds;
  const asked = { grams, kinds, months: monthsOf(question) };
  const postings = await readPostings(db, hub.id, termsAsked(asked), asked.months);
  if (postings.generation === null) return NOTHING;
  const index = { hubId: hub.id, generation: postings.generation };
  const matched = matches(postings, asked);
  const maybe = countsOf(matched);
  const isExact = sum(maybe.values()) <= EXACT_UP_TO;
  const key = keyFrom(question.after);
  const start: Pick<PageKey, 'stage' | 'first'> = isExact ? { stage: 0, first: null } : key;
  const candidates = candidatesFrom(matched, isExact ? kinds : wanted, start, EXACT_UP_TO + 1);
  const sure = await confirmed(db, index, question, candidates.slice(0, EXACT_UP_TO));
  const counts = isExact ? countBy(sure) : new Map([...maybe].map(([kind, count]) => [kind, rounded(count)]));
  const { shown, next } = pageOf(
    sure.filter(({ kind }) => wanted.includes(kind)),
    { key: { ...key, ...start }, limit: question.limit, beyond: candidates[EXACT_UP_TO] },
  );
  return {
    hits: await hitsOf(db, shown),
    next: next && keyText(next),
    count: isExact
      ? sum(wanted.map((kind) => counts.get(kind) ?? 0))
      : rounded(sum(wanted.map((kind) => maybe.get(kind) ?? 0))),
    counts,
    isExact,
  };
}

/** The index knows the month; the day is compared afterwards. */
function monthsOf({ from, to }: Question): TermRange | null {
  if (!from && !to) return null;
  return { first: monthTerm(from.slice(0, 7) || '0000-00'), last: monthTerm(to.slice(0, 7) || '9999-99') };
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);

/** To two digits: 12,345 is about 12,000. */
function rounded(count: number): number {
  const unit = 10 ** Math.max(0, String(count).length - 2);
  return Math.round(count / unit) * unit;
}

interface Sure {
  number: number;
  kind: string;
  object_id: string;
  /** 0: the title is what was asked; 1: holds it; 2: holds all its words; 3: the text holds it; 4: the text holds all its words */
  rank: number;
}

/** Those candidates that hold every word and that everybody may read now, the closest first, then the newest. */
async function confirmed(
  db: Db,
  { hubId, generation }: { hubId: number; generation: number },
  { q, from, to }: Question,
  candidates: readonly Candidate[],
): Promise<Sure[]> {
  if (candidates.length === 0) return [];
  const sure = await run<Sure>(
    db,
    `select e.number, e.kind, e.object_id, case when e.folded_title = $4 then 0 when strpos(e.folded_title, $4) > 0 then 1
         when e.folded_title like all ($5::text[]) then 2 when strpos(e.folded, $4) > 0 then 3 else 4 end as rank
     from search_entries e
     where e.hub_id = $1 and e.generation = $2 and e.number = any($3::int[]) and e.folded like all ($5::text[])
       and ($6::timestamptz is null or e.at >= $6) and ($7::timestamptz is null or e.at < $7) and ${readable()}`,
    [
      hubId,
      generation,
      candidates.map(({ number }) => number),
      foldText(q),
      likePatterns(q),
      from ? startOfTokyoDay(from) : null,
      to ? endOfTokyoDay(to) : null,
    ],
  );
  return sure.sort((a, b) => a.rank - b.rank || b.number - a.number);
}

function countBy(sure: readonly Sure[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of sure) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** A page of a thousand, and where the next one begins: in the same thousand or with the first beyond it. */
export function pageOf(
  sure: readonly Sure[],
  { key, limit, beyond }: { key: PageKey; limit: number; beyond: Candidate | undefined },
): { shown: Sure[]; next: PageKey | null } {
  const { last } = key;
  const left = last
    ? sure.filter(({ rank, number }) => rank > last.rank || (rank === last.rank && number < last.number))
    : sure;
  const shown = left.slice(0, limit);
  const end = shown.at(-1);
  if (left.length > limit && end) return { shown, next: { ...key, last: { rank: end.rank, number: end.number } } };
  if (beyond) return { shown, next: { stage: beyond.stage, first: beyond.number, last: null } };
  return { shown, next: null };
}

/** In the same order. */
async function hitsOf(db: Db, shown: readonly Sure[]): Promise<Hit[]> {
  const things = new Map(
    [...Map.groupBy(shown, ({ kind }) => kind)].map(([kind, all]) => [kind, all.map(({ object_id }) => object_id)]),
  );
  const found = new Map((await readThings(db, things)).map((one) => [`${one.kind}:${one.id}`, one]));
  return shown.flatMap(({ kind, object_id, number }) => {
    const one = found.get(`${kind}:${object_id}`);
    return one ? [{ ...one, number }] : [];
  });
}
