import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD } from '#commons/accounts/accounts-for-tests.ts';
import type { Reader } from '#kernel/context.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { type LeavingTown, openLeavingTown } from './leaving-for-tests.ts';

let town: TestTown;
let leaving: LeavingTown;
let site: TestSite;
let fumi: Reader;
beforeAll(async () => {
  town = await openTestTown();
  leaving = openLeavingTown(town);
  site = await openSite(town);
  fumi = await leaving.member('fumi@example.com', 'ふみさん');
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const departures = () =>
  leaving.accounts.deployment((db) => db.selectFrom('auth.departures').select('withdraws').execute());

describe('X1 the pages of leaving', () => {
  test('say in every language what goes and what stays, in sound markup', async () => {
    for (const lang of ['ja', 'easy', 'en'] as const) {
      for (const path of ['/account/departure', '/account/exports', '/account', '/departure-cancellation?key=x']) {
        expect(await markupMistakes((await site.get(path, fumi, lang)).body)).toEqual([]);
      }
    }
    expect((await site.get('/account/departure', fumi)).body).toContain('「退会した人」');
  });

  test('ask for the password and the choice; nothing happens without', async () => {
    const ask = (fields: Record<string, string>) => site.post('/account/departure', fields, fumi);
    const wrong = await ask({ contributions: 'withdraw', password: 'ちがうパスワードです' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('いまのパスワードとちがいます');
    expect(wrong.body).toMatch(/value="withdraw"[^>]*checked/);
    const empty = await ask({ password: '' });
    expect(empty.status).toBe(422);
    for (const at of ['#f-contributions', '#f-password']) expect(empty.body).toContain(`href="${at}"`);
    expect((await ask({ password: PASSWORD })).status).toBe(422);
    expect(await departures()).toEqual([]);
    expect((await ask({ contributions: 'withdraw', password: PASSWORD })).location).toBe('/account/departure');
    expect(await departures()).toEqual([{ withdraws: true }]);
  });

  test('show until when it can be called off, here and by the letter', async () => {
    const page = await site.get('/account/departure', fumi);
    expect(page.body).toContain('/account/departure/cancellation');
    expect((await site.get('/account', fumi)).body).toContain('退会の手続き中です');
    const link = await leaving.accounts.link('fumi@example.com', '/departure-cancellation');
    const letter = await site.get(link.pathname + link.search);
    expect(letter.status).toBe(200);
    expect(await markupMistakes(letter.body)).toEqual([]);
    expect(await departures()).toHaveLength(1);
    const key = link.searchParams.get('key')!;
    expect((await site.post('/departure-cancellation', { key })).location).toBe('/departure-cancellation?just=staying');
    expect(await departures()).toEqual([]);
    expect((await site.post('/departure-cancellation', { key })).status).toBe(410);
  });

  test('nobody leaves without signing in, nor for somebody else', async () => {
    const ken = await leaving.member('ken@example.com', 'けん');
    const fields = { contributions: 'keep', password: PASSWORD };
    expect((await site.post('/account/departure', fields)).status).toBe(401);
    expect((await site.post('/account/departure/cancellation', {}, ken)).status).toBe(409);
    expect(await departures()).toEqual([]);
  });
});
