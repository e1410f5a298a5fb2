/** X11: what an address says to which no town belongs: in every language at once, and nothing of any town. */
import { htmlLang, LANGS } from '#kernel/lang.ts';
import { type Reply, text } from '#kernel/web/reply.ts';
import { html, url } from '#ui/html.ts';
import { words } from './words.ts';

export function noTownPage(assets: { css: string; icon?: string }): Reply {
  const said = LANGS.map((lang) => ({ lang, ...words(lang).failures }));
  const [first, ...others] = said;
  const body = html`<!doctype html>
<html lang="${htmlLang(first!.lang)}" class="lang-${first!.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${first!.unknownHub}</title><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">${
    assets.icon !== undefined && html`<link rel="icon" type="image/svg+xml" href="${url(assets.icon)}">`
  }<link rel="stylesheet" href="${url(assets.css)}"></head><body><main id="main"><div class="wrap layout layout-reading"><div class="page-body"><h1>${first!.unknownHub}</h1><p>${first!.unknownHubText}</p>${others.map(
    ({ lang, unknownHub, unknownHubText }) =>
      html`<section lang="${htmlLang(lang)}" class="lang-${lang}"><h2>${unknownHub}</h2><p>${unknownHubText}</p></section>`,
  )}</div></div></main></body></html>`;
  return text(String(body), 'text/html; charset=utf-8', 404);
}
