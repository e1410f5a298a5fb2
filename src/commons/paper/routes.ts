/** X9 紙と代理: forms and posters for everybody, entering papers for the secretariat. */
import { pdfReply } from '#channels/pdf/index.ts';
import { type Debate, debateById, debateHref, debateState, expireWithDebate } from '#commons/discussion/index.ts';
import { page, rulesOf } from '#commons/hubs/index.ts';
import { parseRef, shortId } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { deskRoutes } from './desk-routes.ts';
import { debatePoster, formSheet, type PrintProps } from './prints.ts';
import { officeName } from './queries.ts';
import { mayEnter } from './rules.ts';
import { formPage, infoPage } from './views/info.ts';
import { words } from './words.ts';

function notFound() {
  return refuseKernel('not-found', { status: 404 });
}

async function found(visit: Visit): Promise<PrintProps> {
  const id = parseRef(visit.params.ref ?? '');
  const [debate, office] = id
    ? await visit.read((db) => Promise.all([debateById(db, id), officeName(db, visit.hub.secretariatId)]))
    : [null, null];
  if (!debate) throw notFound();
  visit.tag(`debate:${debate.id}`);
  expireWithDebate(visit, debate);
  return { lang: visit.lang, hub: visit.hub, debate, office };
}

/** A form that nobody takes any more isn't handed out. */
async function whileTaken(visit: Visit): Promise<PrintProps> {
  const props = await found(visit);
  if (debateState(props.debate, visit.now) === 'closed') throw notFound();
  return props;
}

function crumbs(debate: Debate, last: string) {
  return [{ text: debate.title, href: debateHref(debate) }, { text: last }];
}

async function info(visit: Visit): Promise<Reply> {
  const { debate, office } = await found(visit);
  const { lang, now, hub, reader } = visit;
  const w = words(lang).info;
  return page(visit, {
    title: w.of(debate.title),
    description: w.lead,
    layout: 'reading',
    breadcrumb: crumbs(debate, w.title),
    main: infoPage({ lang, now, debate, office, enters: mayEnter(hub, reader) === null }),
  });
}

async function printPage(visit: Visit): Promise<Reply> {
  const { debate, office } = await whileTaken(visit);
  const { lang, hub } = visit;
  // Only whoever prints needs the encoder.
  const { create } = await import('qrcode');
  const url = `${hub.origin}${debateHref(debate).split('/').slice(0, 2).join('/')}/${shortId(debate.id)}`;
  const w = words(lang).form;
  return page(visit, {
    title: w.of(debate.title),
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(debate, w.title),
    main: formPage({
      lang,
      debate,
      office,
      bodyMax: rulesOf(hub, debate.rules_version).limits.opinion,
      url,
      code: create(url, { errorCorrectionLevel: 'M' }).modules,
    }),
  });
}

async function form(visit: Visit): Promise<Reply> {
  const props = await whileTaken(visit);
  return pdfReply(visit, formSheet(props), `form-${shortId(props.debate.id)}.pdf`);
}

async function poster(visit: Visit): Promise<Reply> {
  const props = await whileTaken(visit);
  const paper = visit.query('paper') === 'a3' ? 'a3' : 'a4';
  return pdfReply(visit, debatePoster(props, paper), `poster-${paper}-${shortId(props.debate.id)}.pdf`);
}

export const routes: readonly Route[] = [
  get('/debates/:ref/paper', 'public', ['X9'], info, { cached: true }),
  get('/debates/:ref/paper-form', 'public', ['X9'], printPage),
  get('/debates/:ref/paper-form.pdf', 'public', ['X9'], form),
  get('/debates/:ref/poster.pdf', 'public', ['X9'], poster),
  ...deskRoutes,
];
