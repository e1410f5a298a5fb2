/** What every journey through the demo town needs: the town on its own data, a browser, and short words for what people do. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { PHONE, type RunningTown, townData, visitor } from './running-town.ts';

type Visiting = Promise<{ page: Page; context: BrowserContext }>;

export interface Story {
  /** address of the town, without a slash at its end */
  readonly url: string;
  /** a visitor with a phone of 360 px, without JavaScript */
  phone(): Visiting;
  /** a visitor at a desk, with JavaScript */
  desk(): Visiting;
}

/** Opens the town for the tests of one file, and closes it behind them. */
export function openStory(today = '2026-11-22'): Story {
  const data = townData();
  let town: RunningTown;
  let browser: Browser;
  beforeAll(async () => {
    [town, browser] = await Promise.all([data.start(today), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await data.discard();
  });
  return {
    get url() {
      return town.url;
    },
    phone: () => visitor(browser, town.url, { viewport: PHONE, javaScript: false }),
    desk: () => visitor(browser, town.url),
  };
}

export const main = (page: Page) => page.getByRole('main');

/** Presses the first button whose name has these words; `exact`: has them alone. */
export function press(page: Page, name: string, exact = false): Promise<void> {
  return main(page).getByRole('button', { name, exact }).first().click();
}
