/** F1.3 Editors bring an earlier homepage in. */
import { refreshed, takeIn } from '#commons/file-imports/index.ts';
import { guardFiles } from '#commons/files/index.ts';
import { page } from '#commons/hubs/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { parseShortId, shortId, uuidv7 } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import type { Html } from '#ui/html.ts';
import { addSiteTool, editingPath, siteForEditors } from '../homepages/index.ts';
import { beginImport, bringImport, describePictures, takeImportBack } from './acts.ts';
import { notFound, SITES } from './import.ts';
import { type ImportRow, importById, openPictures, recentImports, WAITING } from './queries.ts';
import { describeView, importPath, importView, siteSendView } from './views.ts';
import { importWords } from './words.ts';

addSiteTool({
  name: 'import',
  order: 40,
  path: '/arrivals',
  text: (lang) => importWords(lang).toolText,
  lead: (lang) => importWords(lang).toolLead,
});

/** A picture that waits for its words is seen by the editors alone. */
guardFiles(WAITING, async (db, things, { reader }) => {
  const rows = await run<{ id: string; group_id: string }>(
    db,
    `select i.id, s.group_id from site_imports i join sites s on s.hub_id = i.hub_id and s.id = i.site_id where i.id = any($1::uuid[])`,
    [things.map(({ id }) => id)],
  );
  const own = new Set(reader?.roles.filter(({ role }) => role !== 'member').map(({ organisation }) => organisation.id));
  return things.map(({ id }) => {
    const row = rows.find((one) => one.id === id);
    return row && own.has(row.group_id) ? 'reader' : null;
  });
});

function idIn(visit: Visit, name: string): string {
  const id = parseShortId(visit.params[name] ?? '');
  if (!id) throw notFound();
  return id;
}

async function ownImport(visit: Visit): Promise<ImportRow> {
  const shown = await visit.read((db) => importById(db, idIn(visit, 'id')));
  await siteForEditors(visit, shown.site_id);
  return shown;
}

function framed(
  visit: Visit,
  site: { id: string; title: string },
  title: string,
  main: Html,
  problem?: Problem,
): Reply {
  const w = importWords(visit.lang);
  const at = editingPath(site.id);
  return page(visit, {
    title,
    indexed: false,
    place: 'groups',
    breadcrumb: [
      { text: site.title, href: at },
      ...(title === w.title ? [] : [{ text: w.title, href: `${at}/arrivals` }]),
      { text: title },
    ],
    problem,
    fieldNames: { file: w.file },
    main,
  });
}

async function sendPage(visit: Visit, problem?: Problem): Promise<Reply> {
  const site = await siteForEditors(visit);
  const recent = await visit.read((db) => recentImports(db, site.id));
  const w = importWords(visit.lang);
  const action = `${editingPath(site.id)}/arrivals/${shortId(uuidv7(visit.now))}`;
  return framed(visit, site, w.title, siteSendView(visit.lang, action, recent, problem), problem);
}

async function send(visit: Visit): Promise<Reply> {
  const site = await siteForEditors(visit);
  const id = idIn(visit, 'arrival');
  return takeIn(visit, {
    kind: SITES,
    id,
    own: { site_id: site.id },
    begin: beginImport,
    path: importPath(id),
    again: (problem) => sendPage(visit, problem),
  });
}

async function statusPage(visit: Visit, problem?: Problem): Promise<Reply> {
  const shown = await ownImport(visit);
  const { lang } = visit;
  const open = shown.state === 'done' ? await visit.read((db) => openPictures(db, shown.id)) : [];
  const ended = shown.problem;
  const refusal = ended?.refusal
    ? new Refusal(ended.module ?? '', [{ code: ended.refusal, ...(ended.facts ? { facts: ended.facts } : {}) }])
    : null;
  const main = importView({
    lang,
    shown,
    open,
    refusal: refusal ? (visit.problem(refusal).items[0]?.message ?? '') : '',
  });
  const title = shown.file_name || importWords(lang).title;
  return refreshed(framed(visit, { id: shown.site_id, title: shown.site_title }, title, main, problem), shown);
}

async function start(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const input = {
    id: idIn(visit, 'id'),
    publish: form.get('publish') === 'yes',
    pictures: form.get('pictures') === 'yes',
  };
  return visit.attempt(bringImport, input, {
    done: ({ id }) => importPath(id),
    again: (problem) => statusPage(visit, problem),
  });
}

async function reverse(visit: Visit): Promise<Reply> {
  await visit.form();
  return visit.attempt(
    takeImportBack,
    { id: idIn(visit, 'id') },
    {
      done: ({ id, siteId, isGone }) => (isGone ? `${editingPath(siteId)}/arrivals?done=withdrawn` : importPath(id)),
      again: (problem) => statusPage(visit, problem),
    },
  );
}

async function picturesPage(visit: Visit, typed: Record<string, string> = {}, problem?: Problem): Promise<Reply> {
  const shown = await ownImport(visit);
  const open = await visit.read((db) => openPictures(db, shown.id));
  const main = describeView(visit.lang, shown, open, typed, problem);
  const site = { id: shown.site_id, title: shown.site_title };
  return framed(visit, site, importWords(visit.lang).describeTitle, main, problem);
}

async function describe(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const typed = Object.fromEntries([...form.entries()].map(([name, values]) => [name, values[0] ?? '']));
  const labels = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith('label-') ? [[name.slice('label-'.length), value]] : [],
    ),
  );
  return visit.attempt(
    describePictures,
    { id: idIn(visit, 'id'), labels },
    {
      done: ({ id }) => `${importPath(id)}/pictures?done=saved`,
      again: (problem) => picturesPage(visit, typed, problem),
    },
  );
}

const serves = ['F1.3'];

export const routes: readonly Route[] = [
  get('/site-editing/:id/arrivals', 'person', serves, (visit) => sendPage(visit)),
  post('/site-editing/:id/arrivals/:arrival', 'person', serves, send, { streams: true }),
  get('/site-imports/:id', 'person', serves, (visit) => statusPage(visit)),
  post('/site-imports/:id/start', 'person', serves, start),
  post('/site-imports/:id/reversal', 'person', serves, reverse),
  get('/site-imports/:id/pictures', 'person', serves, (visit) => picturesPage(visit)),
  post('/site-imports/:id/pictures', 'person', serves, describe),
];
