import { expect, test } from 'vitest';
import { phoneIn } from './phone.ts';

test('F1.2 a telephone number is found in words of all kinds, and only a telephone number', () => {
  expect(phoneIn('市民活動センター 000-0000-0100')).toEqual({ phone: '000-0000-0100', rest: '市民活動センター' });
  expect(phoneIn('０３（１２３４）５６７８ 山田')).toEqual({ phone: '03(1234)5678', rest: '山田' });
  expect(phoneIn('電話：09012345678')).toEqual({ phone: '09012345678', rest: '' });
  expect(phoneIn('+81 3-1234-5678')).toEqual({ phone: '+81 3-1234-5678', rest: '' });
  expect(phoneIn('2026-11-24まで fumi@example.jp')).toEqual({ phone: '', rest: '2026-11-24まで fumi@example.jp' });
  expect(phoneIn('')).toEqual({ phone: '', rest: '' });
});
