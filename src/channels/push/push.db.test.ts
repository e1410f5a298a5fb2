import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { choosePushScope, isPushGateway, subscribe, tell, unsubscribe } from '#commons/notices/index.ts';
import { jobOf, noticeRows } from '#commons/notices/notices-for-tests.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { loadPushKey, openPush, type PushKey } from './push-key.ts';
import { deliverer, takePushes } from './send-push.ts';

/** What a browser keeps of its subscription. */
const browser = createECDH('prime256v1');
const publicKey = browser.generateKeys();
const auth = randomBytes(16);

let town: TestTown;
let site: TestSite;
let service: Server;
let endpoint = '';
let status = 201;
let key: PushKey;
let folder = '';
let received: { headers: IncomingMessage['headers']; message: unknown }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minna-push-'));
  key = await loadPushKey(join(folder, 'push.key'));
  openPush(key);
  town = await openTestTown();
  site = await openSite(town);
  service = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    received.push({ headers: request.headers, message: JSON.parse(decrypted(Buffer.concat(pieces))) });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(service.address() as AddressInfo).port}/push/1`;
});
afterAll(async () => {
  await new Promise<void>((resolve) => service.close(() => resolve()));
  await site.close();
  await town.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  received = [];
  status = 201;
});

/** RFC 8291 on the browser's side: aes128gcm (RFC 8188) with one record. */
function decrypted(body: Buffer): string {
  const salt = body.subarray(0, 16);
  const length = body.readUInt8(20);
  const sender = body.subarray(21, 21 + length);
  const record = body.subarray(21 + length);
  const derive = (secret: Buffer, from: Buffer, info: Buffer, size: number) =>
    Buffer.from(hkdfSync('sha256', secret, from, info, size));
  const shared = browser.computeSecret(sender);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]);
  const secret = derive(shared, auth, info, 32);
  const contentKey = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', contentKey, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8');
}

let people = 0;
async function person(): Promise<Reader> {
  people += 1;
  const reader = await town.person(`ふみ${people}`);
  await town.hubwise.deployment((db) =>
    run(
      db,
      `insert into auth.users (id, name, email, email_confirmed, lang, created_at, updated_at) values ($1, 'x', $2, true, 'ja', $3, $3)`,
      [reader.accountId, `fumi${people}@hinata.example`, town.now()],
    ),
  );
  return reader;
}

const subscription = (more: object = {}) => ({
  endpoint: `https://fcm.googleapis.com/fcm/send/${randomId()}`,
  publicKey: publicKey.toString('base64url'),
  auth: auth.toString('base64url'),
  device: 'Firefox, Linux',
  ...more,
});
/** A device whose service stands in this test. */
async function device(reader: Reader): Promise<string> {
  await town.perform(reader, subscribe, subscription());
  const [row] = await town.rows<{ id: string }>('select id from push_subscriptions where person_id = $1', [
    reader.person.id,
  ]);
  await town.hubwise.write(town.hub.id, (db) =>
    run(db, 'update push_subscriptions set endpoint = $2 where id = $1', [row!.id, endpoint]),
  );
  return row!.id;
}
const told = (to: Reader) =>
  town.hubwise.write(town.hub.id, (db) =>
    tell(
      { db, hub: town.hub, now: town.now(), newId: () => uuidv7(town.now()) },
      {
        people: [to.person.id],
        kind: 'mail.address-stopped',
        about: { kind: 'actor', id: to.person.id },
        href: '/notices/settings',
        facts: { address: 'x@example' },
      },
    ),
  );
const deliver = (id: string, count = 1) => deliverer(undefined, () => true)(jobOf(town), { id, count });
const devices = (reader: Reader) =>
  town.rows('select id from push_subscriptions where person_id = $1', [reader.person.id]);

describe('X3 pushes', () => {
  test('arrive encrypted for the device alone, signed with the town’s key', async () => {
    const fumi = await person();
    const id = await device(fumi);
    await told(fumi);
    const [notice] = await noticeRows(town, fumi.person.id);
    await deliver(id);
    expect(received[0]?.message).toEqual({
      title: 'メールが届きませんでした',
      body: expect.stringContaining('x@example'),
      url: `/notices/${notice!.id}`,
    });
    const [, token = '', shown] = /^vapid t=([^,]+), k=(.+)$/.exec(String(received[0]?.headers.authorization)) ?? [];
    expect(shown).toBe(key.publicKey);
    const [head, claims, signature] = token.split('.');
    const point = Buffer.from(key.publicKey, 'base64url');
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const signer = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const };
    expect(verify('sha256', Buffer.from(`${head}.${claims}`), signer, Buffer.from(signature!, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(claims!, 'base64url').toString()).aud).toBe(new URL(endpoint).origin);
  });

  test('are taken once, one for all that is new, and none for what was read', async () => {
    const fumi = await person();
    const id = await device(fumi);
    await takePushes(jobOf(town));
    await told(fumi);
    await told(fumi);
    const queued = async () => {
      const rows = await town.hubwise.deployment((db) =>
        run(db, "select 1 from graphile_worker.jobs where task_identifier = 'push.deliver'"),
      );
      return rows.length;
    };
    const before = await queued();
    await takePushes(jobOf(town));
    await takePushes(jobOf(town));
    expect(await queued()).toBe(before + 1);
    expect((await noticeRows(town, fumi.person.id)).every((one) => !one.is_push_due)).toBe(true);
    await deliver(id, 2);
    expect(received[0]?.message).toMatchObject({ title: '新しいお知らせ 2件', url: '/notices' });
  });

  test('end where the service has forgotten the device, and are tried again where it is away', async () => {
    const fumi = await person();
    const id = await device(fumi);
    await told(fumi);
    status = 503;
    await expect(deliver(id)).rejects.toThrow('503');
    expect(await devices(fumi)).toHaveLength(1);
    status = 410;
    await deliver(id);
    expect(await devices(fumi)).toEqual([]);
    await deliver(id);
    expect(received).toHaveLength(2);
  });

  test('go to no door but those of browsers’ services', async () => {
    const fumi = await person();
    const id = await device(fumi);
    await told(fumi);
    await deliverer()(jobOf(town), { id, count: 1 });
    expect(received).toEqual([]);
  });
});

describe('X3 devices', () => {
  test.each([
    ['https://fcm.googleapis.com/fcm/send/x', true],
    ['https://updates.push.services.mozilla.com/wpush/v2/x', true],
    ['https://web.push.apple.com/x', true],
    ['https://wns2-par02p.notify.windows.com/w/?token=x', true],
    ['http://fcm.googleapis.com/x', false],
    ['https://fcm.googleapis.com.evil.example/x', false],
    ['https://evil-fcm.googleapis.com/x', false],
    ['https://127.0.0.1/x', false],
    ['https://fcm.googleapis.com:8443/x', false],
    ['https://user@fcm.googleapis.com/x', false],
    ['no address', false],
  ])('%s', (address, isOne) => {
    expect(isPushGateway(address)).toBe(isOne);
  });

  test.each([
    ['an address inside', { endpoint: 'https://10.0.0.1/x' }, 'unknown-gateway'],
    ['no key', { publicKey: 'x' }, 'publicKey:broken-text'],
  ])('are refused with %s', async (_, more, code) => {
    const fumi = await person();
    expect((await town.refusal(fumi, subscribe, subscription(more))).split(' ')[0]).toContain(code.split(':')[0]);
    expect(await devices(fumi)).toEqual([]);
  });

  test('are one row however often they are given, belong to whoever gave them last, and only that person takes them away', async () => {
    const [fumi, ken] = [await person(), await person()];
    const same = subscription();
    await Promise.all([town.perform(fumi, subscribe, same), town.perform(fumi, subscribe, same)]);
    expect(await devices(fumi)).toHaveLength(1);
    await town.perform(ken, subscribe, same);
    expect(await devices(fumi)).toEqual([]);
    const [row] = await town.rows<{ id: string }>('select id from push_subscriptions where person_id = $1', [
      ken.person.id,
    ]);
    await town.perform(fumi, unsubscribe, { id: row!.id });
    expect(await devices(ken)).toHaveLength(1);
    await town.perform(ken, unsubscribe, { id: row!.id });
    expect(await devices(ken)).toEqual([]);
  });

  test('stand on the page of settings with the scope one chose', async () => {
    const fumi = await person();
    await device(fumi);
    await town.perform(fumi, choosePushScope, { scope: 'all' });
    const { body } = await site.get('/notices/settings', fumi);
    expect(body).toContain('Firefox, Linux');
    expect(body).toContain(`data-key="${key.publicKey}"`);
    expect(body).toMatch(/value="all" checked/);
    expect((await site.get('/push-worker.js')).body).toContain('importScripts("/assets/push-worker');
    expect(site.faults).toEqual([]);
  });
});

describe('X3 the key of pushes', () => {
  test('is the same at every start, and refused where others could read it', async () => {
    const path = join(folder, 'push.key');
    expect(await loadPushKey(path)).toEqual(key);
    await chmod(path, 0o644);
    await expect(loadPushKey(path)).rejects.toThrow('chmod 600');
    await chmod(path, 0o600);
    const other = join(folder, 'other.key');
    await writeFile(other, 'not a key', { mode: 0o600 });
    await expect(loadPushKey(other)).rejects.toThrow('PEM');
  });
});
