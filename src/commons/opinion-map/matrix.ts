/**
 * F9.3: who chose what, as a sparse matrix: people × opinions, most of which nobody has seen. Ten million votes take 60 MB.
 * Step 1 of the opinion map: what is not there was not seen; hidden opinions keep their column and count as 0 for everybody.
 */

export interface VoteMatrix {
  people: number;
  opinions: number;
  /** votes of person i stand at rowStart[i] … rowStart[i + 1] − 1; people + 1 numbers */
  rowStart: Uint32Array;
  /** the opinion of each vote; rising within a row */
  column: Uint32Array;
  /** +1 agree, −1 disagree, 0 pass */
  stance: Int8Array;
}

/** Votes in any order, each pair of person and opinion at most once after `lastOf`. */
export interface VoteList {
  length: number;
  person: Uint32Array;
  opinion: Uint32Array;
  stance: Int8Array;
}

/** Builds the matrix; of several votes of one person on one opinion the last in the list counts. Two passes of counting sort: O(votes). */
export function matrixOf(people: number, opinions: number, votes: VoteList): VoteMatrix {
  // By opinion first, then by person, each keeping the order it finds: rows come out sorted, and later votes after earlier ones.
  const byOpinion = countingOrder(votes.opinion, votes.length, opinions);
  const personOf = Uint32Array.from(byOpinion, (at) => votes.person[at]!);
  const byPerson = countingOrder(personOf, votes.length, people);
  const rowStart = new Uint32Array(people + 1);
  const column = new Uint32Array(votes.length);
  const stance = new Int8Array(votes.length);
  let end = 0;
  let row = 0;
  for (const place of byPerson) {
    const at = byOpinion[place]!;
    const person = votes.person[at]!;
    while (row < person) rowStart[++row] = end;
    if (end > rowStart[person]! && column[end - 1] === votes.opinion[at]) {
      stance[end - 1] = votes.stance[at]!;
      continue;
    }
    column[end] = votes.opinion[at]!;
    stance[end] = votes.stance[at]!;
    end += 1;
  }
  while (row < people) rowStart[++row] = end;
  return { people, opinions, rowStart, column: column.slice(0, end), stance: stance.slice(0, end) };
}

/** Places of the first `length` keys in rising order of key, equal ones in the order they stand. */
function countingOrder(keys: Uint32Array, length: number, most: number): Uint32Array {
  const next = new Uint32Array(most + 1);
  for (let at = 0; at < length; at += 1) next[keys[at]! + 1]! += 1;
  for (let key = 0; key < most; key += 1) next[key + 1]! += next[key]!;
  const order = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) order[next[keys[at]!]!++] = at;
  return order;
}

/** How many votes person i has, of whatever kind. */
export function votesOf(matrix: VoteMatrix, person: number): number {
  return matrix.rowStart[person + 1]! - matrix.rowStart[person]!;
}

export interface Centring {
  /** mean of the votes given on each opinion; 0 for hidden ones and those nobody has seen */
  mean: Float64Array;
  /** 1 for opinions that count as 0 for everybody */
  hidden: Uint8Array;
  hiddenCount: number;
}

/**
 * Steps 3 and 4: what is missing becomes the mean of its column, and columns are centred; so what is missing becomes 0, and
 * nothing but the votes themselves needs to be kept.
 */
export function centringOf(matrix: VoteMatrix, hidden: Uint8Array): Centring {
  const sum = new Float64Array(matrix.opinions);
  const seen = new Uint32Array(matrix.opinions);
  for (let at = 0; at < matrix.column.length; at += 1) {
    const opinion = matrix.column[at]!;
    sum[opinion]! += matrix.stance[at]!;
    seen[opinion]! += 1;
  }
  const mean = sum.map((total, opinion) => (hidden[opinion] || seen[opinion] === 0 ? 0 : total / seen[opinion]!));
  return { mean, hidden, hiddenCount: hidden.reduce((count, one) => count + one, 0) };
}
