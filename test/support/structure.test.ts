import { describe, expect, test } from 'vitest';
import { structureOf, withNewPieces } from './structure.ts';

const page = (main: string, head = '<link rel="stylesheet" href="/assets/style.css">') => ({
  body: `<!doctype html><html lang="ja"><head><title>まち</title>${head}</head><body><main>${main}</main></body></html>`,
});
const FORM = '<form><label for="a">名前</label><input id="a" name="a"><button class="button">送る</button></form>';
const seen = page(`<h1>題</h1><p>本文</p>${FORM}<table class="table"><tbody><tr><td>1</td></tr></tbody></table>`);

function isLookedAt(one: { body: string }): boolean {
  return withNewPieces([one], structureOf(seen.body)).length === 1;
}

describe('X6 a page is looked at', () => {
  test('not again, where only its words and numbers of things are others', () => {
    expect(isLookedAt(page(`<h1>別の題</h1><p>ひとつ</p><p>ふたつ</p>${FORM.replace('名前', '住所')}`))).toBe(false);
  });

  test.each([
    ['a field has lost its label', FORM.replace('for="a"', 'for="b"')],
    ['a label has lost its words', FORM.replace('名前', '')],
    ['a button has lost its words', FORM.replace('送る', '')],
    ['a description leads nowhere', FORM.replace('name="a"', 'name="a" aria-describedby="gone"')],
    ['two things have one id', `${FORM}<p id="a">本文</p>`],
    ['a picture has no words', '<p>本文<img src="/a.png"></p>'],
    ['something has a class', '<p class="meta">本文</p>'],
    ['something has a style of its own', '<p style="color:#ccc">本文</p>'],
    ['something has another role', '<p role="button">本文</p>'],
    ['what was on white stands on a ground', '<div class="notice notice-warn"><div><div><p>本文</p></div></div></div>'],
    ['a table stands where none stood', '<div><table class="table"><tbody><tr><td>1</td></tr></tbody></table></div>'],
    ['a script works on it', '<p>本文</p><script src="/assets/island.js"></script>'],
  ])('when %s', (_, main) => {
    expect(isLookedAt(page(main))).toBe(true);
  });

  test('when the whole page has other colours', () => {
    expect(isLookedAt(page('<p>本文</p>', '<link rel="stylesheet" href="/site-styles/other.css">'))).toBe(true);
  });

  test('once, when several have the same that is new', () => {
    const both = [page('<p class="meta">1</p>'), page('<p class="meta">2</p>')];
    expect(withNewPieces(both)).toHaveLength(1);
  });
});
