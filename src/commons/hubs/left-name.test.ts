import { describe, expect, test } from 'vitest';
import { namesShown, shownName } from './left-name.ts';

describe('X1 someone who has left', () => {
  test('is named in the language of the page', () => {
    expect(shownName('退会した人', 'ja')).toBe('退会した人');
    expect(shownName('退会した人', 'en')).toBe('Someone who has left');
    expect(shownName('けん', 'en')).toBe('けん');
    expect(namesShown('<span>退会した人</span><p>退会した人・11月3日</p><p>池（退会した人）</p>', 'en')).toBe(
      '<span>Someone who has left</span><p>Someone who has left・11月3日</p><p>池（Someone who has left）</p>',
    );
    expect(namesShown('<span>退会した人</span>', 'ja')).toBe('<span>退会した人</span>');
  });

  test.each(['<p>退会した人の票はどうなりますか</p>', '<p>ここを退会した人</p>', '<p>「退会した人」とは</p>'])(
    'is left as written in what people say: %s',
    (said) => {
      expect(namesShown(said, 'en')).toBe(said);
    },
  );
});
