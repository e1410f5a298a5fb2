import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import { LANGS } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { noticeRows } from './notices-for-tests.ts';
import { tell } from './tell.ts';

let town: TestTown;
let site: TestSite;
let fumi: Reader;
let ken: Reader;
beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  fumi = await town.person('ふみさん');
  ken = await town.person('けん');
  await town.hubwise.write(town.hub.id, (db) =>
    tell(
      { db, hub: town.hub, now: town.now(), newId: () => uuidv7(town.now()) },
      {
        people: [fumi.person.id],
        kind: 'mail.address-stopped',
        about: { kind: 'actor', id: fumi.person.id },
        href: '/notices/settings',
        facts: { address: 'old@hinata.example' },
      },
    ),
  );
});
afterAll(async () => {
  await site.close();
  await town.close();
});

describe('X3 pages of notices', () => {
  test('follow by a button, choose how closely, leave again', async () => {
    const thing = { kind: 'round', id: town.roundId, title: '2026/3', back: '/rounds' };
    const done = await site.post('/follows', { ...thing, scope: 'all' }, fumi);
    expect([done.status, done.location]).toEqual([303, '/rounds?done=following']);
    expect((await site.get('/follows', fumi, 'en')).body).toContain('You follow this (everything)');
    await site.post('/follows', { ...thing, scope: 'turns' }, fumi);
    expect((await site.get('/follows', fumi, 'en')).body).toContain('turning points only');
    expect((await site.post('/follows', { ...thing, scope: 'loudly' }, fumi)).status).toBe(422);
    expect((await site.post('/follows', { ...thing, scope: 'none', back: '//evil.example' }, fumi)).location).toBe(
      '/follows?done=left',
    );
  });

  test('are sound in every language', async () => {
    for (const lang of LANGS) {
      for (const path of ['/notices', '/follows', '/notices/settings']) {
        const { status, body } = await site.get(path, fumi, lang);
        expect(status).toBe(200);
        expect(await markupMistakes(body)).toEqual([]);
      }
    }
    expect(site.faults).toEqual([]);
  });

  test('find by words, kind and state; what makes no sense is left out', async () => {
    const found = async (query: string) => (await site.get(`/notices?${query}`, fumi)).body.includes('old@hinata');
    expect(await found('q=OLD@')).toBe(true);
    expect(await found('q=%25')).toBe(false);
    expect(await found('topic=own&state=unread')).toBe(true);
    expect(await found('topic=proposal')).toBe(false);
    expect(await found('topic=weather&before=x')).toBe(true);
  });

  test('are one’s own: another’s notice is not there, opening one’s own reads it', async () => {
    const [notice] = await noticeRows(town, fumi.person.id);
    expect((await site.get('/notices', ken)).body).not.toContain('old@hinata');
    expect((await site.get(`/notices/${notice!.id}`, ken)).status).toBe(404);
    expect((await site.get(`/notices/${randomId()}`, fumi)).status).toBe(404);
    expect((await noticeRows(town, fumi.person.id))[0]?.read_at).toBeNull();
    expect((await site.get(`/notices/${notice!.id}`, fumi)).location).toBe('/notices/settings');
    expect((await noticeRows(town, fumi.person.id))[0]?.read_at).not.toBeNull();
    expect((await site.get('/notices')).status).toBe(303);
  });

  test('keep what was chosen, and show what was typed with what is wrong', async () => {
    expect((await site.post('/notices/settings', { overall: 'hourly' }, ken)).status).toBe(422);
    await site.post('/notices/settings', { overall: 'weekly', 'topic-own': 'at-once', voted: 'yes' }, ken);
    const { body } = await site.get('/notices/settings', ken);
    expect(body).toMatch(/value="weekly" checked/);
    expect(body).toMatch(/name="voted"[^>]*checked/);
    expect(body).not.toMatch(/name="written"[^>]*checked/);
  });
});
