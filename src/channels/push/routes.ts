/** X3: Web Push: the browser's worker, and the devices of a person. */
import {
  addSettingsSection,
  choosePushScope,
  devicesOf,
  type OwnDevice,
  subscribe,
  unsubscribe,
} from '#commons/notices/index.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { type Reply, seeOther, text } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { pushKey } from './push-key.ts';
import { pushSection } from './views/section.ts';

const SETTINGS = '/notices/settings';
const DONE = `${SETTINGS}?done=saved`;

addSettingsSection({
  name: 'push',
  order: 2,
  islands: ['push-subscription'],
  async render({ lang, signedIn }, db) {
    const key = pushKey();
    if (!key) return null;
    const rows = await devicesOf(db, signedIn.person.id);
    const devices = rows.filter((row): row is OwnDevice => row.id !== null);
    return pushSection({ lang, publicKey: key.publicKey, scope: rows[0]?.push_scope ?? 'own', devices });
  },
});

/** At the root, because a worker may act for its own folder alone; what it does stands in the island, whose name changes with its content. */
async function workerScript(visit: Visit): Promise<Reply> {
  return text(
    `importScripts(${JSON.stringify(visit.assets.island('push-worker'))});\n`,
    'text/javascript; charset=utf-8',
  );
}

async function add(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const input = Object.fromEntries(
    ['endpoint', 'publicKey', 'auth', 'device'].map((name) => [name, form.get(name) ?? '']),
  );
  await visit.perform(subscribe, input);
  return seeOther(DONE);
}

async function remove(visit: Visit): Promise<Reply> {
  await visit.perform(unsubscribe, { id: (await visit.form()).get('id') });
  return seeOther(DONE);
}

async function choose(visit: Visit): Promise<Reply> {
  await visit.perform(choosePushScope, { scope: (await visit.form()).get('scope') });
  return seeOther(DONE);
}

export const routes: readonly Route[] = [
  get('/push-worker.js', 'public', ['X3'], workerScript),
  post('/push-subscriptions', 'person', ['X3'], add),
  post('/push-subscriptions/removal', 'person', ['X3'], remove),
  post('/push-subscriptions/scope', 'person', ['X3'], choose),
];
