/**
 * F9.3: what the map shows of a debate. Opinions and groups, never a person: a group has a place, an extent and a number of people, and
 * groups of fewer than five are not shown apart.
 */
import type { OpinionMap } from './analyse.ts';
import { type Consensus, type Representative, share } from './figures.ts';
import { lettersOf } from './letters.ts';
import type { VoteMatrix } from './matrix.ts';
import { extremity } from './places.ts';

/** [agreed, disagreed, saw] */
export type Three = readonly [number, number, number];

export interface PictureOpinion {
  id: string;
  x: number;
  y: number;
  all: Three;
  /** of each shown group, in the order of the groups */
  groups: Three[];
}

export interface PictureGroup {
  letter: string;
  /** place among all groups, shown or not; what was kept before letters had a rule of their own lacks it */
  place?: number;
  size: number;
  /** middle, half axes, and the angle of the first axis in degrees: where nearly all of the group stand */
  x: number;
  y: number;
  rx: number;
  ry: number;
  angle: number;
  represents: { id: string; stance: 'agree' | 'disagree'; p: number; repness: number }[];
}

export interface Picture {
  /** everybody with a vote, and those of them who chose often enough to be placed in a group */
  voters: number;
  placed: number;
  votes: number;
  /** votes it takes to be placed */
  least: number;
  /** people in groups too small to be shown */
  unshown: number;
  groups: PictureGroup[];
  opinions: PictureOpinion[];
  agree: { id: string; p: number }[];
  disagree: { id: string; p: number }[];
  /** where the shown groups part most, the widest gap first */
  divided: string[];
  /** opinions that fewer than a tenth of those placed have seen, the least seen first */
  unseen: string[];
}

export const LEAST_SHOWN = 5;
const LISTED = 5;
const UNSEEN_LISTED = 10;
/** Half axes in standard deviations: of people spread evenly round a middle, nearly nine of ten stand inside. */
const DEVIATIONS = 2;

export interface PictureParts {
  matrix: VoteMatrix;
  map: OpinionMap;
  /** of the opinions, in the order of the matrix */
  ids: readonly string[];
  /** 1 for an opinion that is left out of everything */
  hidden: Uint8Array;
  /** the picture before this one: its groups hand on their letters */
  before?: Picture | null;
}

export function pictureOf({ matrix, map, ids, hidden, before }: PictureParts): Picture {
  const { figures } = map;
  const large = [...figures.sizes.keys()].filter((group) => figures.sizes[group]! >= LEAST_SHOWN);
  const groups = named(
    large.map((group) => groupOf(map, group, ids)),
    before?.groups,
  );
  const shown = groups.map(({ place }) => place);
  const visible = ids.flatMap((id, opinion) => (hidden[opinion] ? [] : [{ id, opinion }]));
  const opinions = visible.map(({ id, opinion }) => ({
    id,
    x: rounded(map.opinions[2 * opinion]!),
    y: rounded(map.opinions[2 * opinion + 1]!),
    all: three(figures.all, 0, opinion),
    groups: shown.map((group) => three(figures.byGroup, group, opinion)),
  }));
  const placed = figures.sizes.reduce((sum, size) => sum + size, 0);
  const voters = Array.from({ length: matrix.people }, (_, person) => person).filter(
    (person) => matrix.rowStart[person + 1]! > matrix.rowStart[person]!,
  ).length;
  const listed = (found: readonly Consensus[]) => found.map(({ opinion, p }) => ({ id: ids[opinion]!, p: rounded(p) }));
  return {
    voters,
    placed,
    votes: matrix.column.length,
    least: Math.min(7, ids.length),
    unshown: placed - shown.reduce((sum, group) => sum + figures.sizes[group]!, 0),
    groups,
    opinions,
    agree: listed(figures.agree),
    disagree: listed(figures.disagree),
    divided: dividedOf(opinions),
    unseen: opinions
      .filter(({ all }) => all[2] < placed / 10)
      .toSorted((one, other) => one.all[2] - other.all[2])
      .slice(0, UNSEEN_LISTED)
      .map(({ id }) => id),
  };
}

interface CountedVotes {
  opinions: number;
  agreed: Uint32Array;
  disagreed: Uint32Array;
  saw: Uint32Array;
}

function three({ opinions, agreed, disagreed, saw }: CountedVotes, group: number, opinion: number): Three {
  const place = group * opinions + opinion;
  return [agreed[place]!, disagreed[place]!, saw[place]!];
}

type Unnamed = Omit<PictureGroup, 'letter'> & { place: number };

/** With their letters, and in the order of these. */
function named(groups: readonly Unnamed[], before?: readonly PictureGroup[]) {
  const letters = lettersOf(groups, before);
  return groups
    .map((group, at) => ({ letter: letters[at]!, ...group }))
    .toSorted((one, other) => (one.letter < other.letter ? -1 : 1));
}

function groupOf(map: OpinionMap, group: number, ids: readonly string[]): Unnamed {
  const people = [...map.groupOf.keys()].filter((person) => map.groupOf[person] === group);
  const represents = map.figures.representative[group]!.map(({ opinion, stance, p, repness }: Representative) => ({
    id: ids[opinion]!,
    stance,
    p: rounded(p),
    repness: rounded(repness),
  }));
  return { place: group, size: people.length, ...extent(map, people), represents };
}

/** The ellipse of two standard deviations: the spread of a group without the place of anybody in it. */
function extent({ people: places }: OpinionMap, people: readonly number[]) {
  const count = people.length;
  const mean = (axis: 0 | 1) => people.reduce((sum, person) => sum + places[2 * person + axis]!, 0) / count;
  const [x, y] = [mean(0), mean(1)];
  let [xx, xy, yy] = [0, 0, 0];
  for (const person of people) {
    const across = places[2 * person]! - x;
    const up = places[2 * person + 1]! - y;
    xx += (across * across) / count;
    xy += (across * up) / count;
    yy += (up * up) / count;
  }
  const middle = (xx + yy) / 2;
  const apart = Math.hypot((xx - yy) / 2, xy);
  return {
    x: rounded(x),
    y: rounded(y),
    rx: rounded(DEVIATIONS * Math.sqrt(Math.max(0, middle + apart))),
    ry: rounded(DEVIATIONS * Math.sqrt(Math.max(0, middle - apart))),
    angle: rounded((Math.atan2(2 * xy, xx - yy) / 2) * (180 / Math.PI)),
  };
}

/** Opinions by the widest gap between the shares of agreement of two groups; those that part nobody are left out. */
function dividedOf(opinions: readonly PictureOpinion[]): string[] {
  return opinions
    .map(({ id, groups }) => {
      const shares = groups.filter(([, , saw]) => saw >= LEAST_SHOWN).map(([agreed, , saw]) => share(agreed, saw));
      return { id, gap: shares.length < 2 ? 0 : Math.max(...shares) - Math.min(...shares) };
    })
    .filter(({ gap }) => gap >= 0.3)
    .toSorted((one, other) => other.gap - one.gap)
    .slice(0, LISTED)
    .map(({ id }) => id);
}

/** Extremities by opinion, for what is shown next. */
export function extremities(map: OpinionMap, ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, opinion) => [id, rounded(extremity(map.opinions, opinion))]));
}

/** Four digits are more than can be drawn. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
