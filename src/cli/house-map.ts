/** docs/map.md: from a capability of the document to the pages, tables and tests that make it so. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Module, Route } from '#kernel/module.ts';
import { CAPABILITIES, type Capability } from './capabilities.ts';
import { type TestFile, testsByCapability } from './capability-tests.ts';

/** What of the files the map needs. */
export interface House {
  /** folder by name of module, from the root */
  folders: ReadonlyMap<string, string>;
  tests: readonly TestFile[];
}

/** Reads manifests and tests below `root`. */
export function readHouse(root: string): House {
  const read = (pattern: string): TestFile[] =>
    globSync(pattern, { cwd: root })
      .sort()
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const manifests = read('src/{commons,channels,functions}/**/module.ts');
  const folders = manifests.flatMap(({ path, text }) => {
    const name = /^ {2}name: '([^']+)'/m.exec(text)?.[1];
    return name ? [[name, dirname(path)] as const] : [];
  });
  return { folders: new Map(folders), tests: read('{src,test}/**/*.test.ts') };
}

type Mapped = Pick<
  Module,
  'name' | 'clause' | 'capabilities' | 'tables' | 'routes' | 'emits' | 'ticks' | 'jobs' | 'personalData'
>;

/** The text of docs/map.md. */
export function houseMap(modules: readonly Mapped[], house: House): string {
  const tests = testsByCapability(house.tests);
  const claimed = new Set(modules.flatMap((module) => module.capabilities));
  const open = CAPABILITIES.filter(({ id }) => claimed.has(id));
  const notOpen = CAPABILITIES.filter(({ id }) => !claimed.has(id));
  return `${[
    '# Map',
    'Written by `./minna map` from the manifests of the modules and the titles of the tests; not to be edited.',
    'Which page, table and test makes a sentence of the policy document true. Paths are from the root of the repository.',
    '## Capabilities that are there',
    ...open.map((one) => capability(one, modules, house, tests.get(one.id) ?? [])),
    '## Not open yet',
    'No module claims these yet, even where a part of one is there. A town opens function by function.',
    table(
      ['', 'what'],
      notOpen.map(({ id, name }) => [id, name]),
    ),
    '## Modules',
    ...modules.map((module) => moduleSection(module, house)),
    '## What is kept about people',
    'Every column that says who somebody is or holds what somebody wrote, why it is there, and what becomes of it when the person leaves (src/commons/leaving does it).',
    table(
      ['table', 'columns', 'why', 'on erasure'],
      modules.flatMap(({ personalData }) =>
        personalData.map(({ table, columns, why, onErasure }) => [
          code(table),
          columns.map(code).join(', '),
          why,
          ERASURE[onErasure],
        ]),
      ),
    ),
  ].join('\n\n')}\n`;
}

const ERASURE: Record<Mapped['personalData'][number]['onErasure'], string> = {
  deleted: 'deleted',
  blanked: 'blanked',
  'kept-without-person': 'kept, with nobody’s name',
  'kept-unlinked': 'counts on, tied to nobody',
};

function capability(
  { id, name, about }: Capability,
  modules: readonly Mapped[],
  house: House,
  tests: readonly string[],
): string {
  const claiming = modules.filter((module) => module.capabilities.includes(id));
  const routes = modules.flatMap((module) => module.routes.filter((route) => route.serves.includes(id)));
  return [
    `### ${id} ${name}`,
    about,
    list([
      ['Modules', claiming.map((module) => house.folders.get(module.name) ?? module.name)],
      ['Tables', claiming.flatMap((module) => module.tables)],
    ]),
    folded('pages', pages(routes)),
    folded('test files', tests),
  ].join('\n\n');
}

function moduleSection(module: Mapped, house: House): string {
  return [
    `### ${module.name}`,
    `「${module.clause}」`,
    list([
      ['Folder', [house.folders.get(module.name) ?? module.name]],
      ['Capabilities', module.capabilities, true],
      ['Tables', module.tables],
      ['Tells', module.emits],
      [
        'Regular work',
        (module.ticks ?? []).map(({ name, everySeconds }) => `${name} every ${span(everySeconds)}`),
        true,
      ],
      ['Jobs', Object.keys(module.jobs ?? {})],
    ]),
  ].join('\n\n');
}

/** Addresses, each once, with what one may do there and who may. */
function pages(routes: readonly Route[]): string[] {
  const byPath = Map.groupBy(routes, (route) => route.path);
  return [...byPath]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, all]) => {
      const methods = all.map((route) =>
        route.access === 'public' ? route.method : `${route.method} ${route.access}`,
      );
      return `${path} (${methods.join(', ')})`;
    });
}

function list(rows: readonly (readonly [name: string, items: readonly string[], plain?: boolean])[]): string {
  return rows
    .filter(([, items]) => items.length > 0)
    .map(([name, items, plain]) => `- ${name}: ${items.map((item) => (plain ? item : code(item))).join(', ')}`)
    .join('\n');
}

/** A long list, shut until somebody wants it. */
function folded(name: string, items: readonly string[]): string {
  const lines = items.map((item) => `- ${code(item)}`).join('\n');
  return `<details><summary>${items.length} ${name}</summary>\n\n${lines}\n\n</details>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

function span(seconds: number): string {
  if (seconds % 3600 === 0) return seconds === 3600 ? 'hour' : `${seconds / 3600} hours`;
  if (seconds % 60 === 0) return seconds === 60 ? 'minute' : `${seconds / 60} minutes`;
  return `${seconds} seconds`;
}
