import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '#kernel/database/dialect.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { DEVICE, openTestAccounts, PASSWORD, refusalOf, type TestAccounts } from './accounts-for-tests.ts';
import { createAccounts, hashPassword } from './create-accounts.ts';
import { sessionReader } from './read-session.ts';
import { hashOf } from './session-token.ts';
import { listSessions, revokeAllSessions, revokeSession, sweepExpired } from './sessions.ts';
import { signIn, signInAsCast } from './sign-in.ts';

let town: TestTown;
let box: TestAccounts;
beforeAll(async () => {
  town = await openTestTown();
  box = openTestAccounts(town);
});
afterAll(() => town.close());

describe('X1 signing up', () => {
  test('makes an account at level 0 that may sign in, and level 1 once the letter is answered', async () => {
    await box.signUp('pochi@hinata.example');
    const token = await box.signIn('pochi@hinata.example');
    expect(await box.reader(token)).toMatchObject({
      person: { kind: 'person', name: 'ポチの飼い主' },
      level: 0,
      roles: [],
    });
    await box.confirm('pochi@hinata.example');
    expect((await box.reader(token))?.level).toBe(1);
  });

  test('with an address that has an account makes none, and tells its owner alone', async () => {
    await box.signUp('pochi@hinata.example', 'だれか');
    const letter = await box.letter('pochi@hinata.example');
    expect(letter?.subject).toContain('すでに登録されています');
    expect(letter?.text).not.toContain('だれか');
    const rows = await box.deployment((db) =>
      run(db, "select id from auth.users where email = 'pochi@hinata.example'"),
    );
    expect(rows).toHaveLength(1);
  });

  test('keeps no token, password or letter key that could be used', async () => {
    const token = await box.signIn('pochi@hinata.example');
    const kept = await box.deployment((db) =>
      run<{ everything: string }>(
        db,
        `select concat((select json_agg(s) from auth.sessions s), (select json_agg(c) from auth.credentials c),
           (select json_agg(v) from auth.verifications v)) as everything`,
      ),
    );
    expect(kept[0]!.everything).toContain(hashOf(token));
    expect(kept[0]!.everything).not.toContain(token);
    expect(kept[0]!.everything).not.toContain(PASSWORD);
    expect(token).toMatch(/^[\w-]{43}$/);
  });
});

describe('X2 confirming an address', () => {
  test('works once', async () => {
    await box.signUp('twice@hinata.example');
    const letter = await box.letter('twice@hinata.example');
    await box.confirm('twice@hinata.example');
    expect(await refusalOf(box.confirm('twice@hinata.example'))).toBe('key-over');
    expect(letter?.link).toContain('https://hinata.example/email-confirmation?key=');
  });

  test('signs in only the browser that signed up', async () => {
    await box.signUp('browser@hinata.example');
    await box.confirm('browser@hinata.example', false).then((token) => expect(token).toBeUndefined());
    await box.signUp('browser2@hinata.example');
    const token = await box.confirm('browser2@hinata.example', true);
    expect((await box.reader(token!))?.level).toBe(1);
  });

  test('is refused after three days', async () => {
    town.today('2026-10-10');
    await box.signUp('late@hinata.example');
    town.today('2026-10-13');
    expect(await refusalOf(box.confirm('late@hinata.example'))).toBe('key-over');
    town.today('2026-10-10');
    expect(await refusalOf(box.confirm('late@hinata.example'))).toBe('done');
  });

  test('is refused when the address was changed since', async () => {
    await box.signUp('before@hinata.example');
    await box.deployment((db) =>
      run(db, "update auth.users set email = 'after@hinata.example' where email = 'before@hinata.example'"),
    );
    expect(await refusalOf(box.confirm('before@hinata.example'))).toBe('key-over');
  });
});

describe('signing in', () => {
  test('answers a wrong password, an unknown address and an account without password alike', async () => {
    await box.deployment((db) =>
      createAccounts(db, [
        {
          id: '0b6f2c9e-6a51-4c7e-9d0a-0d3f5b8f1a11',
          email: 'Nopassword@hinata.example',
          passwordHash: null,
          name: 'しおり',
          confirmed: true,
          at: town.now(),
        },
      ]),
    );
    expect(await refusalOf(box.signIn('pochi@hinata.example', 'ちがうパスワードです'))).toBe('wrong-sign-in');
    expect(await refusalOf(box.signIn('nobody@hinata.example'))).toBe('wrong-sign-in');
    expect(await refusalOf(box.signIn('nopassword@hinata.example'))).toBe('wrong-sign-in');
  });

  test('hashes for an unknown address as it does for a known one', async () => {
    // What takes the time is scrypt; without it the answer would come a hundred times sooner. Counted, not timed.
    const { context } = (
      await box.accounts.engine.use({ db: null as never, now: town.now() }, async (engine) => engine)
    ).result;
    const hashes: string[] = [];
    const { hash, verify } = context.password;
    context.password.hash = async (password) => {
      hashes.push('hash');
      return hash(password);
    };
    context.password.verify = async (given) => {
      hashes.push('verify');
      return verify(given);
    };
    await refusalOf(box.signIn('nobody@hinata.example'));
    await refusalOf(box.signIn('pochi@hinata.example', 'ちがうパスワードです'));
    Object.assign(context.password, { hash, verify });
    expect(hashes).toEqual(['hash', 'verify']);
  });

  test('works with an account made by others, and its hash', async () => {
    const passwordHash = await hashPassword('デモのパスワード123');
    const account = {
      id: '0b6f2c9e-6a51-4c7e-9d0a-0d3f5b8f1a12',
      email: 'emma@hinata.example',
      name: 'Emma',
      lang: 'en' as const,
    };
    await box.deployment((db) => createAccounts(db, [{ ...account, passwordHash, confirmed: true, at: town.now() }]));
    const reader = await box.reader(await box.signIn('emma@hinata.example', 'デモのパスワード123'));
    expect(reader).toMatchObject({ accountId: account.id, level: 1, person: { name: 'Emma' } });
  });

  test('ends the session this browser had before', async () => {
    const first = await box.signIn('pochi@hinata.example');
    const entry = { email: 'pochi@hinata.example', password: PASSWORD, device: DEVICE, earlierToken: first };
    const { token: second } = await signIn(box.accounts, town.hub, entry, box.means());
    expect(await box.reader(first)).toBeNull();
    expect(await box.reader(second!)).not.toBeNull();
  });

  test('makes one person a hub, and another in the neighbouring hub', async () => {
    const here = await box.reader(await box.signIn('pochi@hinata.example'));
    const again = await box.reader(await box.signIn('pochi@hinata.example'));
    expect(again?.person.id).toBe(here?.person.id);
    const there = await box.signIn('pochi@hinata.example', PASSWORD, town.neighbour);
    const neighbour = await box.reader(there, town.neighbour);
    expect(neighbour?.accountId).toBe(here?.accountId);
    expect(neighbour?.person.id).not.toBe(here?.person.id);
    expect(neighbour?.level).toBe(1);
  });

  test('in one hub makes nobody signed in where the account never was', async () => {
    await box.signUp('here@hinata.example');
    const token = await box.signIn('here@hinata.example');
    expect(await box.reader(token, town.neighbour)).toBeNull();
  });
});

describe('X1 sessions', () => {
  test('are dead at once when revoked, and nobody revokes another’s', async () => {
    const one = await box.signIn('pochi@hinata.example');
    const two = await box.signIn('emma@hinata.example', 'デモのパスワード123');
    const pochi = (await box.reader(one))!;
    const emma = (await box.reader(two))!;
    expect(await refusalOf(box.deployment((db) => revokeSession(db, emma, pochi.sessionId)))).toBe('session-gone');
    expect(await box.reader(one)).not.toBeNull();
    await box.deployment((db) => revokeSession(db, pochi, pochi.sessionId));
    expect(await box.reader(one)).toBeNull();
    expect(await refusalOf(box.deployment((db) => revokeSession(db, pochi, pochi.sessionId)))).toBe('session-gone');
  });

  test('are listed with this one marked, and all end together', async () => {
    await box.signUp('many@hinata.example');
    const tokens = [await box.signIn('many@hinata.example'), await box.signIn('many@hinata.example')];
    const reader = (await box.reader(tokens[0]!))!;
    const list = await box.deployment((db) => listSessions(db, reader, town.now()));
    expect(list).toHaveLength(2);
    expect(list.filter((session) => session.isThisOne).map((session) => session.id)).toEqual([reader.sessionId]);
    expect(list[0]?.device).toBe(DEVICE);
    await box.deployment((db) => revokeAllSessions(db, reader.accountId));
    expect(await Promise.all(tokens.map((token) => box.reader(token)))).toEqual([null, null]);
  });

  test('end 30 days after their last visit, and are extended at most once a day', async () => {
    town.today('2026-10-10');
    const token = await box.signIn('pochi@hinata.example');
    const read = sessionReader(town.hubwise);
    const expiry = async () => {
      const rows = await box.deployment((db) =>
        run<{ expires_at: Date }>(db, 'select expires_at from auth.sessions where token = $1', [hashOf(token)]),
      );
      return rows[0]!.expires_at.toISOString().slice(0, 10);
    };
    await read(token, town.hub, town.now());
    expect(await expiry()).toBe('2026-11-09');
    town.today('2026-11-08');
    expect(await read(token, town.hub, town.now())).not.toBeNull();
    expect(await expiry()).toBe('2026-12-08');
    town.today('2026-12-09');
    expect(await read(token, town.hub, town.now())).toBeNull();
    await box.deployment((db) => sweepExpired(db, town.now()));
    const left = await box.deployment((db) =>
      run(db, 'select id from auth.sessions where token = $1', [hashOf(token)]),
    );
    expect(left).toEqual([]);
    town.today('2026-10-10');
  });

  test('are unknown to a made-up token', async () => {
    expect(await box.reader('x'.repeat(43))).toBeNull();
  });
});

describe('the demo’s cast', () => {
  const asked = { accountId: '0b6f2c9e-6a51-4c7e-9d0a-0d3f5b8f1a12', device: DEVICE, remoteAddress: '127.0.0.1' };

  test('is played with one press in a demo hub, on this machine, with --demo only', async () => {
    const demoHub = { ...town.hub, isDemo: true };
    const play = (hub = demoHub, remoteAddress = '127.0.0.1') =>
      signInAsCast(box.accounts, hub, { ...asked, remoteAddress }, box.means());
    expect((await box.reader(await play()))?.person.name).toBe('Emma');
    expect(await refusalOf(play(town.hub))).toBe('no-cast');
    expect(await refusalOf(play(demoHub, '192.0.2.7'))).toBe('no-cast');
    const closed = openTestAccounts(town, false);
    expect(await refusalOf(signInAsCast(closed.accounts, demoHub, asked, closed.means()))).toBe('no-cast');
  });
});
