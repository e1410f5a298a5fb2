/**
 * F9.5, optional: a model may phrase what the draft has chosen. It is given opinions by number and text, never who said them, and it may
 * only speak of those a point cites: anything else it says is discarded, and the extracts stand. Pure.
 */
import { z } from 'zod';
import { lengthOf } from '#kernel/text.ts';
import type { DraftedPoint, DraftOpinion } from './draft-rules.ts';
import { draftWords } from './draft-words.ts';

/** Points that are phrased; the rest keeps its extracts. */
const MOST_POINTS = 20;
const MOST_OPINIONS = 30;

export interface Phrased {
  /** ids, as the draft gave them */
  cites: readonly string[];
  body: string;
}

interface Asked {
  point: number;
  section: string;
  draft: string;
  opinions: { number: number; text: string; agree: number; disagree: number; pass: number }[];
}

function askedOf(points: readonly DraftedPoint[], opinions: readonly DraftOpinion[]): Asked[] {
  const byId = new Map(opinions.map((one) => [one.id, one]));
  return points.slice(0, MOST_POINTS).map(({ section, body, cites }, at) => ({
    point: at + 1,
    section,
    draft: body,
    opinions: cites.slice(0, MOST_OPINIONS).flatMap((id) => {
      const { number, body: text, agree, disagree, pass } = byId.get(id)!;
      return number === null ? [] : [{ number, text, agree, disagree, pass }];
    }),
  }));
}

/** What is sent, word for word: the page tells editors the same. `most`: characters a point may have. */
export function questionFor(
  points: readonly DraftedPoint[],
  opinions: readonly DraftOpinion[],
  most: number,
): { system: string; user: string } {
  return { system: draftWords('ja').prompt(String(most)), user: JSON.stringify({ points: askedOf(points, opinions) }) };
}

const answerShape = z.object({
  points: z
    .array(z.object({ point: z.number().int(), text: z.string(), opinions: z.array(z.number().int()) }))
    .max(200),
});

const NAMED = /意見\s*([0-9０-９]+)/g;

/** Of the answer what may stand; an empty list where nothing may. */
export function phrasedBy(
  answer: string,
  points: readonly DraftedPoint[],
  opinions: readonly DraftOpinion[],
  most: number,
): Phrased[] {
  const parsed = answerShape.safeParse(jsonOf(answer));
  if (!parsed.success) return [];
  const asked = askedOf(points, opinions);
  const taken = new Set<number>();
  return parsed.data.points.flatMap(({ point, text, opinions: cited }) => {
    const known = new Set(asked[point - 1]?.opinions.map(({ number }) => number));
    const body = text.trim();
    const named = [...body.matchAll(NAMED)].map(([, digits]) => Number(digits!.normalize('NFKC')));
    const isKnown = cited.length > 0 && [...cited, ...named].every((number) => known.has(number));
    if (!isKnown || taken.has(point) || body === '' || lengthOf(body) > most) return [];
    taken.add(point);
    return [{ cites: points[point - 1]!.cites, body }];
  });
}

/** The draft with the phrasings that are of exactly the same opinions; whatever came or went meanwhile keeps its extracts. */
export function withPhrasing(points: readonly DraftedPoint[], phrased: readonly Phrased[]): DraftedPoint[] {
  const bodies = new Map(phrased.map(({ cites, body }) => [cites.join(), body]));
  return points.map((point) => ({ ...point, body: bodies.get(point.cites.join()) ?? point.body }));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, ''));
  } catch {
    return null;
  }
}
