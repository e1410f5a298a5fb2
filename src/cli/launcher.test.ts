import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const COMMANDS = 'sh cat cksum uname dirname readlink cmp mkdir rm cp id grep tr ps sleep ln'.split(' ');

/** Says what it was asked, and makes what npm would have installed. */
const NPM = `#!/bin/sh
if [ "$1" = --version ]; then echo 11.0.0; exit; fi
echo "\${PWD##*/} $*" >>"$TOWN/npm.log"
if [ -e "$TOWN/npm-fails" ]; then exit 1; fi
if [ -e "$TOWN/npm-fetches-nothing" ]; then exit; fi
mkdir -p node_modules
case $PWD in */tools/node) mkdir -p node_modules/node-here/bin; ln -s "$REAL_NODE" node_modules/node-here/bin/node ;; esac
`;
const MAIN = `console.log(JSON.stringify({ args: process.argv.slice(2), node: process.argv0, cwd: process.cwd() }))`;

/** A folder with a copy of the launcher (`town/minna`) and a PATH of its own (`bin`). */
let folder: string;
let town: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minna-launcher-'));
  town = join(folder, 'town');
  mkdirSync(join(town, 'src'), { recursive: true, mode: 0o700 });
  mkdirSync(join(folder, 'bin'));
  for (const name of ['minna', 'tools', 'package.json', 'package-lock.json']) {
    cpSync(join(ROOT, name), join(town, name), { recursive: true });
  }
  writeFileSync(join(town, 'src', 'main.ts'), MAIN);
  for (const name of COMMANDS) {
    const path = ['/usr/bin', '/bin'].map((place) => join(place, name)).find(existsSync);
    if (path) symlinkSync(path, join(folder, 'bin', name));
  }
  program('npm', NPM);
  program('ldd', '#!/bin/sh\necho glibc\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, text: string): void {
  writeFileSync(join(folder, 'bin', name), text);
  chmodSync(join(folder, 'bin', name), 0o755);
}

type Answer = { code: number | null; out: string; said: string };

function minna(args: string[], file = join(town, 'minna')): Promise<Answer> {
  const env = { PATH: join(folder, 'bin'), HOME: folder, TOWN: town, REAL_NODE: process.execPath };
  const child = spawn(file, args, { env, cwd: folder });
  const answer: Answer = { code: null, out: '', said: '' };
  child.stdout.on('data', (chunk) => (answer.out += chunk));
  child.stderr.on('data', (chunk) => (answer.said += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...answer, code }));
  });
}

function npmCalls(): string[] {
  const log = join(town, 'npm.log');
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
}

describe('a machine with npm and no Node', () => {
  test('gets Node and the packages, without install scripts, once', async () => {
    const first = await minna(['start', 'two words']);
    expect(JSON.parse(first.out)).toMatchObject({ args: ['start', 'two words'] });
    expect(npmCalls().map((call) => call.split(' ').slice(0, 3).join(' '))).toEqual([
      'node ci --ignore-scripts',
      'town ci --ignore-scripts',
    ]);
    const again = await minna(['start']);
    expect(again).toMatchObject({ code: 0, said: '' });
    expect(npmCalls()).toHaveLength(2);
  });

  test('a Node that npm left out without a word is asked for by its reason', async () => {
    writeFileSync(join(town, 'npm-fetches-nothing'), '');
    const { code, said } = await minna([]);
    expect(code).toBe(1);
    expect(said).toContain('npm fetched no Node.js');
    rmSync(join(town, 'npm-fetches-nothing'));
    expect(await minna([])).toMatchObject({ code: 0 });
  });

  test('does not take a Node that is too old, and finds it when called through a link from elsewhere', async () => {
    program('node', '#!/bin/sh\necho v23.11.1\n');
    symlinkSync('town/minna', join(folder, 'link'));
    const { out } = await minna(['--help'], join(folder, 'link'));
    expect(JSON.parse(out)).toMatchObject({
      args: ['--help'],
      node: join(town, '.minna/tools/node/node_modules/node-here/bin/node'),
    });
  });
});

describe('a machine with Node', () => {
  beforeEach(() => symlinkSync(process.execPath, join(folder, 'bin', 'node')));

  test('installs the packages again when the lock file changed', async () => {
    await minna([]);
    writeFileSync(join(town, 'package-lock.json'), '{}');
    await minna([]);
    expect(npmCalls()).toHaveLength(2);
  });

  test('a failed installation is an error now and is tried again next time', async () => {
    writeFileSync(join(town, 'npm-fails'), '');
    expect(await minna([])).toMatchObject({ code: 1, out: '' });
    rmSync(join(town, 'npm-fails'));
    expect(await minna([])).toMatchObject({ code: 0 });
  });

  test('two calls at once install once, and both go on', async () => {
    const both = await Promise.all([minna(['one']), minna(['two'])]);
    expect(both.map((answer) => JSON.parse(answer.out).args[0])).toEqual(['one', 'two']);
    expect(npmCalls()).toHaveLength(1);
  });

  test('a lock left by a killed call is cleared away', async () => {
    const gone = spawn('true');
    await new Promise((resolve) => gone.once('exit', resolve));
    mkdirSync(join(town, '.minna', 'installing'), { recursive: true });
    writeFileSync(join(town, '.minna', 'installing', 'launcher'), String(gone.pid));
    expect(await minna([])).toMatchObject({ code: 0 });
    expect(existsSync(join(town, '.minna', 'installing'))).toBe(false);
  });
});

describe('what cannot go on says why', () => {
  test('no npm: the one command that brings it', async () => {
    rmSync(join(folder, 'bin', 'npm'));
    program('apt-get', '#!/bin/sh\n');
    const { code, said } = await minna(['start']);
    expect(code).toBe(1);
    expect(said).toMatch(
      process.platform === 'darwin' ? 'brew install node' : 'apt-get update && apt-get install -y npm',
    );
  });

  test('musl is refused by name', async () => {
    program('ldd', '#!/bin/sh\necho "musl libc (x86_64)" >&2\nexit 1\n');
    const { code, said } = await minna(['start']);
    expect(code).toBe(1);
    expect(said).toContain('musl (Alpine Linux)');
  });
});
