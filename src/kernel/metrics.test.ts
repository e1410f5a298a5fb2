import { describe, expect, test } from 'vitest';
import { Metrics } from './metrics.ts';
import { PageCache } from './page-cache.ts';
import { measureHttp, measureJobs, measurePageCache, measurePool, measureProcess } from './process-metrics.ts';

describe('Metrics', () => {
  test('writes counters, gauges and collected values as Prometheus reads them', () => {
    const metrics = new Metrics();
    const requests = metrics.counter('requests_total', 'Requests\nof all.', ['route', 'status']);
    requests.inc(['GET /', '2xx']);
    requests.inc(['GET /', '2xx'], 2);
    requests.inc(['a"b\\c\nd', '5xx']);
    metrics.gauge('depth', 'Depth.').set(-1.5);
    metrics.collected('now', 'gauge', 'Now.', ['kind'], () => [[Number.POSITIVE_INFINITY, ['x']]]);
    expect(metrics.render()).toBe(
      [
        '# HELP requests_total Requests\\nof all.',
        '# TYPE requests_total counter',
        'requests_total{route="GET /",status="2xx"} 3',
        'requests_total{route="a\\"b\\\\c\\nd",status="5xx"} 1',
        '# HELP depth Depth.',
        '# TYPE depth gauge',
        'depth -1.5',
        '# HELP now Now.',
        '# TYPE now gauge',
        'now{kind="x"} +Inf',
        '',
      ].join('\n'),
    );
  });

  test('a histogram counts what is at most each bound', () => {
    const metrics = new Metrics();
    const seconds = metrics.histogram('seconds', 'Seconds.', ['route'], [0.1, 1]);
    for (const value of [0.05, 0.1, 0.5, 7]) seconds.observe(value, ['a']);
    metrics.histogram('plain', 'Plain.', [], [1]).observe(0.5);
    expect(
      metrics
        .render()
        .split('\n')
        .filter((line) => !line.startsWith('#')),
    ).toEqual([
      'seconds_bucket{route="a",le="0.1"} 2',
      'seconds_bucket{route="a",le="1"} 3',
      'seconds_bucket{route="a",le="+Inf"} 4',
      'seconds_sum{route="a"} 7.65',
      'seconds_count{route="a"} 4',
      'plain_bucket{le="1"} 1',
      'plain_bucket{le="+Inf"} 1',
      'plain_sum 0.5',
      'plain_count 1',
      '',
    ]);
  });

  test('mistakes are refused', () => {
    const metrics = new Metrics();
    const counter = metrics.counter('a_total', 'A.', ['x']);
    expect(() => metrics.gauge('a_total', 'Again.')).toThrow(RangeError);
    expect(() => metrics.counter('a-b', 'Name.')).toThrow(RangeError);
    expect(() => metrics.counter('b_total', 'Label.', ['x y'])).toThrow(RangeError);
    expect(() => counter.inc([])).toThrow(RangeError);
    expect(() => counter.inc(['x'], -1)).toThrow(RangeError);
    expect(() => counter.inc(['x'], Number.NaN)).toThrow(RangeError);
  });

  test('labels without end are counted as other', () => {
    const metrics = new Metrics();
    const counter = metrics.counter('a_total', 'A.', ['x']);
    for (let n = 0; n < 5_000; n += 1) counter.inc([n]);
    const lines = metrics.render().split('\n');
    expect(lines.length).toBeLessThan(2_010);
    expect(lines).toContain('a_total{x="other"} 3000');
  });
});

describe('what Minna measures of itself', () => {
  test('process, requests, page cache, pool and jobs are all there', () => {
    const metrics = new Metrics();
    const stop = measureProcess(metrics);
    const cache = new PageCache({ enabled: true });
    cache.lookup('/', 0);
    measurePageCache(metrics, cache);
    measurePool(metrics, { totalCount: 5, idleCount: 2, waitingCount: 1 });
    measureHttp(metrics)('GET /proposals', 404, 0.02);
    measureJobs(metrics)({ due: 7, oldestSeconds: 12.5, givenUp: 1 });
    const text = metrics.render();
    stop();
    for (const line of [
      'minna_page_cache_misses_total 1',
      'minna_page_cache_enabled 1',
      'minna_db_connections{state="busy"} 3',
      'minna_db_waiting 1',
      'minna_http_requests_total{route="GET /proposals",status="4xx"} 1',
      'minna_http_request_seconds_bucket{route="GET /proposals",le="0.025"} 1',
      'minna_jobs_due 7',
      'minna_jobs_oldest_seconds 12.5',
      'minna_jobs_given_up 1',
    ]) {
      expect(text).toContain(`\n${line}\n`);
    }
    expect(text).toMatch(/process_resident_memory_bytes \d{7,}/);
    expect(text).toMatch(/nodejs_eventloop_delay_seconds\{quantile="0.99"\} [\d.e-]+/);
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) .+|[a-z_]+(\{[^}]*\})? [-+\d.e]+)$/);
  });
});
