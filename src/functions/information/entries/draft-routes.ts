/** F1.1 Writing an entry, step by step; each step is kept. */
import { speakAs } from '#commons/actors/index.ts';
import {
  attachments,
  attemptWithFiles,
  fileLimits,
  filesOn,
  receiveFiles,
  type UploadedFile,
} from '#commons/files/index.ts';
import { electionNotice } from '#commons/moderation/index.ts';
import { outlineInForce, withTiles } from '#functions/participation/proposals/index.ts';
import { carried, ledToPages } from '#kernel/draft-steps.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { html } from '#ui/html.ts';
import { townDistricts } from '../events/index.ts';
import { draftPath, entryPath } from './addresses.ts';
import { beginDraft, discardDraft, draftOf, draftsOf, type EntryDraft, saveDraft } from './drafts.ts';
import { DRAFT } from './entry.ts';
import { addFile, moveFileUp, removeFile } from './files.ts';
import { plainPage, sentenceOf, shortIn, typedIn } from './page-parts.ts';
import { changeEntry, type NamedEntry, publishEntry } from './publish.ts';
import { mayPost } from './rules.ts';
import {
  draftFieldNames,
  draftTitle,
  FILES_STEP,
  lookView,
  STEPS,
  startView,
  stepFields,
  stepView,
} from './views/draft.ts';
import { filesView } from './views/files.ts';
import { words } from './words.ts';

async function startPage(visit: Visit, problem?: Problem): Promise<Reply> {
  const { lang, signedIn } = visit;
  const drafts = await visit.read((db) => draftsOf(db, signedIn.person.id));
  const reason = sentenceOf(visit, mayPost(signedIn, signedIn.acting.id));
  const w = words(lang).draft;
  const main = startView({
    lang,
    drafts,
    actingName: signedIn.acting.name,
    others: speakAs(signedIn, '/entries/new', lang),
    chosen: visit.query('kind'),
    reason,
    problem,
  });
  return plainPage(visit, null, { title: w.start, main, problem, fieldNames: { kind: w.kind } });
}

async function begin(visit: Visit): Promise<Reply> {
  return visit.attempt(beginDraft, await typedIn(visit), {
    done: ({ id }) => draftPath(id, 1),
    again: (problem) => startPage(visit, problem),
  });
}

async function ownDraft(visit: Visit): Promise<EntryDraft> {
  return visit.read((db) => draftOf(db, visit.signedIn.person.id, shortIn(visit, 'id')));
}

const UNTYPED: { label: string; kept: readonly UploadedFile[] } = { label: '', kept: [] };

async function stepPage(visit: Visit, draft: EntryDraft, step: number, typed = draft.fields, problem?: Problem) {
  if (step === FILES_STEP) return filesPage(visit, draft, UNTYPED, problem);
  const { lang, hub } = visit;
  const [outline, files] = await visit.read((db) =>
    Promise.all([outlineInForce(db), step === STEPS ? filesOn(db, { kind: DRAFT, id: draft.id }) : []]),
  );
  const districts = await visit.read((db) => townDistricts(db, outline));
  const props = { lang, hub, draft, typed, step, outline, districts, problem };
  const main = step === STEPS ? lookView(props, attachments(files, lang)) : stepView(props);
  const shown = plainPage(visit, null, {
    title: draftTitle(draft, lang),
    main: html`${electionNotice(hub, visit.now, lang)}${main}`,
    problem,
    fieldNames: draftFieldNames(draft.kind, lang),
    islands: ['char-counter', 'map-point'],
  });
  return withTiles(shown);
}

async function filesPage(visit: Visit, draft: EntryDraft, typed = UNTYPED, problem?: Problem): Promise<Reply> {
  const { lang, hub } = visit;
  const files = await visit.read((db) => filesOn(db, { kind: DRAFT, id: draft.id }));
  const main = filesView({ lang, draft, files, limits: fileLimits(hub), typed, problem });
  const { fileNames: fieldNames } = words(lang).draft;
  return plainPage(visit, null, { title: draftTitle(draft, lang), main, problem, fieldNames });
}

const stepIn = (text: string | null | undefined) => Math.min(STEPS, Math.max(1, Math.trunc(Number(text)) || 1));

async function keep(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  const { step: typedStep, version, once: _once, ...typed } = await typedIn(visit);
  const step = stepIn(typedStep);
  const asked = stepFields(draft.kind, step, visit.lang).map(({ name }) => [name, typed[name] ?? '']);
  const fields: Record<string, string> = Object.fromEntries(asked);
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
function refusedPage(visit: Visit, draft: EntryDraft, typed: EntryDraft['fields'], problem: Problem): Promise<Reply> {
  const pageOf = (field: string) =>
    [1, 2].find((step) => stepFields(draft.kind, step, visit.lang).some(({ name }) => name === field));
  const shown = pageOf(problem.items[0]?.field ?? '') ?? STEPS;
  const items = ledToPages(problem.items, shown, { pageOf, path: (step) => draftPath(draft.id, step) });
  return stepPage(visit, draft, shown, typed, { ...problem, items });
}

async function publish(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  const changed = (await visit.form()).get('changed') ?? '';
  const typed = { ...draft.fields, changed };
  const ways = {
    done: (entry: NamedEntry) => `${encodeURI(entryPath(entry))}?done=published`,
    again: (problem: Problem) => refusedPage(visit, draft, typed, problem),
  };
  const input = { ...typed, kind: draft.kind, draft: draft.id };
  return draft.entry_id
    ? visit.attempt(changeEntry, { ...input, id: draft.entry_id }, ways)
    : visit.attempt(publishEntry, input, ways);
}

async function discard(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  await visit.form();
  await visit.perform(discardDraft, { id: draft.id });
  return seeOther('/entries/new');
}

async function add(visit: Visit): Promise<Reply> {
  // Who may not is told before the file is read.
  const draft = await ownDraft(visit);
  const received = await receiveFiles(visit);
  const kept = received.files('file').slice(-1);
  const label = received.form.get('label') ?? '';
  return attemptWithFiles(
    visit,
    received,
    addFile,
    { id: draft.id, fileId: kept[0]?.id ?? '', label },
    {
      done: () => draftPath(draft.id, FILES_STEP),
      again: (problem) => filesPage(visit, draft, { label, kept }, problem),
    },
  );
}

function onFile(act: typeof removeFile) {
  return async (visit: Visit): Promise<Reply> => {
    const draft = await ownDraft(visit);
    await visit.form();
    return visit.attempt(
      act,
      { id: draft.id, fileId: visit.params.file },
      {
        done: () => draftPath(draft.id, FILES_STEP),
        again: (problem) => filesPage(visit, draft, UNTYPED, problem),
      },
    );
  };
}

export const draftRoutes: readonly Route[] = [
  get('/entries/new', 'person', ['F1.1'], (visit) => startPage(visit)),
  post('/entry-drafts', 'person', ['F1.1'], begin),
  get('/entry-drafts/:id', 'person', ['F1.1'], async (visit) =>
    stepPage(visit, await ownDraft(visit), stepIn(visit.query('step'))),
  ),
  post('/entry-drafts/:id', 'person', ['F1.1'], keep),
  post('/entry-drafts/:id/publication', 'person', ['F1.1'], publish),
  post('/entry-drafts/:id/removal', 'person', ['F1.1'], discard),
  post('/entry-drafts/:id/files', 'person', ['F1.1', 'X10'], add, { streams: true }),
  post('/entry-drafts/:id/files/:file/place', 'person', ['F1.1', 'X10'], onFile(moveFileUp)),
  post('/entry-drafts/:id/files/:file/removal', 'person', ['F1.1', 'X10'], onFile(removeFile)),
];
