/** How far an import has come, in whole percent. Half of the way is reading the files, half is writing what was in them. */
export class Progress {
  readonly #onPercent: (percent: number) => void;
  readonly #total: number;
  #done = 0;
  #percent = -1;

  /** `bytes`: size of the files that are read. */
  constructor(bytes: number, onPercent: (percent: number) => void) {
    this.#total = Math.max(1, bytes * 2);
    this.#onPercent = onPercent;
  }

  add(bytes: number): void {
    this.#done += bytes;
    // The last one percent is told when everything is kept.
    const percent = Math.min(99, Math.floor((this.#done / this.#total) * 100));
    if (percent > this.#percent) {
      this.#percent = percent;
      this.#onPercent(percent);
    }
  }
}
