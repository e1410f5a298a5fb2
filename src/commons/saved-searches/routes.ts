/** F1.1, X3 Saved searches: one's own list, saving, changing, removing; ending the letters by the link in them (RFC 8058). */
import { page } from '#commons/hubs/index.ts';
import { asksNothing, saidOf } from '#commons/search/index.ts';
import { parseShortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { type Reply, text } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { changeSearch, endByLetter, removeSearch, saveSearch } from './acts.ts';
import { findsOf, nameOf, type SavedSearch, searchesOf, searchOf } from './queries.ts';
import { keptQuery, NAME_MAX, notFound, PAGES, type Page, questionOf, refuse } from './saved-search.ts';
import { thingsOf } from './send-finds.ts';
import {
  askedText,
  endedView,
  endView,
  type ListedSearch,
  newView,
  ownPath,
  removalView,
  searchesView,
  searchView,
} from './views/pages.ts';
import { words } from './words.ts';

function idIn(visit: Visit): string {
  const id = parseShortId(visit.params.id ?? '');
  if (!id) throw notFound();
  return id;
}

function listed(visit: Visit, search: SavedSearch): ListedSearch {
  return { ...search, asked: askedText(questionOf(search, visit.hub), search.page, visit.lang) };
}

function crumbs(visit: Visit, last?: string) {
  const { title } = words(visit.lang);
  return last ? [{ text: title, href: '/saved-searches' }, { text: last }] : [{ text: title }];
}

async function listPage(visit: Visit): Promise<Reply> {
  const searches = await visit.read((db) => searchesOf(db, visit.signedIn.person.id));
  return page(visit, {
    title: words(visit.lang).title,
    indexed: false,
    breadcrumb: crumbs(visit),
    main: searchesView(
      visit.lang,
      searches.map((one) => listed(visit, one)),
    ),
  });
}

interface Typed {
  page: string;
  query: string;
  name: string;
  rhythm: string;
}

/** What the address of the page of results says, with `of` naming that page. */
function askedIn(visit: Visit): Typed {
  const of: Page = visit.query('of') === 'activities' ? 'activities' : 'search';
  const query = keptQuery(questionOf({ page: of, query: visit.url.search }, visit.hub));
  const question = questionOf({ page: of, query }, visit.hub);
  // A name is set in quotation marks where it is told: its words have none of their own.
  const all = [question.q, ...saidOf({ ...question, q: '' }, visit.lang)].filter((one) => one !== '');
  const said = all.join(visit.lang === 'en' ? ', ' : '・') || words(visit.lang).pages[of];
  return { page: of, query, name: [...said].slice(0, NAME_MAX).join(''), rhythm: 'daily' };
}

async function newPage(visit: Visit, typed = askedIn(visit), problem?: Problem): Promise<Reply> {
  const { lang, hub } = visit;
  const of = PAGES.find((one) => one === typed.page) ?? 'search';
  const question = questionOf({ page: of, query: typed.query }, hub);
  const w = words(lang);
  if (asksNothing(question)) throw refuse('asks-nothing');
  return page(visit, {
    title: w.newTitle,
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(visit, w.newTitle),
    problem,
    fieldNames: { name: w.name, rhythm: w.rhythm },
    main: newView({ lang, page: of, query: typed.query, asked: askedText(question, of, lang), typed, problem }),
  });
}

async function typedIn(visit: Visit): Promise<Typed> {
  const form = await visit.form();
  const [name, rhythm] = [form.get('name') ?? '', form.get('rhythm') ?? ''];
  return { page: form.get('page') ?? '', query: form.get('query') ?? '', name, rhythm };
}

async function save(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(saveSearch, typed, {
    done: ({ id }) => `${ownPath(id)}?done=saved`,
    again: (problem) => newPage(visit, typed, problem),
  });
}

async function showPage(visit: Visit, typed?: Typed, problem?: Problem): Promise<Reply> {
  const id = idIn(visit);
  const { lang } = visit;
  const [search, finds] = await visit.read((db) =>
    Promise.all([searchOf(db, visit.signedIn.person.id, id), findsOf(db, id)]),
  );
  const found = await visit.read((db) => thingsOf(db, finds));
  const w = words(lang);
  return page(visit, {
    title: search.name,
    indexed: false,
    breadcrumb: crumbs(visit, search.name),
    problem,
    fieldNames: { name: w.name, rhythm: w.rhythm },
    main: searchView({ lang, search: listed(visit, search), found, typed: typed ?? search, problem }),
  });
}

async function change(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const id = idIn(visit);
  return visit.attempt(
    changeSearch,
    { id, name: typed.name, rhythm: typed.rhythm },
    { done: () => `${ownPath(id)}?done=saved`, again: (problem) => showPage(visit, typed, problem) },
  );
}

async function removalPage(visit: Visit): Promise<Reply> {
  const search = await visit.read((db) => searchOf(db, visit.signedIn.person.id, idIn(visit)));
  const { remove } = words(visit.lang);
  const main = removalView(visit.lang, search);
  return page(visit, { title: remove, layout: 'reading', indexed: false, breadcrumb: crumbs(visit, remove), main });
}

async function remove(visit: Visit): Promise<Reply> {
  await visit.form();
  return visit.attempt(
    removeSearch,
    { id: idIn(visit) },
    { done: () => '/saved-searches?done=saved', again: (problem) => showPage(visit, undefined, problem) },
  );
}

/** Opening the page changes nothing: mail scanners open every link. */
async function endPage(visit: Visit): Promise<Reply> {
  const id = idIn(visit);
  const saved = await visit.read((db) => nameOf(db, id));
  if (saved === null) throw notFound();
  const { lang, url } = visit;
  const w = words(lang);
  return page(visit, {
    title: saved.isOff ? w.ended : w.endTitle,
    layout: 'reading',
    indexed: false,
    main: saved.isOff ? endedView(lang, saved.name) : endView(lang, saved.name, url.pathname + url.search),
  });
}

/** A mail program sends `List-Unsubscribe=One-Click`, a person presses the button. Either way it holds at once. */
async function end(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const isOneClick = form.get('List-Unsubscribe') === 'One-Click';
  if (!isOneClick && form.get('end') !== 'yes') return endPage(visit);
  const name = await visit.hubwise.write(visit.hub.id, (db) => endByLetter(db, visit.hub.id, idIn(visit)));
  if (name === null) throw notFound();
  if (isOneClick) return text('ok\n');
  const title = words(visit.lang).ended;
  return page(visit, { title, layout: 'reading', indexed: false, main: endedView(visit.lang, name) });
}

export const routes: readonly Route[] = [
  get('/saved-searches', 'person', ['F1.1', 'P8'], listPage),
  get('/saved-searches/new', 'person', ['F1.1'], (visit) => newPage(visit)),
  post('/saved-searches', 'person', ['F1.1'], save),
  get('/saved-searches/:id', 'person', ['F1.1'], (visit) => showPage(visit)),
  post('/saved-searches/:id', 'person', ['F1.1'], change),
  get('/saved-searches/:id/removal', 'person', ['F1.1'], removalPage),
  post('/saved-searches/:id/removal', 'person', ['F1.1'], remove),
  get('/saved-searches/:id/end', 'public', ['F1.1', 'X3'], endPage),
  post('/saved-searches/:id/end', 'public', ['F1.1', 'X3'], end, { foreign: true }),
];
