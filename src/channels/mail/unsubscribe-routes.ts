/** X3, RFC 8058: ending letters by the link in them, without signing in: at one click by a mail program, with a choice for people. */
import { page } from '#commons/hubs/index.ts';
import { type Rhythm, setOverall } from '#commons/notices/index.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { type Reply, text } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { readUnsubscribeKey } from './unsubscribe-key.ts';
import { endedView, unsubscribeView } from './views/unsubscribe.ts';
import { words } from './words.ts';

function subscriber(visit: Visit): string {
  const found = readUnsubscribeKey(visit.params.key ?? '');
  if (!found || found.hubId !== visit.hub.id) throw refuseKernel('not-found', { status: 404 });
  return found.personId;
}

async function ask(visit: Visit): Promise<Reply> {
  subscriber(visit);
  return page(visit, {
    title: words(visit.lang).unsubscribe.title,
    layout: 'reading',
    indexed: false,
    main: unsubscribeView(visit.lang, visit.url.pathname + visit.url.search),
  });
}

const CHOICES: readonly Rhythm[] = ['off', 'weekly'];

/** A mail program sends `List-Unsubscribe=One-Click`; a person has chosen. Either way it holds at once. */
async function end(visit: Visit): Promise<Reply> {
  const personId = subscriber(visit);
  const form = await visit.form();
  const isOneClick = form.get('List-Unsubscribe') === 'One-Click';
  const chosen = isOneClick ? 'off' : CHOICES.find((one) => one === form.get('rhythm'));
  if (!chosen) return ask(visit);
  await visit.hubwise.write(visit.hub.id, (db) => setOverall(db, visit.hub.id, personId, chosen, visit.now));
  if (isOneClick) return text('ok\n');
  return page(visit, {
    title: words(visit.lang).unsubscribe.title,
    layout: 'reading',
    indexed: false,
    main: endedView(visit.lang, chosen),
  });
}

export const unsubscribeRoutes: readonly Route[] = [
  get('/unsubscriptions/:key', 'public', ['X3'], ask),
  post('/unsubscriptions/:key', 'public', ['X3'], end, { foreign: true }),
];
