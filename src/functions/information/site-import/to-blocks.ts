/** F1.3 Pieces of an article from elsewhere → blocks of a homepage, and pictures with the place where they belong. Pure. */
import { BLOCK_LIMITS, type BlockInput, FILES_ON, MOST_BLOCKS, safeAddress } from '../homepages/index.ts';
import type { Dropped, PictureFrom, Piece, Run } from './reading/article.ts';

export interface PlacedPictures {
  /** how many blocks stand before it */
  at: number;
  pictures: PictureFrom[];
}

export interface Blocks {
  blocks: BlockInput[];
  placed: PlacedPictures[];
  dropped: Dropped;
}

const ROOM = BLOCK_LIMITS.text - 200;
const ON_GALLERY = FILES_ON.gallery ?? 1;
/** Pictures stand in blocks, too: so many blocks are left for the rest. */
const LEAST_TEXT = 20;

/** `video`: what a film without a title is called. */
export function blocksOf(given: readonly Piece[], video: string): Blocks {
  const pieces = parted(given);
  const blocks: BlockInput[] = [];
  const placed: PlacedPictures[] = [];
  const dropped: Dropped = {};
  const most = Math.max(LEAST_TEXT, MOST_BLOCKS - pieces.filter(({ is }) => is === 'pictures').length);
  const add = (block: BlockInput) => {
    const last = blocks.at(-1);
    const behindPicture = placed.at(-1)?.at === blocks.length;
    if (block.kind === 'text' && last?.kind === 'text' && !behindPicture && last.text.length + block.text.length < ROOM)
      last.text = `${last.text}\n\n${block.text}`;
    else if (blocks.length < most) blocks.push(block);
    else dropped['…'] = (dropped['…'] ?? 0) + 1;
  };
  for (const piece of pieces) {
    if (piece.is === 'pictures') {
      if (blocks.length + placed.length < MOST_BLOCKS) placed.push({ at: blocks.length, pictures: piece.pictures });
      else dropped.img = (dropped.img ?? 0) + piece.pictures.length;
    } else for (const block of blocksOfPiece(piece, video)) add(block);
  }
  return { blocks, placed, dropped };
}

/**
 * Many pictures become several galleries, none longer than one may be. A gallery has no words below its pictures: those that have some
 * stand alone, as long as there is room for so many blocks.
 */
function parted(pieces: readonly Piece[]): Piece[] {
  const apart = (isAlone: (picture: PictureFrom) => boolean) =>
    pieces.flatMap((piece): Piece[] => {
      if (piece.is !== 'pictures') return [piece];
      const parts: PictureFrom[][] = [];
      for (const picture of piece.pictures) {
        const last = parts.at(-1);
        const joins = last && !isAlone(picture) && !isAlone(last[0]!) && last.length < ON_GALLERY;
        if (joins) last.push(picture);
        else parts.push([picture]);
      }
      return parts.map((pictures) => ({ is: 'pictures', pictures }));
    });
  const single = apart(({ caption }) => caption !== '');
  return single.length <= MOST_BLOCKS ? single : apart(() => false);
}

const text = (words: string): BlockInput[] => portions(words).map((part) => ({ kind: 'text', text: part }));

function blocksOfPiece(piece: Exclude<Piece, { is: 'pictures' }>, video: string): BlockInput[] {
  if (piece.is === 'heading') {
    const level = piece.level;
    return [...piece.text].length <= BLOCK_LIMITS.heading
      ? [{ kind: 'heading', text: piece.text, level }]
      : text(piece.text);
  }
  if (piece.is === 'text') return text(marked(piece.runs));
  if (piece.is === 'list') {
    const lines = piece.items.map(
      (item, at) => `${piece.isOrdered ? `${at + 1}. ` : '・'}${marked(item).replace(/\n+/g, ' ')}`,
    );
    return text(lines.join('\n'));
  }
  if (piece.is === 'quote')
    return [...piece.text].length <= 1000
      ? [{ kind: 'quote', text: piece.text, by: piece.by.slice(0, BLOCK_LIMITS.title) }]
      : text(piece.by ? `${piece.text}\n${piece.by}` : piece.text);
  if (piece.is === 'video')
    return safeAddress(piece.href) === null
      ? []
      : [{ kind: 'video', title: (piece.title || video).slice(0, BLOCK_LIMITS.title), link: piece.href, text: '' }];
  return tableBlocks(piece);
}

function tableBlocks({ rows, caption }: Extract<Piece, { is: 'table' }>): BlockInput[] {
  const width = rows[0]?.length ?? 0;
  const fits =
    rows.length >= 2 &&
    rows.length <= BLOCK_LIMITS.rows &&
    width <= BLOCK_LIMITS.columns &&
    rows.flat().every((cell) => [...cell].length <= BLOCK_LIMITS.cell);
  const name = (caption || rows[0]?.filter(Boolean).join('・') || '―').slice(0, BLOCK_LIMITS.title);
  if (fits && width > 1) return [{ kind: 'table', caption: name, rows: rows.map((row) => [...row]) }];
  return text(rows.map((row) => row.filter(Boolean).join(' ｜ ')).join('\n'));
}

/** Runs as text with the marks of homepages. What would be a mark by chance stays what it was. */
export function marked(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? [];
      if (inner === '') return run.text;
      const words = inner.replace(/[[\]\n]/g, ' ').trim();
      const href = run.href?.replaceAll('(', '%28').replaceAll(')', '%29');
      if (href && words !== '' && words.length <= 300 && safeAddress(href) !== null)
        return `${before}[${words}](${href})${after}`;
      if (run.isBold && !inner.includes('*') && !inner.includes('\n') && inner.length <= 500)
        return `${before}**${inner}**${after}`;
      return run.text.replaceAll('](', '] (');
    })
    .join('')
    .trim();
}

/** Parts that fit into a block, cut between paragraphs, else between sentences, else anywhere. */
function portions(words: string): string[] {
  const parts: string[] = [];
  let left = words.trim();
  while (left.length > ROOM) {
    const head = left.slice(0, ROOM);
    const cut = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('。') + 1, head.lastIndexOf('. ') + 1);
    const at = cut > ROOM / 2 ? cut : ROOM;
    parts.push(left.slice(0, at).trim());
    left = left.slice(at).trim();
  }
  return [...parts, left].filter((part) => part !== '');
}

export function countPictures(placed: readonly PlacedPictures[]): { all: number; withoutAlt: number } {
  const all = placed.flatMap(({ pictures }) => pictures);
  return { all: all.length, withoutAlt: all.filter(({ alt }) => alt === '').length };
}
