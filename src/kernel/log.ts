// Serves X12 (structured logs): JSON lines on the standard output, written in the background, without personal data
// (`log-redaction.ts`). Fields that belong to a request or a job are given once, with `child`.
import { write, writeSync } from 'node:fs';
import { maskText, redact } from './log-redaction.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Anything; what a log must not hold is taken out. `error` takes an Error, `requestId` the request's number. */
export type LogFields = Record<string, unknown>;

export interface Log {
  debug(msg: string, fields?: LogFields): void;
  info(msg: string, fields?: LogFields): void;
  warn(msg: string, fields?: LogFields): void;
  error(msg: string, fields?: LogFields): void;
  /** A log whose every line has these fields. */
  child(fields: LogFields): Log;
  /** Writes at once what still waits; for the end of the process. */
  flush(): void;
}

/** Where lines go. `write` may take its time and calls `done` when the text is out; `writeNow` returns when it is. */
export interface LogSink {
  write(text: string, done: () => void): void;
  writeNow(text: string): void;
}

export interface LogOptions {
  /** Lines below it are not written; default 'info'. */
  level?: LogLevel;
  /** 'json', the default, is one object a line; 'text' is for people at a terminal. */
  format?: 'json' | 'text';
  sink?: LogSink;
  now?: () => Date;
}

// A reader that has stopped reading must not take the process's memory.
const MAX_WAITING = 8 * 1024 * 1024;

export function fileSink(descriptor: number): LogSink {
  const rest = (bytes: Buffer, done: () => void): void => {
    write(descriptor, bytes, (error, written) => {
      if (error?.code === 'EAGAIN') setTimeout(rest, 20, bytes, done);
      else if (error || written === bytes.length) done();
      else rest(bytes.subarray(written), done);
    });
  };
  return {
    write: (text, done) => rest(Buffer.from(text), done),
    writeNow(text) {
      let bytes = Buffer.from(text);
      // A full pipe at the end of the process: some tries, then the lines are lost rather than the exit held up.
      for (let tries = 0; bytes.length > 0 && tries < 1000; tries += 1) {
        try {
          bytes = bytes.subarray(writeSync(descriptor, bytes));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
        }
      }
    },
  };
}

class LineWriter {
  readonly #sink: LogSink;
  #waiting = '';
  #lost = 0;
  #busy = false;

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  add(line: string): void {
    if (this.#waiting.length > MAX_WAITING) {
      this.#lost += 1;
      return;
    }
    this.#waiting += line;
    if (this.#busy) return;
    this.#busy = true;
    // All lines of one turn of the event loop go out together.
    setImmediate(() => this.#next());
  }

  flush(): void {
    const text = this.#take();
    if (text !== '') this.#sink.writeNow(text);
  }

  #next(): void {
    const text = this.#take();
    if (text === '') this.#busy = false;
    else this.#sink.write(text, () => this.#next());
  }

  #take(): string {
    let text = this.#waiting;
    if (this.#lost > 0) text += `${JSON.stringify({ level: 'warn', msg: 'log lines were lost', lines: this.#lost })}\n`;
    this.#waiting = '';
    this.#lost = 0;
    return text;
  }
}

type LineFormat = (level: LogLevel, at: Date, msg: string, fields: Record<string, unknown>) => string;

const asJson: LineFormat = (level, at, msg, fields) => {
  return `${JSON.stringify({ level, time: at.toISOString(), msg, ...fields })}\n`;
};

const asText: LineFormat = (level, at, msg, fields) => {
  const { error, ...others } = fields;
  const written = Object.entries(others)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => ` ${field}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const stack = (error as { stack?: string } | undefined)?.stack ?? (error === undefined ? '' : JSON.stringify(error));
  return `${at.toISOString().slice(11, 19)} ${level.padEnd(5)} ${msg}${written.join('')}${stack ? `\n${stack}` : ''}\n`;
};

const RESERVED = new Set(['level', 'time', 'msg']);

function safeFields(fields: LogFields): Record<string, unknown> {
  const safe = redact(fields) as Record<string, unknown>;
  for (const field of RESERVED) delete safe[field];
  return safe;
}

/** The log of this process. */
export function createLog(options: LogOptions = {}): Log {
  const { level = 'info', format = 'json', sink = fileSink(1), now = () => new Date() } = options;
  const lowest = LOG_LEVELS.indexOf(level);
  const writer = new LineWriter(sink);
  const line = format === 'json' ? asJson : asText;
  const withFields = (base: Record<string, unknown>): Log => {
    const at = (own: LogLevel) => {
      if (LOG_LEVELS.indexOf(own) < lowest) return () => {};
      return (msg: string, fields?: LogFields) => {
        const all = fields ? { ...base, ...safeFields(fields) } : base;
        writer.add(line(own, now(), maskText(msg), all));
      };
    };
    return {
      debug: at('debug'),
      info: at('info'),
      warn: at('warn'),
      error: at('error'),
      child: (fields) => withFields({ ...base, ...safeFields(fields) }),
      flush: () => writer.flush(),
    };
  };
  return withFields({});
}
