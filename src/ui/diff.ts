// Versions are compared side by side: what was taken away, what was added. Pure.
// Greedy shortest edit script after E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1, 1986.

/** A run of text: in both versions, only in the old, or only in the new. */
export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string };

const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** Above this many characters in both texts together whole lines are compared instead of words. */
const WORDS_LIMIT = 40_000;
/** Edits searched for before what is left counts as replaced. Time and memory grow with its square. */
const EDITS_LIMIT = 800;

function split(text: string, byWord: boolean): string[] {
  if (byWord) return Array.from(words.segment(text), (part) => part.segment);
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Furthest points reached with 0, 1, 2 … edits, or null when more than the limit are needed. */
function search(a: readonly string[], b: readonly string[]): Int32Array[] | null {
  const most = Math.min(a.length + b.length, EDITS_LIMIT);
  const reach = new Int32Array(2 * most + 3);
  const kept: Int32Array[] = [];
  const middle = most + 1;
  for (let edits = 0; edits <= most; edits++) {
    kept.push(reach.slice(middle - edits - 1, middle + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && reach[middle + k - 1]! < reach[middle + k + 1]!);
      let x = down ? reach[middle + k + 1]! : reach[middle + k - 1]! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return kept;
    }
  }
  return null;
}

/** Walks the search back into parts, last first. */
function walk(a: readonly string[], b: readonly string[], kept: readonly Int32Array[]): DiffPart[] {
  const out: DiffPart[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = kept.length - 1; edits >= 0; edits--) {
    const before = kept[edits]!;
    const at = (k: number): number => before[k + edits + 1]!;
    const k = x - y;
    const down = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = edits === 0 ? 0 : at(fromK);
    const fromY = edits === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY) {
      out.push({ kind: 'same', text: a[--x]! });
      y--;
    }
    if (edits > 0) out.push(down ? { kind: 'added', text: b[--y]! } : { kind: 'removed', text: a[--x]! });
  }
  return out.reverse();
}

/** Joins neighbours of one kind; within a change what was removed stands before what was added. */
function tidy(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') out.push({ kind: 'removed', text: removed });
    if (added !== '') out.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const { kind, text } of parts) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (text !== '') {
      flush();
      const last = out.at(-1);
      if (last?.kind === 'same') last.text += text;
      else out.push({ kind, text });
    }
  }
  flush();
  return out;
}

/**
 * Compares two texts word by word, long ones line by line. The same and removed parts joined give `before`, the same and added
 * ones `after`, always. Texts with more than 800 changes are shown as replaced between their common beginning and end.
 */
export function diff(before: string, after: string): DiffPart[] {
  const byWord = before.length + after.length <= WORDS_LIMIT;
  const a = split(before, byWord);
  const b = split(after, byWord);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  const kept = search(middleA, middleB);
  return tidy([
    { kind: 'same', text: a.slice(0, start).join('') },
    ...(kept === null
      ? [{ kind: 'removed', text: middleA.join('') } as const, { kind: 'added', text: middleB.join('') } as const]
      : walk(middleA, middleB, kept)),
    { kind: 'same', text: a.slice(a.length - end).join('') },
  ]);
}
