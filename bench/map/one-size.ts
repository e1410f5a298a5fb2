/** Measures one planted conversation and prints the figure as JSON: `one-size.ts PEOPLE OPINIONS SEEN`. */
import { analyse, matrixOf, type VoteMatrix } from '#commons/opinion-map/index.ts';
import { chanceOf, planted } from '#commons/opinion-map/planted-for-tests.ts';
import type { MapFigure } from './map.ts';

const [people, opinions, seen] = process.argv.slice(2).map(Number) as [number, number, number];
const NEW_VOTES = 100;
const WARM_TIMES = 5;

const { matrix, hidden } = planted({ people, opinions, groups: 3, seen, loyalty: 0.8, seed: 4 });
const [map, coldMs] = timed(() => analyse(matrix, hidden));
const votes = withMore(matrix);
let last = map.last;
const warm = Array.from({ length: WARM_TIMES }, () => {
  const [next, milliseconds] = timed(() => analyse(matrixOf(people, opinions, votes), hidden, { last }));
  last = next.last;
  return milliseconds;
});
const figure: MapFigure = {
  people,
  opinions,
  votes: matrix.column.length,
  groups: map.groupCount,
  coldMs,
  warmMs: warm.toSorted((one, other) => one - other)[WARM_TIMES >> 1]!,
  peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
};
console.log(JSON.stringify(figure));

function timed<T>(work: () => T): [T, number] {
  const began = performance.now();
  const result = work();
  return [result, Math.round(performance.now() - began)];
}

function withMore({ rowStart, column, stance }: VoteMatrix) {
  const chance = chanceOf(8);
  const length = column.length + NEW_VOTES;
  const list = {
    length,
    person: new Uint32Array(length),
    opinion: new Uint32Array(length),
    stance: new Int8Array(length),
  };
  for (let person = 0; person < people; person += 1) list.person.fill(person, rowStart[person]!, rowStart[person + 1]!);
  list.opinion.set(column);
  list.stance.set(stance);
  for (let at = column.length; at < length; at += 1) {
    list.person[at] = Math.floor(chance() * people);
    list.opinion[at] = Math.floor(chance() * opinions);
    list.stance[at] = Math.floor(chance() * 3) - 1;
  }
  return list;
}
