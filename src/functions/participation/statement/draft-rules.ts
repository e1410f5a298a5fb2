/**
 * F9.5 "A first draft can be proposed by the machine from the opinion map (representative opinions per group, consensus, dissent)". Chooses
 * opinions from the map, or from their votes where there is none, and joins to each the opinions that are near it in words. The same
 * opinions always give the same draft. What it does not cite stays uncovered, for editors to place. Pure.
 */
import type { Picture } from '#commons/opinion-map/index.ts';
import { alikeOf, closenessOf } from '#commons/similarity/index.ts';
import {
  agreementText,
  dissentText,
  minorityText,
  proposalText,
  questionText,
  representsText,
  viewText,
} from './draft-sentences.ts';
import type { Said } from './draft-text.ts';
import type { Section } from './statement.ts';

export interface DraftOpinion extends Said {
  id: string;
  kind: 'opinion' | 'question';
}

export type DraftMap = Pick<Picture, 'placed' | 'groups' | 'opinions' | 'agree' | 'disagree' | 'divided'>;

export interface DraftedPoint {
  section: Section;
  body: string;
  /** in the order of the opinions given */
  cites: string[];
}

/** Points of a section; a draft that nobody can read through is no help. */
const MOST = 5;
const MOST_SINGLE = 10;
/** Nearness in words from which an opinion is cited along with another. */
export const NEAR = 0.3;
/** Opinions of a kind that are gathered by words: each is compared with every bundle before it. The rest is left to editors. */
const MOST_GATHERED = 800;
/** Votes from which shares mean anything. */
const LEAST_VOTES = 5;

interface Anchor {
  section: Section;
  /** places of the opinions that the point quotes */
  quoted: number[];
  text(others: readonly Said[]): string;
}

/**
 * `opinions`: those that nothing deals with yet, in the order in which they were said. `most`: characters a point may have; a text that
 * would be longer leaves out whom else it cites.
 */
export function draftOf(opinions: readonly DraftOpinion[], map: DraftMap | null, most: number): DraftedPoint[] {
  const close = closenessOf(opinions.map(({ body }) => body));
  const families = familiesOf(opinions);
  // Closeness weighs rare words: where one text was sent in by nearly everybody, none is rare.
  const near = (one: number, other: number) =>
    families.has(one) && families.get(one) === families.get(other) ? 1 : close(one, other);
  const places = new Map(opinions.map(({ id }, place) => [id, place]));
  const taken = new Set<number>();
  const met = new Set<number>();
  const isNew = (place: number): boolean => {
    const family = families.get(place);
    if (family === undefined) return true;
    const isFirst = !met.has(family);
    met.add(family);
    return isFirst;
  };
  const take = (found: readonly number[], limit = MOST): number[] => {
    const free: number[] = [];
    for (const place of found) {
      if (free.length === limit) break;
      if (taken.has(place) || opinions[place]!.kind !== 'opinion' || !isNew(place)) continue;
      taken.add(place);
      free.push(place);
    }
    return free;
  };
  const placed = (ids: readonly { id: string }[]) => ids.flatMap(({ id }) => places.get(id) ?? []);
  // A map that shows no groups yet says less than the votes themselves.
  const shown = map && map.groups.length > 0 ? map : null;
  const { agreed, divided, outvoted } = chosenBy(shown, opinions, placed);
  const anchors = [
    ...take(agreed).map((place) => one('agreement', place, agreementText)),
    ...take(divided).map((place) => one('dissent', place, dissentText)),
    ...(shown?.groups ?? []).flatMap((group): Anchor[] => {
      const quoted = take(placed(group.represents));
      const said = quoted.map((place) => opinions[place]!);
      if (said.length === 0 || !shown) return [];
      return [{ section: 'views', quoted, text: (others) => representsText(group, said, shown, others) }];
    }),
    ...take(outvoted).map((place) => one('minority', place, minorityText)),
  ];
  function one(section: Section, place: number, text: typeof agreementText): Anchor {
    return { section, quoted: [place], text: (others) => text(opinions[place]!, shown, others) };
  }
  const joined = join(anchors, opinions, near, taken);
  return [...joined, ...bundles(opinions, near, taken)].map((anchor) => pointOf(anchor, opinions, most));
}

/** By place, the family of texts in nearly the same words; many letters with one sentence make one point, which cites them all. */
function familiesOf(opinions: readonly DraftOpinion[]): ReadonlyMap<number, number> {
  return new Map(alikeOf(opinions.map(({ body }) => body)).map(({ text, family }) => [text, family]));
}

/** Places of the opinions on which all, or nobody, or half agree: as the map has found, without it by the votes. */
function chosenBy(
  map: DraftMap | null,
  opinions: readonly DraftOpinion[],
  placed: (ids: readonly { id: string }[]) => number[],
): Record<'agreed' | 'divided' | 'outvoted', number[]> {
  if (map)
    return {
      agreed: placed(map.agree),
      divided: placed(map.divided.map((id) => ({ id }))),
      outvoted: placed(map.disagree),
    };
  return {
    agreed: byVotes(opinions, isAgreed),
    divided: byVotes(opinions, isDivided),
    outvoted: byVotes(opinions, isOutvoted),
  };
}

function byVotes(opinions: readonly DraftOpinion[], fits: (said: Said, votes: number) => boolean): number[] {
  return [...opinions.keys()]
    .filter((place) => fits(opinions[place]!, votesOf(opinions[place]!)) && votesOf(opinions[place]!) >= LEAST_VOTES)
    .sort((a, b) => votesOf(opinions[b]!) - votesOf(opinions[a]!) || a - b);
}

function votesOf({ agree, disagree, pass }: Said): number {
  return agree + disagree + pass;
}

const isAgreed = ({ agree }: Said, votes: number) => agree / votes >= 0.7;
const isDivided = ({ agree, disagree }: Said, votes: number) => Math.min(agree, disagree) / votes >= 0.3;
const isOutvoted = ({ agree, disagree }: Said, votes: number) => agree > 0 && disagree / votes > 0.5;

interface Bundle extends Anchor {
  others: number[];
}

/** Each opinion not chosen itself goes with the one that it is nearest to in words, if it is near at all. */
function join(
  anchors: readonly Anchor[],
  opinions: readonly DraftOpinion[],
  near: (one: number, other: number) => number,
  taken: Set<number>,
): Bundle[] {
  const bundles = anchors.map((anchor): Bundle => ({ ...anchor, others: [] }));
  for (const [place, { kind }] of opinions.entries()) {
    if (taken.has(place) || kind !== 'opinion') continue;
    let [best, reached] = [-1, NEAR];
    for (const [index, { quoted }] of bundles.entries())
      for (const other of quoted) {
        const nearness = near(place, other);
        if (nearness > reached) [best, reached] = [index, nearness];
      }
    if (best >= 0) bundles[best]!.others.push(place);
  }
  for (const { others } of bundles) for (const place of others) taken.add(place);
  return bundles;
}

/** 「〜してほしい」「〜してはどうか」: somebody asks for something to be done otherwise, or proposes how. */
const ASKS =
  /(ては(どう|いかが)|たらどう|ばどう|のはどう|提案(します|です|したい)|て(ほし|欲し)い|てください|てもらい(たい|たく)|(たら|ば|と)(いい|良い|よい))/;

export function asksForSomething(body: string): boolean {
  return ASKS.test(body);
}

/** What is left, gathered by words: questions, what is asked for, and what several say. Whoever stands alone in the last is left to editors. */
function bundles(
  opinions: readonly DraftOpinion[],
  near: (one: number, other: number) => number,
  taken: ReadonlySet<number>,
): Bundle[] {
  const rest = [...opinions.keys()].filter((place) => !taken.has(place));
  const gather = (
    section: Section,
    found: readonly number[],
    text: (said: Said, others: readonly Said[]) => string,
    least: number,
  ): Bundle[] =>
    gathered(found.slice(0, MOST_GATHERED), near)
      .filter((places) => places.length >= least)
      .toSorted((a, b) => b.length - a.length || votesOf(opinions[b[0]!]!) - votesOf(opinions[a[0]!]!) || a[0]! - b[0]!)
      .slice(0, MOST_SINGLE)
      .map(([first, ...others]) => ({
        section,
        quoted: [first!],
        others,
        text: (also) => text(opinions[first!]!, also),
      }));
  const isQuestion = (place: number) => opinions[place]!.kind === 'question';
  const asks = (place: number) => !isQuestion(place) && asksForSomething(opinions[place]!.body);
  return [
    ...gather('questions', rest.filter(isQuestion), questionText, 1),
    ...gather('proposals', rest.filter(asks), proposalText, 1),
    ...gather(
      'views',
      rest.filter((place) => !isQuestion(place) && !asks(place)),
      viewText,
      2,
    ),
  ];
}

/** Each goes to the first of those before it that lead a bundle and that it is near to. */
function gathered(places: readonly number[], near: (one: number, other: number) => number): number[][] {
  const found: number[][] = [];
  for (const place of places) {
    const bundle = found.find(([first]) => near(first!, place) > NEAR);
    if (bundle) bundle.push(place);
    else found.push([place]);
  }
  return found;
}

function pointOf(
  { section, quoted, others, text }: Bundle,
  opinions: readonly DraftOpinion[],
  most: number,
): DraftedPoint {
  const along = others.map((place) => opinions[place]!);
  const whole = text(along);
  const fitting = [...whole].length <= most ? whole : text([]);
  const body = [...fitting].length <= most ? fitting : `${[...fitting].slice(0, most - 1).join('')}…`;
  return { section, body, cites: [...quoted, ...others].sort((a, b) => a - b).map((place) => opinions[place]!.id) };
}
