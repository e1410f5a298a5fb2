/**
 * X1: better-auth behind our own pages. Its HTTP handler is not mounted; its server functions run inside *our* transaction,
 * so that an account, the person in the hub and the letter are kept together or not at all, and on our clock.
 * Two habits of it are changed here: it would keep session tokens as they are (we keep their SHA-256), and it would take
 * the address and the whole browser line of whoever signs in (we keep a coarse word for the device, no address).
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
import { SESSION_DAYS } from './rules.ts';
import { hashOf, newToken } from './session-token.ts';

/** What one use of the engine runs in. */
export interface Turn {
  db: Db;
  now: Date;
  /** coarse word for the device a session is opened on, see `deviceOf` */
  device?: string;
}

interface RunningTurn extends Turn {
  /** the session's token as the browser gets it: it is nowhere in the database */
  issued?: string;
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
      expiresIn: SESSION_DAYS * 24 * 3600,
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
    databaseHooks: {
      session: {
        create: {
          before: async () => {
            const turn = current();
            turn.issued = newToken();
            return { data: sessionColumns(turn, turn.issued) };
          },
        },
      },
    },
  } satisfies BetterAuthOptions;
}

function sessionColumns(turn: Turn, token: string) {
  return {
    token: hashOf(token),
    createdAt: turn.now,
    updatedAt: turn.now,
    expiresAt: new Date(turn.now.getTime() + SESSION_DAYS * 24 * 3_600_000),
    ipAddress: null,
    userAgent: turn.device ?? null,
  };
}

type Started = Awaited<ReturnType<typeof start>>;

async function start(settings: EngineSettings) {
  const { betterAuth } = await import('better-auth');
  const auth = betterAuth(engineOptions(settings));
  return { api: auth.api, context: await auth.$context };
}

export interface Used<T> {
  result: T;
  issued: string | undefined;
  met: RunningTurn['met'];
}

export class AuthEngine {
  readonly #settings: EngineSettings;
  #started: Promise<Started> | null = null;

  constructor(settings: EngineSettings) {
    this.#settings = settings;
  }

  /**
   * Runs better-auth's own functions in the transaction of `turn`. `issued` is the token of a session that was opened
   * meanwhile, `met` the account that a sign-up met. Throws what better-auth throws (APIError) or the database.
   */
  async use<T>(turn: Turn, work: (engine: Started) => Promise<T>): Promise<Used<T>> {
    this.#started ??= start(this.#settings);
    const engine = await this.#started;
    const mine: RunningTurn = { ...turn };
    const result = await running.run(mine, () => work(engine));
    return { result, issued: mine.issued, met: mine.met };
  }
}

/** The code of an error better-auth raised on purpose, e.g. INVALID_EMAIL_OR_PASSWORD; null for anything else. */
export function engineCode(error: unknown): string | null {
  const { name, body } = (error ?? {}) as { name?: unknown; body?: { code?: unknown } };
  return name === 'APIError' && typeof body?.code === 'string' ? body.code : null;
}
