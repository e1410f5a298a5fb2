/**
 * F1.2, X8: a public kind of thing as whole files. A module says it in a file of its own (`open-data.ts` beside its `routes.ts`) and names
 * it in its manifest; page, catalogue, descriptions and addresses are made from that.
 */
import type { Db } from './database/dialect.ts';
import type { Lang } from './lang.ts';
import type { Route } from './module.ts';
import type { Reply } from './web/reply.ts';
import type { Visit } from './web/visit.ts';

/** Of everything public: whoever says where it is from may use it for anything. */
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** What the cells of a column hold: `day` YYYY-MM-DD, `moment` an instant in ISO 8601, `minute` the same
 * without seconds, `flag` true or false, `address` a URL. */
export const CELL_TYPES = ['text', 'integer', 'number', 'flag', 'day', 'moment', 'minute', 'address'] as const;
export type CellType = (typeof CELL_TYPES)[number];

/** Types of all columns in their order, as one line. */
export function cellTypes(line: string): readonly CellType[] {
  return line.split(' ').map((type) => {
    const found = CELL_TYPES.find((one) => one === type);
    if (!found) throw new Error(`there are no cells of type ${type}`);
    return found;
  });
}

export interface Dataset {
  /** kebab-case, unlike any other: its files are /data/NAME.csv and /data/NAME.json */
  name: string;
  words: (lang: Lang) => { title: string; about: string };
  /** the head of the CSV */
  columns: (lang: Lang) => readonly string[];
  /** of each column */
  types: readonly CellType[];
  csv: (visit: Visit) => Promise<Reply>;
  json: (visit: Visit) => Promise<Reply>;
  /** what the address of its list says for all of it to be given, where otherwise only a part is: `when=all` */
  asked?: string;
  /** where people read the same */
  page: string;
  /** the same in other forms: feed, calendar, map */
  also: readonly string[];
  /** something in it follows from the time alone (what is on now, days overdue) */
  byClock?: boolean;
  /**
   * What changes in it without an event, as a text that is another one afterwards; one statement. Left out: all its changes are events
   */
  counted?: (db: Db) => Promise<string>;
  /** pages of its things, for search engines */
  pages?: SitePages;
}

export interface SitePages {
  /** select of `id`, `title`, `at` (when it last changed, or came): a constant, everything public and nothing else */
  rows: string;
  /** not percent-encoded */
  path(row: { id: string; title: string }): string;
}

const ALSO = ['atom', 'ics', 'geojson'];

/** The files a list has already, whole: `/proposals` has /proposals.csv, .json and perhaps more. */
export function filesOfList(routes: readonly Route[], page: string): Pick<Dataset, 'csv' | 'json' | 'page' | 'also'> {
  const handlerOf = (path: string) => {
    const found = routes.find((route) => route.method === 'GET' && route.path === path);
    if (!found) throw new Error(`there is no ${path}`);
    return found.handle;
  };
  return {
    page,
    csv: handlerOf(`${page}.csv`),
    json: handlerOf(`${page}.json`),
    also: ALSO.map((ending) => `${page}.${ending}`).filter((path) => routes.some((route) => route.path === path)),
  };
}
