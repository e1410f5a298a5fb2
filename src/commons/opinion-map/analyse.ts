/** F9.3: the opinion map of one debate, from its votes. Pure and deterministic: the same votes and the same last result give the same map. */
import { type Components, componentsOf } from './components.ts';
import {
  type Consensus,
  type Counts,
  consensusOf,
  countsOf,
  countsOfAll,
  groupInformedConsensus,
  type Representative,
  representativeOf,
} from './figures.ts';
import { groupsOf, type LastGroups } from './groups.ts';
import { type Centring, centringOf, type VoteMatrix } from './matrix.ts';
import { countedPeople, type Places, placesOfOpinions, placesOfPeople } from './places.ts';

/** What the next computation starts from, so that places and letters stay put. */
export interface LastMap {
  centring: Centring;
  components: Components;
  groups: LastGroups;
  /** rows of those who were counted: once in, always in */
  counted: Uint32Array;
}

export interface OpinionMap {
  /** x, y of each person and each opinion */
  people: Places;
  opinions: Places;
  /** group of each person, −1 for those who voted too little to be placed in one */
  groupOf: Int32Array;
  groupCount: number;
  silhouettes: ReadonlyMap<number, number>;
  figures: Figures;
  last: LastMap;
}

export interface Figures {
  byGroup: Counts;
  all: Counts;
  sizes: Uint32Array;
  representative: Representative[][];
  agree: Consensus[];
  disagree: Consensus[];
  groupInformedConsensus: Float64Array;
}

export interface Beginning {
  /** what the computation before this one found */
  last?: LastMap;
  /** another number begins the search for the components elsewhere; what is found is the same but for rounding */
  seed?: number;
}

/** `hidden` has a 1 for every opinion that moderation hid or that is metadata. */
export function analyse(matrix: VoteMatrix, hidden: Uint8Array, { last, seed = 0 }: Beginning = {}): OpinionMap {
  const centring = centringOf(matrix, hidden);
  const components = componentsOf(matrix, centring, { last: last?.components, seed });
  const people = placesOfPeople(matrix, centring, components);
  const counted = countedPeople(matrix, new Set(last?.counted));
  const points = new Float64Array(counted.length * 2);
  counted.forEach((person, at) => {
    points[2 * at] = people[2 * person]!;
    points[2 * at + 1] = people[2 * person + 1]!;
  });
  const groups = groupsOf(points, last?.groups);
  const groupOf = new Int32Array(matrix.people).fill(-1);
  counted.forEach((person, at) => {
    groupOf[person] = groups.of[at]!;
  });
  return {
    people,
    opinions: placesOfOpinions(matrix.opinions, centring, components),
    groupOf,
    groupCount: groups.count,
    silhouettes: groups.silhouettes,
    figures: figuresOf(matrix, groupOf, groups.count, hidden),
    last: { centring, components, groups: groups.last, counted },
  };
}

/** The facts about groups, computed or given. */
export function figuresOf(matrix: VoteMatrix, groupOf: Int32Array, groups: number, hidden: Uint8Array): Figures {
  const byGroup = countsOf(matrix, groupOf, groups);
  const all = countsOfAll(matrix);
  const sizes = new Uint32Array(groups);
  for (const group of groupOf) if (group >= 0) sizes[group]! += 1;
  return {
    byGroup,
    all,
    sizes,
    representative: Array.from({ length: groups }, (_, group) => representativeOf(byGroup, group, hidden)),
    agree: consensusOf(all, 'agree', hidden),
    disagree: consensusOf(all, 'disagree', hidden),
    groupInformedConsensus: groupInformedConsensus(byGroup),
  };
}
