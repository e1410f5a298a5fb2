/** F9.3: the map as the command line gives it, with the names that stand in the files. */
import { analyse, type Figures, figuresOf, type OpinionMap } from './analyse.ts';
import type { Consensus } from './figures.ts';
import type { Conversation } from './read-folder.ts';

export interface MapReport {
  participants: number;
  opinions: number;
  votes: number;
  /** number of groups */
  k: number;
  silhouette: Record<string, number>;
  membership: Record<string, number | string>;
  groups: {
    id: number | string;
    size: number;
    representative: {
      opinion: number | string;
      stance: string;
      p: number;
      z: number;
      repness: number;
      repnessZ: number;
    }[];
  }[];
  consensus: Record<'agree' | 'disagree', { opinion: number | string; p: number; z: number }[]>;
  groupInformedConsensus: Record<string, number>;
  positions: Record<string, [number, number]>;
}

/** Computes everything, or with `given` (participant → group) the figures of those groups. */
export function reportOf(
  conversation: Conversation,
  given: ReadonlyMap<string, string> | null,
  seed: number,
): MapReport {
  const { matrix, hidden, participants, opinions } = conversation;
  const map = analyse(matrix, hidden, { seed });
  const groups = given ? givenGroups(conversation, given) : computedGroups(map);
  const { figures, groupOf, ids } = groups;
  return {
    participants: matrix.people,
    opinions: matrix.opinions,
    votes: matrix.column.length,
    k: ids.length,
    silhouette: Object.fromEntries(map.silhouettes),
    membership: Object.fromEntries(
      participants.flatMap((name, person) => (groupOf[person]! < 0 ? [] : [[name, ids[groupOf[person]!]!]])),
    ),
    groups: ids.map((id, group) => ({
      id,
      size: figures.sizes[group]!,
      representative: figures.representative[group]!.map((one) => ({
        ...one,
        opinion: numberOr(opinions[one.opinion]!),
      })),
    })),
    consensus: { agree: named(figures.agree, opinions), disagree: named(figures.disagree, opinions) },
    groupInformedConsensus: Object.fromEntries(
      opinions.map((name, opinion) => [name, figures.groupInformedConsensus[opinion]!]),
    ),
    positions: Object.fromEntries(
      participants.map((name, person) => [name, [map.people[2 * person]!, map.people[2 * person + 1]!]]),
    ),
  };
}

interface ReportedGroups {
  figures: Figures;
  groupOf: Int32Array;
  ids: (number | string)[];
}

function computedGroups({ figures, groupOf, groupCount }: OpinionMap): ReportedGroups {
  return { figures, groupOf, ids: Array.from({ length: groupCount }, (_, group) => group) };
}

function givenGroups(
  { matrix, hidden, participants }: Conversation,
  given: ReadonlyMap<string, string>,
): ReportedGroups {
  const names = [...new Set(given.values())].sort(new Intl.Collator('en', { numeric: true }).compare);
  const places = new Map(names.map((name, place) => [name, place]));
  const groupOf = Int32Array.from(participants, (name) => places.get(given.get(name) ?? '') ?? -1);
  return { figures: figuresOf(matrix, groupOf, names.length, hidden), groupOf, ids: names.map(numberOr) };
}

function named(found: readonly Consensus[], opinions: readonly string[]) {
  return found.map((one) => ({ ...one, opinion: numberOr(opinions[one.opinion]!) }));
}

/** Ids that are numbers in the files are numbers in JSON. */
function numberOr(name: string): number | string {
  return /^(0|[1-9]\d{0,14})$/.test(name) ? Number(name) : name;
}
