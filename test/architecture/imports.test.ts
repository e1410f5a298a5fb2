import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CODE, filesIn, ROOT } from './reading/files.ts';
import { idlePackages, importFindings, packageFindings } from './rules/imports.ts';

const files = filesIn(CODE);
const declared = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe('imports', () => {
  test('each room imports only what it may know', () => {
    expect(importFindings(files)).toEqual([]);
  });

  test('packages are dependencies of our own, and each is used', () => {
    expect(packageFindings(files, declared)).toEqual([]);
    expect(idlePackages(files, declared.dependencies)).toEqual([]);
  });
});

describe('the rules of imports find', () => {
  const found = (path: string, text: string, ...others: [string, string][]) =>
    importFindings([{ path, text }, ...others.map(([path, text]) => ({ path, text }))]);

  test.each([
    ['the kernel looking into commons', 'src/kernel/a.ts', "import { x } from '#commons/hubs/index.ts';"],
    [
      'the kernel taking more than types of the tables',
      'src/kernel/a.ts',
      "import { x } from '#db/tables.generated.ts';",
    ],
    [
      'commons looking into functions',
      'src/commons/a/b.ts',
      "import { x } from '#functions/participation/rounds/index.ts';",
    ],
    ['even for a type', 'src/commons/a/b.ts', "import type { X } from '#functions/participation/rounds/index.ts';"],
    ['a module entered by its back door', 'src/functions/p/a/b.ts', "import { x } from '../rounds/queries.ts';"],
    ['commons entered by its back door', 'src/functions/p/a/b.ts', "import { x } from '#commons/hubs/page.ts';"],
    ['components that know a module', 'src/ui/a.ts', "import { x } from '#commons/hubs/index.ts';"],
    [
      'a use case with a view',
      'src/functions/p/a/b.ts',
      "import { v } from './views/v.ts';\nexport const a = action({});",
    ],
    [
      'a use case with mail',
      'src/commons/a/b.ts',
      "import { v } from '#channels/mail/index.ts';\nexport const a = action({});",
    ],
    ['a channel outside the routes', 'src/functions/p/a/page.ts', "import { v } from '#channels/feeds/atom.ts';"],
    ['rules that ask the database', 'src/functions/p/a/rules.ts', "import { run } from '#kernel/database/dialect.ts';"],
    ['a view that asks the database', 'src/functions/p/a/views/v.ts', "import { all } from '../queries.ts';"],
    ['an island with a package', 'src/islands/a.ts', "import { x } from 'hono';"],
    ['an island with the server', 'src/islands/a.ts', "import { x } from 'node:fs';"],
    ['a lazy import', 'src/kernel/a.ts', "const x = () => import('#commons/hubs/index.ts');"],
    ['a way round the alias', 'src/commons/a/b.ts', "import { x } from '../../kernel/ids.ts';"],
  ])('%s', (_, path, text) => {
    expect(found(path, text)).not.toEqual([]);
  });

  test('a town that needs tests, but not a fixture that only tests use', () => {
    const fixture: [string, string] = ['src/commons/a/b.ts', "import { x } from '#test/support/town.ts';"];
    expect(found('src/main.ts', "import('#commons/a/b.ts');", fixture)).toHaveLength(1);
    expect(found('src/commons/a/b.test.ts', "import { x } from './b.ts';", fixture)).toEqual([]);
  });

  test('an island reaching the server by a detour', () => {
    const detour: [string, string] = ['src/kernel/b.ts', "import { x } from 'node:fs';"];
    expect(found('src/islands/a.ts', "import { y } from '#kernel/b.ts';", detour)).toHaveLength(1);
  });

  test('nothing in comments, strings and types', () => {
    expect(found('src/kernel/a.ts', "// import { x } from '#ui/html.ts'\nconst s = \"from '#ui/html.ts'\";")).toEqual(
      [],
    );
    expect(found('src/kernel/a.ts', "import type { T } from '#db/tables.generated.ts';")).toEqual([]);
    expect(found('src/functions/p/a/views/v.ts', "import { type Row, type Other } from '../queries.ts';")).toEqual([]);
  });

  test('a package that only others brought', () => {
    const own = { dependencies: { hono: '1' }, devDependencies: { 'fast-check': '1' } };
    const file = (path: string, specifier: string) => [
      { path: 'src/main.ts', text: "import('./web.ts');" },
      { path, text: `import { x } from '${specifier}';` },
    ];
    expect(packageFindings(file('src/web.ts', 'nanostores'), own)).toHaveLength(1);
    expect(packageFindings(file('src/web.ts', 'fast-check'), own)).toHaveLength(1);
    expect(packageFindings(file('src/web.test.ts', 'fast-check'), own)).toEqual([]);
    expect(packageFindings(file('src/samples.ts', 'fast-check'), own)).toEqual([]);
    expect(packageFindings(file('src/web.ts', 'hono/tiny'), own)).toEqual([]);
  });

  test('a dependency that nothing uses', () => {
    const text =
      "import { x } from 'hono/tiny'; const icons = resolve('@material-symbols/svg-400/package.json'); // zod";
    const all = { hono: '1', '@material-symbols/svg-400': '1', zod: '1' };
    expect(idlePackages([{ path: 'src/a.ts', text }], all)).toEqual(['zod']);
  });
});
