import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { html, toText } from '../html.ts';
import { shell } from '../shell.ts';
import { gallery, samples } from './index.ts';
import { sampleShell } from './words.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'error',
    // Custom elements around working HTML are how the islands are attached.
    'element-permitted-content': 'error',
    // The error summary takes the focus after a refusal, on purpose.
    'no-autofocus': 'off',
    'no-trailing-whitespace': 'off',
  },
});

const assets = { css: '/assets/style.css', icon: '/assets/icon.svg', islands: ['/assets/menu-toggle.js'] };

const pages: [name: string, markup: string][] = [
  ['gallery', toText(shell(sampleShell(assets, { title: '部品の見本', main: gallery() })))],
  ...samples
    .filter((sample) => sample.own === true)
    .map((sample): [string, string] => [
      sample.id,
      toText(shell(sampleShell(assets, { title: sample.name, layout: 'reading', main: gallery(sample.id) }))),
    ]),
  [
    'signed in',
    toText(
      shell(
        sampleShell(assets, {
          title: '本の部屋',
          indexed: false,
          canonical: 'https://example.jp/',
          signIn: undefined,
          person: {
            name: 'まつばらさん',
            href: '/me',
            switchHref: '/switch',
            actingAs: { name: 'つくし読書会', kind: 'group', kindText: '団体' },
            inbox: { href: '/inbox', text: 'お知らせ', count: 3, countText: '新しいお知らせ 3件' },
          },
          head: html`<h1>本</h1>`,
          now: html`<p>いま</p>`,
          main: html`<p>本文</p>`,
          aside: html`<p>横</p>`,
        }),
      ),
    ),
  ],
];

describe.each(pages)('%s', (_, markup) => {
  test('is valid HTML', async () => {
    const report = await validator.validateString(markup);
    expect(
      report.results.flatMap((result) => result.messages.map((m) => `${m.ruleId} ${m.message} ${m.selector}`)),
    ).toEqual([]);
  });

  test('has one h1, no inline script or style, no link that leads nowhere by mistake', () => {
    expect(markup.match(/<h1/g)).toHaveLength(1);
    expect(markup).not.toMatch(/<style|<script(?! type="module" src=")|\son\w+=|\sstyle=/);
    expect(markup).not.toMatch(/href="#"|undefined|\[object/);
  });
});

describe('the gallery', () => {
  test('shows every sample under its own anchor', () => {
    const ids = samples.map((sample) => sample.id);
    expect(new Set(ids).size).toBe(ids.length);
    const markup = toText(gallery());
    for (const sample of samples)
      expect(markup).toContain(sample.own === true ? `href="?show=${sample.id}"` : `id="s-${sample.id}"`);
  });
});
