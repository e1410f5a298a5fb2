/**
 * Acts of the same small kind that arrive together are carried out together: one transaction, one wait for the disk. An act that
 * comes alone goes at once; while batches are on their way, those that come are gathered for the next.
 */

/** Errors by which the database says that one of the rows is at fault, or that rows stood in each other's way: alone, the others pass. */
const OF_A_ROW = /^(22|23|40)/;

export interface BatchRules<Item, Result> {
  /** items of the same key never travel in one batch; the later one waits for the next */
  keyOf: (item: Item) => string;
  /** one result per item, in their order; what it throws is thrown to each */
  run: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** most items of a batch */
  most: number;
  /** most batches on their way at once */
  flying: number;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

export class Batches<Item, Result> {
  readonly #rules: BatchRules<Item, Result>;
  #waiting: Waiting<Item, Result>[] = [];
  #flying = 0;
  #called = false;

  constructor(rules: BatchRules<Item, Result>) {
    this.#rules = rules;
  }

  /** Settles when the batch with this item has been carried out. */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#call();
    });
  }

  /** What arrives in one turn of the event loop departs together. */
  #call(): void {
    if (this.#called || this.#flying >= this.#rules.flying) return;
    this.#called = true;
    setImmediate(() => {
      this.#called = false;
      this.#depart();
    });
  }

  #depart(): void {
    const batch = this.#take();
    if (batch.length === 0) return;
    this.#flying += 1;
    void this.#carry(batch).finally(() => {
      this.#flying -= 1;
      if (this.#waiting.length > 0) this.#call();
    });
    if (this.#waiting.length > 0) this.#call();
  }

  #take(): Waiting<Item, Result>[] {
    const keys = new Set<string>();
    const batch: Waiting<Item, Result>[] = [];
    const left: Waiting<Item, Result>[] = [];
    for (const one of this.#waiting) {
      const key = this.#rules.keyOf(one.item);
      if (batch.length < this.#rules.most && !keys.has(key)) batch.push(one);
      else left.push(one);
      keys.add(key);
    }
    this.#waiting = left;
    return batch;
  }

  async #carry(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#rules.run(batch.map(({ item }) => item));
      for (const [at, one] of batch.entries()) one.resolve(results[at] as Result);
    } catch (error) {
      if (batch.length > 1 && OF_A_ROW.test(String((error as { code?: unknown }).code))) {
        for (const one of batch) await this.#carry([one]);
      } else {
        for (const one of batch) one.reject(error);
      }
    }
  }
}
