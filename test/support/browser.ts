/**
 * A Chromium for the browser journeys, wherever this machine has one: named by CHROME_PATH, installed, brought by npm, or
 * (as root on Debian and its relatives) installed now. Japanese is readable without any font on the machine.
 */
import { spawnSync } from 'node:child_process';
import { constants, createReadStream, createWriteStream, existsSync } from 'node:fs';
import { access, chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { makeWhole } from '#db/embedded/unfinished.ts';

export type Chromium = {
  path: string;
  /** Flags that this Chromium needs besides the usual ones. */
  args: string[];
  /** Set in its environment. */
  env: Record<string, string>;
};

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const INSTALLED_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC_APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const require = createRequire(import.meta.url);
let found: Promise<Chromium> | undefined;

/** Starts a browser of its own. Close it when done. Throws with what to install when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const { path, args, env } = await findChromium();
  const variables = { ...process.env, ...env, ...(await fontVariables()) };
  return chromium.launch({ executablePath: path, args: [...FLAGS, ...args], env: variables });
}

/** The first Chromium that runs. Looked for once a process. */
export function findChromium(): Promise<Chromium> {
  found ??= search();
  return found;
}

async function search(): Promise<Chromium> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (runs(plain(named))) return plain(named);
    throw new Error(`CHROME_PATH is ${named}, which does not run.`);
  }
  const installed = [...INSTALLED_NAMES.flatMap(onPath), ...MAC_APPLICATIONS].map(plain).find(runs);
  const usable = installed ?? (await chromiumFromNpm()) ?? chromiumFromDebian();
  if (usable) return usable;
  throw new Error(
    'The browser journeys need Chromium, and none runs here. Install it (Debian, Ubuntu: sudo apt-get install chromium; ' +
      'Fedora: sudo dnf install chromium; macOS: brew install --cask chromium), or name one with CHROME_PATH=/path/to/chrome.',
  );
}

/** Where PATH has a program of this name. */
function onPath(name: string): string[] {
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean);
  return folders.map((folder) => join(folder, name)).filter((path) => existsSync(path));
}

function plain(path: string): Chromium {
  return { path, args: [], env: {} };
}

/** Asks for the version: a binary whose libraries are missing, or a stub for another packaging, does not answer. */
function runs({ path, env }: Chromium): boolean {
  const answer = spawnSync(path, ['--version'], { env: { ...process.env, ...env }, encoding: 'utf8', timeout: 20_000 });
  return answer.status === 0 && /Chrom/.test(answer.stdout);
}

/** The Chromium in @sparticuz/chromium. Its package also holds the libraries that a small machine lacks. */
async function chromiumFromNpm(): Promise<Chromium | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const home = join(dirname(require.resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  const folder = join(await workFolder(), `chromium-${version}`);
  if (!existsSync(folder)) await makeWhole(folder, (unfinished) => unpack(join(home, 'bin'), unfinished));
  const own: Chromium = { path: join(folder, 'chromium'), args: ['--use-angle=swiftshader'], env: {} };
  const withLibraries = { ...own, env: { LD_LIBRARY_PATH: join(folder, 'lib') } };
  return [own, withLibraries].find(runs) ?? null;
}

/** The package's own unpacking goes to a shared name in /tmp, where another user's file would be run. */
async function unpack(bin: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await decompress(join(bin, 'chromium.br'), join(folder, 'chromium'));
  await chmod(join(folder, 'chromium'), 0o755);
  for (const name of ['swiftshader.tar', 'al2023.tar']) {
    const archive = join(folder, name);
    await decompress(join(bin, `${name}.br`), archive);
    const { status, stderr } = spawnSync('tar', ['-xf', archive, '-C', folder], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} of @sparticuz/chromium could not be unpacked: ${stderr}`);
    await rm(archive);
  }
}

async function decompress(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

function chromiumFromDebian(): Chromium | null {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return onPath('chromium').map(plain).find(runs) ?? null;
}

/** A fontconfig file that adds a Japanese font to what the machine has, and prefers it where no font is named. */
async function fontVariables(): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  const fonts = dirname(require.resolve('@expo-google-fonts/biz-udpgothic/package.json'));
  const folder = await workFolder();
  const file = join(folder, 'fonts.conf');
  await writeFile(file, fontConfiguration(fonts, join(folder, 'font-cache')));
  return { FONTCONFIG_FILE: file };
}

function fontConfiguration(fonts: string, cache: string): string {
  const preferences = ['sans-serif', 'serif', 'system-ui', 'monospace'].map(
    (family) =>
      `<alias binding="weak"><family>${family}</family><prefer><family>BIZ UDPGothic</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${fonts}</dir>
${preferences.join('\n')}
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<cachedir>${cache}</cachedir>
</fontconfig>
`;
}

/** `.minna/browser` of the checkout; a folder of this user's own where the checkout is not to be written. */
async function workFolder(): Promise<string> {
  const kept = join(import.meta.dirname, '..', '..', '.minna', 'browser');
  try {
    await mkdir(kept, { recursive: true });
    await access(kept, constants.W_OK);
    return kept;
  } catch {
    const own = join(tmpdir(), `minna-browser-${process.getuid?.()}`);
    await mkdir(own, { recursive: true, mode: 0o700 });
    return own;
  }
}
