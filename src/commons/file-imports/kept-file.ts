/** F1.3, F7.5 The file of an import as it is kept: piece by piece, because neither web nor worker can hold a large one whole. */
import type { Hubwise } from '#kernel/database/database.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { ImportKind } from './kind.ts';

const PIECE = 1024 * 1024;

interface Place {
  hubwise: Hubwise;
  hubId: number;
  id: string;
}

export async function keepPieces(
  { pieces }: ImportKind,
  { hubwise, hubId, id }: Place,
  stream: AsyncIterable<Buffer>,
): Promise<void> {
  let held: Buffer[] = [];
  let size = 0;
  let n = 0;
  const keep = async () => {
    const bytes = Buffer.concat(held);
    await hubwise.write(hubId, (db) =>
      run(db, `insert into ${pieces} (hub_id, import_id, n, bytes) values ($1, $2, $3, $4)`, [hubId, id, n, bytes]),
    );
    n += 1;
    held = [];
    size = 0;
  };
  for await (const bytes of stream) {
    held.push(bytes);
    size += bytes.length;
    if (size >= PIECE) await keep();
  }
  if (size > 0) await keep();
}

/** Whether anything came. */
export async function wasSent(db: Db, { pieces }: ImportKind, id: string): Promise<boolean> {
  const sent = await run(db, `select n from ${pieces} where import_id = $1 and octet_length(bytes) > 0 limit 1`, [id]);
  return sent.length > 0;
}

/** The bytes that were sent, piece by piece; each call reads them anew. */
export async function* sentBytes(
  { pieces }: ImportKind,
  { hubwise, hubId, id }: Omit<Place, 'hubwise'> & { hubwise: Pick<Hubwise, 'read'> },
): AsyncGenerator<Buffer> {
  for (let n = 0; ; n += 1) {
    const [piece] = await hubwise.read(hubId, (db) =>
      run<{ bytes: Buffer }>(db, `select bytes from ${pieces} where import_id = $1 and n = $2`, [id, n]),
    );
    if (!piece) return;
    yield piece.bytes;
  }
}

export async function dropPieces(db: Db, { pieces }: ImportKind, hubId: number, id: string): Promise<void> {
  await run(db, `delete from ${pieces} where hub_id = $1 and import_id = $2`, [hubId, id]);
}

/** An import that brought nothing, without a trace. */
export async function dropImport(db: Db, kind: ImportKind, hubId: number, id: string): Promise<void> {
  await dropPieces(db, kind, hubId, id);
  await run(db, `delete from ${kind.table} where hub_id = $1 and id = $2`, [hubId, id]);
}
