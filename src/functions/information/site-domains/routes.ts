/** F1.3 The page of a site's own host, and what a proxy asks before it gets a certificate. */
import { isOwnHost, page } from '#commons/hubs/index.ts';
import type { Action } from '#kernel/action.ts';
import { parseShortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { type Reply, text } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { addSiteTool, editingPath, siteForEditors, sitePath } from '../homepages/index.ts';
import { askDomainCheck, claimDomain, giveDomainUp } from './acts.ts';
import { notFound, readHost } from './domain.ts';
import { domainOf } from './queries.ts';
import { domainView } from './views/domain.ts';
import { domainWords } from './words.ts';

const REFRESH_SECONDS = '5';

addSiteTool({
  name: 'domain',
  order: 30,
  path: '/domain',
  text: (lang) => domainWords(lang).toolText,
  lead: (lang) => domainWords(lang).toolLead,
});

function siteId(visit: Visit): string {
  const id = parseShortId(visit.params.id ?? '');
  if (!id) throw notFound();
  return id;
}

async function show(visit: Visit, typed: Record<string, string> = {}, problem?: Problem): Promise<Reply> {
  const site = await siteForEditors(visit);
  const domain = await visit.read((db) => domainOf(db, site.id));
  const { lang, hub } = visit;
  const w = domainWords(lang);
  const at = editingPath(site.id);
  const isAsked = visit.query('asked') !== '' && !answeredSince(domain?.checked_at ?? null, visit.query('asked'));
  const reply = page(visit, {
    title: w.title,
    layout: 'reading',
    indexed: false,
    place: 'groups',
    breadcrumb: [{ text: site.title, href: at }, { text: w.title }],
    problem,
    fieldNames: { host: w.host },
    main: domainView({
      lang,
      at: `${at}/domain`,
      inTown: hub.origin + sitePath(site.key),
      townHost: new URL(hub.origin).hostname,
      domain,
      isAsked,
      typed,
      problem,
    }),
  });
  return isAsked ? { ...reply, headers: { ...reply.headers, refresh: REFRESH_SECONDS } } : reply;
}

function answeredSince(checkedAt: Date | null, asked: string): boolean {
  return checkedAt !== null && checkedAt.getTime() >= Number(asked);
}

async function claim(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const host = form.get('host') ?? '';
  return visit.attempt(
    claimDomain,
    { siteId: siteId(visit), host },
    {
      done: ({ siteId: id }) => `${editingPath(id)}/domain?done=recorded`,
      again: (problem) => show(visit, { host }, problem),
    },
  );
}

function step(act: Action<{ siteId: string }, { siteId: string }>, next: (visit: Visit) => string) {
  return async (visit: Visit): Promise<Reply> => {
    await visit.form();
    return visit.attempt(
      act,
      { siteId: siteId(visit) },
      {
        done: ({ siteId: id }) => `${editingPath(id)}/domain?${next(visit)}`,
        again: (problem) => show(visit, {}, problem),
      },
    );
  };
}

/** 200 when a site of this deployment is shown at `domain`: so a proxy gets certificates for these hosts only. It tells no more. */
async function ask(visit: Visit): Promise<Reply> {
  const host = readHost(visit.query('domain'));
  const isOurs = host !== null && (await visit.read((db) => isOwnHost(db, host)));
  return text(isOurs ? 'yes\n' : 'no\n', undefined, isOurs ? 200 : 404);
}

const serves = ['F1.3'];

export const routes: readonly Route[] = [
  get('/own-hosts', 'public', serves, ask),
  get('/site-editing/:id/domain', 'person', serves, (visit) => show(visit)),
  post('/site-editing/:id/domain', 'person', serves, claim),
  post(
    '/site-editing/:id/domain/check',
    'person',
    serves,
    step(askDomainCheck, ({ now }) => `asked=${now.getTime()}`),
  ),
  post(
    '/site-editing/:id/domain/removal',
    'person',
    serves,
    step(giveDomainUp, () => 'done=recorded'),
  ),
];
