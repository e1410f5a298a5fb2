import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openTestAccounts, refusalOf, type TestAccounts } from './accounts-for-tests.ts';
import { agreeToChange, askAddressChange, changeAsked } from './change-address.ts';
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

const ask = (email: string, isStrong = false) =>
  askAddressChange(box.accounts, town.hub, { ...reader, isStrong }, email, box.means());

test('it must be another address', async () => {
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
  await ask('free@hinata.example', true);
  const letter = (await box.letter('free@hinata.example'))!;
  await box.signUp('free@hinata.example', 'さきの人');
  expect((await box.letter('free@hinata.example'))?.link).not.toBe(letter.link);
  const key = new URL(letter.link).searchParams.get('key')!;
  const sent = { key, browserKey: undefined, device: 'other/other' };
  expect(await refusalOf(confirmAddress(box.accounts, town.hub, sent, box.means()))).toBe('key-over');
  expect((await box.reader(await box.signIn('free@hinata.example')))?.person.name).toBe('さきの人');
});

describe('X1 an address that was confirmed is asked, too', () => {
  const [FROM, TO] = ['moto@hinata.example', 'saki@hinata.example'];
  const keyFor = async (email: string, path: string) => (await box.link(email, path)).searchParams.get('key')!;
  const agree = (key: string, hub = town.hub) => agreeToChange(box.accounts, hub, key, box.means());
  const emailNow = async () => {
    const rows = await box.deployment((db) =>
      run<{ email: string }>(db, 'select email from auth.users where id = $1', [reader.accountId]),
    );
    return rows[0]!.email;
  };

  test('it changes when both have answered, the new one last', async () => {
    await box.signUp(FROM, 'もとの人');
    await box.confirm(FROM);
    reader = (await box.reader(await box.signIn(FROM)))!;
    await ask(TO);
    const key = await keyFor(FROM, '/address-change');
    expect(await box.deployment((db) => changeAsked(db, key, town.now()))).toEqual({ email: TO });
    expect(await agree(key)).toBe('waits');
    expect(await emailNow()).toBe(FROM);
    expect(await refusalOf(agree(key))).toBe('key-over');
    await box.confirm(TO);
    expect(await emailNow()).toBe(TO);
  });

  test('and the old one last', async () => {
    await ask(FROM);
    await box.confirm(FROM);
    expect(await emailNow()).toBe(TO);
    expect(await agree(await keyFor(TO, '/address-change'))).toBe('done');
    expect(await emailNow()).toBe(FROM);
  });

  test('both at the same moment: it changes once', async () => {
    await ask(TO);
    const key = await keyFor(FROM, '/address-change');
    const outcomes = await Promise.all([agree(key), box.confirm(TO).then(() => 'confirmed')]);
    expect(outcomes).toHaveLength(2);
    expect(await emailNow()).toBe(TO);
  });

  test('whoever signed in with a second factor may have lost the old one', async () => {
    const before = await box.letterCount(TO);
    await ask(FROM, true);
    await box.confirm(FROM);
    expect(await emailNow()).toBe(FROM);
    expect(await box.letterCount(TO)).toBe(before + 1);
  });

  test('after three days neither letter changes anything', async () => {
    await ask(TO);
    const key = await keyFor(FROM, '/address-change');
    town.today('2026-10-20');
    expect(await refusalOf(agree(key))).toBe('key-over');
    expect(await refusalOf(box.confirm(TO))).toBe('key-over');
  });
});
