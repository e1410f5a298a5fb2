/** X12: what an archive says of itself: its last member, by which everything else in it is checked before anything is restored. */
import { z } from 'zod';

export const FORMAT = 'minna-archive';
export const MANIFEST = 'manifest.json';

const member = z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);

export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** of this form; a later Minna reads earlier ones */
  version: z.literal(1),
  kind: z.enum(['backup', 'hub']),
  minna: z.string(),
  postgres: z.string(),
  made: z.iso.datetime(),
  /** the tables' shape: a restore brings the empty database exactly there, loads, and migrates on */
  migrations: z.array(z.object({ number: z.number().int(), name: z.string(), checksum: z.string() })),
  hubs: z.array(
    z.object({
      id: z.number().int(),
      key: z.string(),
      host: z.string(),
      /** the newest signed head of its journal; null before the first */
      checkpoint: z.string().nullable(),
    }),
  ),
  tables: z.array(
    z.object({
      schema: name,
      table: name,
      columns: z.array(name),
      /** rows of one hub, or of the deployment (null), in the text form of PostgreSQL's COPY */
      parts: z.array(z.object({ hub: z.number().int().nullable(), path: z.string(), rows: z.number().int() })),
    }),
  ),
  sequences: z.array(z.object({ schema: name, name, value: z.string(), called: z.boolean() })),
  /** files people attached, named as in the store */
  files: z.array(z.object({ key: z.string().regex(/^\d+\/[0-9a-f]{2}\/[0-9a-f]{64}(-\d+)?$/), path: z.string() })),
  /** key files, by what they are */
  keys: z.array(z.object({ name: z.enum(['journal', 'push', 'secret']), path: z.string() })),
  members: z.array(member),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Member = z.infer<typeof member>;
