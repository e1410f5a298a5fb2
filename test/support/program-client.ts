/** A client for programs as somebody outside would have it made: generated from the document, and run as it is. */
import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Method = (...given: unknown[]) => Promise<{ status: number; data: Record<string, unknown> }>;

/** Its methods by the names of the operations. */
export type GeneratedClient = Readonly<Record<string, Method>>;

export interface MadeClient {
  /** a client that carries this token; null: none */
  as(token: string | null): GeneratedClient;
}

/** Beside what the launcher keeps; making a client takes seconds, and the same document gives the same client. */
const SHELF = join(import.meta.dirname, '..', '..', '.minna', 'clients');
const GENERATOR = import.meta.resolve('swagger-typescript-api');
const FILE = 'client.ts';

/** `document`: what /api/v1/openapi.json gave; the client talks to the server it names. */
export async function makeClient(document: { servers: readonly { url: string }[] }): Promise<MadeClient> {
  const server = document.servers[0]!;
  // The town's own address stands in several places; the client is the same wherever the town is.
  const spec = JSON.parse(
    JSON.stringify(document).replaceAll(new URL(server.url).origin, 'http://town.example'),
  ) as object;
  const { Api, HttpClient } = await import(/* @vite-ignore */ pathToFileURL(join(await generated(spec), FILE)).href);
  return {
    as(token) {
      const securityWorker = () => (token === null ? {} : { headers: { Authorization: `Bearer ${token}` } });
      const baseUrl = server.url;
      const api = new Api(new HttpClient({ baseUrl, securityWorker, baseApiParams: { secure: true } }));
      return Object.assign({}, ...Object.values(api).filter((group) => typeof group === 'object'));
    },
  };
}

/** Folder of the client of this description: the one that is there, or one that is made now. */
async function generated(spec: object): Promise<string> {
  const print = createHash('sha256')
    .update(JSON.stringify([GENERATOR, spec]))
    .digest('hex')
    .slice(0, 24);
  const folder = join(SHELF, print);
  if (await isThere(join(folder, FILE))) return folder;
  await mkdir(SHELF, { recursive: true });
  const { generateApi } = await import('swagger-typescript-api');
  const output = await mkdtemp(join(SHELF, 'half-'));
  const made = { fileName: FILE, httpClientType: 'fetch', singleHttpClient: true, silent: true } as const;
  await generateApi({ spec: spec as never, output, ...made });
  // Whoever made the same at the same time was first; theirs is as good.
  await rename(output, folder).catch(() => rm(output, { recursive: true, force: true }));
  await removeOthers(folder);
  return folder;
}

/** Those of earlier descriptions; half ones are somebody's work. */
async function removeOthers(folder: string): Promise<void> {
  const others = (await readdir(SHELF)).filter((name) => !name.startsWith('half-') && name !== basename(folder));
  await Promise.all(others.map((name) => rm(join(SHELF, name), { recursive: true, force: true })));
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
