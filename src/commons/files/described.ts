/** X10, X8: a file as open data and programs are given it. */
import { z } from 'zod';

export const FILE = z.object({
  id: z.uuid(),
  kind: z.enum(['picture', 'document']),
  label: z.string().meta({ description: 'Of a picture, what can be seen on it; of a document, its title.' }),
  type: z.string().meta({ description: 'Media type.' }),
  bytes: z.int(),
  sha256: z.string().meta({ description: 'In hexadecimal, of the bytes as they are handed out.' }),
  width: z.int().nullable().optional().meta({ description: 'In pixels, of a picture.' }),
  height: z.int().nullable().optional(),
  url: z.url(),
});

/** The picture a thing is shown with. */
export const PICTURE = z.object({
  label: z.string().meta({ description: 'What can be seen on it.' }),
  width: z.int().meta({ description: 'In pixels.' }),
  height: z.int(),
  url: z.url(),
});
