import { describe, expect, test } from 'vitest';
import { labelled } from './lang.ts';

describe('X5 languages', () => {
  test('a name and what it stands for are joined by the colon of the language', () => {
    expect(labelled('題名', '入力してください', 'ja')).toBe('題名：入力してください');
    expect(labelled('題名（だいめい）', '書（か）いて ください', 'easy')).toBe(
      '題名（だいめい）：書（か）いて ください',
    );
    expect(labelled('Title', 'Please fill this in', 'en')).toBe('Title: Please fill this in');
  });
});
