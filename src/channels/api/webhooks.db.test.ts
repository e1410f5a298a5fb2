import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { jobOf, sequenceAll } from '#commons/notices/notices-for-tests.ts';
import { addWebhook, openPrograms, removeWebhook, renewKey, signingKey } from '#commons/programs/index.ts';
import { action } from '#kernel/action.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { LANGS } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { post } from './post.ts';
import { deliverer, forgetOldDeliveries, MOST_TRIES, queueWebhooks } from './send-webhooks.ts';
import { keyText, signedHeaders } from './signature.ts';

const proposal = randomId();
/** A public act, without the module it belongs to. */
const revised = action({
  name: 'sample.revise',
  input: z.object({ verb: z.string() }),
  run: (ctx, { verb }) =>
    ctx.record({ verb, object: { kind: 'proposal', id: proposal }, public: { title: '夜の照明' }, tags: [] }),
});

let town: TestTown;
let site: TestSite;
let receiver: Server;
let url: string;
let answer = 204;
let received: { headers: Record<string, string>; body: string }[] = [];
let fumi: Reader;
let hook: string;
const deliver = deliverer();

beforeAll(async () => {
  openPrograms({ secret: 'x'.repeat(32), allowsPrivate: true });
  town = await openTestTown();
  site = await openSite(town);
  fumi = await town.person('ふみ');
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(answer, { location: 'http://127.0.0.1:1/' }).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`;
  ({ id: hook } = await town.perform(fumi, addWebhook, { url, verbs: ['proposals.revised'] }));
});
beforeEach(() => {
  answer = 204;
  received = [];
});
afterAll(async () => {
  receiver.close();
  await site.close();
  await town.close();
  openPrograms({ secret: '', allowsPrivate: false });
  expect(site.faults).toEqual([]);
});

interface Row {
  event_id: string;
  attempts: number;
  status: number | null;
  delivered_at: Date | null;
  given_up_at: Date | null;
}
const rows = () =>
  town.rows<Row>(
    `select event_id, attempts, status, delivered_at, given_up_at from webhook_deliveries where webhook_id = $1 order by event_id`,
    [hook],
  );

async function happen(verb = 'proposals.revised'): Promise<Row> {
  await town.perform(fumi, revised, { verb });
  await sequenceAll(town);
  await queueWebhooks(jobOf(town));
  return (await rows()).at(-1)!;
}

describe('X8 webhooks', () => {
  test('are told of the events that were asked for, signed so that another library believes it', async () => {
    await queueWebhooks(jobOf(town));
    const { event_id: event } = await happen();
    await happen('proposals.published');
    expect(await rows()).toHaveLength(1);
    await deliver(jobOf(town, { now: new Date() }), { webhook: hook, event });
    const [one] = received;
    const checked = new Webhook(keyText(signingKey(town.hub.id, hook)!)).verify(one!.body, one!.headers);
    expect(checked).toMatchObject({ type: 'proposals.revised', data: { id: event, facts: { title: '夜の照明' } } });
    expect(() => new Webhook(keyText(signingKey(town.neighbour.id, hook)!)).verify(one!.body, one!.headers)).toThrow();
    expect((await rows())[0]).toMatchObject({ attempts: 1, status: 204 });
    await deliver(jobOf(town), { webhook: hook, event });
    expect(received).toHaveLength(1);
  });

  test('are tried again, follow nowhere, and are given up in the end', async () => {
    const { event_id: event } = await happen();
    answer = 307;
    await expect(deliver(jobOf(town), { webhook: hook, event })).rejects.toThrow('307');
    answer = 500;
    for (let at = 2; at < MOST_TRIES; at += 1)
      await expect(deliver(jobOf(town), { webhook: hook, event })).rejects.toThrow('500');
    await deliver(jobOf(town), { webhook: hook, event });
    const last = (await rows()).at(-1)!;
    expect(last).toMatchObject({ attempts: MOST_TRIES, status: 500, delivered_at: null });
    expect(last.given_up_at).not.toBeNull();
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test('can be given another key by their owner; for a day both sign, then the new one alone', async () => {
    expect(await town.refusal(await town.person('ほかの人'), renewKey, { id: hook })).toBe('not-found');
    expect(await town.refusal(fumi, renewKey, { id: hook }, { hub: town.neighbour })).toBe('not-found');
    expect((await site.post(`/account/webhooks/${hook}/key`, { once: randomId() }, fumi)).location).toContain(
      'done=saved',
    );
    const page = await site.get(`/account/webhooks/${hook}`, fumi);
    expect(page.body).toContain(keyText(signingKey(town.hub.id, hook, 1)!));
    expect(page.body).toContain('前の鍵の署名もつけて送ります');
    const believed = ({ headers, body }: (typeof received)[0], turn: number) => {
      const at = new Date(Number(headers['webhook-timestamp']) * 1000);
      const [given] = [headers['webhook-signature']!.split(' ')];
      const [own] = [signedHeaders([signingKey(town.hub.id, hook, turn)!], { id: headers['webhook-id']!, at, body })];
      return given.includes(own['webhook-signature']!);
    };
    for (const [hours, before] of [
      [1, true],
      [25, false],
    ] as const) {
      const { event_id: event } = await happen();
      await deliver(jobOf(town, { now: new Date(town.now().getTime() + hours * 3_600_000) }), { webhook: hook, event });
      const one = received.at(-1)!;
      expect([believed(one, 1), believed(one, 0)]).toEqual([true, before]);
    }
  });

  test('lead into no network but the operator’s own, and only if they say so', async () => {
    expect(await post(url, '{}', {}, false)).toEqual({ status: null, failure: 'private-address' });
    expect(received).toEqual([]);
    openPrograms({ secret: 'x'.repeat(32), allowsPrivate: false });
    expect(await town.refusal(fumi, addWebhook, { url })).toBe('url:not-https');
    expect(await town.refusal(fumi, addWebhook, { url: 'https://10.0.0.1/' })).toBe('url:private-address');
    openPrograms({ secret: 'x'.repeat(32), allowsPrivate: true });
  });

  test('are added by people with a confirmed address, five at most, and ended by their owner alone', async () => {
    expect(await town.refusal(await town.person('来訪者', 0), addWebhook, { url })).toBe('level');
    const busy = await town.person('五つ');
    for (let at = 0; at < 5; at += 1) await town.perform(busy, addWebhook, { url });
    expect(await town.refusal(busy, addWebhook, { url })).toBe('too-many-webhooks');
    expect(await town.refusal(busy, removeWebhook, { id: hook })).toBe('not-found');
    expect(await town.refusal(fumi, removeWebhook, { id: hook }, { hub: town.neighbour })).toBe('not-found');
  });

  test('show their log to their owner, in three languages, without JavaScript', async () => {
    for (const lang of LANGS)
      for (const path of [
        '/account/webhooks',
        `/account/webhooks/${hook}`,
        '/account/tokens',
        '/api',
        '/api/problems',
        '/api/areas/proposals',
        '/api/areas/trail',
      ]) {
        const page = await site.get(path, { ...fumi, provedAt: town.now() }, lang);
        expect(page.status, path).toBe(200);
        expect(await markupMistakes(page.body), path).toEqual([]);
      }
    expect((await site.get('/api/areas/trail')).body).toContain('<code>steps[].amountYen</code>');
    expect((await site.get(`/account/webhooks/${hook}`, fumi)).body).toContain('whsec_');
    expect((await site.get(`/account/webhooks/${hook}`, await town.person('ほか'))).status).toBe(404);
    expect((await site.get('/account/webhooks')).status).toBe(303);
  });

  test('stop when their receiver wants no more, and are forgotten', async () => {
    const { event_id: event } = await happen();
    answer = 410;
    await deliver(jobOf(town), { webhook: hook, event });
    expect((await site.get(`/account/webhooks/${hook}`, fumi)).body).toContain(
      'もう受け取らないという応答（410）があったので、送るのをやめました',
    );
    await happen();
    expect((await rows()).filter((row) => row.attempts === 0)).toEqual([]);
    town.today('2026-12-31');
    await forgetOldDeliveries(jobOf(town));
    expect(await rows()).toEqual([]);
  });
});

describe('X8 the page of tokens', () => {
  test('shows a new token once, and never the same form’s again', async () => {
    const once = randomId();
    const weak = await town.person('つくる人');
    const person = { ...weak, provedAt: town.now() };
    const fields = { name: '展示', scopes: 'vote', actingId: person.person.id, days: '30', once };
    expect((await site.get('/account/tokens', weak)).location).toBe('/account/proof?next=%2Faccount%2Ftokens');
    expect((await site.post('/account/tokens', fields, weak)).status).toBe(403);
    const first = await site.post('/account/tokens', fields, person);
    expect([first.status, first.body]).toEqual([200, expect.stringMatching(/minna_[\w-]{43}/)]);
    const again = await site.post('/account/tokens', fields, person);
    expect(again.body).not.toMatch(/minna_[\w-]{43}/);
    expect(again.body).toContain('もう表示しました');
    expect((await site.get('/account/tokens', person)).body).not.toMatch(/minna_[\w-]{43}/);
    const wrong = await site.post('/account/tokens', { ...fields, once: randomId(), name: '', scopes: '' }, person);
    expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('名前')]);
    const others = { ...fields, once: randomId(), actingId: fumi.person.id };
    expect((await site.post('/account/tokens', others, person)).body).toContain('この団体での役割がありません');
  });
});
