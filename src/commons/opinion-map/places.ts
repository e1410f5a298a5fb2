/** F9.3, step 5: where people and opinions stand on the map. */
import type { Components } from './components.ts';
import { type Centring, type VoteMatrix, votesOf } from './matrix.ts';

/** x and y of each, one after the other: 2 × count numbers */
export type Places = Float64Array;

/**
 * A person's place: √(opinions / max(votes, 1)) · Σ over the votes (r − mean)·component. Hidden opinions are a 0 of everybody, so
 * they count among the votes. The factor brings those who saw few opinions as far out as those who saw many.
 */
export function placesOfPeople(matrix: VoteMatrix, centring: Centring, [across, up]: Components): Places {
  const { rowStart, column, stance } = matrix;
  const { mean, hidden, hiddenCount } = centring;
  const places = new Float64Array(matrix.people * 2);
  for (let person = 0; person < matrix.people; person += 1) {
    let x = 0;
    let y = 0;
    let votes = hiddenCount;
    for (let at = rowStart[person]!; at < rowStart[person + 1]!; at += 1) {
      const opinion = column[at]!;
      if (hidden[opinion]) continue;
      const away = stance[at]! - mean[opinion]!;
      x += away * across[opinion]!;
      y += away * up[opinion]!;
      votes += 1;
    }
    const factor = Math.sqrt(matrix.opinions / Math.max(votes, 1));
    places[2 * person] = x * factor;
    places[2 * person + 1] = y * factor;
  }
  return places;
}

/** An opinion's place: that of somebody who agreed with it alone. Its length is its extremity. */
export function placesOfOpinions(opinions: number, { mean, hidden }: Centring, [across, up]: Components): Places {
  const places = new Float64Array(opinions * 2);
  const factor = Math.sqrt(opinions);
  for (let opinion = 0; opinion < opinions; opinion += 1) {
    if (hidden[opinion]) continue;
    const away = 1 - mean[opinion]!;
    places[2 * opinion] = away * across[opinion]! * factor;
    places[2 * opinion + 1] = away * up[opinion]! * factor;
  }
  return places;
}

/** Length of an opinion's place: how much it parts people. */
export function extremity(places: Places, opinion: number): number {
  return Math.hypot(places[2 * opinion]!, places[2 * opinion + 1]!);
}

/** votes it takes to be counted, or all there are */
export const LEAST_VOTES = 7;
const LEAST_PEOPLE = 15;

/**
 * Step 2: those who are counted, in rising order: with at least min(7, opinions) votes; once in, always in (`before`); if fewer than
 * 15, filled up with those who voted most (of equals, who came first).
 */
export function countedPeople(matrix: VoteMatrix, before: ReadonlySet<number> = new Set()): Uint32Array {
  const least = Math.min(LEAST_VOTES, matrix.opinions);
  const counted = new Set<number>();
  for (let person = 0; person < matrix.people; person += 1) {
    const votes = votesOf(matrix, person);
    if (votes > 0 && (votes >= least || before.has(person))) counted.add(person);
  }
  if (counted.size < LEAST_PEOPLE) {
    const others = Array.from({ length: matrix.people }, (_, person) => person).filter(
      (person) => !counted.has(person) && votesOf(matrix, person) > 0,
    );
    others.sort((one, other) => votesOf(matrix, other) - votesOf(matrix, one) || one - other);
    for (const person of others.slice(0, LEAST_PEOPLE - counted.size)) counted.add(person);
  }
  return Uint32Array.from(counted).sort();
}
