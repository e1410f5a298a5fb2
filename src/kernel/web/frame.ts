// Serves X12: a page for people who are signed in, kept without what differs between them, compressed. Put together for a
// reader it costs no query but the reader's own, and compresses no more than that reader's own parts.
import { type Own, type OwnRead, type PersonalPart, splitAtMarks } from './personal-parts.ts';
import { freshPiece, keptPiece, type Piece } from './pieces.ts';

type Node = Piece | number;

/** A part looks alike for many; so many looks of it are kept, each from the second time it is asked for. */
const MOST_LOOKS = 12;
const MOST_REMEMBERED = 60;

interface Slot {
  part: PersonalPart;
  looks: Map<string, readonly Node[]>;
  /** states that were asked for once */
  once: Set<string>;
}

export class Frame {
  readonly reads: readonly OwnRead<unknown>[];
  readonly #nodes: readonly Node[];
  readonly #slots: readonly Slot[];
  #bytes = 0;

  constructor(body: string, parts: readonly PersonalPart[], reads: readonly OwnRead<unknown>[]) {
    this.reads = reads;
    this.#slots = parts.map((part) => ({ part, looks: new Map(), once: new Set() }));
    this.#nodes = this.#kept(body);
  }

  /** Compressed bytes held here; grows as parts are asked for. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The page for one reader. */
  pieces(own: Own): Piece[] {
    const pieces: Piece[] = [];
    this.#collect(this.#nodes, own, pieces);
    return pieces;
  }

  #collect(nodes: readonly Node[], own: Own, pieces: Piece[]): void {
    for (const node of nodes) {
      if (typeof node === 'number') this.#collect(this.#lookOf(this.#slots[node]!, own), own, pieces);
      else pieces.push(node);
    }
  }

  #lookOf({ part, looks, once }: Slot, own: Own): readonly Node[] {
    const state = part.state(own);
    if (!part.isShared) return fresh(part.render(state));
    const key = JSON.stringify(state);
    const kept = looks.get(key);
    if (kept) return kept;
    const body = part.render(state);
    if (!once.has(key) && looks.size > 0) {
      if (once.size >= MOST_REMEMBERED) once.clear();
      once.add(key);
      return fresh(body);
    }
    if (looks.size >= MOST_LOOKS) return fresh(body);
    once.delete(key);
    const look = this.#kept(body);
    looks.set(key, look);
    return look;
  }

  #kept(body: string): readonly Node[] {
    return splitAtMarks(body).map((node) => {
      if (typeof node === 'number') return node;
      if (FORM_NUMBER.test(node)) throw new Error('the number of a form may not be kept; make it a part of its own');
      const piece = keptPiece(node);
      this.#bytes += piece.deflated.length + PIECE_OVERHEAD;
      return piece;
    });
  }
}

/** What `Visit.perform` takes for the form's own number: two people must not get the same. */
const FORM_NUMBER = / name="once"/;
const PIECE_OVERHEAD = 200;

function fresh(body: string): readonly Node[] {
  return splitAtMarks(body).map((node) => (typeof node === 'number' ? node : freshPiece(node)));
}
