/** F1.3 What a page is made of: kinds of blocks, the schema of each, as forms and programs send them and as they are kept. Pure. */
import { z } from 'zod';
import { line, prose } from '#kernel/text.ts';
import { badAddresses, plainText, safeAddress } from './marks.ts';

export const BLOCK_KINDS = [
  'heading',
  'text',
  'picture',
  'gallery',
  'news',
  'events',
  'members',
  'needs',
  'support',
  'contact',
  'map',
  'video',
  'files',
  'quote',
  'table',
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

export const BLOCK_LIMITS = {
  heading: 100,
  text: 6000,
  short: 300,
  title: 80,
  address: 600,
  rows: 60,
  columns: 8,
  cell: 300,
} as const;
/** Blocks on one page. */
export const MOST_BLOCKS = 60;
/** Files on one block of a kind; kinds that aren't here carry none. */
export const FILES_ON: Partial<Record<BlockKind, number>> = { picture: 1, video: 1, gallery: 20, files: 20 };
/** What hangs on blocks of a kind: documents on one, pictures on the others. */
export function fileKindOn(kind: BlockKind): 'picture' | 'document' {
  return kind === 'files' ? 'document' : 'picture';
}

/** Of the kinds that carry files, those that are nothing without. */
export const NEEDS_FILE: readonly BlockKind[] = ['picture', 'gallery', 'files'];

const title = line({ min: 0, max: BLOCK_LIMITS.title }).optional().default('');
const short = line({ min: 0, max: BLOCK_LIMITS.short }).optional().default('');

/** Text with marks, see marks.ts. */
const marked = (max: number, min = 1) => prose({ min, max });
const address = (min: number) => line({ min, max: BLOCK_LIMITS.address });

const count = z
  .union([z.coerce.number().int().min(1).max(20), z.literal('').transform(() => 5)])
  .optional()
  .default(5);

function degree(most: number) {
  return z
    .union([z.string(), z.number(), z.null()])
    .optional()
    .transform((typed, ctx) => {
      if (typed === undefined || typed === null || `${typed}`.trim() === '') return null;
      const value = Number(`${typed}`.normalize('NFKC'));
      if (!Number.isFinite(value) || Math.abs(value) > most) ctx.addIssue({ code: 'custom', message: 'not-a-number' });
      return Math.round(value * 1e5) / 1e5;
    });
}

const cell = line({ min: 0, max: BLOCK_LIMITS.cell });
const rows = z
  .union([z.string().transform(rowsIn), z.array(z.array(z.string()))])
  .transform((typed) => {
    const width = Math.max(0, ...typed.map((row) => row.length));
    return typed.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  })
  .refine((typed) => typed.length >= 2 && (typed[0]?.length ?? 0) >= 1, 'required')
  .refine((typed) => typed.length <= BLOCK_LIMITS.rows && (typed[0]?.length ?? 0) <= BLOCK_LIMITS.columns, 'too-long')
  .pipe(z.array(z.array(cell)));

/** A table as typed: a row a line, cells with |, ｜, tab or comma between; the first row says what the columns are. */
export function rowsIn(typed: string): string[][] {
  const lines = typed.split('\n').filter((one) => one.trim() !== '');
  const between = ['\t', '｜', '|', '、', ','].find((sign) => lines.some((one) => one.includes(sign))) ?? '|';
  return lines.map((one) => {
    const cells = one.split(between).map((text) => text.trim());
    const isFramed = between === '|' && cells.length > 2 && cells[0] === '' && cells.at(-1) === '';
    return isFramed ? cells.slice(1, -1) : cells;
  });
}

/** Input of each kind; what comes out is what is kept. Fields of a form may be missing. */
export const BLOCK_INPUT = {
  heading: z.object({
    text: line({ max: BLOCK_LIMITS.heading }),
    level: z.coerce.number().int().min(2).max(3).optional().default(2),
  }),
  text: z.object({ text: marked(BLOCK_LIMITS.text) }),
  picture: z.object({
    caption: short,
    size: z.enum(['wide', 'half'], { error: 'not-a-choice' }).optional().default('wide'),
  }),
  gallery: z.object({ title }),
  news: z.object({ title, count }),
  events: z.object({ title, count }),
  members: z.object({ title }),
  needs: z.object({ title }),
  support: z.object({
    title,
    text: marked(BLOCK_LIMITS.text),
    link: address(0).optional().default(''),
    linkText: title,
  }),
  contact: z.object({ title, text: marked(1000, 0).optional().default('') }),
  map: z.object({
    title,
    place: short,
    lat: degree(90),
    lng: degree(180),
    text: marked(1000, 0).optional().default(''),
  }),
  video: z.object({ title: line({ max: BLOCK_LIMITS.title }), link: address(1), text: short }),
  files: z.object({ title }),
  quote: z.object({ text: prose({ max: 1000 }), by: title }),
  table: z.object({ caption: line({ max: BLOCK_LIMITS.title }), rows }),
} as const satisfies Record<BlockKind, z.ZodType>;

export type BlockContents = { [K in BlockKind]: z.output<(typeof BLOCK_INPUT)[K]> };
export type BlockContent = BlockContents[BlockKind];

/** A block as it is kept, its content by its kind. */
export type KeptBlock = { [K in BlockKind]: { id: string; kind: K; content: BlockContents[K] } }[BlockKind];

/** A block as a program or an import brings it: `{ kind, …fields }`. */
export const blockInput = z.discriminatedUnion(
  'kind',
  BLOCK_KINDS.map((kind) => BLOCK_INPUT[kind].extend({ kind: z.literal(kind) })) as unknown as [
    z.ZodObject<{ kind: z.ZodLiteral<BlockKind> }>,
    ...z.ZodObject<{ kind: z.ZodLiteral<BlockKind> }>[],
  ],
) as unknown as z.ZodType<{ [K in BlockKind]: { kind: K } & BlockContents[K] }[BlockKind]>;
export type BlockInput = z.output<typeof blockInput>;

/** The field whose link leads nowhere safe, and that link as typed; null when all may stand. */
export function badLink({
  kind,
  content,
}: Pick<KeptBlock, 'kind' | 'content'>): { field: string; link: string } | null {
  const { text, link } = content as { text?: string; link?: string };
  const bad = kind !== 'quote' && text ? badAddresses(text)[0] : undefined;
  if (bad !== undefined) return { field: 'text', link: bad };
  return link && safeAddress(link) === null ? { field: 'link', link } : null;
}

/** Everything in a block that is read, one thing a line, without marks. */
export function blockText(block: Pick<KeptBlock, 'kind' | 'content'>, labels: readonly string[] = []): string {
  const content = block.content as Record<string, unknown>;
  const said = ['title', 'caption', 'text', 'place', 'by', 'linkText']
    .map((name) => content[name])
    .filter((value): value is string => typeof value === 'string' && value !== '')
    .map(plainText);
  const rows = Array.isArray(content.rows) ? (content.rows as string[][]) : [];
  const table = rows.map((row) => row.join(' '));
  return [...said, ...table, ...labels].join('\n');
}

/** A page's words, for search, comparison and the journal. */
export function pageText(
  blocks: readonly Pick<KeptBlock, 'kind' | 'content'>[],
  labels: readonly string[] = [],
): string {
  return [...blocks.map((block) => blockText(block)), ...labels].filter((text) => text !== '').join('\n\n');
}
