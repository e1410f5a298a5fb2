/** X3: what all modules say of their events, in one place. Filled by src/happenings.ts before anything is asked. */
import type { Hub } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import type {
  CalendarDate,
  Followable,
  Happened,
  Happenings,
  NoticeWords,
  Searchable,
  Telling,
} from '#kernel/module.ts';
import { words } from './words.ts';

let all: readonly Happenings[] = [];
/** Made once of `all`. */
let searched: ReadonlyMap<string, Searchable> | null = null;

/** Called once by the composition root. */
export function setHappenings(happenings: readonly Happenings[]): void {
  all = happenings;
  searched = null;
}

/** What whoever did it did, after its name. An event of a version that is gone is still told, in general words. */
export function verbWord(verb: string, lang: Lang): string {
  for (const { verbs } of all) {
    const word = verbs?.(lang)[verb];
    if (word !== undefined) return word;
  }
  return words(lang).otherVerb;
}

/** Where the object of an event is shown; null when it has no page of its own. Not percent-encoded, see `encodeURI`. */
export function placeOf(event: Happened): string | null {
  for (const { places } of all) {
    const place = places?.[event.object_kind];
    if (place) return place(event);
  }
  return null;
}

export interface NamedTelling extends Telling {
  verb: string;
}

/** Every event that followers are told of. */
export function tellings(): readonly NamedTelling[] {
  return all.flatMap(({ tells = {} }) => Object.entries(tells).map(([verb, telling]) => ({ verb, ...telling })));
}

/** Kinds of things that can be followed, in the order of the modules. */
export function followables(lang: Lang): ReadonlyMap<string, Followable> {
  return new Map(all.flatMap(({ followable }) => Object.entries(followable?.(lang) ?? {})));
}

/** Titles of things of one kind that no event brought, by their ids. */
export async function titlesOf(db: Db, kind: string, ids: readonly string[]): Promise<{ id: string; title: string }[]> {
  for (const { titles } of all) {
    const read = titles?.[kind];
    if (read) return read(db, ids);
  }
  return [];
}

/** Words of a kind of notice; undefined for one of a version that is gone. */
export function noticeWords(kind: string, lang: Lang): NoticeWords | undefined {
  for (const { notices } of all) {
    const found = notices?.(lang)[kind];
    if (found) return found;
  }
  return undefined;
}

/** X7: every kind of thing that is found by its words, in the order of the modules. */
export function searchables(): ReadonlyMap<string, Searchable> {
  // Asked millions of times while news is compared with saved searches.
  searched ??= new Map(
    all.flatMap(({ searchable = {} }) =>
      Object.entries(searchable).flatMap(([kind, one]) => (typeof one === 'string' ? [] : [[kind, one] as const])),
    ),
  );
  return searched;
}

/** Dates of all modules from `from` on, earliest first. */
export async function readDates(
  db: Db,
  ask: { hub: Hub; lang: Lang; from: Date; thing?: string },
): Promise<CalendarDate[]> {
  const dates = await Promise.all(all.map((one) => one.dates?.(db, ask) ?? []));
  return dates.flat().sort((a, b) => stamp(a.start) - stamp(b.start) || (a.uid < b.uid ? -1 : 1));
}

function stamp(start: string | Date): number {
  return typeof start === 'string' ? Date.parse(`${start}T00:00:00+09:00`) : start.getTime();
}
