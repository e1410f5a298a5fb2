/** Builds the program with esbuild. Packages stay where they are; what is loaded late in the files is loaded late here. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** Writes `start.mjs` and its parts into `folder`. Names stay as written, so that a stack in the log can be read. */
export async function buildProgram(root: string, folder: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'src', 'cli', 'start.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [ownPlaces],
  });
}

/** Files that look for something beside themselves (styles, fonts, migrations, threads) find it where it stands in `src`. */
const ownPlaces: Plugin = {
  name: 'own-places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const written = readFileSync(path, 'utf8');
      if (!written.includes('import.meta.')) return null;
      const contents = written
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: 'ts' };
    });
  },
};
