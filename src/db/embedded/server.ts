/** The server of a running Minna: held by its guard, started again when it falls, given the reserve of a full disk. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { ensureLocalRoles } from '../roles.ts';
import { dropBallast, freeBytes, keepBallast, WRITE_FLOOR_BYTES } from './disk.ts';
import { takeGuard } from './guard.ts';
import type { Home } from './home.ts';
import { hasEnded, spawnServer, stopServer } from './postmaster.ts';
import type { Program } from './program.ts';
import { inTurn } from './turn.ts';

const BALLAST_EVERY_MS = 60_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/** How the server ended when nobody asked it to. */
export type Ended = { code: number | null; signal: string | null };

type Place = { home: Home; program: Program; cluster: string };

export class Server {
  readonly #place: Place;
  readonly #log: (line: string) => void;
  readonly #listeners = new Set<(ended: Ended) => void>();
  readonly #stopping = new AbortController();
  readonly #atExit = () => this.#child?.kill('SIGINT');
  #child: ChildProcess | null = null;
  #guard: pg.Client | null = null;
  #mending: Promise<void> | null = null;
  #ballastTimer: NodeJS.Timeout | null = null;

  constructor(place: Place, log: (line: string) => void) {
    this.#place = place;
    this.#log = log;
  }

  /** Called in turn. `reserve`: keep 64 MB aside. */
  async start(reserve: boolean): Promise<void> {
    process.on('exit', this.#atExit);
    await this.#launch();
    await ensureLocalRoles(this.#guard!);
    if (!reserve) return;
    await this.#tendBallast();
    this.#ballastTimer = setInterval(() => void this.#tendBallast(), BALLAST_EVERY_MS);
    this.#ballastTimer.unref();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    if (this.#ballastTimer) clearInterval(this.#ballastTimer);
    await this.#mending;
    await this.#guard?.end().catch(() => {});
    await this.#dropChild();
    process.off('exit', this.#atExit);
  }

  onExit(callback: (ended: Ended) => void): () => void {
    this.#listeners.add(callback);
    return () => this.#listeners.delete(callback);
  }

  async #launch(): Promise<void> {
    const { home, program, cluster } = this.#place;
    const child = await spawnServer(program, cluster, home);
    this.#child = child;
    child.unref();
    await this.#takeGuard();
    if (hasEnded(child)) throw new Error('The database server ended as soon as it was started.');
    child.once('exit', (code, signal) => {
      if (this.#child !== child || this.#stopping.signal.aborted) return;
      this.#child = null;
      this.#mend(this.#restart({ code, signal }));
    });
  }

  async #takeGuard(): Promise<void> {
    const guard = await takeGuard(this.#place.cluster);
    this.#guard = guard;
    // PostgreSQL cuts all connections when one of its processes was killed, and runs on without ending.
    guard.once('end', () => {
      if (this.#guard === guard && this.#child) this.#mend(this.#regainGuard(this.#child));
    });
  }

  async #regainGuard(child: ChildProcess): Promise<void> {
    await this.#persevere(async () => {
      if (this.#child !== child || hasEnded(child)) return;
      await inTurn(this.#place.home, this.#log, () => this.#takeGuard());
    });
  }

  async #restart(ended: Ended): Promise<void> {
    this.#log(
      `The database server ended unexpectedly (${ended.signal ?? `code ${ended.code}`}); it is being started again.`,
    );
    for (const listener of this.#listeners) listener(ended);
    await this.#persevere(async () => {
      await this.#giveRoom();
      await this.#guard?.end().catch(() => {});
      await inTurn(this.#place.home, this.#log, () => this.#launch()).catch(async (error) => {
        await this.#dropChild();
        throw error;
      });
      this.#log('The database server is running again.');
    });
  }

  /** What `stop` has to wait for. */
  #mend(work: Promise<void>): void {
    this.#mending = Promise.all([this.#mending, work]).then(() => {});
  }

  /** Repeats `work` with growing pauses until it succeeds or Minna stops. */
  async #persevere(work: () => Promise<void>): Promise<void> {
    const { signal } = this.#stopping;
    for (let wait = FIRST_PAUSE_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        return await work();
      } catch (error) {
        this.#log(error instanceof Error ? error.message : String(error));
        await pause(wait, undefined, { signal }).catch(() => {});
      }
    }
  }

  async #giveRoom(): Promise<void> {
    const { folder } = this.#place.home;
    if ((await freeBytes(folder)) >= WRITE_FLOOR_BYTES) return;
    this.#log('The disk is nearly full. The reserve is given up so that the database can start; free some space.');
    dropBallast(folder);
  }

  async #dropChild(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child) await stopServer(child);
  }

  async #tendBallast(): Promise<void> {
    try {
      await keepBallast(this.#place.home.folder);
    } catch (error) {
      this.#log(`The disk reserve could not be kept: ${error instanceof Error ? error.message : error}`);
    }
  }
}
