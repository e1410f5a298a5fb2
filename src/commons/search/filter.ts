/** F1.1, X7: what may be asked beside words, kind and day of publication, and the terms it stands under. Pure. */
import { endOfTokyoDay, startOfTokyoDay } from '#kernel/dates.ts';
import type { Access, Audience, Facets } from '#kernel/facets.ts';
import {
  accessTerm,
  actorTerm,
  audienceTerm,
  costTerm,
  districtTerm,
  fieldTerm,
  happensTerm,
  kilometres,
  type Point,
  squaresAround,
} from './facet-terms.ts';
import type { TermRange } from './postings.ts';

export interface Filter {
  /** `activities`: what stands in the activity database alone */
  scope: 'all' | 'activities';
  /** one of the twenty */
  field: number | null;
  district: string;
  /** of the ten functions, by its name */
  function: string;
  audience: Audience | '';
  cost: 'free' | 'paid' | '';
  /** all of them */
  access: readonly Access[];
  /** days in Tokyo on which it happens, both included; '': open */
  since: string;
  until: string;
  near: (Point & { km: number }) | null;
  /** whose it is */
  actor: string;
}

export const NO_FILTER: Filter = {
  scope: 'all',
  field: null,
  district: '',
  function: '',
  audience: '',
  cost: '',
  access: [],
  since: '',
  until: '',
  near: null,
  actor: '',
};

/** Terms under which everything stands that the filter leaves, and of which one each. */
export function termsOfFilter(filter: Filter): { all: string[]; any: string[]; months: TermRange | null } {
  const { field, district, audience, cost, access, near, actor, since, until } = filter;
  return {
    all: [
      ...(field === null ? [] : [fieldTerm(field)]),
      ...(district ? [districtTerm(district)] : []),
      ...(audience ? [audienceTerm(audience)] : []),
      ...(cost ? [costTerm(cost)] : []),
      ...access.map(accessTerm),
      ...(actor ? [actorTerm(actor)] : []),
    ],
    any: near ? squaresAround(near, near.km) : [],
    months:
      since || until
        ? { first: happensTerm(since.slice(0, 7) || '0000-00'), last: happensTerm(until.slice(0, 7) || '9999-99') }
        : null,
  };
}

/** The terms hold more than the filter asks: the month for the day, the square for the distance. */
export const isRough = ({ since, until, near }: Filter): boolean => since !== '' || until !== '' || near !== null;

/** What the terms only hold roughly, exactly. */
export function holds({ since, until, near }: Filter, { dates = [], lat, lng }: Facets): boolean {
  if (near) {
    if (lat === undefined || lng === undefined || kilometres(near, { lat, lng }) > near.km) return false;
  }
  return !(since || until) || dates.some((date) => isWithin(date, since, until));
}

/** Some of it lies within the days; '': open. */
export function isWithin({ start, end = start }: { start: Date; end?: Date }, since: string, until: string): boolean {
  return (!since || end >= startOfTokyoDay(since)) && (!until || start < endOfTokyoDay(until));
}
