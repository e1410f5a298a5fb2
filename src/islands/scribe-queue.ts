// What was typed while the network was away, kept in the browser and sent in order. Everything sent carries a number of its own:
// sent again because the answer got lost, it is carried out once.

/** One form to be sent. */
export interface Item {
  /** number of this sending, the form's `once` */
  id: string;
  path: string;
  /** the row it belongs to */
  entry: string;
  /** it makes the row: whatever else belongs to it waits for this one */
  opens?: true;
  fields: [name: string, value: string][];
  /** why it was not accepted; it waits to be taken up again or discarded */
  refused?: string;
}

export interface Store {
  read(): Item[];
  /** false: nothing can be kept here */
  write(items: readonly Item[]): boolean;
}

export type Outcome =
  | { kind: 'done'; result: unknown }
  | { kind: 'refused'; message: string }
  /** not reached, or not able just now: to be sent again */
  | { kind: 'away' }
  | { kind: 'signed-out' };

export interface QueueState {
  waiting: Item[];
  refused: Item[];
  sending: boolean;
  halt: 'away' | 'signed-out' | null;
}

export interface QueueParts {
  store: Store;
  send(item: Item): Promise<Outcome>;
  /** after every change; `halt` says why nothing is being sent although something waits */
  changed(state: QueueState): void;
  done(item: Item, result: unknown): void;
}

export class ScribeQueue {
  readonly #parts: QueueParts;
  #sending: Promise<void> | null = null;
  #halt: 'away' | 'signed-out' | null = null;

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  get items(): Item[] {
    return this.#parts.store.read();
  }

  /** False when it could not be kept: it is gone with the page if it isn't sent before. */
  add(item: Item): boolean {
    const kept = this.#parts.store.write([...this.items, item]);
    this.#tell();
    return kept;
  }

  /** Gives something up; with what would have made a row, whatever belongs to that row. */
  discard(id: string): void {
    const gone = this.items.find((item) => item.id === id);
    this.#write((items) => items.filter((item) => item.id !== id && !(gone?.opens && item.entry === gone.entry)));
  }

  /** Sends what waits, one after the other, until all is sent or the network is away. Called twice, it runs once. */
  flush(): Promise<void> {
    this.#sending ??= this.#run().finally(() => {
      this.#sending = null;
      this.#tell();
    });
    return this.#sending;
  }

  async #run(): Promise<void> {
    this.#halt = null;
    for (;;) {
      const item = next(this.items);
      if (!item) return;
      this.#tell(true);
      const outcome = await this.#parts.send(item);
      if (outcome.kind === 'away' || outcome.kind === 'signed-out') {
        this.#halt = outcome.kind;
        return;
      }
      if (outcome.kind === 'refused') {
        this.#write((items) => items.map((one) => (one.id === item.id ? { ...one, refused: outcome.message } : one)));
        continue;
      }
      this.#write((items) => items.filter((one) => one.id !== item.id));
      this.#parts.done(item, outcome.result);
    }
  }

  #write(change: (items: Item[]) => Item[]): void {
    this.#parts.store.write(change(this.items));
    this.#tell();
  }

  #tell(sending = this.#sending !== null): void {
    const { items } = this;
    this.#parts.changed({
      waiting: items.filter((item) => item.refused === undefined),
      refused: items.filter((item) => item.refused !== undefined),
      sending,
      halt: this.#halt,
    });
  }
}

/** The first one that isn't refused, nor belongs to a row that could not be made yet. */
export function next(items: readonly Item[]): Item | undefined {
  const refused = items.filter((item) => item.refused !== undefined);
  const unmade = new Set(refused.filter((item) => item.opens).map((item) => item.entry));
  return items.find((item) => item.refused === undefined && !unmade.has(item.entry));
}

/** A store in the browser; what can't be kept there is kept as long as the page is open. */
export function browserStore(key: string): Store {
  let here: Item[] | null = null;
  return {
    read() {
      if (here !== null) return here;
      try {
        return JSON.parse(localStorage.getItem(key) ?? '[]') as Item[];
      } catch {
        return [];
      }
    },
    write(items) {
      try {
        if (items.length === 0) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(items));
        here = null;
        return true;
      } catch {
        here = [...items];
        return false;
      }
    },
  };
}
