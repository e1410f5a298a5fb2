import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBytes, SealBroken, sealing } from './sealing.ts';

const PASSPHRASE = 'a long passphrase';
const SALT = Buffer.alloc(16, 7);
const HEAD = 47;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minna-sealing-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function sealed(plain: Buffer): Promise<Buffer> {
  const stream = sealing(PASSPHRASE, SALT);
  stream.end(plain);
  return buffer(stream);
}

async function opened<T>(bytes: Buffer, use: (of: Awaited<ReturnType<typeof openBytes>>) => Promise<T>): Promise<T> {
  const file = join(folder, 'sealed');
  await writeFile(file, bytes);
  const handle = await open(file);
  try {
    return await use(await openBytes(handle, PASSPHRASE));
  } finally {
    await handle.close();
  }
}

const plain = Buffer.from(Array.from({ length: 150_000 }, (_, at) => (at * 31 + (at >> 8)) & 255));

describe('X12 sealing', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 150_000])('gives %i bytes back', async (length) => {
    const part = plain.subarray(0, length);
    const bytes = await opened(await sealed(part), async ({ size, read }) => {
      expect(size).toBe(length);
      return read(0, size);
    });
    expect(bytes.equals(part)).toBe(true);
  });

  test('any part can be read by itself', async () => {
    const whole = await sealed(plain);
    await opened(whole, ({ read }) =>
      fc.assert(
        fc.asyncProperty(fc.nat(plain.length - 1), fc.nat(70_000), async (start, length) => {
          const asked = Math.min(length, plain.length - start);
          expect((await read(start, asked)).equals(plain.subarray(start, start + asked))).toBe(true);
        }),
        { numRuns: 40 },
      ),
    );
  });

  test('a byte altered, pieces in another order, or an end cut off at a piece do not open', async () => {
    const whole = await sealed(plain);
    const piece = 65_552;
    const swapped = Buffer.concat([
      whole.subarray(0, HEAD),
      whole.subarray(HEAD + piece, HEAD + 2 * piece),
      whole.subarray(HEAD, HEAD + piece),
      whole.subarray(HEAD + 2 * piece),
    ]);
    for (const spoilt of [
      Buffer.from(whole.with(HEAD + 5, whole[HEAD + 5]! ^ 1)),
      swapped,
      whole.subarray(0, HEAD + 2 * piece),
    ]) {
      const reading = opened(spoilt, ({ read, size }) => read(0, size));
      await expect(reading).rejects.toThrow(SealBroken);
    }
  });
});
