/**
 * X11: another town in this deployment: a row, its first rules, and the event that says so. Its secretariat is named with `appoint`, or is
 * whoever was invited to make it.
 */
import type { Hubwise } from '#kernel/database/database.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { EventParts } from '#kernel/event.ts';
import { writeEvent } from '#kernel/event.ts';
import type { Lang } from '#kernel/lang.ts';
import { notifyPayloads } from '#kernel/page-cache-listener.ts';
import { type HubRules, hubRules } from './rules.ts';
import { isFunctionKey } from './town-functions.ts';

export interface NewHub {
  key: string;
  /** scheme and host as browsers see it; a bare host is taken as https */
  host: string;
  name: Record<Lang, string>;
  tagline: Record<Lang, string>;
  town: Record<Lang, string>;
  /** as `readColour` gives it; left out: the green of the house */
  accent?: string;
  rules: HubRules;
  reason: string;
}

/** Which of the mistakes it is, where a page has words of its own for it. */
export type HubMistakeCode = 'bad-key' | 'key-taken' | 'host-taken' | null;

/** A sentence for the operator. */
export class HubMistake extends Error {
  readonly code: HubMistakeCode;

  constructor(message: string, code: HubMistakeCode = null) {
    super(message);
    this.code = code;
  }
}

const KEY = /^[a-z][a-z0-9-]{1,30}$/;

/** The address by its scheme, as it is kept. @throws HubMistake */
export function originFrom(host: string): string {
  const text = host.includes('://') ? host : `https://${host}`;
  try {
    const url = new URL(text);
    if (!/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '') throw new TypeError(host);
    return url.origin;
  } catch {
    throw new HubMistake(`"${host}" is no host: write it like tonari.example.jp`);
  }
}

/** Rules from JSON: whole, or only what differs from `base`. @throws HubMistake that names each place */
export function rulesFrom(text: string, base: HubRules): HubRules {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new HubMistake(`The rules are no JSON: ${(error as Error).message}`);
  }
  const parsed = hubRules.safeParse(merged(base, given));
  if (!parsed.success)
    throw new HubMistake(
      `The rules can't be used:\n${parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n')}`,
    );
  const strange = parsed.data.open.filter((key) => !isFunctionKey(key));
  if (strange.length > 0) throw new HubMistake(`There is no function ${strange.join(', ')}`);
  const { interimAnswer, finalAnswer } = parsed.data.rounds.days;
  if (finalAnswer < interimAnswer) throw new HubMistake('rounds.days.finalAnswer is less than interimAnswer');
  return parsed.data;
}

function merged(base: unknown, given: unknown): unknown {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(base) || !isObject(given)) return given === undefined ? base : given;
  const keys = new Set([...Object.keys(base), ...Object.keys(given)]);
  return Object.fromEntries([...keys].map((key) => [key, merged(base[key], given[key])]));
}

export interface AddMeans {
  now: Date;
  /** MINNA_ORIGIN: wherever it is set the first town answers there, and nowhere else */
  firstOrigin: string | null;
  events: EventParts;
}

/** A hub of the deployment, as others have to keep clear of it. */
export interface Taken {
  id: number;
  key: string;
  host: string;
}

/**
 * The number of one more hub beside `taken` (in order of their numbers, the table locked).
 * @throws HubMistake when key or address is taken, or is not free for the first one
 */
export function freeNumber(
  taken: readonly Taken[],
  { key, origin, firstOrigin }: { key: string; origin: string; firstOrigin: string | null },
): number {
  if (!KEY.test(key)) throw new HubMistake('KEY takes small letters, digits and hyphens, e.g. tonari', 'bad-key');
  if (taken.length === 0 && firstOrigin !== null && originFrom(firstOrigin) !== origin)
    throw new HubMistake(
      `This is the first town of the deployment, and MINNA_ORIGIN says that the first one is at ${firstOrigin}: add that one first, or set MINNA_ORIGIN to ${origin}.`,
    );
  if (taken.some((hub) => hub.key === key)) throw new HubMistake(`There is a hub "${key}" already.`, 'key-taken');
  insistFreeAddress(taken, origin);
  return (taken.at(-1)?.id ?? 0) + 1;
}

/** @throws HubMistake when one of `taken` is there */
export function insistFreeAddress(taken: readonly Pick<Taken, 'host'>[], origin: string): void {
  if (taken.some(({ host }) => originFrom(host) === origin))
    throw new HubMistake(`${origin} is another hub's address.`, 'host-taken');
}

/** What a town is called where only some languages were written: the Japanese stands in, and `fallback` for that. */
export function inThreeLanguages(
  given: Partial<Record<Lang, string | undefined>>,
  fallback: Record<Lang, string>,
): Record<Lang, string> {
  const ja = given.ja?.trim();
  return {
    ja: ja || fallback.ja,
    easy: given.easy?.trim() || ja || fallback.easy,
    en: given.en?.trim() || ja || fallback.en,
  };
}

/** Makes the hub; running processes know it within a minute. @throws HubMistake when key or host is taken */
export function addHub(hubwise: Hubwise, hub: NewHub, means: AddMeans): Promise<{ id: number }> {
  return hubwise.deployment((db) => addHubWithin(db, hub, means));
}

/**
 * The same in a transaction that is there. From then on it is bound to the new hub, for what belongs to it as well; `bindTo` leads back.
 * The lock lets whoever writes in the towns go on: their rows name a hub, which is all that they ask of the table.
 */
export async function addHubWithin(
  db: Db,
  hub: NewHub,
  { now, firstOrigin, events }: AddMeans,
): Promise<{ id: number; uid: string }> {
  const origin = originFrom(hub.host);
  await run(db, 'lock table hubs in share row exclusive mode');
  const taken = await run<Taken>(db, 'select key, host, id from hubs order by id');
  const id = freeNumber(taken, { key: hub.key, origin, firstOrigin });
  const { name, tagline, town, accent = 'green' } = hub;
  const [made] = await run<{ uid: string }>(
    db,
    `insert into hubs (id, key, host, name, tagline, town, accent, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     returning uid`,
    [id, hub.key, origin, JSON.stringify(name), JSON.stringify(tagline), JSON.stringify(town), accent, now],
  );
  await bindTo(db, id);
  await decideFirstRules(db, id, hub, { now, events });
  const payloads = notifyPayloads(id, ['hub']);
  await Promise.all(payloads.map((payload) => run(db, "select pg_notify('minna_pages', $1)", [payload])));
  return { id, uid: made!.uid };
}

/** The hub whose rows this transaction may touch from now on. */
export async function bindTo(db: Db, hubId: number): Promise<void> {
  await run(db, "select set_config('minna.hub', $1, true)", [String(hubId)]);
}

async function decideFirstRules(
  db: Db,
  id: number,
  { rules, reason }: NewHub,
  { now, events }: Omit<AddMeans, 'firstOrigin'>,
): Promise<void> {
  const rulesId = events.newId(now);
  await run(
    db,
    'insert into hub_rules (hub_id, id, version, rules, reason, decided_at) values ($1, $2, 1, $3, $4, $5)',
    [id, rulesId, JSON.stringify(rules), reason, now],
  );
  await writeEvent(
    events,
    db,
    { hubId: id, now, actorId: null, personId: null },
    {
      verb: 'hubs.rules-changed',
      object: { kind: 'rules', id: rulesId, version: 1 },
      public: { version: 1, reason },
      parts: [{ part: 'rules', actorId: null, content: { version: 1, rules, reason } }],
      tags: ['hub'],
    },
  );
}
