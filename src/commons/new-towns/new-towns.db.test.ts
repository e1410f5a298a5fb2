/** X11: whoever was invited by the operator makes one town and is its secretariat; nobody else makes any. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestAccounts, PASSWORD, type TestAccounts } from '#commons/accounts/accounts-for-tests.ts';
import { hashOf, newToken } from '#commons/accounts/index.ts';
import { hiddenFields, openTestSite, type TestSite } from '#commons/accounts/site-for-tests.ts';
import { HubDirectory } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { eventParts } from '../../event-parts.ts';
import { foundTown } from './found-town.ts';
import { daysFrom, inviteTown, openInvitations, withdrawInvitation } from './invitation.ts';
import { routes } from './routes.ts';

const EMAIL = 'mizuno@hinata.example';
const WRITTEN = {
  key: 'minami',
  'name-ja': 'みなみ',
  'town-ja': 'みなみ市',
  'town-en': 'Minami City',
  accent: '#197a4b',
  rhythm: '2',
  reason: '年2回で始めます',
  office: 'みなみ市民の会',
  officeKind: 'body',
};
const act = foundTown(eventParts);
let town: TestTown;
let box: TestAccounts;
let site: TestSite;
let reader: Reader;

beforeAll(async () => {
  town = await openTestTown();
  box = openTestAccounts(town, true, { events: eventParts });
  site = await openTestSite(town, undefined, undefined, routes);
  await box.signUp(EMAIL, '水野');
  await box.confirm(EMAIL);
  reader = (await box.reader(await box.signIn(EMAIL)))!;
});
afterAll(async () => {
  await site?.close();
  await town?.close();
  expect(site.faults).toEqual([]);
});

async function invited(host: string, days = 7): Promise<string> {
  const token = newToken();
  await box.deployment((db) => inviteTown(db, { host, days, tokenHash: hashOf(token), now: town.now() }));
  return token;
}

const towns = () =>
  box.deployment((db) =>
    run<{ id: number; key: string; secretariat_id: string | null }>(
      db,
      'select id, key, secretariat_id from hubs order by id',
    ),
  );

describe('X11 an invitation to make a town', () => {
  test('is for a free host, for some days, one at a time, and ends when it is withdrawn', async () => {
    expect(daysFrom(undefined)).toBe(7);
    for (const wrong of ['0', '31', 'x', '-1', '1.5']) expect(() => daysFrom(wrong)).toThrow('from 1 to 30');
    await expect(invited('hinata.example')).rejects.toThrow('another hub');
    await expect(invited('no host')).rejects.toThrow('is no host');
    const twice = await Promise.allSettled([invited('futatabi.example'), invited('futatabi.example')]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await box.deployment((db) => openInvitations(db, town.now()))).map(({ host }) => host)).toEqual([
      'https://futatabi.example',
    ]);
    const end = () => box.deployment((db) => withdrawInvitation(db, { host: 'futatabi.example', now: town.now() }));
    await end();
    await expect(end()).rejects.toThrow('no open invitation');
    expect(await box.deployment((db) => openInvitations(db, town.now()))).toEqual([]);
    const anew = await invited('futatabi.example');
    const kept = await box.deployment((db) => run(db, 'select * from town_invitations'));
    expect(JSON.stringify(kept)).not.toContain(anew);
  });

  test('opens nothing once it is withdrawn, too old, mistyped, or in another town than the first', async () => {
    const withdrawn = await invited('gone.example');
    await box.deployment((db) => withdrawInvitation(db, { host: 'gone.example', now: town.now() }));
    const late = await invited('late.example', 1);
    const open = await invited('open.example');
    town.today('2026-10-12');
    for (const token of [withdrawn, late, newToken(), ''])
      expect(await town.refusal(reader, act, { ...WRITTEN, token })).toBe('not-found');
    const there = (await box.reader(await box.signIn(EMAIL, PASSWORD, town.neighbour), town.neighbour))!;
    expect(await town.refusal(there, act, { ...WRITTEN, token: open }, { hub: town.neighbour })).toBe('not-found');
    expect(await towns()).toHaveLength(2);
    await invited('late.example');
  });

  test('is no use to an address that nobody confirmed, and says at each field what is wrong', async () => {
    const token = await invited('fields.example');
    expect(await town.refusal(await town.person('とおりすがり', 0), act, { ...WRITTEN, token })).toBe('unconfirmed');
    const wrong = (more: object) => town.refusal(reader, act, { ...WRITTEN, token, ...more });
    expect(await wrong({ key: 'Minami!' })).toBe('key:bad-key');
    expect(await wrong({ key: 'tonari' })).toBe('key:key-taken');
    expect(await wrong({ accent: '#ffffee' })).toBe('accent:pale-colour');
    expect(await wrong({ 'name-ja': ' ', 'town-ja': 'あ'.repeat(31) })).toBe('name-ja:required town-ja:too-long');
    expect(await wrong({ rhythm: '12', officeKind: 'business', office: '' })).toBe(
      'rhythm:not-a-choice office:required officeKind:not-a-choice',
    );
    expect(await towns()).toHaveLength(2);
  });
});

describe('X11 a town that was made by invitation', () => {
  let id = 0;

  test('is made once by two at once, in one transaction with the end of the invitation', async () => {
    const token = await invited('minami.example');
    const sent = () => town.perform(reader, act, { ...WRITTEN, token });
    const both = await Promise.allSettled([sent(), sent()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const made = (await towns()).filter(({ key }) => key === 'minami');
    expect(made).toHaveLength(1);
    id = made[0]!.id;
    expect(await town.refusal(reader, act, { ...WRITTEN, key: 'other', token })).toBe('not-found');
    const [used] = await box.deployment((db) =>
      run<{ hub_made: number }>(db, 'select hub_made from town_invitations where token_hash = $1', [hashOf(token)]),
    );
    expect(used!.hub_made).toBe(id);
    expect(town.evicted, 'the process that made it reads the towns again').toContain('hub');
  });

  test('has the rules, words and colour that were written, and a journal that begins with them', async () => {
    const directory = new HubDirectory(town.hubwise, null);
    await directory.load();
    const hub = directory.byHost('minami.example')!;
    expect(hub).toMatchObject({ id, key: 'minami', accent: '#197a4b', rulesVersion: 1 });
    expect(hub.name).toEqual({ ja: 'みなみ', easy: 'みなみ', en: 'みなみ' });
    expect(hub.town).toEqual({ ja: 'みなみ市', easy: 'みなみ市', en: 'Minami City' });
    expect(hub.tagline.ja).toBe('協働のひろば');
    expect((hub.rules as { rounds: { starts: string[] } }).rounds.starts).toEqual(['04-01', '10-01']);
    const events = await town.hubwise.read(id, (db) =>
      run<{ verb: string; hub_id: number }>(db, 'select verb, hub_id from events order by id'),
    );
    expect(events.map(({ verb }) => verb).sort()).toEqual([
      'actors.member-joined',
      'actors.organisation-created',
      'actors.secretariat-appointed',
      'hubs.rules-changed',
    ]);
    const audit = await town.rows<{ verb: string; is_public: boolean }>(
      "select verb, is_public from events where verb like 'new-towns.%'",
    );
    expect(audit).toEqual([{ verb: 'new-towns.founded', is_public: false }]);
  });

  test('has whoever made it as its secretariat, and nobody else', async () => {
    const [made] = (await towns()).filter((one) => one.id === id);
    const held = await town.hubwise.read(id, (db) =>
      run<{ name: string; role: string; organisation_id: string; account_id: string }>(
        db,
        `select a.name, r.role, r.organisation_id, a.account_id from roles r join actors a on a.hub_id = r.hub_id and a.id = r.person_id
         where r.hub_id = $1`,
        [id],
      ),
    );
    expect(held).toEqual([
      { name: '水野', role: 'representative', organisation_id: made!.secretariat_id, account_id: reader.accountId },
    ]);
  });
});

describe('X11 the page of an invitation', () => {
  test('asks to sign in, shows what will be made, makes it, and is there for nobody afterwards', async () => {
    const token = await invited('kita.example');
    const path = `/towns/new/${token}`;
    const visitor = site.browser();
    const asked = await visitor.get(path);
    expect([asked.status, asked.location]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`]);
    const signed = await visitor.post('/sign-in', { email: EMAIL, password: PASSWORD, next: path });
    expect(signed.location).toBe(path);
    const form = await visitor.get(path);
    expect(form.body).toContain('https://kita.example');
    expect(form.body).toContain('value="kita"');
    const bad = await visitor.post(path, { ...WRITTEN, key: 'minami', step: 'look' });
    expect([bad.status, bad.body.includes('そのキーの町は、もうあります')]).toEqual([422, true]);
    const { body } = await visitor.post(path, { ...WRITTEN, 'name-ja': '', key: '', step: 'look' });
    expect(body.match(/[^<>]+：入力してください/g)).toEqual(
      ['サイトの名前（日本語）', '短いキー'].map((one) => `${one}：入力してください`),
    );
    const look = await visitor.post(path, { ...WRITTEN, key: 'kita', step: 'look' });
    expect([look.status, look.body.includes('この町をつくります')]).toEqual([200, true]);
    expect((await towns()).some(({ key }) => key === 'kita')).toBe(false);
    const sent = Object.fromEntries(hiddenFields(look.body).filter(([name]) => name !== 'next'));
    const made = await visitor.post(path, { ...sent, step: 'make' });
    expect([made.status, made.body.includes('「みなみ」ができました')]).toEqual([200, true]);
    const again = await visitor.post(path, { ...sent, step: 'make' });
    expect([again.status, again.body.includes('「みなみ」ができました')], 'the same form twice').toEqual([200, true]);
    for (const step of ['look', 'make', 'change']) {
      const late = await visitor.post(path, { ...WRITTEN, key: 'kita2', step });
      expect([late.status, late.body.includes('新しい招待を頼んでください')]).toEqual([404, true]);
    }
    const never = await visitor.get(`/towns/new/${newToken()}`);
    expect([(await visitor.get(path)).status, never.status]).toEqual([404, 404]);
    expect((await towns()).filter(({ key }) => key.startsWith('kita'))).toHaveLength(1);
  });
});
