/** Everybody of a conversation, in the order in which they are met. Their numbers in the files end here: they become fresh ones. */
export class People {
  readonly #byKey = new Map<string, number>();

  /** The person's place, from 0; somebody new is added. */
  placeOf(key: string): number {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const place = this.#byKey.size;
    this.#byKey.set(key, place);
    return place;
  }

  /** Of each place, how many stand before it: first those listed, as they are listed, then the others by their numbers. */
  ranks(listed: readonly string[]): Uint32Array {
    const numbered = new Intl.Collator('en', { numeric: true });
    const first = new Set(listed.filter((key) => this.#byKey.has(key)));
    const others = [...this.#byKey.keys()].filter((key) => !first.has(key)).sort(numbered.compare);
    const ranks = new Uint32Array(this.#byKey.size);
    for (const [rank, key] of [...first, ...others].entries()) ranks[this.#byKey.get(key)!] = rank;
    return ranks;
  }

  get count(): number {
    return this.#byKey.size;
  }
}
