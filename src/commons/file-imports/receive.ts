/** F1.3, F7.5 The file of an import, kept while it comes: web and worker may run on different machines. */
import type { Action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { FormRefusal, type FormValues } from '#kernel/web/form-data.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { dropPieces, keepPieces } from './kept-file.ts';
import type { ImportKind } from './kind.ts';

const MB = 1024 * 1024;

/**
 * Reads the form that is being sent; `own` are further columns of the kind's table. Null when it was sent before.
 * @throws FormRefusal; nothing is kept then
 */
export async function receiveImport(
  visit: Visit,
  kind: ImportKind,
  id: string,
  own: Readonly<Record<string, string>> = {},
): Promise<FormValues<string> | null> {
  const { hub, hubwise } = visit;
  const isNew = await begun(visit, kind, id, own);
  let met = false;
  try {
    const form = await visit.formWith<string>({
      limits: { files: 1, fileBytes: kind.largestMb * MB, totalBytes: (kind.largestMb + 1) * MB },
      onFile: async ({ field, fileName, stream }) => {
        if (field !== 'file' || met) throw new FormRefusal('unexpected-file', field);
        met = true;
        if (isNew) await keepPieces(kind, { hubwise, hubId: hub.id, id }, stream);
        else for await (const _bytes of stream);
        return fileName;
      },
    });
    return isNew ? form : null;
  } catch (error) {
    if (isNew) await discardSent(visit, kind, id);
    throw error;
  }
}

async function begun(
  { hub, hubwise, now, signedIn }: Visit,
  { table }: ImportKind,
  id: string,
  own: Readonly<Record<string, string>>,
): Promise<boolean> {
  const values = { hub_id: hub.id, id, person_id: signedIn.person.id, begun_at: now, ...own };
  const places = Object.keys(values).map((_name, at) => `$${at + 1}`);
  const rows = await hubwise.write(hub.id, (db) =>
    run(
      db,
      `insert into ${table} (${Object.keys(values).join(', ')}) values (${places.join(', ')})
       on conflict (hub_id, id) do nothing returning id`,
      Object.values(values),
    ),
  );
  return rows.length > 0;
}

/** A file that was not taken, without a trace. */
export async function discardSent({ hub, hubwise }: Visit, kind: ImportKind, id: string): Promise<void> {
  await hubwise.write(hub.id, async (db) => {
    await dropPieces(db, kind, hub.id, id);
    await run(db, `delete from ${kind.table} where hub_id = $1 and id = $2 and state = 'sending'`, [hub.id, id]);
  });
}

/** The answer to the form with the file: it comes, and the act that begins the import is done; what was refused leaves nothing behind. */
export async function takeIn(
  visit: Visit,
  parts: {
    kind: ImportKind;
    id: string;
    own?: Readonly<Record<string, string>>;
    begin: Action<{ id: string; fileName: string }, { id: string }>;
    /** where its state is shown */
    path: string;
    again: (problem: Problem) => Reply | Promise<Reply>;
  },
): Promise<Reply> {
  const { kind, id, own, begin, path, again } = parts;
  const form = await receiveImport(visit, kind, id, own);
  if (!form) return seeOther(path);
  return visit.attempt(
    begin,
    { id, fileName: form.files('file')[0] ?? '' },
    {
      done: () => path,
      again: async (problem) => {
        await discardSent(visit, kind, id);
        return again(problem);
      },
    },
  );
}
