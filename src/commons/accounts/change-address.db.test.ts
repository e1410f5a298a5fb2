import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openTestAccounts, PASSWORD, refusalOf, type TestAccounts } from './accounts-for-tests.ts';
import { askAddressChange } from './change-address.ts';
import { confirmAddress } from './confirmation.ts';

const OLD = 'renkon@hinata.example';
const NEW = 'renkon@tanbo.example';

let town: TestTown;
let box: TestAccounts;
let reader: Reader;
beforeAll(async () => {
  town = await openTestTown();
  box = openTestAccounts(town);
  await box.signUp(OLD, 'れんこん');
  reader = (await box.reader(await box.signIn(OLD)))!;
});
afterAll(() => town.close());

const ask = (email: string, password = PASSWORD) =>
  askAddressChange(box.accounts, town.hub, reader, { email, password }, box.means());

test('another address needs the password, and must be another', async () => {
  expect(await refusalOf(ask(NEW, 'ちがうパスワードです'))).toBe('wrong-password');
  expect(await refusalOf(ask(OLD))).toBe('same-address');
  expect(await box.letterCount(NEW)).toBe(0);
});

test('it counts when the letter to it is answered, and the old one is told', async () => {
  await ask(NEW);
  expect(await refusalOf(box.signIn(NEW))).toBe('wrong-sign-in');
  await box.confirm(NEW);
  expect((await box.reader(await box.signIn(NEW)))?.accountId).toBe(reader.accountId);
  expect(await refusalOf(box.signIn(OLD))).toBe('wrong-sign-in');
  expect((await box.letter(OLD))?.text).toContain(NEW);
  expect(await refusalOf(box.confirm(NEW))).toBe('key-over');
});

test('an address that has an account is answered alike, gets no letter, and can’t be taken', async () => {
  await box.signUp('honcho@hinata.example', '商店街');
  const before = await box.letterCount('honcho@hinata.example');
  expect(await refusalOf(ask('honcho@hinata.example'))).toBe('done');
  expect(await box.letterCount('honcho@hinata.example')).toBe(before);
});

test('an address that somebody else took meanwhile stays theirs', async () => {
  await ask('free@hinata.example');
  const letter = (await box.letter('free@hinata.example'))!;
  await box.signUp('free@hinata.example', 'さきの人');
  expect((await box.letter('free@hinata.example'))?.link).not.toBe(letter.link);
  const key = new URL(letter.link).searchParams.get('key')!;
  const sent = { key, browserKey: undefined, device: 'other/other' };
  expect(await refusalOf(confirmAddress(box.accounts, town.hub, sent, box.means()))).toBe('key-over');
  expect((await box.reader(await box.signIn('free@hinata.example')))?.person.name).toBe('さきの人');
});
