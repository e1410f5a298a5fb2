import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { follow } from './follow.ts';
import { hush } from './hush.ts';
import { spreadAll } from './notices-for-tests.ts';
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
  await town.perform(fumi, follow, { kind: 'actor', id: ken.person.id, title: 'けん', scope: 'all' });
});
afterAll(async () => {
  await site.close();
  await town.close();
});

/** A public act of a kind the modules tell of, without the module. */
const act = action({
  name: 'sample.act',
  input: z.object({ id: z.uuid(), title: z.string() }),
  async run(ctx, { id, title }) {
    const tags = [`proposal:${id}`, `actor:${ctx.actor.id}`];
    await ctx.record({ verb: 'proposals.published', object: { kind: 'proposal', id }, public: { title }, tags });
  },
});

const settings = async (who: Reader) => (await site.get('/notices/settings', who)).body;
const addresses = async (who: Reader) =>
  [...(await settings(who)).matchAll(/value="[^"]*(\/(?:feeds|calendar)\/own\/[^"]+)"/g)].map(([, path]) => path!);
const ask = (who: Reader | null, act: string) => site.post('/notices/calendar', { act }, who);

describe('X3 a feed of what one follows', () => {
  test('stands at a secret address, which ends when one wishes, or when another is made', async () => {
    expect(await addresses(fumi)).toEqual([]);
    await ask(fumi, 'renew');
    const first = await addresses(fumi);
    expect(first.map((path) => path.slice(0, path.lastIndexOf('/')))).toEqual(['/feeds/own', '/calendar/own']);
    expect(await Promise.all(first.map(async (path) => (await site.get(path)).status))).toEqual([200, 200]);
    await ask(fumi, 'renew');
    const second = await addresses(fumi);
    expect(await Promise.all(first.map(async (path) => (await site.get(path)).status))).toEqual([404, 404]);
    await ask(fumi, 'end');
    await ask(fumi, 'end');
    expect(await addresses(fumi)).toEqual([]);
    expect(await Promise.all(second.map(async (path) => (await site.get(path)).status))).toEqual([404, 404]);
    expect((await site.get(`/feeds/own/${randomId()}`)).status).toBe(404);
    expect((await site.get('/feeds/own/nobody')).status).toBe(404);
    expect((await ask(null, 'renew')).status).toBe(401);
  });

  test('holds what happened to it, newest first, and nothing that is addressed to the person or hidden', async () => {
    await ask(fumi, 'renew');
    const [feed] = await addresses(fumi);
    const [first, second] = [uuidv7(town.now()), uuidv7(town.now())];
    await town.perform(ken, act, { id: first, title: '夜の「照明」 & 階段' });
    await town.perform(ken, act, { id: second, title: '池のボート' });
    await town.perform(fumi, act, { id: randomId(), title: 'わたしの提案' });
    const means = await town.hubwise.write(town.hub.id, async (db) => {
      const ctx = { db, hub: town.hub, now: town.now(), newId: () => uuidv7(town.now()) };
      await tell(ctx, {
        people: [fumi.person.id],
        kind: 'mail.address-stopped',
        about: { kind: 'actor', id: fumi.person.id },
        facts: { address: 'old@hinata.example' },
      });
      return ctx;
    });
    await spreadAll(town);
    const { type, body } = await site.get(`${feed}?lang=en`);
    expect(type).toContain('application/atom+xml');
    expect([...body.matchAll(/<title>([^<]*)<\/title>/g)].slice(1).map(([, title]) => title)).toEqual([
      '池のボート',
      '夜の「照明」 &amp; 階段',
    ]);
    expect(body).toContain('<name>けん</name>');
    expect(new Set([...body.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id)).size).toBe(3);
    expect(body).not.toMatch(/old@hinata|わたしの提案/);
    await town.hubwise.write(town.hub.id, (db) => hush({ ...means, db }, { kind: 'proposal', id: second }));
    expect((await site.get(feed!)).body).not.toContain('池のボート');
    expect(site.faults).toEqual([]);
  });
});

describe('X3 how often letters come', () => {
  test('is as usual until one chooses, and can be so again', async () => {
    const rows = () => town.rows('select topic, rhythm from notice_settings where person_id = $1', [ken.person.id]);
    expect(await settings(ken)).toMatch(/value="usual" checked/);
    await site.post('/notices/settings', { overall: 'off', written: 'yes', voted: 'yes' }, ken);
    expect(await rows()).toEqual([{ topic: '', rhythm: 'off' }]);
    expect(await settings(ken)).toMatch(/value="off" checked/);
    await site.post('/notices/settings', { overall: 'usual', written: 'yes', voted: 'yes' }, ken);
    expect(await rows()).toEqual([]);
    expect(await settings(ken)).toMatch(/value="usual" checked/);
  });
});
