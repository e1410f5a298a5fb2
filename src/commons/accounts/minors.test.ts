import { describe, expect, test } from 'vitest';
import { tellsWho } from '#commons/actors/index.ts';
import { signUpEntry } from './entries.ts';

const form = (fields: Record<string, string>) => ({ get: (name: string) => fields[name] });
const YOUNG = { name: 'かわのとり', email: 'tori@hinata.example', password: 'ねこのあさごはん1234', minor: 'yes' };

describe('X13 under 18', () => {
  test.each([
    ['山田 太郎', '', 'full-name'],
    ['やまだ　たろう', '', 'full-name'],
    ['Yamada Taro', '', 'full-name'],
    ['ひなた中学校のねこ', '', 'school-name'],
    ['ねこ', 'ひなた第二小学校の六年二組です', 'school-name'],
    ['ねこ', 'I go to Hinata Middle School', 'school-name'],
  ])('%s, %s: %s', (name, about, code) => {
    expect(tellsWho({ name, about })?.code).toBe(code);
  });

  test.each([
    ['ひなたのねこ', '川で遊ぶのが好きです'],
    ['ねこ2号', '学校の帰りにバスに乗ります'],
    ['Neko', 'I like the river'],
  ])('%s, %s says nothing of where somebody is found', (name, about) => {
    expect(tellsWho({ name, about })).toBeNull();
  });

  test('a guardian is asked where the town wants that, and isn’t oneself', () => {
    expect(signUpEntry(form(YOUNG), false)).toMatchObject({ isMinor: true, guardian: null });
    expect(() => signUpEntry(form(YOUNG), true)).toThrow('guardian-missing');
    expect(() => signUpEntry(form({ ...YOUNG, guardian: 'Tori@hinata.example' }), true)).toThrow('guardian-is-self');
    expect(() => signUpEntry(form({ ...YOUNG, guardian: 'no' }), true)).toThrow('not-an-address');
    expect(signUpEntry(form({ ...YOUNG, guardian: 'Haha@hinata.example' }), true).guardian).toBe('haha@hinata.example');
    expect(() => signUpEntry(form({ ...YOUNG, name: '山田 花子' }), false)).toThrow('full-name');
    expect(signUpEntry(form({ ...YOUNG, minor: '', guardian: 'x' }), true)).toMatchObject({
      isMinor: false,
      guardian: null,
    });
  });
});
