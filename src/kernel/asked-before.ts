// Serves X12: which of very many texts came before, lately, in little room. Two of them may be taken for one (once in some
// hundred thousand): whoever asks must be right either way.

/** As many are remembered surely; at most twice as many. */
const REMEMBERED = 8192;

export class AskedBefore {
  #lately = new Set<number>();
  #earlier = new Set<number>();

  /** Whether this text came before; from now on it did. */
  has(text: string): boolean {
    const mark = markOf(text);
    const found = this.#lately.has(mark) || this.#earlier.has(mark);
    this.#lately.add(mark);
    if (this.#lately.size >= REMEMBERED) {
      this.#earlier = this.#lately;
      this.#lately = new Set();
    }
    return found;
  }
}

/** 32 bits of the text, by FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over its UTF-16 units. */
function markOf(text: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return mark >>> 0;
}
