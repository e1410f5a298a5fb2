/** X6 WCAG 2.2 AA as far as a program can judge it, on a page that is open in the browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Checker {
  run(what: Document, how: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
}

/** Each rule that is broken, with the first places where. */
export async function violationsOn(page: Page): Promise<string[]> {
  // evaluate() isn't bound by the page's own policy, so the check can be brought in although inline scripts are refused.
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { axe: checker } = globalThis as unknown as { axe: Checker };
    const how = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
    const { violations } = await checker.run(document, how);
    return violations.map(({ id, nodes }) => {
      const places = nodes.slice(0, 3).map(({ target }) => target.join(' '));
      return `${id} at ${places.join(', ')}`;
    });
  }, TAGS);
}
