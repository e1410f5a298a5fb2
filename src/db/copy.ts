/**
 * X12: PostgreSQL's COPY as streams of its text format, in which a row ends with a line feed and no value holds one. For whole
 * tables, of which no more than some kilobytes are in memory at a time. On a connection of their own that isn't pipelined.
 */
import { Readable, Writable } from 'node:stream';
import type pg from 'pg';

/** The part of the driver's wire that COPY needs; the driver hands it to whoever submits a query. */
interface Wire {
  stream: { pause(): void; resume(): void; writableNeedDrain: boolean; once(event: 'drain', step: () => void): void };
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
}

class CopyOut extends Readable {
  /** Set by the driver. */
  callback: (() => void) | undefined;
  readonly #text: string;
  #wire: Wire | undefined;

  constructor(text: string) {
    super();
    this.#text = text;
  }
  submit(wire: Wire): void {
    this.#wire = wire;
    wire.query(this.#text);
  }
  handleCopyData({ chunk }: { chunk: Buffer }, wire: Wire): void {
    // The driver reuses its buffer for what comes next.
    if (!this.push(Buffer.from(chunk))) wire.stream.pause();
  }
  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleReadyForQuery(): void {
    this.push(null);
  }
  handleError(error: Error): void {
    this.destroy(error);
  }
  override _read(): void {
    this.#wire?.stream.resume();
  }
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    // Whoever stops reading half-way must not leave the connection paused: it couldn't even be ended.
    this.#wire?.stream.resume();
    done(error);
  }
}

class CopyIn extends Writable {
  callback: (() => void) | undefined;
  readonly #text: string;
  #wire: Wire | undefined;
  #begin: (() => void) | undefined;
  #finish: ((error?: Error | null) => void) | undefined;
  #ready = false;

  constructor(text: string) {
    super({ highWaterMark: 256 * 1024 });
    this.#text = text;
  }
  submit(wire: Wire): void {
    this.#wire = wire;
    wire.query(this.#text);
  }
  handleCopyInResponse(): void {
    this.#ready = true;
    this.#begin?.();
  }
  handleCommandComplete(): void {}
  handleReadyForQuery(): void {
    this.#finish?.();
  }
  handleError(error: Error): void {
    if (this.#finish) this.#finish(error);
    else this.destroy(error);
    this.#finish = undefined;
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#whenReady((wire) => {
      wire.sendCopyFromChunk(chunk);
      if (wire.stream.writableNeedDrain) wire.stream.once('drain', done);
      else done();
    });
  }
  override _final(done: (error?: Error | null) => void): void {
    this.#whenReady((wire) => {
      this.#finish = done;
      wire.endCopyFrom();
    });
  }
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (error && this.#ready && !this.writableFinished) this.#wire?.sendCopyFail('the rows could not be read');
    done(error);
  }
  #whenReady(step: (wire: Wire) => void): void {
    if (this.#ready) step(this.#wire!);
    else this.#begin = () => step(this.#wire!);
  }
}

/** Rows of `query` as COPY's text. Settings that change how values are written are the caller's (`SET LOCAL datestyle` …). */
export function copyOut(client: pg.Client, query: string): Readable {
  return client.query(new CopyOut(`copy (${query}) to stdout`) as never) as unknown as Readable;
}

/** Takes COPY's text into the named columns of a table; finished when the server has taken all of it. */
export function copyIn(client: pg.Client, table: string, columns: readonly string[]): Writable {
  return client.query(new CopyIn(`copy ${table} (${columns.join(', ')}) from stdin`) as never) as unknown as Writable;
}
