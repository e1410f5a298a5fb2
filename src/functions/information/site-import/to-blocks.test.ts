import { describe, expect, test } from 'vitest';
import { inOrder } from './bring.ts';
import type { Article, Piece } from './reading/article.ts';
import { blocksOf } from './to-blocks.ts';

const picture = (n: number, caption = '') => ({
  src: `https://a.example/${n}.jpg`,
  attachment: null,
  alt: 'x',
  caption,
});
const gallery = (count: number, caption = ''): Piece => ({
  is: 'pictures',
  pictures: Array.from({ length: count }, (_, n) => picture(n, caption)),
});
const sizes = (pieces: readonly Piece[]) => blocksOf(pieces, '動画').placed.map(({ pictures }) => pictures.length);

describe('F1.3 pieces become blocks', () => {
  test('a long gallery becomes several, and no picture of it is lost', () => {
    expect(sizes([gallery(45)])).toEqual([20, 20, 5]);
  });

  test('a picture with words below it stands alone, its neighbours together, while there is room', () => {
    const mixed: Piece = { is: 'pictures', pictures: [picture(1), picture(2), picture(3, '朝'), picture(4)] };
    expect(sizes([mixed])).toEqual([2, 1, 1]);
    expect(sizes([gallery(90, '朝')])).toEqual([20, 20, 20, 20, 10]);
  });

  test('a film is called by the words below it', () => {
    const film = (title?: string): Piece => ({ is: 'video', href: 'https://youtu.be/a', ...(title ? { title } : {}) });
    expect(blocksOf([film('春の会'), film()], '動画').blocks).toMatchObject([{ title: '春の会' }, { title: '動画' }]);
  });

  test('pages come after those they stand below, however they were listed', () => {
    const page = (key: string, parent: string | null) => ({ kind: 'page', key, parent, order: 0 }) as Article;
    const keys = inOrder([page('c', 'b'), page('b', 'a'), page('a', null), page('x', 'gone')]).map(({ key }) => key);
    expect(keys.indexOf('a')).toBeLessThan(keys.indexOf('b'));
    expect(keys).toHaveLength(4);
  });
});
