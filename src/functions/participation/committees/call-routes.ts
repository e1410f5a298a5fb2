/** F9.9 Calls for citizens' seats: reading, applying, settling, and the lot as data. */
import { page } from '#commons/hubs/index.ts';
import { colon } from '#kernel/lang.ts';
import { LOT_METHOD, type LotDocument } from '#kernel/lot.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { callPath } from './addresses.ts';
import { applyForSeat, withdrawApplication } from './applications.ts';
import { settleCall } from './calls.ts';
import { notFound } from './committee.ts';
import { crumbs, idIn, sentenceOf, typedIn } from './page-parts.ts';
import { applicationNumbers, applicationsTo, ownApplication } from './private-queries.ts';
import { callById } from './queries.ts';
import { isInCharge, mayApply } from './rules.ts';
import { callPage } from './views/call.ts';
import type { Typed } from './views/forms.ts';
import { words } from './words.ts';

async function show(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const id = idIn(visit);
  const { lang, now, reader } = visit;
  const [call, own, numbers] = await visit.read((db) =>
    Promise.all([callById(db, id), ownApplication(db, id, reader?.person.id ?? null), applicationNumbers(db, id)]),
  );
  const settles = isInCharge(reader, call) && now >= call.closes_at && !call.settled_at;
  const applications = settles ? await visit.read((db) => applicationsTo(db, id)) : null;
  visit.tag('committees', `committee:${call.committee_id}`);
  if (now < call.closes_at) visit.expiresAt(call.closes_at);
  const w = words(lang).call;
  const committee = { id: call.committee_id, name: call.committee_name };
  const applied = own !== null && own.withdrawn_at === null;
  const noApplying = sentenceOf(visit, mayApply(reader, call, applied, now));
  const chosen = numbers.flatMap((one) => (one.is_chosen ? [one.number] : []));
  return page(visit, {
    title: `${w.title}${colon(lang)}${call.committee_name}`,
    layout: 'reading',
    breadcrumb: crumbs(visit, committee, w.title),
    main: callPage({ lang, call, chosen, own, noApplying, applications, typed, problem }),
    islands: ['char-counter'],
    problem,
    fieldNames: { name: w.name, contact: w.contact, body: w.body, chosen: w.choose, reason: w.reason },
    proof: { kind: 'committee', id: call.committee_id },
  });
}

async function apply(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(
    applyForSeat,
    { ...typed, id: idIn(visit) },
    { done: ({ id }) => `${callPath(id)}?done=sent`, again: (problem) => show(visit, typed, problem) },
  );
}

async function withdraw(visit: Visit): Promise<Reply> {
  await visit.form();
  return visit.attempt(
    withdrawApplication,
    { id: idIn(visit) },
    { done: ({ id }) => `${callPath(id)}?done=withdrawn`, again: (problem) => show(visit, {}, problem) },
  );
}

async function settle(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const typed = await typedIn(visit);
  return visit.attempt(
    settleCall,
    { id: idIn(visit), chosen: form.getAll('chosen'), reason: typed.reason },
    { done: ({ id }) => `${callPath(id)}?done=published`, again: (problem) => show(visit, typed, problem) },
  );
}

async function drawJson(visit: Visit): Promise<Reply> {
  const id = idIn(visit);
  const [call, numbers] = await visit.read((db) => Promise.all([callById(db, id), applicationNumbers(db, id)]));
  if (call.chance === null || call.list_hash === null) throw notFound();
  const document: LotDocument = {
    method: LOT_METHOD,
    listHash: call.list_hash,
    chance: call.chance,
    size: Math.min(call.seats, numbers.length),
    candidates: numbers.map(({ number }) => ({ number: String(number), strata: [] })),
    drawn: numbers.filter((one) => one.is_chosen).map(({ number }) => String(number)),
  };
  return json({ licence: 'CC BY 4.0', ...document });
}

export const callRoutes: readonly Route[] = [
  get('/committee-calls/:ref', 'public', ['F9.9'], (visit) => show(visit), { cached: true }),
  get('/committee-calls/:ref/draw.json', 'public', ['F9.9'], drawJson),
  post('/committee-calls/:ref/applications', 'person', ['F9.9'], apply),
  post('/committee-calls/:ref/withdrawal', 'person', ['F9.9'], withdraw),
  post('/committee-calls/:ref/settlement', 'person', ['F9.9'], settle),
];
