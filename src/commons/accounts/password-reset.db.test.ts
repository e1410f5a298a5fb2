import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '#kernel/database/dialect.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openTestAccounts, PASSWORD, refusalOf, type TestAccounts } from './accounts-for-tests.ts';
import { repeatConfirmation } from './confirmation.ts';
import { BOUNDS, countAttempt } from './limits.ts';
import { askPasswordReset, isResetKey, resetPassword } from './password-reset.ts';

const EMAIL = 'yakin@hinata.example';
const NEW_PASSWORD = '夜勤は月に五回ほど';

let town: TestTown;
let box: TestAccounts;
beforeAll(async () => {
  town = await openTestTown();
  box = openTestAccounts(town);
  await box.signUp(EMAIL, '夜勤明け');
});
afterAll(() => town.close());

const ask = (email: string) => askPasswordReset(box.accounts, town.hub, email, box.means());
const reset = (key: string, password = NEW_PASSWORD) =>
  resetPassword(box.accounts, town.hub, { key, password }, box.means());
const keyIn = async (email: string) => (await box.letter(email))!.link.split('/').at(-1)!;
const rowsOf = async (table: 'auth.verifications' | 'graphile_worker._private_jobs') =>
  (await box.deployment((db) => run(db, `select 1 from ${table}`))).length;

describe('a new password by letter', () => {
  test('sets it, proves the address, and ends every session', async () => {
    const token = await box.signIn(EMAIL);
    await ask(EMAIL);
    const key = await keyIn(EMAIL);
    expect(await box.deployment((db) => isResetKey(db, key, town.now()))).toBe(true);
    await reset(key);
    expect(await box.reader(token)).toBeNull();
    expect(await refusalOf(box.signIn(EMAIL, PASSWORD))).toBe('wrong-sign-in');
    expect((await box.reader(await box.signIn(EMAIL, NEW_PASSWORD)))?.level).toBe(1);
    expect((await box.letter(EMAIL))?.subject).toContain('パスワードが変わりました');
  });

  test('works once', async () => {
    await ask(EMAIL);
    const key = await keyIn(EMAIL);
    await reset(key);
    expect(await refusalOf(reset(key, 'もう一度べつのもの'))).toBe('key-over');
    expect(await refusalOf(box.signIn(EMAIL, NEW_PASSWORD))).toBe('done');
  });

  test('makes other letters useless that were asked for meanwhile', async () => {
    await ask(EMAIL);
    const first = await keyIn(EMAIL);
    await ask(EMAIL);
    await reset(await keyIn(EMAIL));
    expect(await refusalOf(reset(first))).toBe('key-over');
  });

  test('is refused after an hour', async () => {
    town.today('2026-10-10');
    await ask(EMAIL);
    const key = await keyIn(EMAIL);
    town.today('2026-10-11');
    expect(await refusalOf(reset(key))).toBe('key-over');
    expect(await box.deployment((db) => isResetKey(db, key, town.now()))).toBe(false);
    town.today('2026-10-10');
  });

  test('is refused with a made-up key, and with the key of another kind of letter', async () => {
    expect(await refusalOf(reset('x'.repeat(43)))).toBe('key-over');
    await box.signUp('other@hinata.example');
    const confirmation = new URL((await box.letter('other@hinata.example'))!.link).searchParams.get('key')!;
    expect(await refusalOf(reset(confirmation))).toBe('key-over');
  });

  test('does the same work for an address without an account, and writes to nobody', async () => {
    const work = async (email: string) => {
      const before = [await rowsOf('auth.verifications'), await rowsOf('graphile_worker._private_jobs')];
      await ask(email);
      return [
        (await rowsOf('auth.verifications')) - before[0]!,
        (await rowsOf('graphile_worker._private_jobs')) - before[1]!,
      ];
    };
    expect(await work('nobody@hinata.example')).toEqual(await work(EMAIL));
    expect(await box.letterCount('nobody@hinata.example')).toBe(0);
  });
});

describe('the confirmation letter again', () => {
  test('goes to whoever still needs it, and to nobody else', async () => {
    const again = (email: string) => repeatConfirmation(box.accounts, town.hub, email, box.means());
    const counts = async () =>
      Promise.all([EMAIL, 'other@hinata.example', 'nobody@hinata.example'].map(box.letterCount));
    const before = await counts();
    await again(EMAIL);
    await again('other@hinata.example');
    await again('nobody@hinata.example');
    const now = await counts();
    expect(now.map((count, at) => count - before[at]!)).toEqual([0, 1, 0]);
  });
});

describe('the limiter', () => {
  test('refuses one account too many tries, whoever asks, and says for how long', async () => {
    const { account } = BOUNDS['sign-in'];
    const tryOnce = (email: string, peer: string) =>
      countAttempt(box.accounts, 'sign-in', { account: email, peer }, town.now());
    for (let at = 0; at < account.limit; at += 1) await tryOnce('target@hinata.example', `192.0.2.${at}`);
    const refused = tryOnce('target@hinata.example', '192.0.2.200');
    await expect(refused).rejects.toMatchObject({ status: 429, all: [{ code: 'too-fast', facts: { minutes: 15 } }] });
    expect(await refusalOf(tryOnce('somebody@hinata.example', '192.0.2.200'))).toBe('done');
  });

  test('refuses one network address too many tries, whatever the account', async () => {
    const { peer } = BOUNDS.key;
    const tryOnce = (key: string) =>
      countAttempt(box.accounts, 'key', { account: key, peer: '198.51.100.1' }, town.now());
    for (let at = 0; at < peer.limit; at += 1) await tryOnce(`key-${at}`);
    expect(await refusalOf(tryOnce('another'))).toBe('too-fast');
  });

  test('keeps nobody’s address', async () => {
    const rows = await box.deployment((db) => run<{ key: string }>(db, 'select key from rate_limits'));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ key }) => /target|192\.0|198\.51/.test(key))).toEqual([]);
  });
});
