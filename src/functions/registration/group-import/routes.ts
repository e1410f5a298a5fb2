/** F7.5 The desk brings a town's list in. To everybody else there are no such pages. */
import { refreshed, takeIn } from '#commons/file-imports/index.ts';
import { leadsSecretariat } from '#commons/hubs/index.ts';
import type { Action } from '#kernel/action.ts';
import { parseShortId, uuidv7 } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { plainPage } from '../groups/index.ts';
import { beginList, bringList, chooseDoubles, inviteListed, mapList, takeListBack } from './acts.ts';
import { LIST_ITEMS, LISTS, notFound } from './list.ts';
import { importById, recentImports } from './queries.ts';
import { importPath, importView, listSendView } from './views/pages.ts';
import { importWords } from './words.ts';

function forTheDesk({ hub, signedIn: reader }: Visit): void {
  if (!leadsSecretariat({ hub, reader })) throw notFound();
}

function idIn(visit: Visit): string {
  const id = parseShortId(visit.params.id ?? '');
  if (!id) throw notFound();
  return id;
}

async function sendPage(visit: Visit, problem?: Problem): Promise<Reply> {
  forTheDesk(visit);
  const recent = await visit.read(recentImports);
  const w = importWords(visit.lang);
  const main = listSendView(visit.lang, importPath(uuidv7(visit.now)), recent, problem);
  return plainPage(visit, null, { title: w.title, main, problem, fieldNames: { file: w.file } });
}

async function send(visit: Visit): Promise<Reply> {
  forTheDesk(visit);
  const id = idIn(visit);
  return takeIn(visit, {
    kind: LISTS,
    id,
    begin: beginList,
    path: importPath(id),
    again: (problem) => sendPage(visit, problem),
  });
}

async function statusPage(visit: Visit, problem?: Problem): Promise<Reply> {
  forTheDesk(visit);
  const shown = await visit.read((db) => importById(db, idIn(visit)));
  const w = importWords(visit.lang);
  const main = importView(visit.lang, shown, problem);
  const title = shown.file_name || w.title;
  // A table of what was read needs the width, within the margins of a page.
  const fieldNames = { headRow: w.headRow };
  return refreshed(plainPage(visit, null, { title, layout: undefined, main, problem, fieldNames }), shown);
}

async function columns(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const chosen = Object.fromEntries(LIST_ITEMS.map((item) => [item, form.get(`c-${item}`) || '-1']));
  const input = {
    id: idIn(visit),
    columns: chosen,
    open: form.getAll('open'),
    double: form.get('double'),
    isLenient: form.get('isLenient') === 'yes',
    headRow: form.get('headRow') || '0',
  };
  return visit.attempt(mapList, input, {
    done: ({ id }) => importPath(id),
    again: (problem) => statusPage(visit, problem),
  });
}

async function doubles(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  return visit.attempt(
    chooseDoubles,
    { id: idIn(visit), lines: form.getAll('lines') },
    { done: ({ id }) => importPath(id), again: (problem) => statusPage(visit, problem) },
  );
}

function step(act: Action<{ id: string }, { id: string; isGone?: boolean }>) {
  return async (visit: Visit): Promise<Reply> => {
    await visit.form();
    return visit.attempt(
      act,
      { id: idIn(visit) },
      {
        done: ({ id, isGone }) => (isGone ? '/group-imports/new?done=withdrawn' : `${importPath(id)}?done=recorded`),
        again: (problem) => statusPage(visit, problem),
      },
    );
  };
}

const serves = ['F7.5'];

export const routes: readonly Route[] = [
  get('/group-imports/new', 'person', serves, (visit) => sendPage(visit)),
  get('/group-imports/:id', 'person', serves, (visit) => statusPage(visit)),
  post('/group-imports/:id', 'person', serves, send, { streams: true }),
  post('/group-imports/:id/columns', 'person', serves, columns),
  post('/group-imports/:id/doubles', 'person', serves, doubles),
  post('/group-imports/:id/start', 'person', serves, step(bringList)),
  post('/group-imports/:id/reversal', 'person', serves, step(takeListBack)),
  post('/group-imports/:id/letters', 'person', serves, step(inviteListed)),
];
