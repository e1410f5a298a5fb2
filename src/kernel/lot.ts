/**
 * F9.9 Drawing lots that anybody can repeat, method minna-lot-1: the same list, the same public chance and the same size give the same
 * result on every machine. Pure; Web Crypto does the hashing, so that browsers, the terminal and the server run this very file.
 * Written down for people in docs/decisions/0016-lots.md.
 */

export const LOT_METHOD = 'minna-lot-1';

/** `number`: letters, digits and hyphens; `strata`: one value a column, without tabs and line ends. */
export interface LotEntry {
  number: string;
  strata: readonly string[];
}

export interface LotStratum {
  strata: readonly string[];
  entries: number;
  places: number;
}

export interface LotTurn extends LotEntry {
  /** from 1, within its stratum: who has a place, then who comes next when one becomes free */
  rank: number;
  drawn: boolean;
}

export interface Lot {
  listHash: string;
  strata: LotStratum[];
  /** by stratum, then by rank */
  order: LotTurn[];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const keyOf = (strata: readonly string[]) => strata.join('\t');

/** The list as its hash is taken: a line each, number and strata parted by tabs, in order of the numbers, each line ended by LF. */
export function listText(entries: readonly LotEntry[]): string {
  return entries
    .toSorted((a, b) => compare(a.number, b.number))
    .map(({ number, strata }) => `${[number, ...strata].join('\t')}\n`)
    .join('');
}

/** SHA-256 of the text in UTF-8, as 64 small hexadecimal digits. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Shares `size` places among strata by their numbers of entries (method of the largest remainder): whole parts first, what is left to the
 * largest remainders; between equal remainders the smaller `tie` (a hash) decides, so that no stratum is favoured by its name.
 */
export function sharePlaces(strata: readonly { entries: number; tie: string }[], size: number): number[] {
  const all = strata.reduce((sum, { entries }) => sum + entries, 0);
  const places = strata.map(({ entries }) => Math.floor((size * entries) / all));
  const left = size - places.reduce((sum, n) => sum + n, 0);
  const byRemainder = strata
    .map(({ entries, tie }, index) => ({ index, tie, remainder: (size * entries) % all }))
    .toSorted((a, b) => b.remainder - a.remainder || compare(a.tie, b.tie));
  for (const { index } of byRemainder.slice(0, left)) places[index]! += 1;
  return places;
}

/**
 * Draws `size` of the entries. Within a stratum the order is that of SHA-256 over method, hash of the list, chance and number: nobody can
 * know it before the chance is known, nobody can choose it afterwards.
 * @throws RangeError when there are fewer entries than places, or a number stands twice
 */
export async function drawLots(entries: readonly LotEntry[], size: number, chance: string): Promise<Lot> {
  if (size < 1 || size > entries.length) throw new RangeError('fewer entries than places');
  if (new Set(entries.map(({ number }) => number)).size < entries.length) throw new RangeError('a number stands twice');
  const listHash = await sha256Hex(listText(entries));
  const lot = (what: string) => sha256Hex(`${LOT_METHOD}\n${listHash}\n${chance.trim()}\n${what}`);
  const groups = Map.groupBy(entries, ({ strata }) => keyOf(strata));
  const names = [...groups.keys()].toSorted(compare);
  const ties = await Promise.all(names.map((name) => lot(`stratum\t${name}`)));
  const places = sharePlaces(
    names.map((name, at) => ({ entries: groups.get(name)!.length, tie: ties[at]! })),
    size,
  );
  const order: LotTurn[] = [];
  for (const [at, name] of names.entries()) {
    const keyed = await Promise.all(
      groups.get(name)!.map(async (entry) => ({ entry, key: await lot(`entry\t${entry.number}`) })),
    );
    keyed.sort((a, b) => compare(a.key, b.key));
    for (const [turn, { entry }] of keyed.entries())
      order.push({ number: entry.number, strata: entry.strata, rank: turn + 1, drawn: turn < places[at]! });
  }
  return {
    listHash,
    strata: names.map((name, at) => ({
      strata: groups.get(name)![0]!.strata,
      entries: groups.get(name)!.length,
      places: places[at]!,
    })),
    order,
  };
}

/** A draw as it is published, for recomputing. */
export interface LotDocument {
  method: string;
  /** published before the chance was known */
  listHash: string;
  chance: string;
  size: number;
  candidates: readonly LotEntry[];
  /** numbers that were drawn */
  drawn: readonly string[];
}

export interface LotCheck {
  method: boolean;
  list: boolean;
  draw: boolean;
  /** the numbers that this machine draws */
  drawn: string[];
}

/** Recomputes a published draw. `method` false: this program doesn't know how it was drawn. @throws RangeError as `drawLots` */
export async function checkLot(document: LotDocument): Promise<LotCheck> {
  if (document.method !== LOT_METHOD) return { method: false, list: false, draw: false, drawn: [] };
  const lot = await drawLots(document.candidates, document.size, document.chance);
  const drawn = lot.order.filter((turn) => turn.drawn).map(({ number }) => number);
  const same = [...drawn].sort().join('\n') === [...document.drawn].sort().join('\n');
  return { method: true, list: lot.listHash === document.listHash, draw: same, drawn };
}
