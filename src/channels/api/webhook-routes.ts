/** X8: the pages of one's own webhooks. */

import { page } from '#commons/hubs/index.ts';
import {
  addWebhook,
  deliveriesOf,
  keyTurns,
  removeWebhook,
  renewKey,
  signingKey,
  webhooksOf,
} from '#commons/programs/index.ts';
import { isUuid } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { apiAreas } from './registry.ts';
import { keyText } from './signature.ts';
import { webhooksView, webhookView } from './views/webhooks.ts';
import { words } from './words.ts';

const PATH = '/account/webhooks';

async function webhooksPage(
  visit: Visit,
  typed: { url: string; verbs: readonly string[] } = { url: '', verbs: [] },
  problem?: Problem,
): Promise<Reply> {
  const { lang } = visit;
  const webhooks = await visit.read((db) => webhooksOf(db, visit.signedIn.person.id));
  const verbs = apiAreas()
    .flatMap(({ emits }) => emits)
    .sort();
  const { title, url } = words(lang).webhooks;
  const main = webhooksView({ lang, webhooks, verbs, typed, problem });
  return page(visit, { title, indexed: false, problem, fieldNames: { url }, main });
}

async function add(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const typed = { url: form.get('url') ?? '', verbs: form.getAll('verbs') };
  return visit.attempt(addWebhook, typed, {
    done: ({ id }) => `${PATH}/${id}?done=saved`,
    again: (problem) => webhooksPage(visit, typed, problem),
  });
}

async function show(visit: Visit): Promise<Reply> {
  const { lang, hub, signedIn: reader } = visit;
  const id = visit.params.id ?? '';
  if (!isUuid(id)) throw refuse('not-found', { status: 404 });
  const [own, deliveries] = await visit.read((db) =>
    Promise.all([webhooksOf(db, reader.person.id), deliveriesOf(db, id)]),
  );
  const webhook = own.find((one) => one.id === id);
  if (!webhook) throw refuse('not-found', { status: 404 });
  const key = webhook.stopped_because === null ? signingKey(hub.id, id, webhook.key_turn) : null;
  const { bothUntil } = keyTurns(webhook, visit.now);
  const { title } = words(lang).webhooks;
  return page(visit, {
    title,
    indexed: false,
    breadcrumb: [{ text: title, href: PATH }, { text: webhook.url }],
    islands: ['copy-link'],
    main: webhookView({ lang, webhook, deliveries, secret: key && keyText(key), bothUntil }),
  });
}

async function renew(visit: Visit): Promise<Reply> {
  await visit.form();
  const id = visit.params.id ?? '';
  return visit.attempt(
    renewKey,
    { id },
    { done: () => `${PATH}/${id}?done=saved`, again: (problem) => webhooksPage(visit, undefined, problem) },
  );
}

async function remove(visit: Visit): Promise<Reply> {
  await visit.form();
  return visit.attempt(
    removeWebhook,
    { id: visit.params.id },
    { done: () => `${PATH}?done=recorded`, again: (problem) => webhooksPage(visit, undefined, problem) },
  );
}

export const webhookRoutes: readonly Route[] = [
  get(PATH, 'person', ['X8'], (visit) => webhooksPage(visit)),
  post(PATH, 'person', ['X8'], add),
  get(`${PATH}/:id`, 'person', ['X8'], show),
  post(`${PATH}/:id/key`, 'person', ['X8'], renew),
  post(`${PATH}/:id/removal`, 'person', ['X8'], remove),
];
