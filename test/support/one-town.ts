/** X12: a deployment with one town and one person who has an account, for tests that start real processes on it. */
import { createAccount, hashPassword } from '#commons/accounts/index.ts';
import { addHub, defaultRules } from '#commons/hubs/index.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { randomId } from '#kernel/ids.ts';
import { createLog } from '#kernel/log.ts';
import { eventParts } from '../../src/event-parts.ts';

export const HOST = 'hinata.example';
export const EMAIL = 'mizuno@example.jp';
export const PASSWORD = 'yoru-no-akari-2026';
export const now = () => new Date('2026-11-23T12:00:00+09:00');

/** What every web process of that deployment is started with. */
export const WEB = {
  port: 0,
  host: '127.0.0.1',
  origin: null,
  demo: false,
  secret: 'one secret for all processes of a deployment',
  trustedProxies: '',
  metricsToken: null,
  now,
  log: createLog({ sink: { write: (_, done) => done(), writeNow: () => {} } }),
};

export async function foundTown(hubwise: Hubwise): Promise<void> {
  const texts = { ja: 'ひなた市', easy: 'ひなた市', en: 'Hinata' };
  const hub = { key: 'hinata', host: `http://${HOST}`, name: texts, tagline: texts, town: texts };
  const means = { now: now(), firstOrigin: null, events: eventParts };
  await addHub(hubwise, { ...hub, rules: defaultRules, reason: 'はじめ' }, means);
  const passwordHash = await hashPassword(PASSWORD);
  const account = { id: randomId(), email: EMAIL, passwordHash, name: '水野', confirmed: true, at: now() };
  await hubwise.deployment((db) => createAccount(db, account));
}
