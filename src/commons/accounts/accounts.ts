/** X1: the accounts of a deployment, opened once by the composition root and found again by the database they belong to. */
import type { Hubwise } from '#kernel/database/database.ts';
import { rateKey } from '#kernel/rate-limiter.ts';
import { AuthEngine } from './auth-engine.ts';

export interface AccountsSettings {
  hubwise: Hubwise;
  /** at least 32 characters, kept outside the database, the same in every process */
  secret: string;
  /** where the deployment is reached; letters use the hub's own origin */
  baseUrl: string;
  /** started with --demo: the one-click cast may be played on this machine */
  demo: boolean;
}

export class Accounts {
  readonly hubwise: Hubwise;
  readonly engine: AuthEngine;
  readonly demo: boolean;
  readonly #secret: string;

  constructor({ hubwise, secret, baseUrl, demo }: AccountsSettings) {
    if (secret.length < 32) throw new RangeError('the secret of the accounts must have at least 32 characters');
    this.hubwise = hubwise;
    this.engine = new AuthEngine({ secret, baseUrl });
    this.demo = demo;
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
