/** F1.4 Announcing and changing, step by step; each step is kept. */
import { carried, ledToPages } from '#kernel/draft-steps.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { outlineInForce } from '../../participation/proposals/index.ts';
import { townDistricts } from '../events/index.ts';
import { announceShowcase, changeShowcase, type NamedShowcase } from './announce.ts';
import { beginDraft, discardDraft, draftOf, draftsOf, type ShowcaseDraft, saveDraft } from './drafts.ts';
import { plainPage, sentenceOf, shortIn, shown, type Typed, typedIn } from './page-parts.ts';
import { mayAnnounce } from './rules.ts';
import { draftPath, draftTitle, fieldNames, lookView, STEPS, startView, stepFields, stepView } from './views/form.ts';
import { words } from './words.ts';

async function startPage(visit: Visit, problem?: Problem): Promise<Reply> {
  const { lang, signedIn: reader } = visit;
  const drafts = await visit.read((db) => draftsOf(db, reader.person.id));
  const no = sentenceOf(visit, mayAnnounce(reader));
  const main = startView({ lang, drafts, actingName: reader.acting.name, no });
  return plainPage(visit, null, { title: words(lang).form.title, main, problem });
}

async function begin(visit: Visit): Promise<Reply> {
  return visit.attempt(beginDraft, await typedIn(visit), {
    done: ({ id }) => draftPath(id, 1),
    again: (problem) => startPage(visit, problem),
  });
}

async function ownDraft(visit: Visit): Promise<ShowcaseDraft> {
  const id = shortIn(visit);
  return visit.read((db) => draftOf(db, visit.signedIn.person.id, id));
}

function districtsOf(visit: Visit) {
  return visit.read(async (db) => townDistricts(db, await outlineInForce(db)));
}

async function stepPage(
  visit: Visit,
  draft: ShowcaseDraft,
  step: number,
  typed: Typed = draft.fields,
  problem?: Problem,
): Promise<Reply> {
  const { lang, signedIn } = visit;
  const props = { lang, draft, typed, step, districts: await districtsOf(visit), problem };
  return plainPage(visit, null, {
    title: draftTitle(draft, lang),
    main: step === STEPS ? lookView({ ...props, actingName: signedIn.acting.name }) : stepView(props),
    problem,
    fieldNames: fieldNames(props),
  });
}

const stepIn = (text: string | null | undefined) => Math.min(STEPS, Math.max(1, Math.trunc(Number(text)) || 1));

async function keep(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  const { step: typedStep, version, once: _once, ...typed } = await typedIn(visit);
  const step = stepIn(typedStep);
  const asked = stepFields(step, { lang: visit.lang, draft, districts: await districtsOf(visit) });
  const fields = Object.fromEntries(asked.map(({ name }) => [name, typed[name] ?? '']));
  return visit.attempt(
    saveDraft,
    { id: draft.id, version, fields: { ...fields, ...carried(typed) } },
    {
      done: () => draftPath(draft.id, Math.min(STEPS, step + 1)),
      again: (problem) => stepPage(visit, draft, step, { ...draft.fields, ...fields, ...carried(typed) }, problem),
    },
  );
}

/** The step with the first field that is wrong; the messages of other steps lead there. */
async function refusedPage(visit: Visit, draft: ShowcaseDraft, typed: Typed, problem: Problem): Promise<Reply> {
  const asking = { lang: visit.lang, draft, districts: await districtsOf(visit) };
  const pageOf = (field: string) =>
    [1, 2, 3, 4].find((step) => stepFields(step, asking).some(({ name }) => name === field));
  const shown = pageOf(problem.items[0]?.field ?? '') ?? STEPS;
  const items = ledToPages(problem.items, shown, { pageOf, path: (step) => draftPath(draft.id, step) });
  return stepPage(visit, draft, shown, typed, { ...problem, items });
}

async function publish(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  const { reason = '' } = await typedIn(visit);
  const { of = '', reason: _before, ...fields } = draft.fields;
  const typed: Typed = { ...draft.fields, reason };
  const again = (problem: Problem) => refusedPage(visit, draft, typed, problem);
  const input = { ...fields, draft: draft.id };
  if (!draft.showcase_id)
    return visit.attempt(announceShowcase, input, {
      done: (showcase: NamedShowcase) => shown(showcase, 'published', '/slots'),
      again,
    });
  const changed = { ...input, reason, version: of, id: draft.showcase_id };
  return visit.attempt(changeShowcase, changed, { done: (showcase: NamedShowcase) => shown(showcase, 'saved'), again });
}

async function discard(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  await visit.form();
  await visit.perform(discardDraft, { id: draft.id });
  return seeOther('/showcases/new');
}

const serves = ['F1.4'];

export const draftRoutes: readonly Route[] = [
  get('/showcases/new', 'person', serves, (visit) => startPage(visit)),
  post('/showcase-drafts', 'person', serves, begin),
  get('/showcase-drafts/:id', 'person', serves, async (visit) =>
    stepPage(visit, await ownDraft(visit), stepIn(visit.query('step'))),
  ),
  post('/showcase-drafts/:id', 'person', serves, keep),
  post('/showcase-drafts/:id/publication', 'person', serves, publish),
  post('/showcase-drafts/:id/removal', 'person', serves, discard),
];
