/** X6: every page of the demo town: valid HTML, WCAG 2.2 AA by axe, no broken link, nothing refused by the browser's security rules. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as importDiscussion } from '#cli/import-discussion.ts';
import { violationsOn } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Crawled, crawl, publicPages } from '../support/crawl.ts';
import { PHONE, type RunningTown, signInAs, townData, type VisitorOptions, visitor } from '../support/running-town.ts';
import { withNewPieces } from '../support/structure.ts';

const TODAY = '2026-11-22';
/** Reached only after an act, by a link in a letter, or by those who hold an office. */
const NOT_LINKED = new Set([
  '/accents/:colour',
  '/shared-drafts/:key',
  '/journal/tile/*',
  '/journal/key',
  '/journal/checkpoint',
  '/email-confirmation',
  '/email-confirmation/done',
  '/invitations/:key',
  '/password-reset/:key',
  '/proofs/:kind/:id/proof.json',
  // Linked from the editors' workshop.
  '/rounds/:ref/statement/:debate/alike',
  '/unsubscriptions/:key',
  '/co-proposal-letters/:key',
  '/guardian-consent',
  '/departure-cancellation',
  '/address-change',
  '/group-confirmations/:key',
  '/site-previews/:key',
  // Leads on to this month.
  '/events/calendar',
  // Of those that were changed.
  '/entries/:ref/versions',
  // From letters.
  '/event-tickets/:key',
  '/saved-searches/:id/end',
  // Asked by proxies.
  '/own-hosts',
  // Leads on to a page's present address.
  '/site-pages/:id',
  // Between two steps of signing in, and where the operator named other ways to sign in.
  '/sign-in/second-step',
  '/sign-in/with/:key',
  '/sign-in/with/:key/answer',
  '/sign-up/outside',
  '/hand-over',
  '/hand-over/arrival',
  // Not a page: pictures and documents, calendars.
  '/files/:id/:name',
  '/site-styles/:name',
  '/calendar/things/:ref',
  '/calendar/own/:key',
  '/sitemaps/:name',
  '/feeds/own/:key',
  '/moderation/own-reports/:key',
]);

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'no-inline-style': 'error', 'no-autofocus': 'off', 'no-trailing-whitespace': 'off' },
});

let town: RunningTown;
let browser: Browser;
let pages: Crawled[];
let broken: { url: string; status: number; from: string }[];
const data = townData();

beforeAll(async () => {
  [town, browser] = await Promise.all([data.start(TODAY), launchBrowser()]);
  await bringInDebate();
  ({ pages, broken } = await crawl(town.url, ['/', '/gallery', '/sign-in', '/sign-up', '/password-reset'], {
    each: 2,
    // One of each stage: what a round has to show differs.
    eachOf: {
      '/rounds/:ref': 6,
      '/rounds/:ref/statement': 6,
      '/rounds/:ref/document': 3,
      // What is rare hangs on few of these.
      '/proposals/:ref': 30,
      '/meetings/:ref': 6,
      '/groups/:ref': 48,
      '/sites/:key/:page': 8,
    },
  }));
});
afterAll(async () => {
  await browser?.close();
  await data.discard();
});

/** A small conversation from elsewhere, by the command, beside the running town. */
async function bringInDebate(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'minna-conversation-'));
  const comments = ['timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body'];
  const votes = ['timestamp,datetime,comment-id,voter-id,vote'];
  for (let comment = 0; comment < 4; comment += 1) {
    comments.push(`143565419208${comment},day,${comment},${comment},1,1,1,"意見 ${comment}、引用符の中"`);
    for (let voter = 0; voter < 9; voter += 1)
      votes.push(`14356541930${comment}${voter},day,${comment},${voter},${((comment + voter) % 3) - 1}`);
  }
  writeFileSync(join(folder, 'comments.csv'), `${comments.join('\n')}\n`);
  writeFileSync(join(folder, 'votes.csv'), `${votes.join('\n')}\n`);
  expect(await importDiscussion([folder, '--title', 'よその町の話し合い', '--data', data.folder])).toBe(0);
}

const TABS = 3;
/** What was looked at: by day at a desk, and in the dark on a phone. */
const atDesk = new Set<string>();
const onPhone = new Set<string>();
const IN_THE_DARK: VisitorOptions = { viewport: PHONE, colorScheme: 'dark' };

/** A few of each route: how wide others of the same kind are is decided by the same styles. */
function sample(all: readonly Crawled[], each: number): Crawled[] {
  const byRoute = Map.groupBy(all, (page) => page.route);
  return [...byRoute].flatMap(([route, some]) => some.slice(0, /^\/rounds/.test(route) ? some.length : each));
}

interface Look {
  url: string;
  /** has a piece that was on no page before it: axe looks at it */
  isNew: boolean;
}

/** Which pages are opened, and at which of them axe looks; `examined` are the pieces seen on a screen of this kind so far. */
function looks(opened: readonly Crawled[], all: readonly Crawled[], examined: Set<string>): Look[] {
  const isNew = new Set(withNewPieces(all, examined).map(({ url }) => url));
  const urls = new Set([...opened.map(({ url }) => url), ...isNew]);
  return [...urls].map((url) => ({ url, isNew: isNew.has(url) }));
}

/** The pages one after the other, in a few tabs at once. */
async function barriers(pages: readonly Look[], options: VisitorOptions = {}, as?: string): Promise<string[]> {
  const shares = Array.from({ length: TABS }, (_, tab) => pages.filter((_page, at) => at % TABS === tab));
  return (await Promise.all(shares.map((share) => barriersInOneTab(share, options, as)))).flat();
}

async function barriersInOneTab(
  pages: readonly Look[],
  options: VisitorOptions,
  as: string | undefined,
): Promise<string[]> {
  const { page, context } = await visitor(browser, town.url, options);
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => found.push(`${page.url()}: ${error.message}`));
  if (as) await signInAs(page, as);
  for (const { url, isNew } of pages) {
    await page.goto(url);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 1) found.push(`${url}: ${overflow} px wider than the screen`);
    if (isNew) found.push(...(await violationsOn(page)).map((violation) => `${url}: ${violation}`));
  }
  await context.close();
  return found;
}

/** Hundreds of pages, one after the other, on whatever machine. */
const PATIENCE_MS = 600_000;

describe('X6 every page', { timeout: PATIENCE_MS }, () => {
  test('each public route has a page that can be reached from the front page', () => {
    const reached = new Set(pages.map((page) => page.route));
    expect(publicPages().filter((route) => !reached.has(route) && !NOT_LINKED.has(route))).toEqual([]);
  });

  test('no link leads nowhere', () => {
    expect(broken).toEqual([]);
  });

  test('the HTML is valid', async () => {
    const mistakes: string[] = [];
    for (const { url, body } of pages) {
      const report = await validator.validateString(body);
      for (const result of report.results)
        for (const message of result.messages)
          mistakes.push(`${url} ${message.ruleId}: ${message.message} ${message.selector ?? ''}`);
    }
    expect(mistakes).toEqual([]);
  });

  test('a visitor at a desk finds no barrier', async () => {
    expect(await barriers(looks(sample(pages, 2), pages, atDesk))).toEqual([]);
  });

  test('a visitor with a phone of 360 px finds none either, in the dark', async () => {
    expect(await barriers(looks(sample(pages, 1), pages, onPhone), IN_THE_DARK)).toEqual([]);
  });

  test.each(['とくさん', '水野'])('nor does %s, signed in', async (name) => {
    const { page, context } = await visitor(browser, town.url);
    await signInAs(page, name);
    const cookie = (await context.cookies()).map(({ name: key, value }) => `${key}=${value}`).join('; ');
    await context.close();
    const own = await crawl(town.url, ['/account', '/proposals/new', '/acting-as', '/proposals', '/rounds'], {
      each: 1,
      cookie,
    });
    expect(own.broken).toEqual([]);
    expect(await barriers(looks(own.pages, own.pages, onPhone), IN_THE_DARK, name)).toEqual([]);
  });
});
