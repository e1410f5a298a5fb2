import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { buildAssets } from './assets.ts';

const outDir = mkdtempSync(join(tmpdir(), 'assets-'));
afterAll(() => rmSync(outDir, { recursive: true }));
const assets = await buildAssets({ outDir });

describe('assets', () => {
  test('one style sheet, named by its content, small on the wire, with nothing fetched from elsewhere', () => {
    expect(assets.css).toMatch(/^\/assets\/style\.[A-Z0-9]{8}\.css$/);
    const style = assets.files.get(assets.css)!;
    expect(style.type).toBe('text/css; charset=utf-8');
    expect(style.gzip!.length).toBeLessThan(12_000);
    const text = style.body.toString();
    expect(text).not.toMatch(/@import|url\(|var\(--color-/);
  });

  test('every variable that is used is defined', () => {
    const text = assets.files.get(assets.css)!.body.toString();
    const defined = new Set(Array.from(text.matchAll(/(--[\w-]+):/g), (match) => match[1]));
    const used = new Set(Array.from(text.matchAll(/var\((--[\w-]+)/g), (match) => match[1]));
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
  });

  test('every island is a module of its own, together well under the budget', () => {
    const names = ['char-counter', 'copy-link', 'draft-keeper', 'menu-toggle', 'vote-form'];
    const sizes = names.map((name) => assets.files.get(assets.island(name))!.gzip!.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(8_000);
    expect(() => assets.island('nothing')).toThrow('nothing');
  });

  test('compressed bodies unpack to the same bytes, and the files are written out', () => {
    for (const file of assets.files.values()) {
      if (file.gzip !== undefined) expect(gunzipSync(file.gzip).equals(file.body)).toBe(true);
      if (file.br !== undefined) expect(brotliDecompressSync(file.br).equals(file.body)).toBe(true);
    }
    expect(
      readdirSync(outDir)
        .map((name) => `/assets/${name}`)
        .sort(),
    ).toEqual([...assets.files.keys()].sort());
    expect(assets.files.get(assets.icon)!.type).toBe('image/svg+xml');
  });
});
