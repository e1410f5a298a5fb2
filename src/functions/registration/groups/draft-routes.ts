/** F7.1 Declaring and changing, step by step; each step is kept. */
import { carried, ledToPages } from '#kernel/draft-steps.ts';
import { parseShortId } from '#kernel/ids.ts';
import { mistyped } from '#kernel/input.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { groupPath } from './addresses.ts';
import { changeDeclaration, declareGroup } from './declare.ts';
import { beginDraft, discardDraft, draftOf, draftsOf, type GroupDraft, saveDraft } from './drafts.ts';
import { declarationInput, notFound, type Typed } from './group.ts';
import { plainPage, sentenceOf, typedIn } from './page-parts.ts';
import { mayDeclare } from './rules.ts';
import { draftFieldNames, draftPath, draftView, STEPS, startView, stepFields } from './views/draft.ts';
import { words } from './words.ts';

async function startPage(visit: Visit, problem?: Problem): Promise<Reply> {
  const { lang, signedIn } = visit;
  const drafts = await visit.read((db) => draftsOf(db, signedIn.person.id));
  const own = signedIn.acting.id === signedIn.person.id ? null : signedIn.acting;
  const reason = sentenceOf(visit, mayDeclare(signedIn, own?.id ?? null));
  const title = words(lang).draft.start;
  const main = startView({ lang, drafts, actingName: own?.name ?? null, reason });
  return plainPage(visit, null, { title, main, problem });
}

async function begin(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(beginDraft, typed, {
    done: ({ id }) => draftPath(id, 1),
    again: (problem) => startPage(visit, problem),
  });
}

async function ownDraft(visit: Visit): Promise<GroupDraft> {
  const id = parseShortId(visit.params.id ?? '');
  if (!id) throw notFound();
  return visit.read((db) => draftOf(db, visit.signedIn.person.id, id));
}

function stepPage(visit: Visit, draft: GroupDraft, step: number, typed = draft.fields, problem?: Problem): Reply {
  const { lang } = visit;
  const w = words(lang).draft;
  return plainPage(visit, null, {
    title: draft.group_id ? w.titleChange : w.title,
    main: draftView({ lang, draft, typed, step, problem }),
    problem,
    fieldNames: draftFieldNames(lang),
  });
}

const stepIn = (text: string | null | undefined) => Math.min(STEPS, Math.max(1, Math.trunc(Number(text)) || 1));

async function keep(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  const { step: typedStep, version, once: _once, ...typed } = await typedIn(visit);
  const step = stepIn(typedStep);
  const fields = Object.fromEntries(stepFields(step, visit.lang).map(({ name }) => [name, typed[name] ?? '']));
  return visit.attempt(
    saveDraft,
    { id: draft.id, version, fields: { ...fields, ...carried(typed) } },
    {
      // What is mistyped is said where it was typed; what isn't written yet may come later.
      done: () =>
        mistyped(declarationInput, fields)
          ? `${draftPath(draft.id, step)}&look=again`
          : draftPath(draft.id, Math.min(STEPS, step + 1)),
      again: (problem) => stepPage(visit, draft, step, { ...draft.fields, ...fields, ...carried(typed) }, problem),
    },
  );
}

function shownStep(visit: Visit, draft: GroupDraft): Reply {
  const step = stepIn(visit.query('step'));
  const here = stepFields(step, visit.lang).map(({ name }) => [name, draft.fields[name] ?? '']);
  const mistakes = visit.query('look') === 'again' ? mistyped(declarationInput, Object.fromEntries(here)) : null;
  return stepPage(visit, draft, step, draft.fields, mistakes ? visit.problem(mistakes) : undefined);
}

/** The step with the first field that is wrong; the messages of other steps lead there. */
function refusedPage(visit: Visit, draft: GroupDraft, typed: Typed, problem: Problem): Reply {
  const pageOf = (field: string) =>
    [1, 2, 3, 4].find((step) => stepFields(step, visit.lang).some(({ name }) => name === field));
  const shown = pageOf(problem.items[0]?.field ?? '') ?? STEPS;
  const items = ledToPages(problem.items, shown, { pageOf, path: (step) => draftPath(draft.id, step) });
  return stepPage(visit, draft, shown, typed, { ...problem, items });
}

async function publish(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  const changed = (await visit.form()).get('changed') ?? '';
  const typed = { ...draft.fields, changed };
  const ways = {
    done: (group: { id: string; name: string }) => `${encodeURI(groupPath(group))}?done=published`,
    again: (problem: Problem) => refusedPage(visit, draft, typed, problem),
  };
  const input = { ...typed, draft: draft.id };
  return draft.group_id
    ? visit.attempt(changeDeclaration, { ...input, id: draft.group_id }, ways)
    : visit.attempt(declareGroup, input, ways);
}

async function discard(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  await visit.form();
  await visit.perform(discardDraft, { id: draft.id });
  return seeOther('/groups/new');
}

export const draftRoutes: readonly Route[] = [
  get('/groups/new', 'person', ['F7.1'], (visit) => startPage(visit)),
  post('/group-drafts', 'person', ['F7.1'], begin),
  get('/group-drafts/:id', 'person', ['F7.1'], async (visit) => shownStep(visit, await ownDraft(visit))),
  post('/group-drafts/:id', 'person', ['F7.1'], keep),
  post('/group-drafts/:id/publication', 'person', ['F7.1'], publish),
  post('/group-drafts/:id/removal', 'person', ['F7.1'], discard),
];
