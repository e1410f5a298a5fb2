/** F1.3 The workshop of a site and the editor of a page: everything but its single blocks. */
import type { Action } from '#kernel/action.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { html } from '#ui/html.ts';
import { groupHref } from '../../registration/groups/index.ts';
import { editingPath, pageEditing, pageHref } from './addresses.ts';
import { siteData } from './data.ts';
import { draftBlockProps, draftPage, previewNotice } from './draft-look.ts';
import { draftedPages, editsOf, pageVersions } from './draft-queries.ts';
import { documentReply, draftIn, shortIn, siteIn, typedIn, workshopPage } from './frame.ts';
import { nameOneself } from './members.ts';
import { createPage, createPost, placePage, renamePage, withdrawPage } from './pages.ts';
import { endPreviews, makePreview } from './previews.ts';
import { publishAll, publishPage, restoreVersion, unschedulePage } from './publish.ts';
import { siteById } from './queries.ts';
import { notFound } from './site.ts';
import { closeSite } from './sites.ts';
import { editorMain } from './views/editor.ts';
import { previewBar, publicationMain, versionsMain } from './views/publication.ts';
import { pageHtml } from './views/site-page.ts';
import { workshopMain } from './views/workshop.ts';
import { townWays } from './ways.ts';
import { words } from './words.ts';

type Typed = Record<string, string>;

async function workshop(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const site = await siteIn(visit);
  const listed = await visit.read((db) => draftedPages(db, site.id, visit.now));
  const { lang } = visit;
  const title = words(lang).workshop.title(site.title);
  const main = workshopMain({ lang, site, ...listed, typed, problem });
  return workshopPage(visit, site, { title, main, problem, fieldNames: { title: words(lang).editor.pageTitle } }, true);
}

function begin(kind: 'pages' | 'posts') {
  return async (visit: Visit): Promise<Reply> => {
    const typed: Typed = { ...(await typedIn(visit)), kind };
    const act = (kind === 'pages' ? createPage : createPost) as Action<unknown, { id: string }>;
    return visit.attempt(
      act,
      { siteId: shortIn(visit), title: typed.title },
      {
        done: ({ id }) => pageEditing(id),
        again: (problem) => workshop(visit, typed, problem),
      },
    );
  };
}

/** An act on the whole site, back to its workshop. */
function onSite<I>(act: Action<I, unknown>, name: 'id' | 'siteId', done: string) {
  return async (visit: Visit): Promise<Reply> => {
    const typed = await typedIn(visit);
    return visit.attempt(
      act,
      { ...typed, [name]: shortIn(visit) },
      {
        done: () => `${editingPath(shortIn(visit))}?done=${done}`,
        again: (problem) => workshop(visit, {}, problem),
      },
    );
  };
}

/** A member of the group may have no workshop: it comes back to the page of its group. */
async function naming(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const back = (await visit.read((db) => siteById(db, shortIn(visit), visit.now)))?.group_id;
  if (!back) throw notFound();
  await visit.perform(nameOneself, { ...typed, id: shortIn(visit) });
  return seeOther(`${groupHref(back)}/site?done=saved`);
}

async function editor(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const { draft, site } = await draftIn(visit);
  const { lang } = visit;
  const [edits, props] = await visit.read((db) =>
    Promise.all([editsOf(db, draft.id), draftBlockProps(visit, db, site, draft)]),
  );
  const main = editorMain({ ...props, draft, edits, typed, problem });
  const fieldNames = { title: words(lang).editor.pageTitle };
  const islands = ['char-counter', 'list-in-place'];
  return workshopPage(visit, site, { title: draft.title, main, problem, fieldNames, islands });
}

async function rename(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(
    renamePage,
    { ...typed, id: shortIn(visit) },
    {
      done: ({ id }) => `${pageEditing(id)}?done=saved`,
      again: (problem) => editor(visit, { title: typed.title ?? '' }, problem),
    },
  );
}

async function place(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const { site } = await draftIn(visit);
  return visit.attempt(
    placePage,
    { ...typed, id: shortIn(visit) },
    {
      done: ({ siteId }) => `${editingPath(siteId)}?done=saved`,
      again: (problem) =>
        workshopPage(visit, site, { title: words(visit.lang).workshop.title(site.title), main: html``, problem }),
    },
  );
}

async function publication(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const { draft, site } = await draftIn(visit);
  const { lang } = visit;
  const w = words(lang).publication;
  const main = publicationMain({ lang, draft, typed, problem });
  return workshopPage(visit, site, {
    title: w.title(draft.title),
    main,
    problem,
    fieldNames: { at: w.at, changed: w.note },
  });
}

async function publish(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const isLater = (typed.at ?? '') !== '';
  return visit.attempt(
    publishPage,
    { ...typed, id: shortIn(visit) },
    {
      done: ({ siteId }) => `${editingPath(siteId)}?done=${isLater ? 'saved' : 'published'}`,
      again: (problem) => publication(visit, typed, problem),
    },
  );
}

/** An act on a page, back to where its publication is decided. */
function onPage<I>(act: Action<I, { id: string }>, done: string, to: (id: string) => string) {
  return async (visit: Visit): Promise<Reply> => {
    const typed = await typedIn(visit);
    return visit.attempt(
      act,
      { ...visit.params, ...typed, id: shortIn(visit) },
      {
        done: ({ id }) => `${to(id)}?done=${done}`,
        again: (problem) => publication(visit, {}, problem),
      },
    );
  };
}

async function versions(visit: Visit): Promise<Reply> {
  const { draft, site } = await draftIn(visit);
  const all = await visit.read((db) => pageVersions(db, draft.id));
  const asked = visit.params.version;
  const chosen = asked === undefined ? null : (all.find((one) => `${one.version}` === asked) ?? null);
  if (asked !== undefined && !chosen) throw notFound();
  const { lang } = visit;
  const w = words(lang).versions;
  const title = chosen ? w.one(draft.title, chosen.version) : w.title(draft.title);
  return workshopPage(visit, site, { title, main: versionsMain({ lang, draft, versions: all, chosen }) });
}

async function look(visit: Visit, url: string | null = null): Promise<Reply> {
  const { draft, site } = await draftIn(visit);
  const shown = await visit.read((db) => siteById(db, site.id, visit.now));
  if (!shown) throw notFound();
  const { hub, lang, now } = visit;
  const data = await visit.read((db) => siteData(db, { hub, lang, site, blocks: draft.blocks, now }));
  const ways = townWays({ site, assets: visit.assets, canonical: null, contact: null });
  const notices = previewBar({ lang, draft, url });
  const page = draftPage(draft, now);
  return documentReply(
    pageHtml({ lang, site: shown, ways, town: hub.town[lang], page, data, notices, indexed: false }),
  );
}

async function makeLink(visit: Visit): Promise<Reply> {
  await visit.form();
  const { key } = await visit.perform(makePreview, { id: shortIn(visit) });
  return look(visit, key === '' ? null : `${visit.hub.origin}/site-previews/${key}`);
}

/** Whoever has the link sees the draft as it is now, until the link ends. */
async function lookByKey(visit: Visit): Promise<Reply> {
  const key = visit.params.key ?? '';
  return documentReply(await previewNotice(visit, key));
}

const person = (path: string, handle: Route['handle']) => get(path, 'person', ['F1.3'], handle);
const act = (path: string, handle: Route['handle']) => post(path, 'person', ['F1.3'], handle);

export const pageRoutes: readonly Route[] = [
  person('/site-editing/:id', (visit) => workshop(visit)),
  act('/site-editing/:id/pages', begin('pages')),
  act('/site-editing/:id/posts', begin('posts')),
  act('/site-editing/:id/publication', onSite(publishAll as Action<unknown, unknown>, 'siteId', 'published')),
  act('/site-editing/:id/closure', onSite(closeSite as Action<unknown, unknown>, 'id', 'saved')),
  act('/site-editing/:id/naming', naming),
  person('/site-pages/:id/editing', (visit) => editor(visit)),
  act('/site-pages/:id/title', rename),
  act('/site-pages/:id/place', place),
  person('/site-pages/:id/publication', (visit) => publication(visit)),
  act('/site-pages/:id/publication', publish),
  act(
    '/site-pages/:id/unscheduling',
    onPage(unschedulePage, 'saved', (id) => `${pageHref(id)}/publication`),
  ),
  act(
    '/site-pages/:id/withdrawal',
    onPage(withdrawPage, 'withdrawn', (id) => `${pageHref(id)}/publication`),
  ),
  person('/site-pages/:id/versions', versions),
  person('/site-pages/:id/versions/:version', versions),
  act(
    '/site-pages/:id/versions/:version/restoration',
    onPage(restoreVersion as Action<unknown, { id: string }>, 'saved', pageEditing),
  ),
  person('/site-pages/:id/preview', (visit) => look(visit)),
  act('/site-pages/:id/preview-links', makeLink),
  act(
    '/site-pages/:id/preview-links/end',
    onPage(endPreviews, 'saved', (id) => `${pageHref(id)}/publication`),
  ),
  get('/site-previews/:key', 'public', ['F1.3'], lookByKey),
];
