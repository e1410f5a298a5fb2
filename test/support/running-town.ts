/** The real program for journeys: `node src/main.ts start --demo` in a data folder of its own, on a free port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { discardEmbedded } from '#db/embedded/index.ts';
import { copyToldData } from './told-data.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const LONGEST_START_MS = 120_000;

export interface RunningTown {
  url: string;
  /** ends this run; the data stays */
  stop(): Promise<void>;
}

export interface TownData {
  folder: string;
  /** starts the town on this data, with the calendar at `today` (Tokyo date) */
  start(today: string): Promise<RunningTown>;
  discard(): Promise<void>;
}

/** A folder for one demo town, that can be started several times on different days. */
export function townData(): TownData {
  const folder = mkdtempSync(join(tmpdir(), 'minna-journey-'));
  let running: RunningTown | null = null;
  return {
    folder,
    async start(today) {
      if (running) await running.stop();
      else await copyToldData(folder, today, thisRun(), async (told) => (await startTown(told, today)).stop());
      running = await startTown(folder, today);
      return running;
    },
    async discard() {
      await running?.stop();
      await discardEmbedded(folder);
    },
  };
}

const thisRun = () => ({ socketFolder: inject('socketFolder'), toldFolder: inject('toldFolder') });

async function startTown(folder: string, today: string): Promise<RunningTown> {
  const args = ['start', '--demo', '--port', '0', '--data', folder, '--today', today];
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await firstAddress(child);
  return { url, stop: () => ended(child) };
}

function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = '';
    let errors = '';
    const give = setTimeout(() => fail('did not start in time'), LONGEST_START_MS);
    const fail = (why: string) => {
      clearTimeout(give);
      child.kill('SIGKILL');
      reject(new Error(`the town ${why}:\n${errors.slice(-4000)}`));
    };
    child.stderr?.on('data', (chunk) => {
      errors += String(chunk);
    });
    child.stdout?.on('data', (chunk) => {
      out += String(chunk);
      const found = /(http:\/\/\S+)/.exec(out)?.[1];
      if (!found) return;
      clearTimeout(give);
      resolve(found);
    });
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

export interface VisitorOptions {
  viewport?: { width: number; height: number };
  javaScript?: boolean;
  /** what the reader's device prefers; light, unless said */
  colorScheme?: 'light' | 'dark';
}

/** A visitor with a browser of its own (cookies apart from everybody else's). */
export async function visitor(
  browser: Browser,
  url: string,
  options: VisitorOptions = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: options.viewport ?? DESKTOP,
    javaScriptEnabled: options.javaScript ?? true,
    colorScheme: options.colorScheme ?? 'light',
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
  });
  context.setDefaultTimeout(20_000);
  return { page: await context.newPage(), context };
}

/** Signs in as somebody of the cast, with one click. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/dev/cast');
  await page.getByRole('button', { name }).first().click();
}
