// X6, X12: style and islands, built once at start-up: one style sheet, one small module an island, names by content, compressed.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, type Plugin, stop } from 'esbuild';
import { ICON_SHEET, ICON_SHEET_PATH } from './icons.ts';
import { TAB_ICON } from './signs.ts';

/** One file to serve. Its name changes with its content, so it may be kept for ever. */
export type AssetFile = { body: Buffer; gzip?: Buffer; br?: Buffer; type: string };

export type AssetMap = {
  /** URL path → file. */
  files: ReadonlyMap<string, AssetFile>;
  /** Path of the style sheet. */
  css: string;
  /** Path of a style sheet that some pages need beside the common one. Throws for a name that has none. */
  style(name: string): string;
  /** Path of the picture for browser tabs. */
  icon: string;
  /** Path of an island's module. Throws for a name that has no file in src/islands. */
  island(name: string): string;
};

const HERE = dirname(fileURLToPath(import.meta.url));
const ISLANDS = join(HERE, '../islands');
/** Style sheets of their own, sent with the pages that name them alone. */
const PAGE_STYLES = ['dates', 'gallery', 'live', 'place-map', 'scribe'].map((name) => join(HERE, `styles/${name}.css`));
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Names and values of the design system's tokens, e.g. --color-primitive-green-800 → #197a4b. */
export function designTokens(): ReadonlyMap<string, string> {
  const text = readFileSync(new URL(import.meta.resolve('@digital-go-jp/design-tokens/dist/tokens.css')), 'utf8');
  return new Map(Array.from(text.matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm), (match) => [match[1]!, match[2]!]));
}

/** Puts the values of the design system's tokens into style text, so that only those in use are sent. */
export function withTokens(css: string, tokens: ReadonlyMap<string, string> = designTokens()): string {
  return css.replace(/var\((--(?:color-primitive|color-neutral)-[\w-]+)\)/g, (_, name: string) => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`the design system has no ${name}`);
    return value;
  });
}

const tokenPlugin: Plugin = {
  name: 'design-tokens',
  setup(builder) {
    const tokens = designTokens();
    builder.onLoad({ filter: /tokens\.css$/ }, ({ path }) => ({
      contents: withTokens(readFileSync(path, 'utf8'), tokens),
      loader: 'css',
    }));
  },
};

async function packed(body: Buffer, type: string): Promise<AssetFile> {
  const [zipped, br] = await Promise.all([
    promisify(gzip)(body, { level: 9 }),
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  ]);
  return {
    body,
    gzip: zipped.length < body.length ? zipped : undefined,
    br: br.length < body.length ? br : undefined,
    type,
  };
}

/** Builds style and islands in about 0.1 s; with outDir the files are written there as well, for a server in front. */
export async function buildAssets(options: { outDir?: string } = {}): Promise<AssetMap> {
  const islands = readdirSync(ISLANDS).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const result = await build({
    entryPoints: [join(HERE, 'styles/style.css'), ...PAGE_STYLES, ...islands.map((name) => join(ISLANDS, name))],
    bundle: true,
    minify: true,
    write: false,
    outdir: '/assets',
    entryNames: '[name].[hash]',
    format: 'esm',
    target: ['es2022', 'chrome100', 'firefox100', 'safari15.4'],
    legalComments: 'none',
    // Small pictures of a package's style sheet: nothing is fetched for them.
    loader: { '.png': 'dataurl' },
    logLevel: 'error',
    plugins: [tokenPlugin],
  });
  // Its process would wait for further builds as long as ours runs.
  await stop();
  const built = result.outputFiles.map((file) => [basename(file.path), Buffer.from(file.contents)] as const);
  const icon = Buffer.from(TAB_ICON);
  built.push([`icon.${createHash('sha256').update(icon).digest('hex').slice(0, 8)}.svg`, icon]);
  built.push([basename(ICON_SHEET_PATH), Buffer.from(ICON_SHEET)]);

  const paths = new Map<string, string>();
  const files = new Map<string, AssetFile>();
  await Promise.all(
    built.map(async ([file, body]) => {
      const path = `/assets/${file}`;
      paths.set(file.replace(/\.[^.]+(?=\.\w+$)/, ''), path);
      files.set(path, await packed(body, TYPES[file.slice(file.lastIndexOf('.') + 1)]!));
    }),
  );
  if (options.outDir !== undefined) {
    mkdirSync(options.outDir, { recursive: true });
    for (const [path, file] of files) writeFileSync(join(options.outDir, basename(path)), file.body);
  }
  return {
    files,
    css: paths.get('style.css')!,
    style(name) {
      const path = name === 'style' ? undefined : paths.get(`${name}.css`);
      if (path === undefined) throw new Error(`there is no style sheet ${name}`);
      return path;
    },
    icon: paths.get('icon.svg')!,
    island(name) {
      const path = paths.get(`${name}.js`);
      if (path === undefined) throw new Error(`there is no island ${name}`);
      return path;
    },
  };
}
