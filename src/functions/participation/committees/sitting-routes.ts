/** F9.9 Sittings: reading, asking for a place to listen, cancelling, minutes. */
import { formWords, onceField, page } from '#commons/hubs/index.ts';
import { LOT_METHOD, type LotDocument } from '#kernel/lot.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { errorAt } from '#ui/error-summary.ts';
import { textArea } from '#ui/fields.ts';
import { html } from '#ui/html.ts';
import { confirmPanel } from '#ui/panel.ts';
import { sittingPath } from './addresses.ts';
import { cancelSitting } from './call-sitting.ts';
import { notFound } from './committee.ts';
import { askPlace, drawPlaces, leavePlace } from './observers.ts';
import { crumbs, demand, idIn, officePage, sentenceOf, typedIn } from './page-parts.ts';
import { observersOf, ownPlace } from './private-queries.ts';
import { minutesOf, papersAndMoves, type Sitting, sittingById } from './queries.ts';
import { isInCharge, mayAskPlace, mayCancel, mayDrawPlaces, mayLead, mayWriteMinutes, nextChange } from './rules.ts';
import type { Typed } from './views/forms.ts';
import { minutesForm, observersPage, sittingActs, sittingHead, sittingMain, sittingTitle } from './views/sitting.ts';
import { words } from './words.ts';
import { writeMinutes } from './write-minutes.ts';

const committeeOf = (sitting: Sitting) => ({ id: sitting.committee_id, name: sitting.committee_name });

async function show(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const id = idIn(visit);
  const { lang, now, reader } = visit;
  const [sitting, minutes, own, around] = await visit.read((db) =>
    Promise.all([
      sittingById(db, id),
      minutesOf(db, id),
      ownPlace(db, id, reader?.person.id ?? null),
      papersAndMoves(db, id),
    ]),
  );
  visit.tag('committees', `sitting:${id}`);
  const change = nextChange(sitting, now);
  if (change) visit.expiresAt(change);
  const noAsking = sentenceOf(visit, mayAskPlace(reader, sitting, own !== null, now));
  const inCharge = isInCharge(reader, sitting);
  const props = { lang, now, sitting, minutes, own, ...around, noAsking, isInCharge: inCharge, typed, problem };
  const w = words(lang).sitting;
  return page(visit, {
    title: sittingTitle(sitting, lang),
    breadcrumb: crumbs(visit, committeeOf(sitting), words(lang).show.sitting(sitting.number)),
    head: sittingHead(props),
    now: sittingActs(props),
    main: sittingMain(props),
    problem,
    fieldNames: { name: w.name, contact: w.contactField },
    proof: { kind: 'sitting', id },
    responsible: sitting.division_name,
  });
}

async function ask(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(
    askPlace,
    { ...typed, id: idIn(visit) },
    { done: ({ id }) => `${sittingPath(id)}?done=recorded#observers`, again: (problem) => show(visit, typed, problem) },
  );
}

async function leave(visit: Visit): Promise<Reply> {
  await visit.form();
  return visit.attempt(
    leavePlace,
    { id: idIn(visit) },
    { done: ({ id }) => `${sittingPath(id)}?done=withdrawn`, again: (problem) => show(visit, {}, problem) },
  );
}

async function observers(visit: Visit, problem?: Problem): Promise<Reply> {
  const sitting = await visit.read((db) => sittingById(db, idIn(visit)));
  demand(mayLead(visit.signedIn, sitting));
  const asked = await visit.read((db) => observersOf(db, sitting.id));
  const { lang, now, signedIn } = visit;
  const no = sentenceOf(visit, mayDrawPlaces(signedIn, sitting, now));
  const title = words(lang).sitting.observersPage;
  const main = observersPage({ lang, sitting, asked, no });
  return officePage(visit, { committee: committeeOf(sitting), title, main, problem });
}

async function drawLot(visit: Visit): Promise<Reply> {
  await visit.form();
  return visit.attempt(
    drawPlaces,
    { id: idIn(visit) },
    {
      done: ({ id }) => `${sittingPath(id)}/observers?done=recorded`,
      again: (problem) => observers(visit, problem),
    },
  );
}

async function drawJson(visit: Visit): Promise<Reply> {
  const sitting = await visit.read((db) => sittingById(db, idIn(visit)));
  const { chance, lot_numbers: numbers, lot_drawn: drawn, lot_list_hash: listHash } = sitting;
  if (chance === null || numbers === null || drawn === null || listHash === null) throw notFound();
  const document: LotDocument = {
    method: LOT_METHOD,
    listHash,
    chance,
    size: Math.min(sitting.observer_places, numbers.length),
    candidates: numbers.map((number) => ({ number: String(number), strata: [] })),
    drawn: drawn.map(String),
  };
  return json({ licence: 'CC BY 4.0', ...document });
}

async function cancellation(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const sitting = await visit.read((db) => sittingById(db, idIn(visit)));
  demand(mayCancel(visit.signedIn, sitting, visit.now));
  const { lang } = visit;
  const w = words(lang).sitting;
  const at = sittingPath(sitting.id);
  const error = errorAt(problem?.items ?? [], 'reason');
  const main = confirmPanel({
    title: w.cancel,
    lead: w.cancelLead,
    content: html`<p>${sittingTitle(sitting, lang)}</p>`,
    consequences: w.consequences,
    action: `${at}/cancellation`,
    fields: html`${onceField()}${textArea({ name: 'reason', label: w.reason, required: true, rows: 3, limit: 400, value: typed.reason ?? '', error }, formWords(lang))}`,
    confirm: { text: w.cancel, tone: 'danger' },
    cancel: { href: at, text: w.back },
  });
  const fieldNames = { reason: w.reason };
  return officePage(visit, { committee: committeeOf(sitting), title: w.cancel, main, problem, fieldNames });
}

async function cancel(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(
    cancelSitting,
    { ...typed, id: idIn(visit) },
    { done: ({ id }) => `${sittingPath(id)}?done=recorded`, again: (problem) => cancellation(visit, typed, problem) },
  );
}

async function minutesPage(visit: Visit, typed?: Typed, problem?: Problem): Promise<Reply> {
  const id = idIn(visit);
  const [sitting, versions] = await visit.read((db) => Promise.all([sittingById(db, id), minutesOf(db, id)]));
  demand(mayWriteMinutes(visit.signedIn, sitting, visit.now));
  const { lang } = visit;
  const w = words(lang).sitting;
  const [newest] = versions;
  const isDraft = newest !== undefined && newest.published_at === null;
  const saves = isDraft ? String(newest.saves) : '0';
  // A correction begins with what is public; after a conflict the form goes on from what is saved now.
  const shown = { body: newest?.body ?? '', changed: isDraft ? newest.changed : '', ...typed, saves };
  const main = minutesForm({ lang, sitting, typed: shown, problem });
  const fieldNames = { body: w.body, changed: w.changedField };
  return officePage(visit, { committee: committeeOf(sitting), title: w.write, main, problem, fieldNames });
}

async function write(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const isPublic = typed.next === 'publish';
  return visit.attempt(
    writeMinutes,
    { ...typed, id: idIn(visit) },
    {
      done: ({ id }) =>
        isPublic ? `${sittingPath(id)}?done=published#minutes` : `${sittingPath(id)}/minutes?done=saved`,
      again: (problem) => minutesPage(visit, typed, problem),
    },
  );
}

export const sittingRoutes: readonly Route[] = [
  get('/sittings/:ref', 'public', ['F9.9'], (visit) => show(visit), { cached: true }),
  post('/sittings/:ref/observers', 'person', ['F9.9'], ask),
  get('/sittings/:ref/observers', 'person', ['F9.9'], (visit) => observers(visit)),
  post('/sittings/:ref/observers/removal', 'person', ['F9.9'], leave),
  post('/sittings/:ref/observers/lot', 'person', ['F9.9'], drawLot),
  get('/sittings/:ref/draw.json', 'public', ['F9.9'], drawJson),
  get('/sittings/:ref/cancellation', 'person', ['F9.9'], (visit) => cancellation(visit)),
  post('/sittings/:ref/cancellation', 'person', ['F9.9'], cancel),
  get('/sittings/:ref/minutes', 'person', ['F9.9'], (visit) => minutesPage(visit)),
  post('/sittings/:ref/minutes', 'person', ['F9.9'], write),
];
