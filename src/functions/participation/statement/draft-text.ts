/**
 * F9.5 The sentences of a drafted point: extracts of what was said, and figures. Nothing is phrased that nobody said. Opinions are
 * quoted as they were written, so these sentences are in Japanese wherever the statement is read. Pure.
 */
import type { Three } from '#commons/opinion-map/index.ts';

export interface Said {
  number: number | null;
  body: string;
  agree: number;
  disagree: number;
  pass: number;
}

const EXTRACT = 80;
/** Others of the same purport that are named by number; the rest are counted. */
const NAMED = 12;

export function nameOf({ number }: Pick<Said, 'number'>): string {
  return number === null ? '意見' : `意見${number}`;
}

/** The beginning of what was said, whole sentences as far as they fit into 80 characters, otherwise cut off with 「…」. */
export function extractOf(body: string): string {
  const text = body.replace(/\s+/g, ' ').trim();
  if ([...text].length <= EXTRACT) return text.replace(/。$/, '');
  const fitting = [...text].slice(0, EXTRACT).join('');
  const end = fitting.lastIndexOf('。');
  return end > 0 ? fitting.slice(0, end) : `${fitting}…`;
}

export function quoteOf(said: Said): string {
  return `「${extractOf(said.body)}」（${nameOf(said)}）`;
}

/** 「約8割」 of a share 0…1. */
export function tenths(share: number): string {
  const n = Math.round(share * 10);
  if (n === 0) return '1割未満';
  return n === 10 ? 'ほぼ全員' : `約${n}割`;
}

/** 「賛成18・反対2・どちらでもない3」 */
export function counted({ agree, disagree, pass }: Said): string {
  return `賛成${agree}・反対${disagree}・どちらでもない${pass}`;
}

export interface GroupShare {
  letter: string;
  votes: Three;
}

/** Groups of which fewer than this saw the opinion aren't spoken of. */
const LEAST_SEEN = 5;

/** 「グループAの約8割、グループBの約3割が賛成」; null when too few of every group saw it. */
export function sharesText(groups: readonly GroupShare[]): string | null {
  const told = groups.filter(({ votes: [, , saw] }) => saw >= LEAST_SEEN);
  if (told.length === 0) return null;
  return `${told.map(({ letter, votes: [agreed, , saw] }) => `グループ${letter}の${tenths(agreed / saw)}`).join('、')}が賛成`;
}

/** Others that are cited because they speak of the same; nothing when there are none. */
export function othersText(others: readonly Said[], what: '意見' | '質問'): string {
  if (others.length === 0) return '';
  const named = others.slice(0, NAMED).map(nameOf).join('・');
  return `似たことばの${what}が、ほかに${others.length}件あります（${named}${others.length > NAMED ? 'など' : ''}）。`;
}
