/**
 * X1: better-auth behind our own pages. Its HTTP handler is not mounted; its server functions run inside *our* transaction,
 * so that an account, the person in the hub and the letter are kept together or not at all, and on our clock.
 * It makes no sessions: it would keep their tokens as they are, and the address and the whole browser line of whoever signs in.
 * Ours (open-session.ts) keep the token's SHA-256, a coarse word for the device, and no address.
 * It is loaded when the first form needs it: 0.4 s that pages need not wait for at start.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { BetterAuthOptions } from 'better-auth';
import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Db } from '#kernel/database/dialect.ts';

/** What one use of the engine runs in. */
export interface Turn {
  db: Db;
  now: Date;
}

interface RunningTurn extends Turn {
  /** the account a sign-up met instead of making one */
  met?: { id: string; name: string; lang: string };
}

const running = new AsyncLocalStorage<RunningTurn>();

function current(): RunningTurn {
  const turn = running.getStore();
  if (!turn) throw new Error('accounts are used inside a transaction only');
  return turn;
}

const ambientConnection: DatabaseConnection = {
  executeQuery: <R>(query: CompiledQuery): Promise<QueryResult<R>> => current().db.executeQuery<R>(query),
  // biome-ignore lint/correctness/useYield: a cursor can't share a pipelined connection
  async *streamQuery() {
    throw new Error('page through with a key instead of streaming');
  },
};

async function refuseOwnTransaction(): Promise<void> {
  throw new Error('the transaction is opened by the caller');
}

/** A query builder whose statements go to the transaction of the turn it is used in. */
function ambientKysely(): Kysely<unknown> {
  return new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => ({
        init: async () => {},
        acquireConnection: async () => ambientConnection,
        beginTransaction: refuseOwnTransaction,
        commitTransaction: refuseOwnTransaction,
        rollbackTransaction: refuseOwnTransaction,
        releaseConnection: async () => {},
        destroy: async () => {},
      }),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  });
}

export interface EngineSettings {
  secret: string;
  baseUrl: string;
}

/** The options the tables of schema `auth` were compiled from. */
export function engineOptions({ secret, baseUrl }: EngineSettings) {
  const dates = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return {
    secret,
    baseURL: baseUrl,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: ambientKysely(), type: 'postgres', schemaName: 'auth', transaction: false },
    advanced: { database: { generateId: 'uuid', validateSchema: false }, ipAddress: { disableIpTracking: true } },
    user: {
      modelName: 'users',
      fields: { ...dates, emailVerified: 'email_confirmed' },
      additionalFields: { lang: { type: 'string', required: true, input: true } },
    },
    session: {
      modelName: 'sessions',
      fields: {
        ...dates,
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
      },
    },
    account: {
      modelName: 'credentials',
      fields: {
        ...dates,
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { ...dates, expiresAt: 'expires_at' },
      storeIdentifier: 'hashed',
      disableCleanup: true,
    },
    emailAndPassword: {
      enabled: true,
      // Off: the answer to a sign-up is then the same whether the address has an account or not.
      autoSignIn: false,
      // Our own schema counts characters (10–128); these count UTF-16 units and must never be the stricter ones.
      minPasswordLength: 8,
      maxPasswordLength: 512,
      revokeSessionsOnPasswordReset: true,
      onExistingUserSignUp: async ({ user }) => {
        const { id, name, lang } = user as unknown as { id: string; name: string; lang: string };
        current().met = { id, name, lang };
      },
    },
    databaseHooks: { session: { create: { before: async () => false } } },
  } satisfies BetterAuthOptions;
}

type Started = Awaited<ReturnType<typeof start>>;

async function start(settings: EngineSettings) {
  const { betterAuth } = await import('better-auth');
  const auth = betterAuth(engineOptions(settings));
  return { api: auth.api, context: await auth.$context };
}

export interface Used<T> {
  result: T;
  met: RunningTurn['met'];
}

export class AuthEngine {
  readonly #settings: EngineSettings;
  #started: Promise<Started> | null = null;

  constructor(settings: EngineSettings) {
    this.#settings = settings;
  }

  /**
   * Runs better-auth's own functions in the transaction of `turn`. `met` is the account that a sign-up met. Throws what better-auth
   * throws (APIError) or the database.
   */
  async use<T>(turn: Turn, work: (engine: Started) => Promise<T>): Promise<Used<T>> {
    this.#started ??= start(this.#settings);
    const engine = await this.#started;
    const mine: RunningTurn = { ...turn };
    const result = await running.run(mine, () => work(engine));
    return { result, met: mine.met };
  }
}
