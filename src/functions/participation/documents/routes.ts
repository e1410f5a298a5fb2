/** F9.6 The published document: to read, to print, to verify; and the two acts on it. */

import { csvReply } from '#channels/open-data/csv.ts';
import { pdfReply } from '#channels/pdf/index.ts';
import { page } from '#commons/hubs/index.ts';
import { picturesOf } from '#commons/opinion-map/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { parseRef } from '#kernel/ids.ts';
import { colon } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { download, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { nextChange, type Round, roundName } from '../rounds/index.ts';
import { documentCells } from './cells.ts';
import { correctionRoutes } from './correction-routes.ts';
import { refuse } from './document.ts';
import { printWords } from './print-words.ts';
import { printed } from './printed.ts';
import { publicationRefusal, publishDocument } from './publish-document.ts';
import { frame, published, typedIn } from './published.ts';
import { contentIn, documentOf, offices, roundAndEditing } from './queries.ts';
import { isPublisher, mayPublish, mayReceive, maySubmit } from './rules.ts';
import { submitDocument } from './submit-document.ts';
import { publicationPage, submissionPage, unpublishedPage } from './views/acts.ts';
import { coverPage, type DocumentProps, documentHead, documentHref, fullPage, proposalPage } from './views/cover.ts';
import { errataHref } from './views/errata.ts';
import { noPrintPage } from './views/no-print.ts';
import { words } from './words.ts';

const LIST = '/rounds';

interface Found {
  round: Round;
  edits: boolean;
  /** null before the publication */
  props: DocumentProps | null;
}

async function found(visit: Visit): Promise<Found> {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw refuseKernel('not-found', { status: 404 });
  const [desk, document] = await visit.read((db) =>
    Promise.all([roundAndEditing(db, id, visit.reader?.person.id ?? null), documentOf(db, id)]),
  );
  if (!desk) throw refuseKernel('not-found', { status: 404 });
  visit.tag('rounds', 'documents', `round:${id}`);
  const { round, edits } = desk;
  const { lang, hub } = visit;
  return {
    round,
    edits,
    props: document && { lang, origin: hub.origin, round, document, content: contentIn(document) },
  };
}

async function cover(visit: Visit): Promise<Reply> {
  const { round, edits, props } = await found(visit);
  if (!props) return unpublished(visit, round, edits);
  const submits = maySubmit(visit.hub, visit.reader, round, edits) === null;
  return page(visit, {
    ...frame(visit, props),
    head: documentHead(props),
    main: coverPage(props, submits, mayReceive(visit.reader, props.document) === null),
  });
}

function unpublished(visit: Visit, round: Round, edits: boolean): Reply {
  const { lang, now, hub, reader } = visit;
  visit.expiresAt(nextChange(round, now) ?? endOfTokyoDay(tokyoDate(now)));
  const no = mayPublish(hub, reader, round, edits, now);
  const publisher = reader && isPublisher(hub, reader, edits) ? { reason: no && sentenceOf(visit, no) } : null;
  return page(visit, {
    title: words(lang).kind,
    place: 'rounds',
    breadcrumb: [{ text: roundName(round, lang), href: `${LIST}/${visit.params.ref}` }, { text: words(lang).kind }],
    main: unpublishedPage(round, now, lang, publisher),
  });
}

function sentenceOf(visit: Visit, reason: NonNullable<ReturnType<typeof mayPublish>>): string | null {
  return visit.problem(reason === 'sign-in' ? refuseKernel(reason) : refuse(reason)).items[0]?.message ?? null;
}

async function full(visit: Visit): Promise<Reply> {
  const props = await published(visit);
  return page(visit, { ...frame(visit, props), head: documentHead(props), main: fullPage(props) });
}

async function oneProposal(visit: Visit): Promise<Reply> {
  const props = await published(visit);
  const id = parseRef(visit.params.proposal ?? '');
  const main = id && proposalPage(props, id);
  if (!main) throw refuseKernel('not-found', { status: 404 });
  const { title, ...rest } = frame(visit, props);
  const name = props.content.proposals.find((one) => one.id === id)?.title ?? '';
  return page(visit, {
    ...rest,
    title: `${name}${colon(visit.lang)}${title}`,
    breadcrumb: [...rest.breadcrumb, { text: name }],
    main,
  });
}

/** The exact bytes whose SHA-256 is printed on the cover. */
async function json(visit: Visit): Promise<Reply> {
  const { document, round } = await published(visit);
  const reply = download(
    Buffer.from(document.text, 'utf8'),
    'application/json; charset=utf-8',
    `${document.number}.json`,
  );
  // Errata can't stand in the file itself: its bytes are what was hashed.
  return { ...reply, headers: { ...reply.headers, link: `<${errataHref(round.id)}.json>; rel="describedby"` } };
}

async function csv(visit: Visit): Promise<Reply> {
  const { content, document } = await published(visit);
  async function* rows() {
    yield documentCells(content, document.errata, visit.lang);
  }
  return csvReply(`${content.number}.csv`, words(visit.lang).columns, rows());
}

/** The same to print and to hand over, made when it is first asked for. */
async function pdf(visit: Visit): Promise<Reply> {
  const props = await published(visit);
  const debates = props.content.statement.debates.map(({ id }) => id);
  const maps = await visit.read((db) => picturesOf(db, debates));
  return pdfReply(visit, printed(props, maps), `${props.content.number}.pdf`, () => noPrint(visit, props.round.id));
}

function noPrint(visit: Visit, roundId: string): Reply {
  const { lang } = visit;
  const title = printWords(lang).away;
  const main = noPrintPage(roundId, lang);
  return page(visit, { title, status: 503, layout: 'reading', indexed: false, main });
}

async function publication(visit: Visit, problem?: Problem): Promise<Reply> {
  const { round, edits, props } = await found(visit);
  if (props && !problem) return cover(visit);
  const no = problem ? null : mayPublish(visit.hub, visit.reader, round, edits, visit.now);
  if (no) throw no === 'sign-in' ? refuseKernel(no, { status: 401 }) : refuse(no, { status: 403 });
  const { title } = words(visit.lang).publication;
  const refusal = problem ? null : await visit.read((db) => publicationRefusal(db, round.id));
  return page(visit, {
    title,
    place: 'rounds',
    layout: 'reading',
    problem,
    main: publicationPage(round, visit.lang, refusal ? visit.problem(refusal) : problem),
  });
}

async function publish(visit: Visit): Promise<Reply> {
  await visit.form();
  const roundId = parseRef(visit.params.ref ?? '') ?? '';
  return visit.attempt(
    publishDocument,
    { roundId },
    {
      done: () => `${documentHref(roundId)}?done=published`,
      again: (problem) => publication(visit, problem),
    },
  );
}

async function submission(visit: Visit, typed?: Record<string, string | undefined>, problem?: Problem): Promise<Reply> {
  const [{ round, edits }, all] = await Promise.all([found(visit), visit.read((db) => offices(db))]);
  const no = maySubmit(visit.hub, visit.signedIn, round, edits);
  const today = tokyoDate(visit.now);
  const main = submissionPage({
    lang: visit.lang,
    round,
    offices: all,
    typed: typed ?? { receivedOn: today },
    today,
    reason: no && sentenceOf(visit, no),
    problem,
  });
  return page(visit, {
    title: words(visit.lang).submission.form,
    place: 'rounds',
    layout: 'reading',
    problem,
    fieldNames: words(visit.lang).submission,
    main,
  });
}

async function submit(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const roundId = parseRef(visit.params.ref ?? '') ?? '';
  return visit.attempt(
    submitDocument,
    { ...form.toObject(), roundId },
    {
      done: () => `${documentHref(roundId)}?done=submitted`,
      again: (problem) => submission(visit, typedIn(form), problem),
    },
  );
}

export const routes: readonly Route[] = [
  get('/rounds/:ref/document', 'public', ['F9.6'], cover, { cached: true }),
  get('/rounds/:ref/document.json', 'public', ['F9.6'], json),
  get('/rounds/:ref/document.csv', 'public', ['F9.6'], csv),
  get('/rounds/:ref/document.pdf', 'public', ['F9.6'], pdf),
  get('/rounds/:ref/document/full', 'public', ['F9.6'], full, { cached: true, framed: true }),
  get('/rounds/:ref/document/publication', 'person', ['F9.6'], (visit) => publication(visit)),
  get('/rounds/:ref/document/submission', 'person', ['F9.6'], (visit) => submission(visit)),
  get('/rounds/:ref/document/:proposal', 'public', ['F9.6'], oneProposal, { cached: true, framed: true }),
  post('/rounds/:ref/document', 'person', ['F9.6'], publish),
  post('/rounds/:ref/document/submission', 'person', ['F9.6'], submit),
  ...correctionRoutes,
];
