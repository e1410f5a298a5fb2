import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openTestAccounts, PASSWORD, type TestAccounts } from '../accounts-for-tests.ts';
import { hiddenFields, markupMistakes, openTestSite, type TestBrowser, type TestSite } from '../site-for-tests.ts';
import { beginSecondStep } from './second-step.ts';
import { counterAt, hotp } from './totp.ts';
import { unlockAccount } from './unlock.ts';

const EMAIL = 'futae@hinata.example';
let town: TestTown;
let box: TestAccounts;
let site: TestSite;
let owner: TestBrowser;
let secret: Buffer;
let codes: string[];

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, offices: { secondFactor: true } });
  box = openTestAccounts(town);
  site = await openTestSite(town);
  await box.signUp(EMAIL, 'ふたえ');
  await box.confirm(EMAIL);
  owner = site.browser();
  await owner.post('/sign-in', { email: EMAIL, password: PASSWORD });
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const unbase32 = (text: string) => {
  const bits = [...text].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
};
const code = (step = 0) => hotp(secret, counterAt(town.now()) + step);
const codesOn = (page: string) => [...page.matchAll(/<li><code>([\w-]+)<\/code>/g)].map(([, one]) => one!);
const firstStep = async (): Promise<{ browser: TestBrowser; step: string }> => {
  const browser = site.browser();
  const page = await browser.post('/sign-in', { email: EMAIL, password: PASSWORD, next: '/account' });
  return { browser, step: Object.fromEntries(hiddenFields(page.body)).step! };
};
const enter = async (typed: string) => {
  const { browser, step } = await firstStep();
  return browser.post('/sign-in/second-step', { step, code: typed, next: '/account' });
};

describe('X1 setting up the second step', () => {
  test('asks the owner to show who they are first', async () => {
    expect((await owner.get('/account/safety')).body).toContain('/account/proof?next=');
    for (const path of ['second-step', 'recovery-codes', 'second-step/removal', 'second-step/confirmation', 'passkeys'])
      expect((await owner.post(`/account/safety/${path}`, { code: '123456', name: 'x' })).status).toBe(403);
    const wrong = await owner.post('/account/proof', { by: 'password', password: 'ちがうパスワードです' });
    expect(wrong.status).toBe(422);
    const right = await owner.post('/account/proof', { by: 'password', password: PASSWORD, next: '/account/safety' });
    expect(right).toMatchObject({ status: 303, location: '/account/safety' });
  });

  test('shows the secret as picture and text, and nothing counts before its first code', async () => {
    expect((await owner.post('/account/safety/second-step', {})).location).toBe('/account/safety/second-step');
    const page = await owner.get('/account/safety/second-step');
    expect(page.body).toContain('<svg role="img"');
    expect(await markupMistakes(page.body)).toEqual([]);
    secret = unbase32(/<code>([A-Z2-7 ]+)<\/code>/.exec(page.body)![1]!.replaceAll(' ', ''));
    expect((await site.browser().post('/sign-in', { email: EMAIL, password: PASSWORD })).status).toBe(303);
    const wrong = await owner.post('/account/safety/second-step/confirmation', { code: '000000' });
    expect(wrong.status).toBe(422);
    const done = await owner.post('/account/safety/second-step/confirmation', { code: code() });
    codes = codesOn(done.body);
    expect(codes).toHaveLength(10);
    expect(await markupMistakes(done.body)).toEqual([]);
    const file = await owner.post('/account/safety/recovery-codes/file', { codes: codes.join(' ') });
    for (const one of codes) expect(file.body).toContain(one);
    expect((await owner.get('/account/safety/second-step')).location).toBe('/account/safety');
  });

  test('neither secret nor codes can be read in the database', async () => {
    const [row] = await box.deployment((db) => run<{ secret: Buffer }>(db, 'select secret from auth.second_steps'));
    expect(row!.secret.includes(secret)).toBe(false);
    const kept = await box.deployment((db) =>
      run<{ code_hash: string }>(db, 'select code_hash from auth.recovery_codes'),
    );
    expect(kept.some(({ code_hash }) => codes.includes(code_hash))).toBe(false);
  });
});

describe('X1 signing in by two steps', () => {
  test('the password alone opens nothing; the code goes on to where one wanted', async () => {
    town.today('2026-10-12');
    const { browser, step } = await firstStep();
    expect(browser.cookies.has('minna_session')).toBe(false);
    const empty = await browser.post('/sign-in/second-step', { step, code: '' });
    expect(empty.status).toBe(422);
    expect(await markupMistakes(empty.body)).toEqual([]);
    const done = await browser.post('/sign-in/second-step', { step, code: code(), next: '/account' });
    expect(done).toMatchObject({ status: 303, location: '/account' });
    expect((await browser.get('/account')).body).toContain('パスワードと確認コード');
    expect((await browser.post('/sign-in/second-step', { step, code: code(1) })).body).toContain('時間が過ぎました');
  });

  test('a code is taken once, even within its half minute', async () => {
    expect((await enter(code())).status).toBe(422);
    expect((await enter(code(1))).status).toBe(303);
    expect((await enter(code(1))).status).toBe(422);
  });

  test('a recovery code works once, however it is typed; of two at once one gets in', async () => {
    const typed = codes[0]!.toUpperCase().replace('-', ' ');
    const outcomes = await Promise.all([enter(typed), enter(typed)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect((await owner.get('/account/safety')).body).toContain('あと9個');
  });

  test('a step is over after a quarter of an hour', async () => {
    const { browser, step } = await firstStep();
    town.today('2026-10-13');
    expect((await browser.post('/sign-in/second-step', { step, code: code() })).status).toBe(410);
  });

  test('what was being written comes through both steps', async () => {
    const browser = site.browser();
    const expired = await browser.post('/notes', { text: '長い長い意見をここに書きました' });
    const first = await browser.post('/sign-in', [
      ...hiddenFields(expired.body),
      ['email', EMAIL],
      ['password', PASSWORD],
    ]);
    const second = await browser.post('/sign-in/second-step', [...hiddenFields(first.body), ['code', code()]]);
    expect(second.body).toContain('長い長い意見をここに書きました');
  });

  test('guesses are slowed down, and a right code doesn’t help then', async () => {
    town.today('2026-10-14');
    const { browser, step } = await firstStep();
    const guess = (typed: string) => browser.post('/sign-in/second-step', { step, code: typed });
    for (let tries = 0; tries < 10; tries++) expect((await guess('000000')).status).toBe(422);
    expect((await guess(code())).status).toBe(429);
  });
});

describe('X1 offices ask for a second factor where the rules do', () => {
  test('roles rest in a session by password alone, and wake with the second step', async () => {
    town.today('2026-10-15');
    await box.signUp('kakari@hinata.example', '係の人');
    await box.confirm('kakari@hinata.example');
    const weak = (await box.reader(await box.signIn('kakari@hinata.example')))!;
    const division = await town.organisation('division', '道路課', [[weak, 'representative']]);
    const club = await town.organisation('group', '合唱団', [[weak, 'member']]);
    const token = await box.signIn('kakari@hinata.example');
    const resting = (await box.reader(token))!;
    expect(resting.roles.map(({ organisation }) => organisation.id)).toEqual([club.id]);
    expect(resting.resting?.map(({ organisation }) => organisation.id)).toEqual([division.id]);
    expect(resting.officesRest).toBe(true);
    const browser = site.browser();
    await browser.post('/sign-in', { email: 'kakari@hinata.example', password: PASSWORD });
    expect((await browser.get('/account/safety')).body).toContain('道路課');
    await box.deployment((db) =>
      run(db, `update auth.sessions set second = 'totp' where user_id = $1`, [weak.accountId]),
    );
    const strong = (await box.reader(token))!;
    expect(strong.roles).toHaveLength(2);
    expect(strong.officesRest).toBeUndefined();
  });
});

describe('X1 whoever has lost everything', () => {
  test('is let in by the operator, by password alone, and told so', async () => {
    const mail = 'kakari@hinata.example';
    const unlock = (email: string) =>
      town.hubwise.write(town.hub.id, (db) => unlockAccount(db, town.hub, email, box.means()));
    expect(await unlock('nobody@hinata.example')).toBe('no-account');
    expect(await unlock(mail)).toBe('no-second-step');
    const [{ id } = { id: '' }] = await box.deployment((db) =>
      run<{ id: string }>(db, 'select id from auth.users where email = $1', [mail]),
    );
    await box.deployment(async (db) => {
      await beginSecondStep(box.accounts, db, id, town.now());
      await run(db, 'update auth.second_steps set confirmed_at = begun_at where account_id = $1', [id]);
    });
    await expect(box.signIn(mail)).rejects.toThrow('second step');
    expect(await unlock(mail)).toBe('unlocked');
    expect(await box.signIn(mail)).toHaveLength(43);
    expect((await box.letter(mail))?.text).toContain('やめました');
  });
});

describe('X1 ending the second step', () => {
  test('takes its codes along, and the owner is told', async () => {
    await owner.post('/account/proof', { by: 'code', code: codes[1]! });
    const renewed = codesOn((await owner.post('/account/safety/recovery-codes', {})).body);
    expect(renewed.filter((one) => codes.includes(one))).toEqual([]);
    expect((await owner.post('/account/safety/second-step/removal', {})).location).toContain('just=second-removed');
    expect((await box.letter(EMAIL))?.text).toContain('やめました');
    expect((await site.browser().post('/sign-in', { email: EMAIL, password: PASSWORD })).status).toBe(303);
    expect(await box.deployment((db) => run(db, 'select code_hash from auth.recovery_codes'))).toEqual([]);
  });

  test('a browser that wasn’t known brings a letter, the same one again doesn’t', async () => {
    const browser = site.browser();
    const letters = async () => await box.letterCount(EMAIL);
    const before = await letters();
    await browser.post('/sign-in', { email: EMAIL, password: PASSWORD });
    expect(await letters()).toBe(before + 1);
    await browser.post('/sign-out', {});
    await browser.post('/sign-in', { email: EMAIL, password: PASSWORD });
    expect(await letters()).toBe(before + 1);
  });
});
