/** F7.1, X9 Pages of groups on paper. The code is shown by the very answer that made it: nothing knows it afterwards. */
import { randomUUID } from 'node:crypto';
import { isSecretariat } from '#commons/hubs/index.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { isUuid } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { groupHref, groupPath } from './addresses.ts';
import type { Typed } from './group.ts';
import { demand, idIn, plainPage, typedIn } from './page-parts.ts';
import { enterGroup, type Received, receiptOf, renewDeskCode, takeOverByCode } from './paper-desk.ts';
import { paperWords } from './paper-words.ts';
import { showPage } from './routes.ts';
import { mayEnterPaper } from './rules.ts';
import { enterView, paperFieldNames, printView, receiptView, switchView, takeView } from './views/paper-desk.ts';

function atTheDesk(visit: Visit): void {
  demand(mayEnterPaper(visit.signedIn, visit.hub));
}

async function enterPage(visit: Visit, again?: { typed: Typed; problem: Problem }): Promise<Reply> {
  const { lang, now, hub, signedIn: reader } = visit;
  if (!again && hub.secretariatId && mayEnterPaper(reader, hub) && isSecretariat({ hub, reader }))
    return plainPage(visit, null, { title: paperWords(lang).enter, main: switchView(lang, hub.secretariatId) });
  atTheDesk(visit);
  const { entry = '', ...typed } = again?.typed ?? { receivedOn: tokyoDate(now) };
  const main = enterView({ lang, typed, entry: isUuid(entry) ? entry : randomUUID(), problem: again?.problem });
  return plainPage(visit, null, {
    title: paperWords(lang).enter,
    main,
    problem: again?.problem,
    fieldNames: paperFieldNames(lang),
  });
}

async function receiptPage(visit: Visit, { id, code }: Received): Promise<Reply> {
  const { lang, hub } = visit;
  const receipt = await visit.read((db) => receiptOf(db, id));
  // Only whoever hands one out needs the encoder.
  const { create } = await import('qrcode');
  const qr = create(hub.origin + groupHref(id), { errorCorrectionLevel: 'M' }).modules;
  const main = receiptView({ lang, receipt, code, origin: hub.origin, qr });
  const reply = plainPage(visit, receipt, { title: paperWords(lang).receipt, main });
  return { ...reply, headers: { ...reply.headers, 'cache-control': 'no-store' } };
}

async function enter(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return settle(
    visit,
    async () => receiptPage(visit, await visit.perform(enterGroup, typed)),
    (problem) => enterPage(visit, { typed, problem }),
  );
}

async function renew(visit: Visit): Promise<Reply> {
  await visit.form();
  return settle(
    visit,
    async () => receiptPage(visit, await visit.perform(renewDeskCode, { id: idIn(visit) })),
    (problem) => showPage(visit, problem),
  );
}

async function takePage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const w = paperWords(visit.lang);
  const main = takeView(visit.lang, typed, problem);
  return plainPage(visit, null, { title: w.take, main, problem, fieldNames: { code: w.takeField } });
}

async function take(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(takeOverByCode, typed, {
    done: (group) => `${encodeURI(groupPath(group))}?done=recorded`,
    again: (problem) => takePage(visit, typed, problem),
  });
}

async function formPage(visit: Visit): Promise<Reply> {
  return plainPage(visit, null, { title: paperWords(visit.lang).form, main: printView(visit.lang) });
}

const serves = ['F7.1', 'X9', 'X13'];

export const paperRoutes: readonly Route[] = [
  get('/group-papers/form', 'public', serves, formPage),
  get('/group-papers/new', 'person', serves, (visit) => enterPage(visit)),
  post('/group-papers', 'person', serves, enter),
  post('/groups/:ref/desk-codes', 'person', serves, renew),
  get('/group-codes', 'person', serves, (visit) => takePage(visit)),
  post('/group-codes', 'person', serves, take),
];
