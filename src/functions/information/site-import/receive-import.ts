/** F1.3 The file of an import, kept piece by piece while it comes: web and worker may run on different machines. */
import { run } from '#kernel/database/dialect.ts';
import { FormRefusal, type FormValues } from '#kernel/web/form-data.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { LARGEST_MB } from './import.ts';

const MB = 1024 * 1024;

/** Reads the form that is being sent. Null when it was sent before. @throws FormRefusal; nothing is kept then */
export async function receiveImport(visit: Visit, siteId: string, id: string): Promise<FormValues<string> | null> {
  const { hub, hubwise, now, signedIn } = visit;
  const begun = await hubwise.write(hub.id, (db) =>
    run(
      db,
      'insert into site_imports (hub_id, id, site_id, person_id, begun_at) values ($1, $2, $3, $4, $5) on conflict (hub_id, id) do nothing returning id',
      [hub.id, id, siteId, signedIn.person.id, now],
    ),
  );
  const isNew = begun.length > 0;
  let met = false;
  try {
    const form = await visit.formWith<string>({
      limits: { files: 1, fileBytes: LARGEST_MB * MB, totalBytes: (LARGEST_MB + 1) * MB },
      onFile: async ({ field, fileName, stream }) => {
        if (field !== 'file' || met) throw new FormRefusal('unexpected-file', field);
        met = true;
        if (isNew) await keepPieces(visit, id, stream);
        else for await (const _bytes of stream);
        return fileName;
      },
    });
    return isNew ? form : null;
  } catch (error) {
    if (isNew) await discardImport(visit, id);
    throw error;
  }
}

async function keepPieces({ hub, hubwise }: Visit, id: string, stream: AsyncIterable<Buffer>): Promise<void> {
  let held: Buffer[] = [];
  let n = 0;
  const keep = async () => {
    const bytes = Buffer.concat(held);
    await hubwise.write(hub.id, (db) =>
      run(db, 'insert into site_import_pieces (hub_id, import_id, n, bytes) values ($1, $2, $3, $4)', [
        hub.id,
        id,
        n,
        bytes,
      ]),
    );
    n += 1;
    held = [];
  };
  for await (const bytes of stream) {
    held.push(bytes);
    if (held.reduce((sum, one) => sum + one.length, 0) >= MB) await keep();
  }
  if (held.length > 0) await keep();
}

/** A file that was not taken, without a trace. */
export async function discardImport({ hub, hubwise }: Visit, id: string): Promise<void> {
  await hubwise.write(hub.id, async (db) => {
    await run(db, 'delete from site_import_pieces where hub_id = $1 and import_id = $2', [hub.id, id]);
    await run(db, "delete from site_imports where hub_id = $1 and id = $2 and state = 'sending'", [hub.id, id]);
  });
}
