// Serves X12: what Minna measures of itself, in the registry of `metrics.ts`.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ReplicaFigures } from './database/replica.ts';
import type { Metrics } from './metrics.ts';
import type { PageCacheFigures } from './page-cache.ts';

const NANOSECONDS = 1e9;

/** Memory, CPU and event loop of this process. Returns what stops measuring. */
export function measureProcess(metrics: Metrics): () => void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  metrics.collected('process_resident_memory_bytes', 'gauge', 'Resident memory in bytes.', [], () => [
    [process.memoryUsage.rss()],
  ]);
  metrics.collected('nodejs_heap_used_bytes', 'gauge', 'Used heap of V8 in bytes.', [], () => [
    [process.memoryUsage().heapUsed],
  ]);
  metrics.collected('nodejs_heap_total_bytes', 'gauge', 'Heap that V8 holds in bytes.', [], () => [
    [process.memoryUsage().heapTotal],
  ]);
  metrics.collected(
    'nodejs_external_bytes',
    'gauge',
    'Memory of buffers and other objects outside the heap, in bytes.',
    [],
    () => [[process.memoryUsage().external]],
  );
  metrics.collected('process_cpu_seconds_total', 'counter', 'User and system CPU time in seconds.', [], () => {
    const { user, system } = process.cpuUsage();
    return [[(user + system) / 1e6]];
  });
  metrics.collected('process_uptime_seconds', 'gauge', 'Seconds since the process started.', [], () => [
    [process.uptime()],
  ]);
  metrics.collected(
    'nodejs_eventloop_delay_seconds',
    'gauge',
    'Delay of the event loop since it was last asked for, in seconds.',
    ['quantile'],
    () => {
      const at = (quantile: number) => (delay.count === 0 ? 0 : delay.percentile(quantile) / NANOSECONDS);
      const values = [
        [at(50), ['0.5']],
        [at(99), ['0.99']],
        [at(100), ['1']],
      ] as const;
      delay.reset();
      return values;
    },
  );
  return () => void delay.disable();
}

/** Gives the function that the web edge calls after each answer: route pattern, HTTP status, seconds. */
export function measureHttp(metrics: Metrics): (route: string, status: number, seconds: number) => void {
  const requests = metrics.counter('minna_http_requests_total', 'Answers by route and class of status.', [
    'route',
    'status',
  ]);
  const durations = metrics.histogram('minna_http_request_seconds', 'Time to answer, in seconds.', ['route']);
  return (route, status, seconds) => {
    requests.inc([route, `${Math.floor(status / 100)}xx`]);
    durations.observe(seconds, [route]);
  };
}

export function measurePageCache(metrics: Metrics, cache: { figures(): PageCacheFigures }): void {
  const counter = (name: string, help: string, of: (figures: PageCacheFigures) => number) =>
    metrics.collected(`minna_page_cache_${name}_total`, 'counter', help, [], () => [[of(cache.figures())]]);
  const gauge = (name: string, help: string, of: (figures: PageCacheFigures) => number) =>
    metrics.collected(`minna_page_cache_${name}`, 'gauge', help, [], () => [[of(cache.figures())]]);
  gauge('enabled', '1 while pages are kept, 0 while changes may go unheard.', (figures) => Number(figures.enabled));
  gauge('pages', 'Pages that are kept.', (figures) => figures.pages);
  gauge('bytes', 'Bytes that are kept.', (figures) => figures.bytes);
  counter('hits', 'Pages answered from what is kept.', (figures) => figures.hits);
  counter('misses', 'Pages looked for and not kept.', (figures) => figures.misses);
  counter('stores', 'Pages that were kept.', (figures) => figures.stores);
  counter(
    'refused_stores',
    'Pages that were not kept because they may be old, or are too large.',
    (figures) => figures.refusedStores,
  );
  counter('evictions', 'Pages dropped for room, age or change.', (figures) => figures.evictions);
  counter('invalidations', 'Tags that were invalidated.', (figures) => figures.invalidations);
}

export function measureReplica(metrics: Metrics, replica: { figures(): ReplicaFigures }): void {
  metrics.collected(
    'minna_replica_near',
    'gauge',
    '1 while the replica is read from, 0 while it is away or too far behind.',
    [],
    () => [[Number(replica.figures().near)]],
  );
  metrics.collected('minna_replica_behind_seconds', 'gauge', 'How old at most what the replica shows is.', [], () => [
    [replica.figures().behindMs / 1000],
  ]);
  metrics.collected(
    'minna_replica_answers_total',
    'counter',
    'Answers made from the replica: given; or made again from the primary, as they were over, were no plain answer, or could not be read.',
    ['use'],
    () => Object.entries(replica.figures().uses).map(([use, count]) => [count, [use]] as const),
  );
}

/** What `pg.Pool` tells of itself. */
export interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

export function measurePool(metrics: Metrics, pool: PoolCounts): void {
  metrics.collected('minna_db_connections', 'gauge', 'Connections to the database.', ['state'], () => [
    [pool.totalCount - pool.idleCount, ['busy']],
    [pool.idleCount, ['idle']],
  ]);
  metrics.collected('minna_db_waiting', 'gauge', 'Requests that wait for a connection.', [], () => [
    [pool.waitingCount],
  ]);
}

/** The queue as it was counted. */
export interface JobCounts {
  /** due, and not begun */
  due: number;
  /** age of the oldest of them, in seconds; 0 where there is none */
  oldestSeconds: number;
  /** tried so often that nobody tries any more */
  givenUp: number;
}

/** Gives what is to be called with each count of the queue. */
export function measureJobs(metrics: Metrics): (counts: JobCounts) => void {
  const due = metrics.gauge('minna_jobs_due', 'Jobs that are due and wait.');
  const oldest = metrics.gauge('minna_jobs_oldest_seconds', 'Age of the oldest due job in seconds.');
  const givenUp = metrics.gauge('minna_jobs_given_up', 'Jobs that failed so often that they are not tried again.');
  return (counts) => {
    due.set(counts.due);
    oldest.set(counts.oldestSeconds);
    givenUp.set(counts.givenUp);
  };
}
