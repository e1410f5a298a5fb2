import { describe, expect, test } from 'vitest';
import { oldPath, readOldAddress } from './old-address.ts';

describe('F1.3 addresses of an earlier homepage', () => {
  test('are one, however they are written', () => {
    const spring = { host: 'mae.example', path: '/2019/春の清掃' };
    for (const written of [
      'https://mae.example/2019/%E6%98%A5%E3%81%AE%E6%B8%85%E6%8E%83/',
      'http://www.MAE.example:8080/2019/春の清掃#more',
      'https://mae.example/2019/%e6%98%a5%e3%81%ae%e6%b8%85%e6%8e%83/index.html?utm_source=mail&fbclid=1',
    ])
      expect([written, readOldAddress(written)]).toEqual([written, spring]);
    expect(oldPath(new URL('https://mae.example/index.php?p=3'))).toBe('/?p=3');
    expect(oldPath(new URL('https://mae.example/blog.cgi?y=2019&entry=4'))).toBe('/blog.cgi?entry=4&y=2019');
    expect(oldPath(new URL('https://mae.example'))).toBe('/');
    expect(oldPath(new URL('https://mae.example/%E0%A4%A'))).toBe('/%E0%A4%A');
  });

  test('of other kinds are none', () => {
    for (const other of [
      'mailto:a@mae.example',
      '/2019',
      'tel:1',
      'https://',
      `https://mae.example/${'x'.repeat(700)}`,
    ])
      expect([other, readOldAddress(other)]).toEqual([other, null]);
  });
});
