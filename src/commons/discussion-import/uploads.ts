/**
 * Files on their way from a browser to the worker. They go through the database, because web and worker may run on different
 * machines; in pieces, because neither side can hold a whole file.
 */
import type { Hubwise } from '#kernel/database/database.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { FileName, SourceFile } from './conversation.ts';

const PIECE_BYTES = 1024 * 1024;

/** Begins an upload under this id. False: it was begun before, by the same form sent twice. */
export async function beginUpload(
  hubwise: Hubwise,
  hubId: number,
  id: string,
  personId: string,
  now: Date,
): Promise<boolean> {
  const begun = await hubwise.write(hubId, (db) =>
    run(
      db,
      `insert into imports (hub_id, id, person_id, begun_at) values ($1, $2, $3, $4)
       on conflict (hub_id, id) do nothing returning id`,
      [hubId, id, personId, now],
    ),
  );
  return begun.length > 0;
}

/** Keeps a file as it comes. An empty one is kept as such. */
export async function keepFile(
  hubwise: Hubwise,
  hubId: number,
  importId: string,
  name: FileName,
  stream: AsyncIterable<Buffer>,
): Promise<void> {
  let n = 0;
  for await (const bytes of pieces(stream)) {
    await hubwise.write(hubId, (db) =>
      run(db, 'insert into import_chunks (hub_id, import_id, file, n, bytes) values ($1, $2, $3, $4, $5)', [
        hubId,
        importId,
        name,
        n,
        bytes,
      ]),
    );
    n += 1;
  }
}

async function* pieces(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  let given = false;
  for await (const bytes of stream) {
    held.push(bytes);
    size += bytes.length;
    if (size < PIECE_BYTES) continue;
    yield Buffer.concat(held);
    given = true;
    held = [];
    size = 0;
  }
  if (size > 0 || !given) yield Buffer.concat(held);
}

/** The files of an upload, to be read piece by piece. */
export async function keptFiles(hubwise: Hubwise, hubId: number, importId: string): Promise<SourceFile[]> {
  const kept = await hubwise.read(hubId, (db) =>
    run<{ file: FileName; bytes: number }>(
      db,
      'select file, sum(octet_length(bytes))::int as bytes from import_chunks where import_id = $1 group by file order by file',
      [importId],
    ),
  );
  return kept.map(({ file, bytes }) => ({ name: file, bytes, open: () => keptBytes(hubwise, hubId, importId, file) }));
}

async function* keptBytes(hubwise: Hubwise, hubId: number, importId: string, file: FileName): AsyncGenerator<Buffer> {
  for (let n = 0; ; n += 1) {
    const [piece] = await hubwise.read(hubId, (db) =>
      run<{ bytes: Buffer }>(db, 'select bytes from import_chunks where import_id = $1 and file = $2 and n = $3', [
        importId,
        file,
        n,
      ]),
    );
    if (!piece) return;
    yield piece.bytes;
  }
}

export async function dropFiles(db: Db, hubId: number, importId: string): Promise<void> {
  await run(db, 'delete from import_chunks where hub_id = $1 and import_id = $2', [hubId, importId]);
}

/** An upload that was not taken, without a trace. */
export async function discardUpload(hubwise: Hubwise, hubId: number, importId: string): Promise<void> {
  await hubwise.write(hubId, async (db) => {
    await dropFiles(db, hubId, importId);
    await run(db, "delete from imports where hub_id = $1 and id = $2 and state = 'uploading'", [hubId, importId]);
  });
}
