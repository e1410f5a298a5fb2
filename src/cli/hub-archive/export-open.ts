/**
 * X8: what everybody may read of a town as one file: every list of /data whole, as CSV and JSON, in one snapshot of the database, with the log
 * that proves it. Made from the same data sets as /data, by the same handlers, for a reader who isn't signed in.
 */
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { dataPackageOf, datasetsOf } from '#channels/open-data/index.ts';
import type { SigningKey } from '#commons/journal/signing-key.ts';
import { latestCheckpoint, sqlOf } from '#commons/journal/storage.ts';
import type { Hub } from '#kernel/context.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { type Dataset, LICENCE } from '#kernel/open-data.ts';
import type { Reply } from '#kernel/web/reply.ts';
import { Visit } from '#kernel/web/visit.ts';
import { type ArchiveWriter, type Written, writeArchive } from '../archive/archive-file.ts';
import { addLog } from './kept-log.ts';

export interface OpenExportParts {
  hubwise: Hubwise;
  /** null: the log stays out, as nobody here could say by which key it holds */
  signing: SigningKey | null;
  minna: string;
  now: Date;
  progress(done: number, of: number, what: string): void;
}

export interface OpenExportReport extends Written {
  datasets: number;
}

const readme = (
  hub: Hub,
  now: Date,
) => `${hub.name.ja} (${hub.origin}): all public data, as it was at ${now.toISOString()}.

data/             every list as CSV (UTF-8 with a mark, headings in Japanese) and as JSON
datapackage.json  what stands in the columns (Frictionless Data Package)
journal/          the public log: ./minna journal verify FOLDER
manifest.json     the files with their sizes and SHA-256; SHA256SUMS is the same for: sha256sum --check SHA256SUMS

Licence: CC BY 4.0, ${LICENCE}
`;

/** Writes all of it to `file`. @throws ArchiveExists; the error of database or disk, and then no file is left */
export async function exportOpen(file: string, hub: Hub, parts: OpenExportParts): Promise<OpenExportReport> {
  const datasets = datasetsOf(hub);
  const written = await writeArchive(file, { passphrase: null, mtime: parts.now }, (archive) =>
    parts.hubwise.read(hub.id, async (db) => {
      await run(db, 'set transaction isolation level repeatable read');
      await run(db, 'set local idle_in_transaction_session_timeout = 0');
      return fill(archive, db, { hub, datasets, parts });
    }),
  );
  return { datasets: datasets.length, ...written };
}

async function fill(
  archive: ArchiveWriter,
  db: Db,
  { hub, datasets, parts }: { hub: Hub; datasets: readonly Dataset[]; parts: OpenExportParts },
): Promise<object> {
  const sums: string[] = [];
  const summed: ArchiveWriter = {
    add: async (path, content, options) => {
      const member = await archive.add(path, content, options);
      sums.push(`${member.sha256}  ${path}\n`);
      return member;
    },
  };
  const listed: object[] = [];
  await summed.add('README.txt', Buffer.from(readme(hub, parts.now)));
  for (const [at, dataset] of datasets.entries()) {
    parts.progress(at, datasets.length, dataset.name);
    const { name, words, page } = dataset;
    const csv = await summed.add(`data/${name}.csv`, bodyOf(await dataset.csv(visitOf(db, hub, dataset, parts))));
    const json = await summed.add(`data/${name}.json`, bodyOf(await dataset.json(visitOf(db, hub, dataset, parts))));
    const titles = { title: words('ja').title, titleEn: words('en').title };
    listed.push({ name, ...titles, page: hub.origin + page, csv: csv.path, json: json.path });
  }
  const described = dataPackageOf(datasets, hub, (name) => `data/${name}.csv`);
  await summed.add('datapackage.json', Buffer.from(`${JSON.stringify(described, null, 1)}\n`));
  const sql = sqlOf(db);
  const head = parts.signing && (await latestCheckpoint(sql, hub.id));
  if (head) await addLog(summed, { sql, hub: hub.id, note: head.note, key: parts.signing! });
  await archive.add('SHA256SUMS', Buffer.from(sums.join('')));
  const { key, origin, name, rulesVersion } = hub;
  const town = { key, origin, name, rulesVersion };
  const made = parts.now.toISOString();
  return { format: 'minna-open-data', version: 1, minna: parts.minna, made, licence: LICENCE, town, datasets: listed };
}

/** The request of somebody who isn't signed in, for the whole list in Japanese. All its reads are of the one snapshot. */
function visitOf(db: Db, hub: Hub, { name, asked = '' }: Dataset, { hubwise, now }: OpenExportParts): Visit {
  const url = new URL(`${hub.origin}/data/${name}`);
  url.search = asked;
  return new Visit({
    hub,
    lang: 'ja',
    reader: null,
    request: new IncomingMessage(new Socket()),
    url,
    params: {},
    cookies: new Map(),
    now,
    requestId: 'export',
    peer: '',
    hubwise,
    reads: { read: (_, work) => work(db) },
    perform: () => Promise.reject(new Error('an export only reads')),
    assets: { css: '', icon: '', style: () => '', island: () => '' },
    sentence: (_lang, module, { code }) => `${module}.${code}`,
  });
}

function bodyOf({ status, body }: Reply): Readable | Buffer {
  if (status !== 200 || body === null || Array.isArray(body)) throw new Error(`a list answered ${status}`);
  return body instanceof Readable || Buffer.isBuffer(body) ? body : Buffer.from(body as string);
}
