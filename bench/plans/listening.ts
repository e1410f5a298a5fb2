/** What a process asks its database, statement by statement, in the order it asks. */
import pg from 'pg';

export interface Asked {
  text: string;
  values: unknown[];
}

const TRANSACTION = /^\s*(begin|commit|rollback|set|savepoint|release|listen|unlisten|notify)\b/i;

export interface Listening {
  /** what was asked since the last call */
  take(): Asked[];
  end(): void;
}

/** From now on, whatever any connection of this process sends. What opens and ends a transaction is left out. */
export function listenToStatements(): Listening {
  type Query = (this: pg.Client, ...args: unknown[]) => unknown;
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const usual = prototype.query;
  let heard: Asked[] = [];
  prototype.query = function (...args) {
    const [first, second] = args as [string | { text?: string; values?: unknown[] }, unknown];
    const text = typeof first === 'string' ? first : (first.text ?? '');
    const values = (typeof first === 'string' ? undefined : first.values) ?? (Array.isArray(second) ? second : []);
    if (text !== '' && !TRANSACTION.test(text)) heard.push({ text, values });
    return usual.apply(this, args);
  };
  return {
    take() {
      const taken = heard;
      heard = [];
      return taken;
    },
    end() {
      prototype.query = usual;
    },
  };
}
