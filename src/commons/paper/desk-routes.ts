/** X9 The desk where papers are entered. Whoever doesn't act for the secretariat doesn't see what was entered, nor the scans. */
import { randomUUID } from 'node:crypto';
import { pdfReply } from '#channels/pdf/index.ts';
import { type Debate, debateById, debateHref, debatePath, takes } from '#commons/discussion/index.ts';
import { attemptWithFiles, receiveFiles } from '#commons/files/index.ts';
import { actsAsSecretariat, isSecretariat, page, rulesOf } from '#commons/hubs/index.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { isUuid, parseRef, parseShortId, shortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { correctPaper, takeBackPaper } from './change-paper.ts';
import { demandSecretariat, enterPaper } from './enter-paper.ts';
import { receiptSheet } from './prints.ts';
import { listedPapers, officeName, type Paper, paperById } from './queries.ts';
import { enterPage, paperList, paperPage, switchFirst, type Typed } from './views/desk.ts';
import { words } from './words.ts';

const PAGE_SIZE = 30;

function notFound() {
  return refuseKernel('not-found', { status: 404 });
}

function atTheDesk(visit: Visit): void {
  demandSecretariat({ hub: visit.hub, reader: visit.signedIn });
}

/** A page of the desk: somebody of it who acts for somebody else now is led there, to others there is no such page. */
const atDesk =
  (show: (visit: Visit) => Promise<Reply>) =>
  async (visit: Visit): Promise<Reply> => {
    const { hub, lang, signedIn: reader } = visit;
    if (!isSecretariat({ hub, reader })) throw notFound();
    if (actsAsSecretariat({ hub, reader })) return show(visit);
    const here = visit.url.pathname + visit.url.search;
    return page(visit, {
      title: words(lang).list.title,
      layout: 'reading',
      indexed: false,
      main: switchFirst(lang, here),
    });
  };

async function named(visit: Visit): Promise<{ debate: Debate; last: Paper | null }> {
  const id = parseRef(visit.params.ref ?? '');
  const lastId = parseShortId(visit.query('last'));
  const [debate, last] = id
    ? await visit.read((db) => Promise.all([debateById(db, id), lastId ? paperById(db, lastId) : null]))
    : [null, null];
  if (!debate) throw notFound();
  return { debate, last };
}

interface Again {
  typed: Typed;
  entry: string;
  problem: Problem;
}

async function enterForm(visit: Visit, again?: Again): Promise<Reply> {
  atTheDesk(visit);
  const { debate, last } = await named(visit);
  const { lang, now, hub } = visit;
  const closed = takes(debate, 'question', now);
  const isOpen = takes(debate, 'opinion', now) === null;
  const day = visit.query('on');
  const receivedOn = /^\d{4}-\d\d-\d\d$/.test(day) ? day : tokyoDate(now);
  const fresh = { kind: isOpen ? 'opinion' : 'question', body: '', reason: '', name: '', receivedOn, kept: [] };
  const w = words(lang).enter;
  return page(visit, {
    title: w.title,
    layout: 'reading',
    indexed: false,
    breadcrumb: [{ text: debate.title, href: debateHref(debate) }, { text: w.title }],
    main: enterPage({
      lang,
      debate,
      typed: again?.typed ?? fresh,
      entry: again?.entry ?? randomUUID(),
      limits: rulesOf(hub, debate.rules_version).limits,
      last: again ? null : last,
      blocked: closed && !again ? words(lang).info.closed : null,
      problem: again?.problem,
    }),
    islands: ['quick-entry', 'char-counter'],
    problem: again?.problem,
    fieldNames: { body: w.body, reason: w.reason, kind: w.kind, name: w.name, receivedOn: w.receivedOn, file: w.scan },
  });
}

async function enter(visit: Visit): Promise<Reply> {
  // Who may not is told before a scan is read.
  atTheDesk(visit);
  const { debate } = await named(visit);
  const received = await receiveFiles(visit);
  const { form } = received;
  const field = (name: string) => form.get(name) ?? '';
  const kept = received.files('file').slice(-1);
  const entry = isUuid(field('entry')) ? field('entry') : randomUUID();
  const text = { kind: field('kind'), body: field('body'), reason: field('reason'), name: field('name') };
  const receivedOn = field('receivedOn');
  return attemptWithFiles(
    visit,
    received,
    enterPaper,
    { ...text, debateId: debate.id, entry, receivedOn, fileId: kept[0]?.id ?? '' },
    {
      // Papers come in heaps of one day: the next one begins with the same.
      done: (paper) =>
        `${encodeURI(debatePath(debate))}/paper-opinions/new?last=${shortId(paper.id)}&on=${encodeURIComponent(receivedOn)}`,
      again: (problem) => enterForm(visit, { typed: { ...text, receivedOn, kept }, entry, problem }),
    },
  );
}

async function listPage(visit: Visit): Promise<Reply> {
  atTheDesk(visit);
  const debateId = parseShortId(visit.query('debate'));
  const after = parseShortId(visit.query('after'));
  const listed = await visit.read((db) => listedPapers(db, { debateId, after, limit: PAGE_SIZE }));
  const w = words(visit.lang).list;
  return page(visit, {
    title: w.title,
    layout: 'reading',
    indexed: false,
    breadcrumb: [{ text: w.title }],
    main: paperList({ lang: visit.lang, ...listed, debateId, later: after !== null }),
  });
}

async function known(visit: Visit): Promise<Paper> {
  atTheDesk(visit);
  const id = parseRef(visit.params.ref ?? '');
  const paper = id ? await visit.read((db) => paperById(db, id)) : null;
  if (!paper) throw notFound();
  return paper;
}

interface Changed {
  body?: string;
  reason?: string;
}

async function showPage(visit: Visit, typed: Changed = {}, problem?: Problem): Promise<Reply> {
  const paper = await known(visit);
  const { lang, hub } = visit;
  const w = words(lang);
  const title = w.show.title(String(paper.number));
  return page(visit, {
    title,
    layout: 'reading',
    indexed: false,
    breadcrumb: [{ text: w.list.title, href: '/paper-opinions' }, { text: title }],
    main: paperPage({ lang, paper, limits: rulesOf(hub).limits, typed, problem }),
    islands: ['char-counter'],
    problem,
    fieldNames: { body: w.enter.body, reason: w.show.reason },
  });
}

async function correct(visit: Visit): Promise<Reply> {
  const { id } = await known(visit);
  const body = (await visit.form()).get('body') ?? '';
  return visit.attempt(
    correctPaper,
    { id, body },
    {
      done: () => `/paper-opinions/${shortId(id)}?done=saved`,
      again: (problem) => showPage(visit, { body }, problem),
    },
  );
}

async function takeBack(visit: Visit): Promise<Reply> {
  const { id } = await known(visit);
  const reason = (await visit.form()).get('reason') ?? '';
  return visit.attempt(
    takeBackPaper,
    { id, reason },
    {
      done: () => `/paper-opinions/${shortId(id)}?done=withdrawn`,
      again: (problem) => showPage(visit, { reason }, problem),
    },
  );
}

async function receipt(visit: Visit): Promise<Reply> {
  const paper = await known(visit);
  if (paper.withdrawn_at || paper.hidden_at) throw notFound();
  const { lang, hub } = visit;
  const [debate, office] = await visit.read((db) =>
    Promise.all([debateById(db, paper.debate_id), officeName(db, hub.secretariatId)]),
  );
  if (!debate) throw notFound();
  return pdfReply(visit, receiptSheet({ lang, hub, debate, office }, paper), `receipt-${paper.number}.pdf`);
}

export const deskRoutes: readonly Route[] = [
  get(
    '/debates/:ref/paper-opinions/new',
    'person',
    ['X9'],
    atDesk((visit) => enterForm(visit)),
  ),
  post('/debates/:ref/paper-opinions', 'person', ['X9', 'X10'], enter, { streams: true }),
  get('/paper-opinions', 'person', ['X9'], atDesk(listPage)),
  get(
    '/paper-opinions/:ref',
    'person',
    ['X9'],
    atDesk((visit) => showPage(visit)),
  ),
  get('/paper-opinions/:ref/receipt.pdf', 'person', ['X9'], atDesk(receipt)),
  post('/paper-opinions/:ref/correction', 'person', ['X9'], correct),
  post('/paper-opinions/:ref/removal', 'person', ['X9'], takeBack),
];
