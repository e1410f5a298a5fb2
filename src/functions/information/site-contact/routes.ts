/** F1.3 The form to write to a group, in the town; and its inbox. */
import { demandReachable } from '#commons/correspondence/index.ts';
import { page } from '#commons/hubs/index.ts';
import type { Action } from '#kernel/action.ts';
import { isUuid, parseShortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { movedTo, type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import {
  addSiteTool,
  contactPage,
  editingPath,
  isAway,
  type SiteFrameProps,
  siteByKey,
  siteForEditors,
  sitePath,
  townWays,
} from '../homepages/index.ts';
import { deleteMessage, markMessage } from './acts.ts';
import { notFound } from './message.ts';
import { messagesOf } from './queries.ts';
import { sendMessage, showContact } from './receive.ts';
import { inboxView } from './views/inbox.ts';
import { contactWords } from './words.ts';

const PAGE_SIZE = 30;

contactPage.isThere = true;

addSiteTool({
  name: 'messages',
  order: 10,
  path: '/messages',
  text: (lang) => contactWords(lang).toolText,
  lead: (lang) => contactWords(lang).toolLead,
});

async function frameIn(visit: Visit): Promise<SiteFrameProps | Reply> {
  const key = visit.params.key ?? '';
  const site = await visit.read((db) => siteByKey(db, key, visit.now));
  if (!site || isAway(site)) throw notFound();
  const contact = `${sitePath(site.key)}/contact`;
  if (site.key !== key) return movedTo(contact);
  const ways = townWays({ site, assets: visit.assets, canonical: visit.hub.origin + contact, contact });
  return { lang: visit.lang, site, ways, town: visit.hub.town[visit.lang] };
}

async function form(visit: Visit): Promise<Reply> {
  const frame = await frameIn(visit);
  if ('status' in frame) return frame;
  await visit.read((db) => demandReachable(db, frame.site.actor_id ?? '', async () => false));
  return showContact(visit, frame);
}

async function send(visit: Visit): Promise<Reply> {
  const frame = await frameIn(visit);
  return 'status' in frame ? frame : sendMessage(visit, frame);
}

async function inbox(visit: Visit): Promise<Reply> {
  const site = await siteForEditors(visit);
  const { lang } = visit;
  const before = isUuid(visit.query('before')) ? visit.query('before') : null;
  const { messages, more } = await visit.read((db) => messagesOf(db, site.id, { before, limit: PAGE_SIZE }));
  const at = editingPath(site.id);
  const w = contactWords(lang);
  const older = more ? (messages.at(-1)?.id ?? null) : null;
  return page(visit, {
    title: w.inbox,
    indexed: false,
    place: 'groups',
    breadcrumb: [{ text: site.title, href: at }, { text: w.inbox }],
    main: inboxView({ lang, at: `${at}/messages`, title: site.title, messages, older, isLater: before !== null }),
  });
}

type Marking = Action<{ id: string; as: string }, { siteId: string }>;

function onMessage(act: Marking) {
  return async (visit: Visit): Promise<Reply> => {
    const form = await visit.form();
    const id = parseShortId(visit.params.id ?? '');
    if (!id) throw notFound();
    const { siteId } = await visit.perform(act, { id, as: form.get('as') ?? '' });
    return seeOther(`${editingPath(siteId)}/messages?done=recorded`);
  };
}

const serves = ['F1.3'];

export const routes: readonly Route[] = [
  get('/sites/:key/contact', 'public', serves, form),
  post('/sites/:key/contact', 'public', serves, send),
  get('/site-editing/:id/messages', 'person', serves, inbox),
  post('/site-messages/:id/mark', 'person', serves, onMessage(markMessage as unknown as Marking)),
  post('/site-messages/:id/removal', 'person', serves, onMessage(deleteMessage as unknown as Marking)),
];
