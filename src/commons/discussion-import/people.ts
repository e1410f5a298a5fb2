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

  get count(): number {
    return this.#byKey.size;
  }
}
