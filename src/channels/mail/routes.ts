/** X3: in a demo letters stay here and can be read; only with --demo, only on this machine. */
import { page } from '#commons/hubs/index.ts';
import { isUuid } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { type Reply, text } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { type KeptMail, mailById, newestMails } from './queries.ts';
import { mailListView, mailView } from './views/mail-box.ts';
import { words } from './words.ts';

async function named(visit: Visit): Promise<KeptMail> {
  const id = visit.params.key ?? '';
  const mail = isUuid(id) ? await visit.hubwise.deployment((db) => mailById(db, visit.hub.id, id)) : null;
  if (!mail) throw refuseKernel('not-found', { status: 404 });
  return mail;
}

async function listPage(visit: Visit): Promise<Reply> {
  const mails = await visit.hubwise.deployment((db) => newestMails(db, visit.hub.id));
  return page(visit, { title: words(visit.lang).title, indexed: false, main: mailListView(visit.lang, mails) });
}

async function showPage(visit: Visit): Promise<Reply> {
  const mail = await named(visit);
  return page(visit, { title: mail.subject, layout: 'reading', indexed: false, main: mailView(visit.lang, mail) });
}

async function asHtml(visit: Visit): Promise<Reply> {
  const mail = await named(visit);
  if (mail.body_html === null) throw refuseKernel('not-found', { status: 404 });
  return text(mail.body_html, 'text/html; charset=utf-8');
}

const serves = ['X3'];

export const routes: readonly Route[] = [
  get('/dev/mail', 'demo', serves, listPage),
  get('/dev/mail/:key', 'demo', serves, showPage),
  get('/dev/mail/:key/text', 'demo', serves, async (visit) => text((await named(visit)).body_text)),
  get('/dev/mail/:key/html', 'demo', serves, asHtml),
];
