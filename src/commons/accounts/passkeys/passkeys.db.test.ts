import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { DEVICE, openTestAccounts, refusalOf, type TestAccounts } from '../accounts-for-tests.ts';
import { assertionOptions, isOwnPasskey, signInWithPasskey } from './assert-passkey.ts';
import { newDevice, type Wish } from './device-for-tests.ts';
import { passkeyName, passkeysOf, readAssertion, readAttestation } from './passkey.ts';
import { registerPasskey, registrationOptions, removePasskey, renamePasskey } from './register-passkey.ts';

const EMAIL = 'kagi@hinata.example';
let town: TestTown;
let box: TestAccounts;
let reader: Reader;
const device = newDevice();
const wish = (challenge: string, more: Partial<Wish> = {}): Wish => ({
  challenge,
  origin: town.hub.origin,
  rpId: 'hinata.example',
  ...more,
});

beforeAll(async () => {
  town = await openTestTown();
  box = openTestAccounts(town);
  await box.signUp(EMAIL, 'かぎの人');
  await box.confirm(EMAIL);
  reader = (await box.reader(await box.signIn(EMAIL)))!;
});
afterAll(() => town.close());

const account = () => ({ id: reader.accountId, email: EMAIL, name: 'かぎの人' });
const toMake = async () => (await registrationOptions(box.accounts, town.hub, account(), box.means())).challenge;
const register = (response: string, hub = town.hub, who: { accountId: string; sessionId: string } = reader) =>
  registerPasskey(box.accounts, hub, who, { name: 'スマホ', response: readAttestation(response) }, box.means());
const toShow = async () => (await assertionOptions(box.accounts, town.hub, box.means())).challenge;
const signIn = (response: string, hub = town.hub) =>
  signInWithPasskey(box.accounts, hub, { device: DEVICE, response: readAssertion(response) }, box.means());

describe('X1 making a passkey', () => {
  test('is refused for another origin, another host, without knowing who holds the device, and for somebody else', async () => {
    const refused = async (more: Partial<Wish>) => refusalOf(register(device.make(wish(await toMake(), more))));
    expect(await refused({ origin: 'https://hinata.example.evil.example' })).toBe('passkey-refused');
    expect(await refused({ rpId: 'evil.example' })).toBe('passkey-refused');
    expect(await refused({ verified: false })).toBe('passkey-refused');
    const other = { accountId: crypto.randomUUID(), sessionId: reader.sessionId };
    expect(await refusalOf(register(device.make(wish(await toMake())), town.hub, other))).toBe('passkey-refused');
    expect(await refusalOf(register(device.make(wish('bm90LW91cnM'))))).toBe('passkey-refused');
    expect(await box.deployment((db) => passkeysOf(db, reader.accountId))).toEqual([]);
  });

  test('raises the session it was made in, and tells the owner', async () => {
    const answer = device.make(wish(await toMake()));
    await register(answer);
    expect(await box.deployment((db) => passkeysOf(db, reader.accountId))).toMatchObject([
      { name: 'スマホ', rpId: 'hinata.example', lastUsedAt: null, isHalted: false },
    ]);
    expect((await box.letter(EMAIL))?.text).toContain('新しいパスキー');
    const [session] = await box.deployment((db) =>
      run<{ second: string }>(db, 'select second from auth.sessions where id = $1', [reader.sessionId]),
    );
    expect(session?.second).toBe('passkey');
    expect(await refusalOf(register(answer))).toBe('passkey-refused');
    expect(await refusalOf(register(device.make(wish(await toMake()))))).toBe('passkey-known');
  });

  test('a challenge of five minutes ago is over', async () => {
    const challenge = await toMake();
    town.today('2026-10-11');
    expect(await refusalOf(register(newDevice('late').make(wish(challenge))))).toBe('passkey-refused');
  });
});

describe('X1 signing in with a passkey', () => {
  test('opens a session that counts as two factors, without naming an account', async () => {
    const opened = await box.reader(await signIn(device.show(wish(await toShow()))));
    expect(opened).toMatchObject({ accountId: reader.accountId, isStrong: true });
  });

  test('the same answer opens nothing again', async () => {
    const answer = device.show(wish(await toShow()));
    await signIn(answer);
    expect(await refusalOf(signIn(answer))).toBe('passkey-refused');
  });

  test('is refused for another origin, another town, a challenge for something else, and an unknown device', async () => {
    const refused = async (more: Partial<Wish>) => refusalOf(signIn(device.show(wish(await toShow(), more))));
    expect(await refused({ origin: 'https://tonari.example' })).toBe('passkey-refused');
    expect(await refused({ rpId: 'tonari.example' })).toBe('passkey-refused');
    expect(await refused({ verified: false })).toBe('passkey-refused');
    expect(await refusalOf(signIn(device.show(wish(await toShow())), town.neighbour))).toBe('passkey-unknown');
    expect(await refusalOf(signIn(device.show(wish(await toMake()))))).toBe('passkey-refused');
    expect(await refusalOf(signIn(newDevice('stranger').show(wish(await toShow()))))).toBe('passkey-unknown');
  });

  test('shows who one is, to the account it belongs to alone', async () => {
    const shown = async (accountId: string) => {
      const response = readAssertion(device.show(wish(await toShow())));
      return isOwnPasskey(box.accounts, town.hub, accountId, response, box.means());
    };
    expect(await shown(reader.accountId)).toBe(true);
    expect(await shown(crypto.randomUUID())).toBe(false);
  });

  test('of two who bring one answer at once, one gets in', async () => {
    const answer = device.show(wish(await toShow()));
    const outcomes = await Promise.all([refusalOf(signIn(answer)), refusalOf(signIn(answer))]);
    expect(outcomes.sort()).toEqual(['done', 'passkey-refused']);
  });

  test('a counter that goes back halts the passkey for good, and the owner is told', async () => {
    device.counter = 0;
    expect(await refusalOf(signIn(device.show(wish(await toShow()))))).toBe('passkey-halted');
    device.counter = 1000;
    expect(await refusalOf(signIn(device.show(wish(await toShow()))))).toBe('passkey-halted');
    expect((await box.letter(EMAIL))?.text).toContain('パスキーのひとつを止めました');
    expect((await box.deployment((db) => passkeysOf(db, reader.accountId)))[0]?.isHalted).toBe(true);
  });
});

describe('X1 keeping passkeys', () => {
  test('are named and removed by their owner alone', async () => {
    const [one] = await box.deployment((db) => passkeysOf(db, reader.accountId));
    expect(await refusalOf(renamePasskey(box.accounts, crypto.randomUUID(), one!.id, 'x'))).toBe('passkey-gone');
    await renamePasskey(box.accounts, reader.accountId, one!.id, passkeyName(' 居間の　パソコン '));
    expect((await box.deployment((db) => passkeysOf(db, reader.accountId)))[0]?.name).toContain('居間');
    expect(await refusalOf(removePasskey(box.accounts, crypto.randomUUID(), one!.id))).toBe('passkey-gone');
    await removePasskey(box.accounts, reader.accountId, one!.id);
    expect(await refusalOf(removePasskey(box.accounts, reader.accountId, one!.id))).toBe('passkey-gone');
    expect(await refusalOf(signIn(device.show(wish(await toShow()))))).toBe('passkey-unknown');
  });

  test('a name must be there and short', async () => {
    expect(await refusalOf(Promise.resolve().then(() => passkeyName('  ')))).toBe('passkey-name-missing');
    expect(await refusalOf(Promise.resolve().then(() => passkeyName('あ'.repeat(41))))).toBe('passkey-name-too-long');
  });

  test('what isn’t WebAuthn is unreadable, not a fault', async () => {
    for (const typed of ['', '{}', '[]', 'null', '{"id":"%"}'])
      expect(await refusalOf(Promise.resolve().then(() => readAssertion(typed)))).toBe('passkey-unreadable');
  });
});
