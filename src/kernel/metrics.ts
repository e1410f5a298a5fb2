// Serves X12 (Prometheus metrics): a small registry, written out in the text format 0.0.4. What Minna measures of itself is
// in `process-metrics.ts`; label values are names from our own code (routes, tasks), never what somebody sent.

export type LabelValues = readonly (string | number)[];

export interface Counter {
  /** Adds `by`, at least 0 and by default 1. Label values in the order of the label names. */
  inc(labels?: LabelValues, by?: number): void;
}

export interface Gauge {
  set(value: number, labels?: LabelValues): void;
}

export interface Histogram {
  /** Durations in seconds, sizes in bytes. */
  observe(value: number, labels?: LabelValues): void;
}

/** Current values, asked for at each `render`: pairs of value and label values. */
export type Collect = () => Iterable<readonly [value: number, labels?: LabelValues]>;

/** Seconds, from a kept page to the longest a page may take. */
export const DURATION_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

// A mistake in a label must not fill the memory: what comes after so many series of one metric is counted as 'other'.
const MAX_SERIES = 2_000;
const NAME = /^[a-z_][a-z0-9_]*$/;

type Kind = 'counter' | 'gauge' | 'histogram';

function escapeLabel(value: string | number): string {
  return String(value).replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
}

function number(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value);
}

class Family<S> {
  readonly #names: readonly string[];
  readonly #start: () => S;
  readonly #series = new Map<string, { labels: string; state: S }>();

  constructor(names: readonly string[], start: () => S) {
    for (const name of names) if (!NAME.test(name)) throw new RangeError(`not a label name: ${name}`);
    this.#names = names;
    this.#start = start;
  }

  at(values: LabelValues): S {
    const key = values.length === 1 ? String(values[0]) : values.join('\u0000');
    const found = this.#series.get(key);
    if (found) return found.state;
    if (values.length !== this.#names.length) throw new RangeError(`labels wanted: ${this.#names.join(', ')}`);
    if (this.#series.size >= MAX_SERIES && values.some((value) => value !== 'other')) {
      return this.at(values.map(() => 'other'));
    }
    const state = this.#start();
    const labels = values.map((value, at) => `${this.#names[at]}="${escapeLabel(value)}"`).join(',');
    this.#series.set(key, { labels, state });
    return state;
  }

  all(): Iterable<{ labels: string; state: S }> {
    return this.#series.values();
  }
}

export class Metrics {
  readonly #families = new Map<string, () => string>();

  counter(name: string, help: string, labels: readonly string[] = []): Counter {
    const family = new Family(labels, () => ({ value: 0 }));
    this.#register(name, 'counter', help, () => simpleLines(name, family));
    return {
      inc(values = [], by = 1) {
        if (!(by >= 0)) throw new RangeError('a counter only grows');
        family.at(values).value += by;
      },
    };
  }

  gauge(name: string, help: string, labels: readonly string[] = []): Gauge {
    const family = new Family(labels, () => ({ value: 0 }));
    this.#register(name, 'gauge', help, () => simpleLines(name, family));
    return {
      set(value, values = []) {
        family.at(values).value = value;
      },
    };
  }

  /** A counter or gauge whose values are held somewhere else and asked for when they are wanted. */
  collected(name: string, kind: 'counter' | 'gauge', help: string, labels: readonly string[], collect: Collect): void {
    this.#register(name, kind, help, () => {
      const family = new Family(labels, () => ({ value: 0 }));
      for (const [value, values = []] of collect()) family.at(values).value = value;
      return simpleLines(name, family);
    });
  }

  histogram(
    name: string,
    help: string,
    labels: readonly string[] = [],
    buckets: readonly number[] = DURATION_BUCKETS,
  ): Histogram {
    const family = new Family(labels, () => ({ counts: new Array<number>(buckets.length).fill(0), count: 0, sum: 0 }));
    this.#register(name, 'histogram', help, () => {
      let lines = '';
      for (const { labels: written, state } of family.all()) {
        const before = written === '' ? '' : `${written},`;
        let below = 0;
        for (const [at, bound] of buckets.entries()) {
          below += state.counts[at]!;
          lines += `${name}_bucket{${before}le="${bound}"} ${below}\n`;
        }
        const own = written === '' ? '' : `{${written}}`;
        lines += `${name}_bucket{${before}le="+Inf"} ${state.count}\n`;
        lines += `${name}_sum${own} ${number(state.sum)}\n${name}_count${own} ${state.count}\n`;
      }
      return lines;
    });
    return {
      observe(value, values = []) {
        const state = family.at(values);
        const at = buckets.findIndex((bound) => value <= bound);
        if (at !== -1) state.counts[at]! += 1;
        state.count += 1;
        state.sum += value;
      },
    };
  }

  /** All of it, as Prometheus reads it (`text/plain; version=0.0.4`). */
  render(): string {
    let text = '';
    for (const write of this.#families.values()) text += write();
    return text;
  }

  #register(name: string, kind: Kind, help: string, lines: () => string): void {
    if (!NAME.test(name)) throw new RangeError(`not a metric name: ${name}`);
    if (this.#families.has(name)) throw new RangeError(`metric ${name} is there already`);
    const head = `# HELP ${name} ${help.replace(/\\/g, '\\\\').replace(/\n/g, '\\n')}\n# TYPE ${name} ${kind}\n`;
    this.#families.set(name, () => head + lines());
  }
}

function simpleLines(name: string, family: Family<{ value: number }>): string {
  let lines = '';
  for (const { labels, state } of family.all()) lines += `${name}${labels && `{${labels}}`} ${number(state.value)}\n`;
  return lines;
}
