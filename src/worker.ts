/** The worker process: jobs of all modules and their regular work. Jobs of a worker that fell silent are given on. */
import { Logger, makeWorkerUtils, run as runJobs, type TaskList } from 'graphile-worker';
import type { ClientConfig } from 'pg';
import pg from 'pg';
import { HubDirectory, isOpen } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { run } from '#kernel/database/dialect.ts';
import { steadyPool } from '#kernel/database/steady-pool.ts';
import { writeEvent } from '#kernel/event.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import type { JobBy, JobContext } from '#kernel/jobs.ts';
import type { Log } from '#kernel/log.ts';
import { notifyPayloads } from '#kernel/page-cache-listener.ts';
import { eventParts } from './event-parts.ts';
import { work } from './work.ts';

export interface WorkerSettings {
  app: ClientConfig;
  /** for the queue and the lock of the turn, past any pooler; `app` unless given */
  direct?: ClientConfig;
  origin: string | null;
  /** see `HubDirectory` */
  lettersOrigin?: string | null;
  now: () => Date;
  log: Log;
}

const BEAT_MS = 10_000;
const SILENT_SECONDS = 60;
// Two ints name the lock that says "regular work is done here"; one worker of a deployment does it.
const TURN_LOCK = 'select pg_try_advisory_lock(1296649838, 3) as mine';

export interface Worker {
  /** one turn of everything regular that is due, for commands that don't want to wait */
  turn(): Promise<void>;
  stop(): Promise<void>;
}

export async function startWorker(settings: WorkerSettings): Promise<Worker> {
  const { log } = settings;
  const hubwise = new Hubwise({
    connection: settings.app,
    max: 4,
    applicationName: 'minna worker',
    onError: (error) => log.warn('a database connection was lost', { error }),
  });
  const hubs = new HubDirectory(hubwise, settings.origin, settings.lettersOrigin);
  await hubs.load();
  const direct = settings.direct ?? settings.app;
  const lost = (error: Error) => log.warn('a database connection of the jobs was lost', { error });
  const pool = steadyPool({ ...direct, max: 3, application_name: 'minna jobs' }, lost);
  const workerId = `minna-${randomId()}`;
  const runner = await runJobs({
    pgPool: pool,
    taskList: tasks(),
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn('job queue', { message });
    }),
    workerId,
  } as Parameters<typeof runJobs>[0]);
  const utils = await makeWorkerUtils({ pgPool: pool, logger: new Logger(() => () => {}) });

  function contextFor(hub: Hub, by: JobBy | null): JobContext {
    const now = settings.now();
    const { actorId, personId } = by ?? { actorId: null, personId: null };
    return {
      hub,
      hubwise,
      now,
      log,
      newId: () => uuidv7(now),
      randomId,
      by,
      record: (db, event) =>
        writeEvent(eventParts, db, { hubId: hub.id, now, actorId: event.as ?? actorId, personId }, event),
      invalidate: async (tags) => {
        await hubwise.deployment(async (db) => {
          for (const payload of notifyPayloads(hub.id, tags))
            await run(db, "select pg_notify('minna_pages', $1)", [payload]);
        });
      },
    };
  }

  function tasks(): TaskList {
    const list: TaskList = {};
    for (const { jobs = {} } of work) {
      for (const [name, doJob] of Object.entries(jobs)) {
        list[name] = async (payload) => {
          const { hub: hubId, by = null, ...rest } = payload as { hub: number; by?: JobBy } & Record<string, unknown>;
          const hub = hubs.all().find((one) => one.id === hubId);
          if (!hub) throw new Error(`there is no hub ${hubId}`);
          // What waited went along when the town moved, and is done there.
          if (hub.movedTo) return;
          await doJob(contextFor(hub, by), rest);
        };
      }
    }
    return list;
  }

  const ticks = work.flatMap((one) => (one.ticks ?? []).map((tick) => ({ ...tick, function: one.function })));
  const lastRun = new Map<string, number>();
  const guard = new pg.Client({ ...direct, application_name: 'minna turns' });
  let mine = false;
  let stopping = false;
  // Without this connection another worker may believe it is its turn: end, and be started anew.
  guard.on('error', (error) => {
    if (!stopping) {
      log.error('the worker lost its turn and ends', { error });
      process.exit(1);
    }
  });
  await guard.connect();

  async function turn(): Promise<void> {
    mine ||= (await guard.query<{ mine: boolean }>(TURN_LOCK)).rows[0]!.mine;
    if (!mine) return;
    for (const tick of ticks) {
      const at = performance.now();
      if (at - (lastRun.get(tick.name) ?? Number.NEGATIVE_INFINITY) < tick.everySeconds * 1000) continue;
      lastRun.set(tick.name, at);
      for (const hub of hubs.all()) {
        if (tick.function !== undefined && !isOpen(hub, tick.function)) continue;
        if (hub.movedTo && !tick.afterMoving) continue;
        try {
          await tick.run(contextFor(hub, null));
        } catch (error) {
          log.error('regular work failed', { tick: tick.name, hub: hub.id, error });
        }
      }
    }
  }

  let busy: Promise<void> = Promise.resolve();
  let timer = setTimeout(loop, 0);
  function loop(): void {
    busy = turn()
      .catch((error: unknown) => log.error('a turn of regular work failed', { error }))
      .finally(() => {
        if (!stopping) timer = setTimeout(loop, 500);
      });
  }

  async function beat(): Promise<void> {
    await pool.query(
      'insert into workers (id, beat_at) values ($1, now()) on conflict (id) do update set beat_at = now()',
      [workerId],
    );
    const { rows } = await pool.query<{ id: string }>(
      `delete from workers where beat_at < now() - make_interval(secs => $1) returning id`,
      [SILENT_SECONDS],
    );
    if (rows.length > 0) await utils.forceUnlockWorkers(rows.map((row) => row.id));
    await hubs.load();
  }
  await beat();
  const beats = setInterval(() => {
    beat().catch((error: unknown) => log.warn('the worker could not say that it lives', { error }));
  }, BEAT_MS);

  void runner.promise.catch((error: unknown) => {
    if (!stopping) {
      log.error('the job queue ended', { error });
      process.exit(1);
    }
  });

  return {
    turn,
    async stop() {
      stopping = true;
      clearTimeout(timer);
      clearInterval(beats);
      await busy;
      await runner.stop();
      await utils.release();
      await guard.end();
      await pool.query('delete from workers where id = $1', [workerId]).catch(() => {});
      await pool.end();
      await hubwise.close();
    },
  };
}
