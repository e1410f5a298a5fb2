/** F1.3, X8: the blocks of a page as programs are given them, each kind with its own content. */
import { z } from 'zod';
import { FILE } from '#commons/files/index.ts';
import { BLOCK_KINDS, type BlockContents, type BlockKind } from './block.ts';

const TITLED = z.object({ title: z.string() });
const LISTED = z.object({ title: z.string(), count: z.int().meta({ description: 'How many are shown.' }) });
const MARKED = z.string().meta({ description: 'With marks, as the editor’s help page says.' });

const CONTENT = {
  heading: z.object({ text: z.string(), level: z.int().min(2).max(3) }),
  text: z.object({ text: MARKED }),
  picture: z.object({ caption: z.string(), size: z.enum(['wide', 'half']) }),
  gallery: TITLED,
  news: LISTED,
  events: LISTED,
  members: TITLED,
  needs: TITLED,
  support: z.object({ title: z.string(), text: MARKED, link: z.string(), linkText: z.string() }),
  contact: z.object({ title: z.string(), text: MARKED }),
  map: z.object({
    title: z.string(),
    place: z.string(),
    lat: z.number().nullable(),
    lng: z.number().nullable(),
    text: MARKED,
  }),
  video: z.object({ title: z.string(), link: z.string(), text: z.string() }),
  files: TITLED,
  quote: z.object({ text: z.string(), by: z.string() }),
  table: z.object({
    caption: z.string(),
    rows: z.array(z.array(z.string())).meta({ description: 'The first says what the columns are.' }),
  }),
} as const satisfies { [Kind in BlockKind]: z.ZodType<BlockContents[Kind]> };

const block = <Kind extends BlockKind>(kind: Kind) =>
  z.object({ id: z.uuid(), kind: z.literal(kind), content: CONTENT[kind], files: z.array(FILE) });

const [first, ...others] = BLOCK_KINDS;

export const BLOCK = z.discriminatedUnion('kind', [block(first), ...others.map(block)]);
