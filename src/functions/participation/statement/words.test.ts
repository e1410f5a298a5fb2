/** F9.5: that everything is in a statement is said with the day from which it can be published, as long as that day hasn't come. */
import { expect, test } from 'vitest';
import { words } from './words.ts';

test('F9.5 a complete statement says from when it can be published, until it can be', () => {
  expect(words('ja').overview.ready('12月2日（水）')).toContain('12月2日（水）から公表できます');
  expect(words('ja').overview.ready(null)).toContain('返答を待つ異議もありません。公表できます。');
  expect(words('easy').overview.ready('12月2日（水）')).toContain('12月2日（水）から 公開（こうかい）できます');
  expect(words('en').overview.ready('2 December')).toContain('from 2 December on');
});
