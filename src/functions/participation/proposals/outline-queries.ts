/** F9.1 The outline in force; few rows a hub, the newest counts. */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Outline } from './outline.ts';

export interface KeptOutline {
  version: number;
  geojson: Outline;
  source: string;
  drawn_at: Date;
}

/** Null while the town has none: then maps show points by their words alone. */
export async function outlineInForce(db: Db): Promise<KeptOutline | null> {
  const [row] = await run<KeptOutline>(
    db,
    'select version, geojson, source, drawn_at from outlines order by version desc limit 1',
  );
  return row ?? null;
}
