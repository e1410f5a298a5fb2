/** A client for programs as somebody outside would have it made: generated from the document, and run as it is. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateApi } from 'swagger-typescript-api';

type Method = (...given: unknown[]) => Promise<{ status: number; data: Record<string, unknown> }>;

/** Its methods by the names of the operations. */
export type GeneratedClient = Readonly<Record<string, Method>>;

export interface MadeClient {
  /** a client that carries this token; null: none */
  as(token: string | null): GeneratedClient;
  remove(): Promise<void>;
}

/** `document`: what /api/v1/openapi.json gave. */
export async function makeClient(document: object): Promise<MadeClient> {
  const folder = await mkdtemp(join(tmpdir(), 'minna-client-'));
  const made = { fileName: 'client.ts', httpClientType: 'fetch', singleHttpClient: true, silent: true } as const;
  await generateApi({ spec: document as never, output: folder, ...made });
  const { Api, HttpClient } = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'client.ts')).href);
  return {
    as(token) {
      const securityWorker = () => (token === null ? {} : { headers: { Authorization: `Bearer ${token}` } });
      const api = new Api(new HttpClient({ securityWorker, baseApiParams: { secure: true } }));
      return Object.assign({}, ...Object.values(api).filter((group) => typeof group === 'object'));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
