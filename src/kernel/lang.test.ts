import { describe, expect, test } from 'vitest';
import { closing, colon, comma, labelled, opening } from './lang.ts';

describe('X5 languages', () => {
  test('a name and what it stands for are joined by the colon of the language', () => {
    expect(labelled('題名', '入力してください', 'ja')).toBe('題名：入力してください');
    expect(labelled('題名（だいめい）', '書（か）いて ください', 'easy')).toBe(
      '題名（だいめい）：書（か）いて ください',
    );
    expect(labelled('Title', 'Please fill this in', 'en')).toBe('Title: Please fill this in');
  });

  test('what stands between words is that of the language, too', () => {
    const said = (lang: 'ja' | 'easy' | 'en') =>
      `a${colon(lang)}b${opening(lang)}${['c', 'd'].join(comma(lang))}${closing(lang)}`;
    expect(said('ja')).toBe('a：b（c、d）');
    expect(said('easy')).toBe('a：b（c、d）');
    expect(said('en')).toBe('a: b (c, d)');
  });
});
