/** X11: which hub a request is for. Few rows, read often: kept in memory, read again when an event says so and each minute. */
import type { Hub } from '#kernel/context.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import { defaultRules, hubRules } from './rules.ts';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

interface HubRow {
  id: number;
  uid: string;
  key: string;
  host: string;
  name: Record<Lang, string>;
  tagline: Record<Lang, string>;
  town: Record<Lang, string>;
  accent: string;
  is_demo: boolean;
  secretariat_id: string | null;
  moved_to: string | null;
}

interface Owned {
  hub: Hub;
  thingId: string;
}

export class HubDirectory {
  readonly #hubwise: Hubwise;
  /** origin of the first hub where the operator set one (MINNA_ORIGIN) */
  readonly #origin: string | null;
  readonly #lettersOrigin: string | null;
  #byHost = new Map<string, Hub>();
  #owned = new Map<string, Owned>();
  #first: Hub | null = null;

  /**
   * @param lettersOrigin where links in letters of the first hub lead when nobody set an origin: the port it listens at on this
   *   machine. What the hub is called, and its log with it, stays as it stands in its row.
   */
  constructor(hubwise: Hubwise, origin: string | null, lettersOrigin: string | null = null) {
    this.#hubwise = hubwise;
    this.#origin = origin;
    this.#lettersOrigin = origin === null ? lettersOrigin : null;
  }

  /** Reads all hubs again. Resolves with the numbers of those that are not as they were. */
  async load(): Promise<number[]> {
    const [rows, owned] = await this.#hubwise.deployment((db) =>
      Promise.all([
        run<HubRow>(
          db,
          'select id, uid, key, host, name, tagline, town, accent, is_demo, secretariat_id, moved_to from hubs order by id',
        ),
        run<{ host: string; hub_id: number; thing_id: string }>(db, 'select host, hub_id, thing_id from own_hosts'),
      ]),
    );
    const hubs = await Promise.all(rows.map((row) => this.#withRules(row)));
    const before = new Map(this.all().map((hub) => [hub.id, JSON.stringify(hub)]));
    this.#byHost = new Map(hubs.map((hub) => [new URL(hub.origin).host, hub]));
    this.#first = hubs[0] ?? null;
    this.#owned = new Map(
      owned.flatMap(({ host, hub_id, thing_id }) => {
        const hub = hubs.find(({ id }) => id === hub_id);
        return hub && !hub.movedTo ? [[host, { hub, thingId: thing_id }] as const] : [];
      }),
    );
    return hubs.filter((hub) => before.get(hub.id) !== JSON.stringify(hub)).map((hub) => hub.id);
  }

  async #withRules(row: HubRow): Promise<Hub> {
    const versions = await this.#hubwise.read(row.id, (db) =>
      run<{ version: number; rules: unknown }>(
        db,
        'select version, rules from hub_rules where hub_id = $1 order by version',
        [row.id],
      ),
    );
    const latest = versions.at(-1);
    const parsed = Object.fromEntries(versions.map(({ version, rules }) => [version, hubRules.parse(rules)]));
    const origin =
      row.id === 1 && this.#origin ? this.#origin : row.host.includes('://') ? row.host : `https://${row.host}`;
    return {
      id: row.id,
      uid: row.uid,
      key: row.key,
      host: new URL(origin).host,
      origin: (row.id === 1 && this.#lettersOrigin) || origin,
      name: row.name,
      tagline: row.tagline,
      town: row.town,
      accent: row.accent,
      isDemo: row.is_demo,
      ...(row.moved_to === null ? {} : { movedTo: row.moved_to }),
      secretariatId: row.secretariat_id,
      rulesVersion: latest?.version ?? 0,
      rules: latest ? parsed[latest.version] : defaultRules,
      rulesByVersion: parsed,
    };
  }

  /** F1.3: the thing shown at a host of its own. With or without TLS as its hub is, since the same proxy stands before both. */
  byOwnHost(host: string | undefined): (Owned & { origin: string }) | null {
    if (!host || this.#owned.size === 0) return null;
    const asked = host.toLowerCase();
    const owned = this.#owned.get(asked.replace(/:\d+$/, ''));
    if (!owned) return null;
    const isSecure = owned.hub.origin.startsWith('https:');
    return { ...owned, origin: isSecure ? `https://${asked.replace(/:\d+$/, '')}` : `http://${asked}` };
  }

  all(): Hub[] {
    return [...this.#byHost.values()];
  }

  /** The hub a Host header names. On loopback the first hub answers, with the address as typed for its origin. */
  byHost(host: string | undefined): Hub | null {
    if (!host) return null;
    const exact = this.#byHost.get(host.toLowerCase());
    if (exact) return exact;
    if (this.#first && LOOPBACK.test(host) && URL.canParse(`http://${host}`))
      return { ...this.#first, origin: `http://${host}` };
    return null;
  }
}
