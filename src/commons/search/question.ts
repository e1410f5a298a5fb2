/** X7: a question as the address says it; what makes no sense there is left out. */
import { z } from 'zod';
import type { Visit } from '#kernel/web/visit.ts';
import type { Question } from './find.ts';
import { kindsIn } from './sources.ts';

const PAGE_SIZE = 20;
/** In characters. */
export const LONGEST = 100;

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;

export function questionOf(visit: Visit, limit = PAGE_SIZE): Question {
  const [kind, from, to] = [visit.query('kind'), visit.query('from'), visit.query('to')];
  return {
    q: visit.query('q').toWellFormed().normalize('NFC').slice(0, LONGEST).trim(),
    kind: kindsIn(visit.hub).includes(kind) ? kind : '',
    from: isDay(from) ? from : '',
    to: isDay(to) ? to : '',
    after: visit.query('after'),
    limit,
  };
}

/** The question as it stands in addresses; `after` leads to a further page. */
export function queryOf({ q, kind, from, to }: Pick<Question, 'q' | 'kind' | 'from' | 'to'>, after = ''): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ q, kind, from, to, after })) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `?${text}` : '';
}
