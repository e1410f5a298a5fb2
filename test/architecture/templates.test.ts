// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are samples here, written as text
import { describe, expect, test } from 'vitest';
import { CODE, filesIn } from './reading/files.ts';
import { isTest } from './rules/imports.ts';
import { strangeMarkup, unsafeTemplates } from './rules/templates.ts';

const files = filesIn(CODE).filter(({ path }) => !isTest(path));
const hole = '${x}';
const inFile = (text: string, path = 'src/commons/a/views/b.ts') => [{ path, text }];

describe('templates', () => {
  test('have holes only where no value can break out', () => {
    expect(unsafeTemplates(files)).toEqual([]);
  });

  test('come from #ui/html.ts, and raw markup from inside src/ui', () => {
    expect(strangeMarkup(files)).toEqual([]);
  });

  test.each([
    ['an attribute without quotes', `<p class=${hole}>`],
    ['the same after others', `<p id="a" class= ${hole}>`],
    ['a bare value in a tag', `<p ${hole}>`],
    ['a value as the name of a tag', `<${hole}>`],
    ['an address without url()', `<a href="${hole}">`],
    ['an address whose host is a value', `<a href="//${hole}">`],
    ['an address whose scheme is a value', `<a href="${hole}://x">`],
    ['a form that posts anywhere', `<form method="post" action="${hole}">`],
    ['a handler', `<p onclick="go(${hole})">`],
    ['a style', `<p style="color:${hole}">`],
    ['a script', `<script>const a = ${hole}</script>`],
    ['a hole after a first one', `<a class="${hole}" href="\${y}">`],
    ['a tag left open', `<p>${hole}<p`],
  ])('found: %s', (_, markup) => {
    expect(unsafeTemplates(inFile(`const a = html\`${markup}\`;`))).toHaveLength(1);
  });

  test.each([
    `<p class="${hole}">${hole}</p>`,
    '<p${attrs({ id })}>',
    '<p${open && html` hidden`}>',
    '<a href="${url(x)}">',
    `<a href="/rounds/${hole}">`,
    `<a href="#${hole}">`,
    `<a href="?page=${hole}&q=\${y}">`,
    '<ul>${list.map((one) => html`<li title="${one.a}">${one.b}</li>`)}</ul>',
  ])('may stand: %s', (markup) => {
    expect(unsafeTemplates(inFile(`const a = html\`${markup}\`;`))).toEqual([]);
  });

  test('a template inside a hole is read like any other', () => {
    expect(
      unsafeTemplates(inFile('const a = html`<ul>${list.map((one) => html`<li title=${one}>`)}</ul>`;')),
    ).toHaveLength(1);
  });

  test('what else writes markup is found', () => {
    expect(strangeMarkup(inFile("import { raw } from '#ui/raw.ts';"))).toHaveLength(1);
    expect(strangeMarkup(inFile("import { html } from 'hono/html';"))).toHaveLength(1);
    expect(strangeMarkup(inFile("import { raw } from './raw.ts';", 'src/ui/icons.ts'))).toEqual([]);
  });
});
