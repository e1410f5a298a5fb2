/** F7.7 Patronage: the public list, asking, one request for both sides, its letter. */
import { pdfReply } from '#channels/pdf/index.ts';
import { attemptWithFiles, fileLimits, filesOn, receiveFiles, type UploadedFile } from '#commons/files/index.ts';
import { page } from '#commons/hubs/index.ts';
import type { Action } from '#kernel/action.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { isUuid, parseRef, shortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { crumbs, plainPage, speaksFor, typedIn } from '../groups/index.ts';
import { ownGroups } from '../ties/index.ts';
import { requestPath } from './addresses.ts';
import { addPaper, answerOffice, askPatronage, type NamedRequest, REQUEST, takeRequestBack } from './ask.ts';
import { askGroup, grantRequest, refuseRequest } from './decide.ts';
import { patronageRulesOf } from './hub-rules.ts';
import { grantedLetter } from './letter.ts';
import { grantedPatronage, officesToAsk, type Request, requestById, requestsOfSides } from './queries.ts';
import { notFound } from './request.ts';
import { decides, sightOf } from './rules.ts';
import { askView, grantedList, recordView, requestHead, requestMain } from './views/pages.ts';
import { patronageWords } from './words.ts';

const PAGE_SIZE = 20;

const rolesOf = (visit: Visit) => visit.reader?.roles ?? [];
const speaking = (visit: Visit) =>
  rolesOf(visit)
    .filter(({ role }) => role !== 'member')
    .map(({ organisation }) => organisation.id);

async function listPage(visit: Visit): Promise<Reply> {
  const before = isUuid(visit.query('before')) ? visit.query('before') : null;
  const { requests, more } = await visit.read((db) => grantedPatronage(db, before, PAGE_SIZE));
  visit.tag('patronage');
  const w = patronageWords(visit.lang);
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'groups',
    breadcrumb: crumbs(visit, null, w.title),
    main: grantedList(visit.lang, requests, more, before !== null),
  });
}

async function recordPage(visit: Visit): Promise<Reply> {
  const offices = rolesOf(visit).map(({ organisation }) => organisation.id);
  const requests = await visit.read((db) => requestsOfSides(db, speaking(visit), offices));
  return plainPage(visit, null, {
    title: patronageWords(visit.lang).mine,
    main: recordView(visit.lang, requests, tokyoDate(visit.now)),
  });
}

async function askPage(visit: Visit, typed: Record<string, string> = {}, problem?: Problem): Promise<Reply> {
  const { lang, hub } = visit;
  const [own, offices] = await visit.read((db) =>
    Promise.all([ownGroups(db, speaking(visit)), officesToAsk(db, hub.secretariatId)]),
  );
  const w = patronageWords(lang);
  const { asked, kind, heldOn, heldUntil, place, purpose } = w;
  return plainPage(visit, null, {
    title: w.ask,
    main: askView({ lang, dueDays: patronageRulesOf(hub).dueDays, own, offices, typed, problem }),
    problem,
    fieldNames: { own: w.own, asked, kind, title: w.name, heldOn, heldUntil, place, purpose },
  });
}

async function ask(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(askPatronage, typed, {
    done: (request) => `${encodeURI(requestPath(request))}?done=sent`,
    again: (problem) => askPage(visit, typed, problem),
  });
}

interface Again {
  typed?: Record<string, string>;
  kept?: readonly UploadedFile[];
  problem?: Problem;
}

function idIn(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw notFound();
  return id;
}

/** To others than both sides there is only what was granted. */
async function seen(visit: Visit): Promise<{ request: Request; sight: 'all' | 'granted' }> {
  const request = await visit.read((db) => requestById(db, idIn(visit)));
  const sight = sightOf(visit.reader, request);
  if (!sight) throw notFound();
  return { request, sight };
}

async function showPage(visit: Visit, { typed = {}, kept = [], problem }: Again = {}): Promise<Reply> {
  const { request, sight } = await seen(visit);
  const at = requestPath(request);
  if (!problem && decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  const { lang, now, reader, hub } = visit;
  const { id } = request;
  const w = patronageWords(lang);
  const props = {
    lang,
    today: tokyoDate(now),
    request,
    sight,
    speaks: speaksFor(reader, request.group_id),
    decides: decides(reader, request.asked_id),
    files: sight === 'all' ? await visit.read((db) => filesOn(db, { kind: REQUEST, id })) : [],
    limits: fileLimits(hub),
    typed,
    kept,
    problem,
  };
  return page(visit, {
    title: request.title,
    place: 'groups',
    breadcrumb: [...crumbs(visit, null), { text: w.title, href: '/patronage' }, { text: request.title }],
    head: requestHead(props),
    main: requestMain(props),
    problem,
    fieldNames: {
      answer: w.answer,
      question: w.question,
      reason: w.reason,
      conditions: w.conditions,
      file: w.papers,
      label: w.papers,
    },
    islands: ['char-counter'],
    ...(request.kind === 'patronage' && request.state === 'granted'
      ? { proof: { kind: REQUEST, id } }
      : { indexed: false }),
  });
}

async function letter(visit: Visit): Promise<Reply> {
  const { request, sight } = await seen(visit);
  if (sight !== 'all' || request.state !== 'granted') throw notFound();
  const { lang, hub } = visit;
  const what = grantedLetter({ lang, origin: hub.origin, hubName: hub.town[lang], request });
  const reply = await pdfReply(
    visit,
    what,
    `patronage-${request.number_year}-${request.number}-${shortId(request.id)}.pdf`,
  );
  return { ...reply, headers: { ...reply.headers, 'cache-control': 'private, no-cache' } };
}

/** An act on the request of the address, back to its page; `form` names the one that is shown again when it is refused. */
function onRequest<I>(act: Action<I, NamedRequest>, form: string, done: string) {
  return async (visit: Visit): Promise<Reply> => {
    const typed = await typedIn(visit);
    return visit.attempt(
      act,
      { ...typed, id: idIn(visit) },
      {
        done: (request) => `${encodeURI(requestPath(request))}?done=${done}`,
        again: (problem) => showPage(visit, { typed: { ...typed, form }, problem }),
      },
    );
  };
}

async function paper(visit: Visit): Promise<Reply> {
  await seen(visit);
  const received = await receiveFiles(visit);
  const kept = received.files('file').slice(-1);
  const label = received.form.get('label') ?? '';
  return attemptWithFiles(
    visit,
    received,
    addPaper,
    { id: idIn(visit), fileId: kept[0]?.id ?? '', label },
    {
      done: (request) => `${encodeURI(requestPath(request))}?done=saved`,
      again: (problem) => showPage(visit, { typed: { label, form: 'papers' }, kept, problem }),
    },
  );
}

const serves = ['F7.7'];

export const routes: readonly Route[] = [
  get('/patronage', 'public', serves, listPage, { cached: true }),
  get('/patronage/new', 'person', serves, (visit) => askPage(visit)),
  post('/patronage', 'person', serves, ask),
  get('/patronage-requests', 'person', serves, recordPage),
  get('/patronage/:ref', 'public', serves, (visit) => showPage(visit)),
  get('/patronage/:ref/letter.pdf', 'person', serves, letter),
  post('/patronage/:ref/papers', 'person', ['F7.7', 'X10'], paper, { streams: true }),
  post('/patronage/:ref/answers', 'person', serves, onRequest(answerOffice, 'answers', 'sent')),
  post('/patronage/:ref/removal', 'person', serves, onRequest(takeRequestBack, 'removal', 'withdrawn')),
  post('/patronage/:ref/questions', 'person', serves, onRequest(askGroup, 'questions', 'sent')),
  post('/patronage/:ref/permission', 'person', serves, onRequest(grantRequest, 'permission', 'recorded')),
  post('/patronage/:ref/refusal', 'person', serves, onRequest(refuseRequest, 'refusal', 'recorded')),
];
