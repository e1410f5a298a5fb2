import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium, launchBrowser } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

test('a browser runs scripts and keeps its protections', async () => {
  const page = await browser.newPage();
  await page.setContent('<h1>みんな</h1>');
  expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('みんな');
  const { args } = await findChromium();
  expect(args.join(' ')).not.toMatch(/single-process|disable-web-security/);
  await page.close();
});

test('Japanese, kana, kanji and full-width letters have glyphs, in a Japanese font', async () => {
  const page = await browser.newPage();
  await page.setContent(
    '<p lang="ja" style="font-family: system-ui, sans-serif">市民提案にたいする意見ＡＢＣ「」。</p>',
  );
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  expect(fonts.map((font) => font.familyName).join()).toMatch(/BIZ UD|Hiragino|Noto Sans (CJK )?JP|IPA/);
  await page.close();
});
