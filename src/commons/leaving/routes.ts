/** X1: pages for taking one's data along, and for leaving. */
import { accountsOf, countAttempt, insistOnOwner, isProved, newToken } from '#commons/accounts/index.ts';
import { page, peopleRules } from '#commons/hubs/index.ts';
import { parseRef, shortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { Refusal, type RefusalItem, refuse as refuseKernel } from '#kernel/refusal.ts';
import { download, type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { askDeparture } from './ask-departure.ts';
import { cancelByKey, cancelDeparture, departureOf, isStayKey } from './cancel-departure.ts';
import { exportBytes, exportsOf, readyExport } from './exports.ts';
import { forgetName, givenNamesOf } from './given-names.ts';
import { nameWords } from './name-words.ts';
import { officesOf } from './offices.ts';
import { requestExport } from './request-export.ts';
import { type LeavingRefusal, leftWithoutVoice } from './rules.ts';
import { askedView, cancelledView, cancelOverView, cancelView, departureView } from './views/departure.ts';
import { exportsView, isUnderWay } from './views/exports.ts';
import { givenNamesView } from './views/given-names.ts';
import { words } from './words.ts';

const REFRESH_SECONDS = '3';

const ownPage = (visit: Visit, title: string, main: Parameters<typeof page>[1]['main'], problem?: Problem | null) =>
  page(visit, { title, layout: 'reading', indexed: false, main, ...(problem ? { problem } : {}) });

async function exportsPage(visit: Visit, problem: Problem | null): Promise<Reply> {
  const { person } = visit.signedIn;
  const items = await visit.read((db) => exportsOf(db, visit.hub.id, person.id, visit.now));
  const reply = ownPage(visit, words(visit.lang).exports.title, exportsView(visit.lang, items), problem);
  return isUnderWay(items) ? { ...reply, headers: { ...reply.headers, refresh: REFRESH_SECONDS } } : reply;
}

async function namesPage(visit: Visit, problem: Problem | null): Promise<Reply> {
  const { hub, lang, now, signedIn } = visit;
  const names = await visit.read((db) => givenNamesOf(db, { hub, personId: signedIn.person.id, lang, now }));
  return ownPage(visit, nameWords(lang).title, givenNamesView(lang, names), problem);
}

async function forget(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const input = { module: form.get('module') ?? '', id: form.get('id') ?? '' };
  const again = (problem: Problem) => namesPage(visit, problem);
  return visit.attempt(forgetName, input, { done: () => '/account/names?done=saved', again });
}

async function askExport(visit: Visit): Promise<Reply> {
  await visit.form();
  return visit.attempt(
    requestExport,
    {},
    { done: () => '/account/exports', again: (problem) => exportsPage(visit, problem) },
  );
}

async function loadExport(visit: Visit): Promise<Reply> {
  const id = parseRef(visit.params.ref ?? '');
  const who = id && { id, personId: visit.signedIn.person.id, now: visit.now };
  const ready = who && (await visit.read((db) => readyExport(db, visit.hub.id, who)));
  if (!ready) throw refuseKernel('not-found', { status: 404 });
  const name = `minna-${shortId(ready.id).slice(-6)}.zip`;
  const reply = download(exportBytes(visit.hubwise, visit.hub.id, ready.id), 'application/zip', name);
  return { ...reply, headers: { ...reply.headers, 'cache-control': 'no-store' } };
}

async function departurePage(visit: Visit, chosen: string, problem: Problem | null): Promise<Reply> {
  const { accountId, person } = visit.signedIn;
  const [departure, offices] = await visit.read((db) =>
    Promise.all([departureOf(db, accountId), officesOf(db, visit.hub.id, person.id, visit.now)]),
  );
  const alone = leftWithoutVoice(offices);
  const main = departure
    ? askedView(visit.lang, departure)
    : departureView({
        lang: visit.lang,
        alone,
        days: peopleRules(visit.hub).leavingDays,
        chosen,
        isProved: isProved(visit.signedIn, visit.now),
        problem,
      });
  return ownPage(visit, words(visit.lang).departure.title, main, problem);
}

async function ask(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const chosen = form.get('contributions') ?? '';
  const again = (problem: Problem) => departurePage(visit, chosen, problem);
  const work = async () => {
    const password = form.get('password') ?? '';
    insistOnFields(chosen, password !== '' || isProved(visit.signedIn, visit.now));
    const sent = { password, peer: visit.peer, now: visit.now };
    await insistOnOwner(accountsOf(visit.hubwise), visit.signedIn, sent);
    const input = { withdraws: chosen === 'withdraw', key: newToken() };
    return visit.attempt(askDeparture, input, { done: () => '/account/departure', again });
  };
  return settle(visit, work, again);
}

/** Every mistake at once. */
function insistOnFields(chosen: string, isShown: boolean): void {
  const items: (RefusalItem & { code: LeavingRefusal })[] = [];
  if (chosen !== 'keep' && chosen !== 'withdraw') items.push({ code: 'choose-withdrawal', field: 'contributions' });
  if (!isShown) items.push({ code: 'password-missing', field: 'password' });
  if (items.length > 0) throw new Refusal('leaving', items);
}

async function stay(visit: Visit): Promise<Reply> {
  await visit.form();
  const again = (problem: Problem) => departurePage(visit, '', problem);
  return visit.attempt(cancelDeparture, {}, { done: () => '/account?just=staying', again });
}

async function showCancellation(visit: Visit): Promise<Reply> {
  const w = words(visit.lang).departure;
  if (visit.query('just') !== '') return ownPage(visit, w.title, cancelledView(visit.lang));
  const key = visit.query('key');
  const isGood = await visit.hubwise.deployment((db) => isStayKey(db, key, visit.now));
  if (isGood) return ownPage(visit, w.cancel, cancelView(visit.lang, key));
  return { ...ownPage(visit, w.over, cancelOverView(visit.lang)), status: 410 };
}

async function stayByKey(visit: Visit): Promise<Reply> {
  const key = (await visit.form()).get('key') ?? '';
  const work = async () => {
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'key', { account: key.slice(0, 8), peer: visit.peer }, visit.now);
    await visit.hubwise.deployment((db) => cancelByKey(db, key, visit.now));
    return seeOther('/departure-cancellation?just=staying');
  };
  const over = words(visit.lang).departure.over;
  return settle(visit, work, (problem) => ownPage(visit, over, cancelOverView(visit.lang), problem));
}

export const routes: readonly Route[] = [
  get('/account/names', 'person', ['X13'], (visit) => namesPage(visit, null)),
  post('/account/names/removal', 'person', ['X13'], forget),
  get('/account/exports', 'person', ['X1'], (visit) => exportsPage(visit, null)),
  post('/account/exports', 'person', ['X1'], askExport),
  get('/account/exports/:ref', 'person', ['X1'], loadExport),
  get('/account/departure', 'person', ['X1', 'X13'], (visit) => departurePage(visit, '', null)),
  post('/account/departure', 'person', ['X1', 'X13'], ask),
  post('/account/departure/cancellation', 'person', ['X1'], stay),
  get('/departure-cancellation', 'public', ['X1'], showCancellation),
  post('/departure-cancellation', 'public', ['X1'], stayByKey),
];
