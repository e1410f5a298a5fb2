/** Who may import whom (docs/map.md shows the rooms). Every function gives findings as `file:line what`, none when all is well. */
import { posix } from 'node:path';
import { resolveImport, type SourceFile } from '../reading/files.ts';
import { type Import, scan } from '../reading/scan.ts';

type Room = keyof typeof MAY_IMPORT;

/** A room of the house and the rooms it may look into; packages and node: are for all but the islands. */
const MAY_IMPORT = {
  kernel: ['kernel'],
  ui: ['ui', 'kernel'],
  islands: ['islands', 'kernel'],
  commons: ['commons', 'kernel', 'ui'],
  functions: ['functions', 'commons', 'kernel', 'ui'],
  channels: ['channels', 'commons', 'kernel', 'ui'],
  db: ['db', 'kernel'],
  // The demo town is told through the acts of all modules.
  demo: ['demo', 'db', 'functions', 'commons', 'kernel'],
  // Commands and the composition root put everything together.
  cli: ['cli', 'root', 'demo', 'db', 'channels', 'functions', 'commons', 'kernel', 'ui'],
  root: ['root', 'cli', 'demo', 'db', 'channels', 'functions', 'commons', 'kernel', 'ui'],
} as const satisfies Record<string, readonly string[]>;

/** Looks into a room that is otherwise closed, each for a reason. */
const EXCEPTIONS: readonly { from: RegExp; to: RegExp; typeOnly?: true }[] = [
  // The types of the tables are written from the migrations.
  { from: /^src\/kernel\//, to: /^src\/db\/tables\.generated\.ts$/, typeOnly: true },
  // The browser checks a proof with the very code the server makes it with.
  { from: /^src\/islands\/journal-check\.ts$/, to: /^src\/commons\/journal\/proof-(check|json)\.ts$/ },
  // The edge of a module answers in the formats that cut across: feeds, tables, prints.
  {
    from: /^src\/(commons|functions)\/.*(routes|open-data)\.ts$/,
    to: /^src\/channels\/(feeds|open-data|pdf|calendar)\//,
  },
  { from: /^src\/(commons|functions)\//, to: /^src\/channels\/(open-data|pdf)\//, typeOnly: true },
];

export function roomOf(path: string): Room | 'test' | null {
  const [top, second, ...rest] = path.split('/');
  if (top === 'test' || top === 'bench') return 'test';
  if (top !== 'src' || second === undefined) return null;
  if (rest.length === 0) return 'root';
  if (second === 'db' && rest[0] === 'demo') return 'demo';
  return second in MAY_IMPORT ? (second as Room) : null;
}

export function isTest(path: string): boolean {
  return roomOf(path) === 'test' || /\.test\.ts$/.test(path);
}

/** The module a file belongs to: src/functions/<function>/<module>, src/commons/<module>, src/channels/<channel>; else null. */
export function moduleOf(path: string): string | null {
  return (/^src\/(?:functions\/[^/]+|commons|channels)\/[^/]+(?=\/)/.exec(path) ?? [null])[0];
}

/** A use case is a file that makes an action. */
export function isUseCase(text: string): boolean {
  return scan(text).tokens.some((token, at, all) => token.text === 'action' && all[at + 1]?.text === '(');
}

interface Edge extends Import {
  from: string;
  to: string;
}

function isException({ from, to, typeOnly }: Edge): boolean {
  return EXCEPTIONS.some((one) => one.from.test(from) && one.to.test(to) && (!one.typeOnly || typeOnly));
}

function edges(files: readonly SourceFile[]): Edge[] {
  return files.flatMap(({ path, text }) =>
    scan(text).imports.map((one) => ({ ...one, from: path, to: resolveImport(path, one.specifier) })),
  );
}

function say({ from, line, to }: Edge, why: string): string {
  return `${from}:${line} imports ${to}: ${why}`;
}

/** Rooms, module boundaries, the island's purity, what use cases, rules and views keep away from, and files for tests alone. */
export function importFindings(files: readonly SourceFile[]): string[] {
  const all = edges(files);
  const forTests = filesForTests(all);
  const ours = all.filter(({ from }) => !isTest(from) && !forTests.has(from));
  return [
    ...closedRooms(ours),
    ...brokenIntoModules(ours),
    ...impureIslands(ours, files),
    ...notForTheirKind(ours, files),
    ...testingInTheTown(all),
    ...pastTheAlias(all),
  ];
}

function closedRooms(all: readonly Edge[]): string[] {
  return all
    .filter((edge) => {
      const [here, there] = [roomOf(edge.from), roomOf(edge.to)];
      if (here === null || here === 'test' || there === null || there === 'test') return false;
      if (isException(edge)) return false;
      return !(MAY_IMPORT[here] as readonly string[]).includes(there);
    })
    .map((edge) => say(edge, `${roomOf(edge.from)} does not know ${roomOf(edge.to)}`));
}

/** Other modules of the house are entered by their index.ts; the composition root also reads manifests, tests read what they test. */
function brokenIntoModules(all: readonly Edge[]): string[] {
  return all
    .filter((edge) => {
      const { from, to } = edge;
      const module = moduleOf(to);
      if (module === null || module === moduleOf(from)) return false;
      if (to === `${module}/index.ts`) return false;
      if (['root', 'cli', 'demo'].includes(roomOf(from) ?? '')) return false;
      return !isException(edge);
    })
    .map((edge) => say(edge, 'another module is entered by its index.ts'));
}

/** Packages that are made for browsers, each for one island. */
const FOR_BROWSERS: Readonly<Record<string, string>> = { 'src/islands/place-map.ts': 'leaflet' };

/** What runs in the browser leads to no package and to nothing of the server, however far one follows. */
function impureIslands(all: readonly Edge[], files: readonly SourceFile[]): string[] {
  const known = new Set(files.map((file) => file.path));
  const from = Map.groupBy(
    all.filter((edge) => !edge.typeOnly),
    (edge) => edge.from,
  );
  const findings: string[] = [];
  for (const { path } of files.filter((file) => roomOf(file.path) === 'islands' && !isTest(file.path))) {
    const seen = new Set([path]);
    for (const one of seen) {
      for (const edge of from.get(one) ?? []) {
        if (known.has(edge.to)) seen.add(edge.to);
        else if (FOR_BROWSERS[edge.from] !== edge.to) findings.push(say(edge, `${path} runs in the browser`));
      }
    }
  }
  return findings;
}

const NOT_FOR: readonly { what: string; is: (file: SourceFile) => boolean; closed: RegExp; types?: true }[] = [
  {
    what: 'a use case knows neither web nor views nor mail',
    is: ({ text }) => isUseCase(text),
    closed: /^(node:http|src\/kernel\/web\/|src\/ui\/|src\/channels\/)|\/views\/|routes\.ts$/,
  },
  {
    what: 'rules decide without input or output',
    is: ({ path }) => /\/(rules|stages|clock)\.ts$/.test(path) && !/\/views\//.test(path) && moduleOf(path) !== null,
    closed: /^(node:|src\/kernel\/(web|database)\/|src\/ui\/|src\/channels\/|pg$|kysely$)|\/views\/|queries\.ts$/,
    types: true,
  },
  {
    what: 'a view makes HTML from what it is given',
    is: ({ path }) => /\/views\//.test(path),
    closed: /^(node:|src\/kernel\/database\/|pg$|kysely$)|queries\.ts$/,
    types: true,
  },
];

function notForTheirKind(all: readonly Edge[], files: readonly SourceFile[]): string[] {
  const kinds = new Map(
    files.map((file) => [file.path, isTest(file.path) ? [] : NOT_FOR.filter((kind) => kind.is(file))]),
  );
  return all.flatMap((edge) =>
    (kinds.get(edge.from) ?? [])
      .filter((kind) => kind.closed.test(edge.to) && !(kind.types && edge.typeOnly))
      .map((kind) => say(edge, kind.what)),
  );
}

/** What reaches into test/ or Vitest, by however many steps: tests and the fixtures that stand beside what they are fixtures of. */
function filesForTests(all: readonly Edge[]): Set<string> {
  const found = new Set(all.filter(({ to }) => to.startsWith('test/') || to === 'vitest').map(({ from }) => from));
  for (const path of found) for (const edge of all) if (edge.to === path && !edge.typeOnly) found.add(edge.from);
  return found;
}

/** Files that the program reaches from its first one. */
function reachedByTheProgram(all: readonly Edge[]): Set<string> {
  const from = Map.groupBy(
    all.filter((edge) => !edge.typeOnly),
    (edge) => edge.from,
  );
  const reached = new Set(['src/main.ts']);
  for (const path of reached) for (const edge of from.get(path) ?? []) reached.add(edge.to);
  return reached;
}

/** Nothing that the program reaches is there for tests. */
function testingInTheTown(all: readonly Edge[]): string[] {
  const reached = reachedByTheProgram(all);
  return all
    .filter((edge) => reached.has(edge.from) && (edge.to.startsWith('test/') || edge.to === 'vitest'))
    .map((edge) => say(edge, 'only tests may, and the program reaches this file'));
}

/** From one top-level folder to another by alias, so that moving a file breaks no path; the root of src has no alias. */
function pastTheAlias(all: readonly Edge[]): string[] {
  return all
    .filter(({ from, to, specifier }) => {
      const [here, there] = [topFolder(from), topFolder(to)];
      if (here === null || here === 'src' || there === null || there === 'src') return false;
      return specifier.startsWith('.') && here !== there;
    })
    .map((edge) => say(edge, 'between folders, by alias'));
}

function topFolder(path: string): string | null {
  const parts = posix.normalize(path).split('/');
  if (parts[0] === 'test') return 'test';
  if (parts[0] !== 'src') return null;
  return parts.length > 2 ? `src/${parts[1]}` : 'src';
}

/** Packages the program imports are dependencies of its own, not something another package happened to bring. */
export function packageFindings(
  files: readonly SourceFile[],
  declared: { dependencies: object; devDependencies: object },
): string[] {
  const all = edges(files);
  const reached = reachedByTheProgram(all);
  return all
    .filter(({ to }) => !/^(node:|src\/|test\/|bench\/)/.test(to))
    .filter(({ from, to, typeOnly }) => {
      const name = to
        .split('/')
        .slice(0, to.startsWith('@') ? 2 : 1)
        .join('/');
      const notRunning = isTest(from) || !reached.has(from) || typeOnly;
      return !(name in declared.dependencies || (notRunning && name in declared.devDependencies));
    })
    .map((edge) => say(edge, 'not among the dependencies in package.json'));
}

/** Dependencies nothing imports and nothing reads by its path. */
export function idlePackages(files: readonly SourceFile[], dependencies: object): string[] {
  const named = files
    .filter(({ path }) => !isTest(path))
    .flatMap(({ text }) => scan(text).texts.map((one) => one.text));
  return Object.keys(dependencies).filter(
    (name) => !named.some((text) => text === name || text.startsWith(`${name}/`)),
  );
}
