/**
 * Serves X12: reads that may be seconds old are sent to a replica of the database, as long as it is there and near. Each transaction
 * asks for the position up to which the log has been replayed, so every page knows which changes it certainly shows; what can't
 * be read there is read from the primary.
 */
import pg from 'pg';
import type { Log } from '../log.ts';
import { type Mark, type Positions, REPLAYED_POSITION } from '../positions.ts';
import { Refusal } from '../refusal.ts';
import { systemTimers, type Timers } from '../timers.ts';
import { breakOff, type PoolSettings } from './connection.ts';
import { Hubwise } from './database.ts';
import { type Db, run } from './dialect.ts';

const LOOK_MS = 1_000;
const SILENCE_MS = 3_000;
const LONGEST_WAIT_MS = 30_000;
/** What took too long there would take as long on the primary. */
const TOO_LONG = '57014';

export interface ReplicaSettings {
  connection: PoolSettings['connection'];
  positions: Positions;
  primary: Reads;
  log: Log;
  timers?: Timers;
  poolSize?: number;
}

/** The ways to read of a visit. */
export interface Reads {
  read<T>(hubId: number, work: (db: Db) => Promise<T>): Promise<T>;
}

/** Reads of one request. */
export interface ReplicaReading extends Reads {
  /** what all that was read from the replica certainly holds; 'primary': nothing was read from it; null: it is too far behind by now */
  reached(): Mark | 'primary' | null;
}

export type ReplicaUse = 'given' | 'over' | 'other' | 'failed';

export interface ReplicaFigures {
  near: boolean;
  /** how old at most what it shows is; Infinity: more than five seconds, or it is away */
  behindMs: number;
  uses: Readonly<Record<ReplicaUse, number>>;
}

/** Read from a replica that has fallen behind meanwhile. */
class Behind extends Error {}

interface Standby {
  standby: boolean;
  unbound: boolean;
  position: number | null;
}

export class Replica {
  readonly #settings: ReplicaSettings;
  readonly #timers: Timers;
  readonly #uses: Record<ReplicaUse, number> = { given: 0, over: 0, other: 0, failed: 0 };
  #watch: pg.Client | null = null;
  #hubwise: Hubwise | null = null;
  #timer: unknown;
  #silence: unknown;
  #wait = LOOK_MS;
  #position = -1;
  #wasNear = false;
  #stopped = true;

  constructor(settings: ReplicaSettings) {
    this.#settings = settings;
    this.#timers = settings.timers ?? systemTimers;
  }

  /** Connects in the background, and again whenever it is lost: a town starts and runs without its replica. */
  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    void this.#connect();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#drop();
  }

  /** For one request; null while the replica is away or too far behind. */
  reading(): ReplicaReading | null {
    const hubwise = this.#hubwise;
    const { positions, primary } = this.#settings;
    if (hubwise === null || positions.reached(this.#position) === null) return null;
    let lowest = Number.POSITIVE_INFINITY;
    const near = (position: number) => {
      this.#position = Math.max(this.#position, position);
      if (positions.reached(position) === null) throw new Behind('the replica is too far behind');
      lowest = Math.min(lowest, position);
    };
    return {
      read: async (hubId, work) => {
        try {
          const [result, position] = await hubwise.read(hubId, (db) => withPosition(db, work));
          near(position);
          return result;
        } catch (error) {
          if (error instanceof Refusal || (error as { code?: unknown }).code === TOO_LONG) throw error;
          this.count('failed');
          return primary.read(hubId, work);
        }
      },
      reached: () => (lowest === Number.POSITIVE_INFINITY ? 'primary' : positions.reached(lowest)),
    };
  }

  /** What became of an answer that was made from it. */
  count(use: ReplicaUse): void {
    this.#uses[use] += 1;
  }

  figures(): ReplicaFigures {
    const behindMs = this.#hubwise === null ? Number.POSITIVE_INFINITY : this.#settings.positions.age(this.#position);
    return { near: Number.isFinite(behindMs), behindMs, uses: { ...this.#uses } };
  }

  async #connect(): Promise<void> {
    const { connection, log, poolSize = 10 } = this.#settings;
    const watch = new pg.Client({
      ...connection,
      application_name: 'minna replica',
      connectionTimeoutMillis: SILENCE_MS,
      keepAlive: true,
    });
    watch.on('error', (error) => this.#lost(watch, error));
    watch.on('end', () => this.#lost(watch, new Error('the connection was closed')));
    this.#watch = watch;
    try {
      await watch.connect();
      this.#position = await lookAt(watch);
    } catch (error) {
      this.#lost(watch, error);
      return;
    }
    if (this.#watch !== watch) return;
    this.#wait = LOOK_MS;
    this.#hubwise = new Hubwise({
      connection,
      max: poolSize,
      applicationName: 'minna reads',
      onError: (error) => log.warn('a connection to the replica was lost', { error }),
    });
    this.#later(watch);
  }

  #later(watch: pg.Client): void {
    this.#tell();
    this.#timer = this.#timers.setTimeout(() => void this.#look(watch), LOOK_MS);
  }

  async #look(watch: pg.Client): Promise<void> {
    this.#silence = this.#timers.setTimeout(() => this.#lost(watch, new Error('it does not answer')), SILENCE_MS);
    try {
      const position = await lookAt(watch);
      if (this.#watch !== watch) return;
      this.#timers.clearTimeout(this.#silence);
      this.#position = position;
      this.#later(watch);
    } catch (error) {
      this.#lost(watch, error);
    }
  }

  #lost(watch: pg.Client, error: unknown): void {
    if (this.#watch !== watch) return;
    void this.#drop();
    if (this.#stopped) return;
    this.#wasNear = false;
    this.#settings.log.warn('the replica is away, everything is read from the primary', {
      error,
      againInMs: this.#wait,
    });
    this.#timer = this.#timers.setTimeout(() => void this.#connect(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  /** Without waiting for a server that may never answer: what is under way fails, and is read from the primary. */
  async #drop(): Promise<void> {
    const [watch, hubwise] = [this.#watch, this.#hubwise];
    this.#watch = null;
    this.#hubwise = null;
    this.#position = -1;
    this.#timers.clearTimeout(this.#timer);
    this.#timers.clearTimeout(this.#silence);
    if (watch) breakOff(watch);
    await hubwise?.abandon();
  }

  #tell(): void {
    const { near } = this.figures();
    if (near !== this.#wasNear)
      this.#settings.log.info(near ? 'the replica is near and read from' : 'the replica is too far behind');
    this.#wasNear = near;
  }
}

/** The position is asked first on the same connection: what `work` reads is at least as new. */
async function withPosition<T>(db: Db, work: (db: Db) => Promise<T>): Promise<[T, number]> {
  const asked = run<{ position: number | null }>(db, REPLAYED_POSITION);
  const [result, [row]] = await Promise.all([work(db), asked]);
  return [result, row?.position ?? -1];
}

/** @throws Error for what is no replica, or whose user no policy binds */
async function lookAt(watch: pg.Client): Promise<number> {
  const { rows } = await watch.query<Standby>(
    `select pg_is_in_recovery() as standby, rolsuper or rolbypassrls as unbound, position
       from pg_roles, (${REPLAYED_POSITION}) replayed where rolname = current_user`,
  );
  const { standby, unbound, position } = rows[0]!;
  if (!standby || position === null) throw new Error('it is no replica (pg_is_in_recovery() is false)');
  if (unbound) throw new Error('its user would see the rows of every town');
  return position;
}
