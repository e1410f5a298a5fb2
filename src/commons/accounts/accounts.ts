/** X1: the accounts of a deployment, opened once by the composition root and found again by the database they belong to. */
import type { Hub } from '#kernel/context.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import type { EventParts } from '#kernel/event.ts';
import { rateKey } from '#kernel/rate-limiter.ts';
import { AuthEngine } from './auth-engine.ts';
import { type Host, hostsOf } from './hand-over/host.ts';
import type { Provider } from './outside/provider.ts';
import { Seal } from './seal.ts';

export interface AccountsSettings {
  hubwise: Hubwise;
  /** at least 32 characters, kept outside the database, the same in every process */
  secret: string;
  /** where the deployment is reached; letters use the hub's own origin */
  baseUrl: string;
  /** started with --demo: the one-click cast may be played on this machine */
  demo: boolean;
  /** OpenID Connect providers the operator named; none by default */
  providers?: readonly Provider[];
  /** where everybody signs in, for towns on unrelated domains; null: each town by itself */
  accountsOrigin?: string | null;
  /** with which events are written that no act of a reader makes: offices given by a provider's groups */
  events?: EventParts;
  /** the towns of this deployment, as they are now */
  hubs?: () => readonly Hub[];
}

export class Accounts {
  readonly hubwise: Hubwise;
  readonly engine: AuthEngine;
  readonly demo: boolean;
  readonly seal: Seal;
  readonly providers: readonly Provider[];
  readonly host: Host;
  readonly events: EventParts | null;
  readonly hubs: () => readonly Hub[];
  readonly #secret: string;

  constructor(settings: AccountsSettings) {
    const { hubwise, secret, baseUrl, demo, providers, accountsOrigin, events, hubs } = settings;
    if (secret.length < 32) throw new RangeError('the secret of the accounts must have at least 32 characters');
    this.hubwise = hubwise;
    this.engine = new AuthEngine({ secret, baseUrl });
    this.demo = demo;
    this.seal = new Seal(secret);
    this.providers = providers ?? [];
    this.events = events ?? null;
    this.hubs = hubs ?? (() => []);
    this.host = hostsOf(accountsOrigin ?? null);
    this.#secret = secret;
  }

  /** What the limiter counts under: nobody without the secret can tell whose address it is. */
  limitKey(...parts: readonly string[]): string {
    return rateKey(this.#secret, ...parts);
  }
}

const opened = new WeakMap<Hubwise, Accounts>();

export function openAccounts(settings: AccountsSettings): Accounts {
  const accounts = new Accounts(settings);
  opened.set(settings.hubwise, accounts);
  return accounts;
}

/** @throws Error when `openAccounts` wasn't called for this database */
export function accountsOf(hubwise: Hubwise): Accounts {
  const accounts = opened.get(hubwise);
  if (!accounts) throw new Error('openAccounts() must be called before pages are served');
  return accounts;
}
