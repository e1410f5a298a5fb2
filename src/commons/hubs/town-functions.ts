/**
 * P3, P9: the ten functions of the policy document and the centre. A hub opens them one by one; which are open stands in its rules,
 * so that opening one is a decision like any other.
 */
import type { Hub } from '#kernel/context.ts';
import { rulesOf } from './rules.ts';

/** In the order of the document. Each needs so many people, and so many hours a week of all of them, to begin with. */
export const TOWN_FUNCTIONS = [
  { key: 'information', people: 2, hours: 6 },
  { key: 'people', people: 3, hours: 6 },
  { key: 'advice', people: 2, hours: 10 },
  { key: 'money', people: 4, hours: 8 },
  { key: 'places', people: 2, hours: 12 },
  { key: 'exchange', people: 2, hours: 4 },
  { key: 'registration', people: 2, hours: 4 },
  { key: 'projects', people: 3, hours: 6 },
  { key: 'participation', people: 3, hours: 8 },
  { key: 'administration', people: 2, hours: 4 },
  { key: 'centre', people: 3, hours: 60 },
] as const;

export type FunctionKey = (typeof TOWN_FUNCTIONS)[number]['key'];

export function isFunctionKey(text: string): text is FunctionKey {
  return TOWN_FUNCTIONS.some(({ key }) => key === text);
}

/** True where this hub's rules say that the function is open. */
export function isOpen(hub: Pick<Hub, 'rules'>, name: string): boolean {
  return rulesOf(hub).open.includes(name);
}
