/** F9, Import: the desk sends the files of a conversation and sees what becomes of them. */
import { debatePath } from '#commons/discussion/index.ts';
import { page } from '#commons/hubs/index.ts';
import { isUuid, uuidv7 } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { importById, recentImports } from './queries.ts';
import { LARGEST_MB, receiveUpload } from './receive-upload.ts';
import { requestImport } from './request-import.ts';
import { mayImport } from './rules.ts';
import { discardUpload } from './uploads.ts';
import { importForm, type TypedImport } from './views/form.ts';
import { importStatus, isUnderWay } from './views/status.ts';
import { words } from './words.ts';

const REFRESH_SECONDS = '3';

/** To everybody but the desk there is no such page. */
function forTheDesk(visit: Visit): void {
  if (!mayImport(visit.signedIn, visit.hub)) throw refuseKernel('not-found', { status: 404 });
}

function importId(visit: Visit): string {
  const { id } = visit.params;
  if (!id || !isUuid(id)) throw refuseKernel('not-found', { status: 404 });
  return id;
}

function crumbs(visit: Visit, title: string) {
  return [{ text: words(visit.lang).form.debates, href: '/debates' }, { text: title }];
}

async function formPage(visit: Visit, typed: TypedImport, problem?: Problem): Promise<Reply> {
  const recent = await visit.read((db) => recentImports(db, 10));
  const { title } = words(visit.lang).form;
  const action = `/debates/imports/${uuidv7(visit.now)}`;
  const main = importForm({ lang: visit.lang, action, typed, problem, recent, largestMb: LARGEST_MB });
  return page(visit, { title, place: 'debates', layout: 'reading', breadcrumb: crumbs(visit, title), main, problem });
}

async function start(visit: Visit): Promise<Reply> {
  forTheDesk(visit);
  return formPage(visit, { title: '', source: '', licence: '' });
}

async function send(visit: Visit): Promise<Reply> {
  forTheDesk(visit);
  const id = importId(visit);
  const form = await receiveUpload(visit, id);
  if (!form) return seeOther(`/debates/imports/${id}`);
  const text = (name: string) => form.get(name) ?? '';
  const typed = { title: text('title'), source: text('source'), licence: text('licence') };
  return visit.attempt(
    requestImport,
    { id, ...typed },
    {
      done: () => `/debates/imports/${id}`,
      again: async (problem) => {
        await discardUpload(visit.hubwise, visit.hub.id, id);
        return formPage(visit, typed, problem);
      },
    },
  );
}

async function status(visit: Visit): Promise<Reply> {
  forTheDesk(visit);
  const shown = await visit.read((db) => importById(db, importId(visit)));
  if (!shown) throw refuseKernel('not-found', { status: 404 });
  const { title } = words(visit.lang).status;
  const debateHref = shown.debate_id ? debatePath({ id: shown.debate_id, title: shown.debate_title ?? '' }) : null;
  const reply = page(visit, {
    title,
    place: 'debates',
    layout: 'reading',
    breadcrumb: crumbs(visit, title),
    main: importStatus({ lang: visit.lang, shown, debateHref }),
  });
  return isUnderWay(shown) ? { ...reply, headers: { ...reply.headers, refresh: REFRESH_SECONDS } } : reply;
}

export const routes: readonly Route[] = [
  get('/debates/imports/new', 'person', ['F9.2'], start),
  get('/debates/imports/:id', 'person', ['F9.2'], status),
  post('/debates/imports/:id', 'person', ['F9.2'], send, { streams: true }),
];
