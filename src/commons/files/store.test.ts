import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localStore } from './local-store.ts';
import { s3Store } from './s3-store.ts';
import { workbench } from './samples-for-tests.ts';
import { type FileStore, StoreAway, StoreMissing, storeKey } from './store.ts';

const bench = workbench();
const stores: Record<string, FileStore> = {};
let server: S3rver;

beforeAll(async () => {
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(bench.folder, 'bucket'),
    configureBuckets: [{ name: 'town', configs: [] }],
  });
  const { port } = await server.run();
  const settings = { bucket: 'town', region: 'us-east-1', key: 'S3RVER', secret: 'S3RVER' };
  stores.local = localStore(join(bench.folder, 'store'));
  stores.s3 = s3Store({ ...settings, endpoint: `http://127.0.0.1:${port}` });
  stores.wrong = s3Store({ ...settings, endpoint: `http://127.0.0.1:${port}`, key: 'nobody' });
});
afterAll(async () => {
  await server.close();
  bench.clear();
});

const HASH = 'ab'.repeat(32);
const bytes = Buffer.from(Array.from({ length: 5000 }, (_, at) => at % 251));

describe.each(['local', 's3'])('X10 the store: %s', (name) => {
  const all = async (key: string, range?: { start: number; end: number }) =>
    buffer(await stores[name]!.read(key, range));

  test('gives what it was given, from bytes and from a file, whole and in parts', async () => {
    const store = stores[name]!;
    await store.put(storeKey(1, HASH), { bytes });
    await store.put(storeKey(1, HASH, 320), { path: bench.write(bytes.subarray(0, 77)) });
    expect(await all(storeKey(1, HASH))).toEqual(bytes);
    expect(await all(storeKey(1, HASH, 320))).toEqual(bytes.subarray(0, 77));
    expect(await all(storeKey(1, HASH), { start: 10, end: 19 })).toEqual(bytes.subarray(10, 20));
    expect(await all(storeKey(1, HASH), { start: 4999, end: 4999 })).toEqual(bytes.subarray(4999));
  });

  test('keeps the towns apart, and takes the same twice', async () => {
    const store = stores[name]!;
    await store.put(storeKey(2, HASH), { bytes: Buffer.from('two') });
    await store.put(storeKey(2, HASH), { bytes: Buffer.from('two') });
    expect(await all(storeKey(1, HASH))).toEqual(bytes);
    await store.remove(storeKey(2, HASH));
    expect(await all(storeKey(1, HASH))).toEqual(bytes);
  });

  test('says that something is not there, and removing it is no mistake', async () => {
    const store = stores[name]!;
    const key = storeKey(3, HASH);
    await expect(store.read(key)).rejects.toBeInstanceOf(StoreMissing);
    await store.put(key, { bytes });
    await store.remove(key);
    await store.remove(key);
    await expect(store.read(key)).rejects.toBeInstanceOf(StoreMissing);
  });
});

describe('X10 a store that fails', () => {
  test('says so: no answer, a wrong key, no room to write', async () => {
    const nobody = createServer().listen(0, '127.0.0.1');
    await once(nobody, 'listening');
    const { port } = nobody.address() as AddressInfo;
    await new Promise((resolve) => nobody.close(resolve));
    const gone = s3Store({ endpoint: `http://127.0.0.1:${port}`, bucket: 'b', region: 'r', key: 'k', secret: 's' });
    await expect(gone.read(storeKey(1, HASH))).rejects.toBeInstanceOf(StoreAway);
    await expect(stores.wrong!.put(storeKey(1, HASH), { bytes })).rejects.toBeInstanceOf(StoreAway);
    const noFolder = localStore(bench.write('a file where the folder should be'));
    await expect(noFolder.put(storeKey(1, HASH), { bytes })).rejects.toBeInstanceOf(StoreAway);
    await expect(noFolder.read(storeKey(1, HASH))).rejects.toBeInstanceOf(StoreMissing);
  });

  test('a name that is no hash never becomes a path', () => {
    expect(() => storeKey(1, '../../etc/passwd')).toThrow(TypeError);
    expect(() => storeKey(1.5, HASH)).toThrow(TypeError);
    expect(readFileSync(join(bench.folder, 'store', storeKey(1, HASH)))).toEqual(bytes);
  });
});
