/** F9.3: what the next computation starts from, as it is kept: by the opinions' ids, because new ones come in between. */
import { z } from 'zod';
import type { LastMap } from './analyse.ts';
import { nearest } from './k-means.ts';
import { matrixOf } from './matrix.ts';
import { LEAST_VOTES, placesOfPeople } from './places.ts';

const numbers = z.array(z.number());

const keptState = z.object({
  opinions: z.array(z.string()),
  /** of each opinion the mean of its votes, and whether it was hidden */
  mean: numbers,
  hidden: z.array(z.number()),
  components: z.tuple([numbers, numbers]),
  baseCentres: numbers,
  groupCentres: numbers,
  best: z.number(),
  bestTimes: z.number(),
});

export type KeptState = z.infer<typeof keptState>;

export function keep(last: LastMap, opinions: readonly string[]): KeptState {
  const [across, up] = last.components;
  return {
    opinions: [...opinions],
    mean: [...last.centring.mean],
    hidden: [...last.centring.hidden],
    components: [[...across], [...up]],
    baseCentres: [...last.groups.baseCentres],
    groupCentres: [...last.groups.groupCentres],
    best: last.groups.best,
    bestTimes: last.groups.bestTimes,
  };
}

/** Where somebody with these choices stands on the kept map, and the group whose middle is nearest; null with too few choices. */
export function placeOnMap(
  kept: unknown,
  choices: ReadonlyMap<string, number>,
): { x: number; y: number; group: number } | null {
  const parsed = keptState.safeParse(kept);
  if (!parsed.success) return null;
  const { opinions, mean, hidden, components, groupCentres } = parsed.data;
  const seen = opinions.flatMap((id, at) => (choices.has(id) ? [{ at, stance: choices.get(id)! }] : []));
  if (seen.length < Math.min(LEAST_VOTES, opinions.length) || groupCentres.length < 4) return null;
  const matrix = matrixOf(1, opinions.length, {
    length: seen.length,
    person: new Uint32Array(seen.length),
    opinion: Uint32Array.from(seen, ({ at }) => at),
    stance: Int8Array.from(seen, ({ stance }) => stance),
  });
  const centring = {
    mean: Float64Array.from(mean),
    hidden: Uint8Array.from(hidden),
    hiddenCount: hidden.filter((one) => one === 1).length,
  };
  const along = [Float64Array.from(components[0]), Float64Array.from(components[1])] as const;
  const [x, y] = placesOfPeople(matrix, centring, along) as unknown as [number, number];
  const [group] = nearest(Float64Array.of(x, y), Float64Array.from(groupCentres));
  return { x, y, group: group! };
}

/** For opinions and people as they are listed now; `counted` are rows of people who were in. Undefined where nothing usable was kept. */
export function resume(kept: unknown, opinions: readonly string[], counted: Uint32Array): LastMap | undefined {
  const parsed = keptState.safeParse(kept);
  if (!parsed.success || parsed.data.groupCentres.length < 4) return undefined;
  const state = parsed.data;
  const places = new Map(state.opinions.map((id, place) => [id, place]));
  const along = (component: readonly number[]) =>
    Float64Array.from(opinions, (id) => component[places.get(id) ?? -1] ?? 0);
  return {
    centring: { mean: Float64Array.from(state.mean), hidden: Uint8Array.from(state.hidden), hiddenCount: 0 },
    components: [along(state.components[0]), along(state.components[1])],
    groups: {
      baseCentres: Float64Array.from(state.baseCentres),
      groupCentres: Float64Array.from(state.groupCentres),
      best: state.best,
      bestTimes: state.bestTimes,
    },
    counted,
  };
}
