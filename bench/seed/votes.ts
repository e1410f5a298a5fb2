/** Votes of the measured town: each debate has its circle of people, who choose on most of what is said there. */
import { insertVotes, type VoteRow } from '#commons/discussion/bulk-insert.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { between, type Chance, shares } from './chance.ts';
import type { SeedEntry } from './opinions.ts';
import type { SeedActor } from './people.ts';
import { HUB_ID, NOW } from './plan.ts';

const CHUNK = 20_000;
/** In opinions of one debate. */
const LONG = 500;
const STANCES = [1, 1, 1, 1, 1, -1, -1, -1, 0, 0] as const;

/** How many votes each opinion has: none on questions and explanations, at most four fifths of all people. */
function votesOf(opinions: readonly SeedEntry[], total: number, people: number, chance: Chance): Int32Array {
  const sizes = new Map<string, number>();
  for (const { proposal } of opinions) sizes.set(proposal.id, (sizes.get(proposal.id) ?? 0) + 1);
  const weights = Float64Array.from(opinions, ({ proposal }) => {
    const liveliness = -Math.log(1 - chance() * 0.98);
    // Nobody reads to the end of a very long debate: it would draw most of the town's votes otherwise.
    return Math.sqrt(Math.min(sizes.get(proposal.id)!, LONG)) * (0.2 + liveliness);
  });
  const most = Math.floor(people * 0.8);
  return shares(total, weights).map((count) => Math.min(count, most));
}

/** All votes, opinion by opinion, in chunks of about 20,000; the same every time. */
export function* planVotes(
  total: number,
  entries: readonly SeedEntry[],
  persons: readonly SeedActor[],
  chance: Chance,
): Generator<VoteRow[]> {
  const opinions = entries.filter(({ kind }) => kind === 'opinion');
  const counts = votesOf(opinions, total, persons.length, chance);
  const circles = new Map<string, { start: number; step: number }>();
  let rows: VoteRow[] = [];
  for (const [place, { id, proposal, by, at }] of opinions.entries()) {
    let circle = circles.get(proposal.id);
    if (!circle) {
      circle = {
        start: between(chance, 0, persons.length - 1),
        step: coprime(persons.length, between(chance, 1, persons.length)),
      };
      circles.set(proposal.id, circle);
    }
    const start = circle.start + between(chance, 0, 20);
    const end = Math.min(proposal.round.drafting_at.getTime(), NOW.getTime());
    for (let turn = 0, left = counts[place]!; left > 0; turn += 1) {
      const person = persons[(start + turn * circle.step) % persons.length]!;
      if (person.id === by.personId) continue;
      const moment = new Date(between(chance, at.getTime(), end - 1));
      rows.push({
        opinionId: id,
        personId: person.id,
        stance: STANCES[between(chance, 0, STANCES.length - 1)]!,
        at: moment,
      });
      left -= 1;
    }
    if (rows.length >= CHUNK) {
      yield rows;
      rows = [];
    }
  }
  yield rows;
}

/** The next number from `wish` on that shares no divisor with n: steps of it visit everybody once. */
function coprime(n: number, wish: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = wish;
  while (divisor(n, step) !== 1) step += 1;
  return step;
}

export async function placeVotes(db: Db, chunks: Iterable<VoteRow[]>): Promise<number> {
  let placed = 0;
  for (const rows of chunks) {
    await insertVotes(db, HUB_ID, rows);
    placed += rows.length;
  }
  return placed;
}
