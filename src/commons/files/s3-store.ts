/** X10: files in a store that speaks the S3 protocol, so that any number of web and worker processes share them. */
import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { type FileStore, StoreAway, StoreMissing } from './store.ts';

export interface S3Settings {
  /** scheme and host, with port where it has one; the bucket follows in the path */
  endpoint: string;
  bucket: string;
  region: string;
  key: string;
  secret: string;
}

const LONGEST_MS = 60_000;

export function s3Store(settings: S3Settings): FileStore {
  const client = new AwsClient({
    accessKeyId: settings.key,
    secretAccessKey: settings.secret,
    region: settings.region,
    service: 's3',
    retries: 2,
  });
  const base = `${settings.endpoint.replace(/\/+$/, '')}/${encodeURIComponent(settings.bucket)}`;

  async function ask(key: string, init: RequestInit): Promise<Response> {
    try {
      return await client.fetch(`${base}/${key}`, { ...init, signal: AbortSignal.timeout(LONGEST_MS) });
    } catch (error) {
      throw new StoreAway('the store of files does not answer', { cause: error });
    }
  }

  return {
    async put(key, content) {
      const body = 'path' in content ? await openAsBlob(content.path) : new Blob([new Uint8Array(content.bytes)]);
      const answer = await ask(key, { method: 'PUT', body, headers: { 'content-type': 'application/octet-stream' } });
      await answer.arrayBuffer();
      if (!answer.ok) throw new StoreAway(`the store of files answered ${answer.status}`);
    },
    async read(key, range) {
      const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {};
      const answer = await ask(key, { method: 'GET', headers });
      if (answer.ok && answer.body) return Readable.fromWeb(answer.body as never);
      await answer.arrayBuffer();
      if (answer.status === 404) throw new StoreMissing(key);
      throw new StoreAway(`the store of files answered ${answer.status}`);
    },
    async remove(key) {
      const answer = await ask(key, { method: 'DELETE' });
      await answer.arrayBuffer();
      if (!answer.ok && answer.status !== 404) throw new StoreAway(`the store of files answered ${answer.status}`);
    },
  };
}
