/** F7.3 Circles: their list, their page, joining, letters, files. */
import { attemptWithFiles, fileLimits, receiveFiles, type UploadedFile } from '#commons/files/index.ts';
import { page } from '#commons/hubs/index.ts';
import { followPart } from '#commons/notices/index.ts';
import type { Action } from '#kernel/action.ts';
import { isUuid, parseRef } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { addGroupSection, crumbs, plainPage, typedIn } from '../groups/index.ts';
import { ownGroups } from '../ties/index.ts';
import { circlePath } from './addresses.ts';
import { notFound } from './circle.ts';
import { addCircleFile, takeCircleFileOff } from './files.ts';
import { sendCircleLetter } from './letters.ts';
import { changeCircle, closeCircle, foundCircle, joinCircle, leaveCircle, type NamedCircle } from './membership.ts';
import { circleById, circleFiles, circlesOf, lettersOf, listedCircles, membersOf } from './queries.ts';
import { circleListView, circleMain, circleNow, foundView, insideView } from './views/pages.ts';
import { circleWords } from './words.ts';

const PAGE_SIZE = 20;

addGroupSection({
  name: 'circles',
  order: 30,
  async render(visit, db, group) {
    const circles = await circlesOf(db, group.id);
    if (circles.length === 0) return null;
    const items = circles.map((one) => link(circlePath(one), one.name));
    return section({ title: circleWords(visit.lang).sectionTitle, children: list(items) });
  },
});

function idIn(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw notFound();
  return id;
}

const speaking = (visit: Visit) =>
  (visit.reader?.roles ?? []).filter(({ role }) => role !== 'member').map(({ organisation }) => organisation.id);

async function listPage(visit: Visit): Promise<Reply> {
  const before = isUuid(visit.query('before')) ? visit.query('before') : null;
  const { circles, more } = await visit.read((db) => listedCircles(db, before, PAGE_SIZE));
  visit.tag('circles');
  const w = circleWords(visit.lang);
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'groups',
    breadcrumb: crumbs(visit, null, w.title),
    main: circleListView(visit.lang, circles, more, before !== null),
  });
}

async function foundPage(visit: Visit, typed: Record<string, string> = {}, problem?: Problem): Promise<Reply> {
  const own = await visit.read((db) => ownGroups(db, speaking(visit)));
  const w = circleWords(visit.lang);
  const fieldNames = { own: w.own, name: w.name, about: w.about };
  return plainPage(visit, null, {
    title: w.found,
    main: foundView(visit.lang, own, typed, problem),
    problem,
    fieldNames,
  });
}

interface Again {
  typed?: Record<string, string>;
  kept?: readonly UploadedFile[];
  problem?: Problem;
}

async function showPage(visit: Visit, { typed = {}, kept = [], problem }: Again = {}): Promise<Reply> {
  const id = idIn(visit);
  const [circle, members, own] = await visit.read((db) =>
    Promise.all([circleById(db, id), membersOf(db, id), ownGroups(db, speaking(visit))]),
  );
  const at = circlePath(circle);
  if (!problem && decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  const { lang } = visit;
  visit.tag('circles', `circle:${id}`);
  const inside = own.filter((one) => members.some((member) => member.id === one.id));
  const props = { lang, circle, members, own };
  let within: Html | null = null;
  if (inside.length > 0) {
    const [letters, files] = await visit.read((db) => Promise.all([lettersOf(db, id), circleFiles(db, id)]));
    within = insideView({
      lang,
      circle,
      own: inside,
      letters,
      files,
      limits: fileLimits(visit.hub),
      kept,
      typed,
      problem,
    });
  }
  const w = circleWords(lang);
  const now = circleNow(props);
  return page(visit, {
    title: circle.name,
    description: circle.about.slice(0, 120),
    place: 'groups',
    breadcrumb: [
      ...crumbs(visit, null).map((one) => ({ ...one })),
      { text: w.title, href: '/circles' },
      { text: circle.name },
    ],
    head: html`<h1>${circle.name}</h1><p class="meta">${w.members(circle.member_count)}・${w.by(circle.group_name)}</p>`,
    ...(now ? { now } : {}),
    main: html`${followPart(visit, { kind: 'circle', id, title: circle.name })}${circleMain(props, within, problem)}`,
    problem,
    proof: { kind: 'circle', id },
    fieldNames: { title: w.letterTitle, body: w.letterBody, about: w.about, file: w.filesTitle },
    ...(within ? { islands: ['char-counter'] } : {}),
  });
}

function onCircle<I>(act: Action<I, NamedCircle>, done: string) {
  return async (visit: Visit): Promise<Reply> => {
    const typed = await typedIn(visit);
    return visit.attempt(
      act,
      { ...typed, id: idIn(visit) },
      {
        done: (circle) => `${encodeURI(circlePath(circle))}?done=${done}`,
        again: (problem) => showPage(visit, { typed, problem }),
      },
    );
  };
}

async function found(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(foundCircle, typed, {
    done: (circle) => `${encodeURI(circlePath(circle))}?done=published`,
    again: (problem) => foundPage(visit, typed, problem),
  });
}

async function addFile(visit: Visit): Promise<Reply> {
  const received = await receiveFiles(visit);
  const kept = received.files('file').slice(-1);
  const label = received.form.get('label') ?? '';
  const own = received.form.get('own') ?? '';
  return attemptWithFiles(
    visit,
    received,
    addCircleFile,
    { id: idIn(visit), own, fileId: kept[0]?.id ?? '', label },
    {
      done: (circle) => `${encodeURI(circlePath(circle))}?done=saved`,
      again: (problem) => showPage(visit, { typed: { label }, kept, problem }),
    },
  );
}

const serves = ['F7.3'];

export const routes: readonly Route[] = [
  get('/circles', 'public', serves, listPage, { cached: true, framed: true }),
  get('/circles/new', 'person', serves, (visit) => foundPage(visit)),
  post('/circles', 'person', serves, found),
  get('/circles/:ref', 'public', serves, (visit) => showPage(visit), { cached: true }),
  post('/circles/:ref/members', 'person', serves, onCircle(joinCircle, 'recorded')),
  post('/circles/:ref/departures', 'person', serves, onCircle(leaveCircle, 'recorded')),
  post('/circles/:ref/description', 'person', serves, onCircle(changeCircle, 'saved')),
  post('/circles/:ref/closure', 'person', serves, onCircle(closeCircle, 'recorded')),
  post('/circles/:ref/letters', 'person', serves, onCircle(sendCircleLetter, 'sent')),
  post('/circles/:ref/files', 'person', ['F7.3', 'X10'], addFile, { streams: true }),
  post('/circles/:ref/files/removal', 'person', ['F7.3', 'X10'], onCircle(takeCircleFileOff, 'recorded')),
];
