import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { secretFor } from './secret.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minna-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('X12 the secret is made once, is long, and is its owner’s alone to read', () => {
  const data = join(folder, 'data');
  const secret = secretFor(data, {});
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(secretFor(data, {})).toBe(secret);
  expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600);
  expect(statSync(data).mode & 0o777).toBe(0o700);
});

test('X12 one of the operator’s own stands before the file, and may not be short', () => {
  expect(secretFor(folder, { MINNA_SECRET: 'x'.repeat(32) })).toBe('x'.repeat(32));
  expect(() => secretFor(folder, { MINNA_SECRET: 'x'.repeat(31) })).toThrow('32');
});
