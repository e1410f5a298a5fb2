import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '#kernel/database/dialect.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { callFrom, made } from './token.ts';

let town: TestTown;
const email = 'iwao@example.com';
beforeAll(async () => {
  town = await openTestTown();
  const iwao = await town.person('いわお');
  await town.organisation('division', '交通政策課', [[iwao, 'editor']]);
  await town.hubwise.deployment((db) =>
    run(db, `insert into auth.users (id, name, email, email_confirmed, lang) values ($1, 'いわお', $2, true, 'ja')`, [
      iwao.accountId,
      email,
    ]),
  );
});
afterAll(() => town.close());

const call = { email, scopes: ['vote'], name: 'minna token', organisation: null, days: 30, hubKey: 'hinata' };

describe('X8 ./minna token', () => {
  test('makes a token of a person, or of an organisation it speaks for', async () => {
    expect(await made(town.hubwise, call, town.now())).toMatch(/^minna_[\w-]{43}$/);
    await made(town.hubwise, { ...call, organisation: '交通政策課' }, town.now());
    const rows = await town.rows(
      'select a.name, t.scopes from api_tokens t join actors a on a.hub_id = t.hub_id and a.id = t.acting_id order by t.id',
    );
    expect(rows).toEqual([
      { name: 'いわお', scopes: ['vote'] },
      { name: '交通政策課', scopes: ['vote'] },
    ]);
  });

  test('says what cannot be', async () => {
    await expect(made(town.hubwise, { ...call, email: 'nobody@example.com' }, town.now())).rejects.toThrow('Nobody');
    await expect(made(town.hubwise, { ...call, organisation: '環境課' }, town.now())).rejects.toThrow('no role');
    await expect(made(town.hubwise, { ...call, hubKey: 'nowhere' }, town.now())).rejects.toThrow('no hub');
  });

  test.each([
    [['--for', 'nobody', '--scopes', 'vote']],
    [['--for', email]],
    [['--for', email, '--scopes', 'everything']],
    [['--for', email, '--scopes', 'vote', '--days', '7']],
    [['--nonsense']],
  ])('explains itself when called with %j', (args) => {
    expect(() => callFrom(args)).toThrow('Usage');
  });

  test('takes several scopes', () => {
    expect(callFrom(['--for', email, '--scopes', 'vote, discuss']).scopes).toEqual(['vote', 'discuss']);
  });
});
