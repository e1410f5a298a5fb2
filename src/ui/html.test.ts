import fc from 'fast-check';
import { html as honoHtml } from 'hono/html';
import { describe, expect, test } from 'vitest';
import { attrs, html, join, toText, url } from './html.ts';

describe('html', () => {
  test('escapes text and attribute values', () => {
    const text = `<b>"&'`;
    expect(toText(html`<p title="${text}">${text}</p>`)).toBe(
      '<p title="&lt;b&gt;&quot;&amp;&#39;">&lt;b&gt;&quot;&amp;&#39;</p>',
    );
  });

  test('leaves Html as it is, joins lists of any depth, and writes nothing for null, undefined, false', () => {
    const item = (n: number) => html`<li>${n}</li>`;
    expect(toText(html`<ul>${[item(1), [item(2), 'a&b']]}${null}${undefined}${false}${0}</ul>`)).toBe(
      '<ul><li>1</li><li>2</li>a&amp;b0</ul>',
    );
  });

  test('refuses objects that are not Html', () => {
    const forged = { isEscaped: true, toString: () => '<script>' } as unknown as string;
    expect(() => html`${forged}`).toThrow(TypeError);
    expect(() => html`${Promise.resolve('x') as unknown as string}`).toThrow(TypeError);
  });

  test('writes what hono/html writes, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, list) => {
        expect(toText(html`<p class="${text}">${text}${list}</p>`)).toBe(
          `${honoHtml`<p class="${text}">${text}${list}</p>`}`,
        );
      }),
    );
  });

  test('passes through hono/html unescaped', () => {
    expect(`${honoHtml`<div>${html`<b>${'&'}</b>`}</div>`}`).toBe('<div><b>&amp;</b></div>');
  });
});

describe('join', () => {
  test('leaves out what writes nothing and escapes the rest', () => {
    expect(toText(join(['a', false, html`<b>b</b>`, null, '<'], html`<hr>`))).toBe('a<hr><b>b</b><hr>&lt;');
  });
});

describe('url', () => {
  test.each([
    '/items?x=1&y=a b',
    '#main',
    '?page=2',
    'https://example.jp/',
    'mailto:a@example.jp',
    'tel:046-000-0000',
    './a:b',
    '',
  ])('passes %s', (address) => {
    expect(url(address)).toBe(address);
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:x',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    ' //evil.example',
  ])('refuses %j', (address) => {
    expect(url(address)).toBe('#');
  });

  test('lets nothing through that a browser would run or that leaves the site unnoticed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\s/\\a-z:#?.]{0,20}$/), (address) => {
        const resolved = new URL(url(address), 'https://here.example/');
        expect(['https:', 'http:', 'mailto:', 'tel:', 'sms:', 'geo:', 'webcal:']).toContain(resolved.protocol);
        if (!/^\s*https?:/i.test(address) && /^https?:$/.test(resolved.protocol))
          expect(resolved.host).toBe('here.example');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('attrs', () => {
  test('writes boolean, optional and aria attributes', () => {
    expect(
      toText(
        html`<button${attrs({ disabled: true, hidden: false, id: undefined, 'aria-pressed': false, value: 0, title: '"' })}>`,
      ),
    ).toBe('<button disabled aria-pressed="false" value="0" title="&quot;">');
  });

  test('sends addresses through url and refuses code and style', () => {
    expect(toText(attrs({ href: 'javascript:alert(1)' }))).toBe(' href="#"');
    expect(() => attrs({ onclick: 'x' })).toThrow(TypeError);
    expect(() => attrs({ style: 'x' })).toThrow(TypeError);
    expect(() => attrs({ 'a b': 'x' })).toThrow(TypeError);
  });
});
