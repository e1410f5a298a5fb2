/**
 * F1.3 Visits of homepages, counted without cookies and without keeping who came: numbers by page and day. To count somebody once a day,
 * a fingerprint of address and browser, salted with chance that is thrown away at midnight, stands in the memory of this process; it is
 * written down nowhere. Kept pages are counted, too, so telling a visit must cost nothing.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Hubwise } from '#kernel/database/database.ts';
import { run } from '#kernel/database/dialect.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import type { RandomBytes } from '#kernel/ids.ts';

/** A site as its address names it: by its short name in the town, or by its id at a host of its own. */
export interface Place {
  hubId: number;
  site: { key: string } | { id: string };
  /** below the site, as it came; begins with / or is empty */
  path: string;
}

export interface CounterParts {
  /** null: nothing of a site */
  placeOf(host: string | undefined, url: string): Place | null;
  peerOf(request: IncomingMessage): string;
  random?: RandomBytes;
}

const PROGRAMS =
  /bot|crawl|spider|slurp|scan|fetch|monitor|preview|headless|lighthouse|curl|wget|python|java\/|go-http|node|axios|okhttp|libwww|feed|archive|facebookexternalhit|bingpreview|google-/i;
const FEEDS_AND_SUCH = /\.(atom|xml|txt|csv|json)$/;
const LONGEST_PATH = 200;
/** Of one site and day: more are counted as visits, not as visitors. */
const MOST_VISITORS = 20_000;
const MOST_PLACES = 50_000;

interface Tally {
  hubId: number;
  site: Place['site'];
  day: string;
  views: Map<string, number>;
  /** fingerprints of this day */
  seen: Set<string>;
  /** of those, how many aren't written down yet */
  fresh: number;
}

export class VisitCounter {
  readonly #parts: CounterParts;
  readonly #tallies = new Map<string, Tally>();
  #day = '';
  #dayEnds = 0;
  #salt: Uint8Array = new Uint8Array(0);
  #places = 0;

  constructor(parts: CounterParts) {
    this.#parts = parts;
  }

  /** Told of every page that was answered well. */
  seen(request: IncomingMessage, url: string, now: Date): void {
    if (request.method !== 'GET') return;
    const place = this.#parts.placeOf(request.headers.host, url);
    if (!place || isProgram(request)) return;
    const path = pathOf(place.path);
    if (path === null) return;
    if (now.getTime() >= this.#dayEnds) this.#beginDay(now);
    const tally = this.#tallyOf(place);
    if (!tally.views.has(path) && this.#places >= MOST_PLACES) return;
    if (!tally.views.has(path)) this.#places += 1;
    tally.views.set(path, (tally.views.get(path) ?? 0) + 1);
    const print = this.#printOf(request);
    if (tally.seen.size >= MOST_VISITORS || tally.seen.has(print)) return;
    tally.seen.add(print);
    tally.fresh += 1;
  }

  /** What was counted since the last time; it is counted anew from here on. Fingerprints of today stay in memory, those of before are gone. */
  take(): Omit<Tally, 'seen'>[] {
    const taken: Omit<Tally, 'seen'>[] = [];
    for (const [name, tally] of this.#tallies) {
      const { hubId, site, day, views, fresh } = tally;
      if (views.size > 0) taken.push({ hubId, site, day, views, fresh });
      if (day !== this.#day) this.#tallies.delete(name);
      tally.views = new Map();
      tally.fresh = 0;
    }
    this.#places = 0;
    return taken;
  }

  #beginDay(now: Date): void {
    this.#day = tokyoDate(now);
    this.#dayEnds = endOfTokyoDay(this.#day).getTime();
    this.#salt = (this.#parts.random ?? randomBytes)(32);
    for (const tally of this.#tallies.values()) tally.seen.clear();
  }

  #tallyOf({ hubId, site }: Place): Tally {
    const name = `${this.#day} ${hubId} ${'key' in site ? `key ${site.key}` : `id ${site.id}`}`;
    const known = this.#tallies.get(name);
    if (known) return known;
    const tally: Tally = { hubId, site, day: this.#day, views: new Map(), seen: new Set(), fresh: 0 };
    this.#tallies.set(name, tally);
    return tally;
  }

  #printOf(request: IncomingMessage): string {
    const hash = createHash('sha256').update(this.#salt);
    hash.update(JSON.stringify([this.#parts.peerOf(request), request.headers['user-agent'] ?? '']));
    return hash.digest('base64url').slice(0, 16);
  }
}

function isProgram({ headers }: IncomingMessage): boolean {
  const agent = headers['user-agent'] ?? '';
  const purpose = `${headers['sec-purpose'] ?? ''}${headers.purpose ?? ''}`;
  return agent.length < 20 || PROGRAMS.test(agent) || purpose.includes('prefetch');
}

/** One name for a page, however its address was written; null for what isn't a page. */
function pathOf(raw: string): string | null {
  const [bare = ''] = raw.split(/[?#]/, 1);
  if (FEEDS_AND_SUCH.test(bare)) return null;
  let path: string;
  try {
    path = decodeURIComponent(bare);
  } catch {
    return null;
  }
  const tidy = path.replace(/\/+$/, '');
  // A piece of news keeps its number when its title changes.
  const news = /^\/news\/([1-9A-HJ-NP-Za-km-z]{22})/.exec(tidy);
  return (news ? `/news/${news[1]}` : tidy).slice(0, LONGEST_PATH) || '/';
}

/** Writes what was counted. What can't be written is lost: numbers are not worth a page that doesn't come. */
export async function writeVisits(hubwise: Hubwise, counter: VisitCounter): Promise<void> {
  const byHub = Map.groupBy(counter.take(), ({ hubId }) => hubId);
  for (const [hubId, tallies] of byHub) {
    const rows = tallies.flatMap(({ site, day, views, fresh }) => {
      const [key, id] = 'key' in site ? [site.key, null] : [null, site.id];
      const all = [...views.values()].reduce((sum, one) => sum + one, 0);
      const pages = [...views].map(([path, count]) => ({ key, id, day, path, views: count, visitors: 0 }));
      return [{ key, id, day, path: '', views: all, visitors: fresh }, ...pages];
    });
    await hubwise.write(hubId, (db) =>
      run(
        db,
        `insert into site_visits (hub_id, site_id, day, path, views, visitors)
         select $1, site_id, day, path, sum(views), sum(visitors) from (
           select coalesce(t.id, k.site_id) as site_id, t.day, t.path, t.views, t.visitors
           from jsonb_to_recordset($2::jsonb) as t(key text, id uuid, day date, path text, views int, visitors int)
           left join site_keys k on k.hub_id = $1 and k.key = t.key) c
         where site_id is not null group by site_id, day, path order by site_id, day, path
         on conflict (hub_id, site_id, day, path) do update
           set views = site_visits.views + excluded.views, visitors = site_visits.visitors + excluded.visitors`,
        [hubId, JSON.stringify(rows)],
      ),
    );
  }
}
