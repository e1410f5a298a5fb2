/** X10: reads of files and of what they hang on. */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { AttachedFile, Thing, UploadedFile } from './file.ts';

const FILE_FACTS = `'id', f.id, 'kind', f.kind, 'type', f.type, 'extension', f.extension, 'bytes', f.bytes,
  'sha256', encode(f.sha256, 'hex'), 'width', f.width, 'height', f.height, 'widths', f.widths`;

function checkNames(names: readonly string[], version: string): void {
  if (!names.every((name) => /^[a-z_-]+$/.test(name)) || !/^([a-z_]+\.)?[a-z_]+$|^0$/.test(version))
    throw new TypeError('only plain names stand in SQL');
}

/**
 * SQL of a thing's files as a JSON array of AttachedFile, in their order, for a page's one query. `kind` is a plain word; `id` and
 * `version` are columns of the query around it, whose table's alias is `of`.
 */
export function filesColumn(kind: string, of: string, id = 'id', version = '0'): string {
  checkNames([kind, of, id], version);
  return `coalesce((select json_agg(json_build_object(${FILE_FACTS}, 'label', x.label) order by x.place)
    from attachments x join files f on f.hub_id = x.hub_id and f.id = x.file_id
    where x.hub_id = ${of}.hub_id and x.thing_kind = '${kind}' and x.thing_id = ${of}.${id} and x.version = ${version}), '[]')`;
}

/**
 * SQL of the first picture of a thing as JSON of a ShownPicture, null where it has none; the parameters are those of `filesColumn`. Whether
 * the thing is public is for the query around it to ask.
 */
export function pictureColumn(kind: string, of: string, id = 'id', version = '0'): string {
  checkNames([kind, of, id], version);
  return `(select json_build_object('id', f.id, 'extension', f.extension, 'label', x.label, 'width', f.width, 'height', f.height)
    from attachments x join files f on f.hub_id = x.hub_id and f.id = x.file_id
    where x.hub_id = ${of}.hub_id and x.thing_kind = '${kind}' and x.thing_id = ${of}.${id} and x.version = ${version} and f.kind = 'picture'
    order by x.place limit 1)`;
}

/** The files of one thing, in their order. */
export async function filesOn(db: Db, { kind, id, version = 0 }: Thing): Promise<AttachedFile[]> {
  return (await filesOf(db, kind, [{ id, version }])).get(id) ?? [];
}

/** The files of many things of one kind, by the id of the thing; one query. Things without files are left out. */
export async function filesOf(
  db: Db,
  kind: string,
  things: readonly { id: string; version?: number }[],
): Promise<Map<string, AttachedFile[]>> {
  if (things.length === 0) return new Map();
  const rows = await run<{ thing_id: string; file: AttachedFile }>(
    db,
    `select x.thing_id, json_build_object(${FILE_FACTS}, 'label', x.label) as file
     from unnest($2::uuid[], $3::int[]) as t(id, version)
     join attachments x on x.thing_kind = $1 and x.thing_id = t.id and x.version = t.version
     join files f on f.hub_id = x.hub_id and f.id = x.file_id
     order by x.thing_id, x.place`,
    [kind, things.map(({ id }) => id), things.map(({ version = 0 }) => version)],
  );
  const found = new Map<string, AttachedFile[]>();
  for (const { thing_id, file } of rows) found.set(thing_id, [...(found.get(thing_id) ?? []), file]);
  return found;
}

export interface ServedFile extends UploadedFile {
  person_id: string;
  hangs: { kind: string; id: string; version: number; label: string }[];
}

/** A file with everything it hangs on; one query. */
export async function servedFile(db: Db, id: string): Promise<ServedFile | null> {
  const [row] = await run<{ file: UploadedFile; person_id: string; hangs: ServedFile['hangs'] }>(
    db,
    `select json_build_object(${FILE_FACTS}) as file, f.person_id,
       coalesce((select json_agg(json_build_object('kind', x.thing_kind, 'id', x.thing_id, 'version', x.version, 'label', x.label)
         order by x.at) from attachments x where x.hub_id = f.hub_id and x.file_id = f.id), '[]') as hangs
     from files f where f.id = $1`,
    [id],
  );
  return row ? { ...row.file, person_id: row.person_id, hangs: row.hangs } : null;
}

/** Those of these files that this person uploaded, and that are there. */
export async function ownUploads(db: Db, personId: string, ids: readonly string[]): Promise<UploadedFile[]> {
  if (ids.length === 0) return [];
  const rows = await run<{ file: UploadedFile }>(
    db,
    `select json_build_object(${FILE_FACTS}) as file from files f where f.id = any($1::uuid[]) and f.person_id = $2`,
    [ids, personId],
  );
  const found = new Map(rows.map(({ file }) => [file.id, file]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Bytes this person has sent since `since`. */
export async function bytesSince(db: Db, personId: string, since: Date): Promise<number> {
  const [row] = await run<{ bytes: number }>(
    db,
    'select coalesce(sum(bytes), 0)::bigint as bytes from files where person_id = $1 and uploaded_at > $2',
    [personId, since],
  );
  return row?.bytes ?? 0;
}

/** Everything this person uploaded, newest first, for what is handed over to it (X1). */
export async function uploadsOf(db: Db, personId: string): Promise<(UploadedFile & { uploaded_at: Date })[]> {
  const rows = await run<{ file: UploadedFile; uploaded_at: Date }>(
    db,
    `select json_build_object(${FILE_FACTS}) as file, f.uploaded_at from files f
     where f.person_id = $1 order by f.uploaded_at desc limit 5000`,
    [personId],
  );
  return rows.map(({ file, uploaded_at }) => ({ ...file, uploaded_at }));
}
