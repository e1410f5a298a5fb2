/** F9.9, X10 Papers of a stage: put there as an address or as a file, taken out with a reason. */
import { attemptWithFiles, fileLimits, receiveFiles, type UploadedFile } from '#commons/files/index.ts';
import { rulesOf } from '#commons/hubs/index.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { stageHref } from './addresses.ts';
import { addDocument, removeDocument } from './documents.ts';
import { inCharge } from './lead-routes.ts';
import { notFound } from './limits.ts';
import { planOfDocument, type ShownPlan, type ShownStage } from './queries.ts';
import { mayAnswer } from './rules.ts';
import { fieldNames, type Typed } from './views/forms.ts';
import { documentForm } from './views/papers.ts';
import { idIn, planPage, stageIn, typedIn } from './visiting.ts';
import { words } from './words.ts';

function documentsPage(
  visit: Visit,
  of: { plan: ShownPlan; stage: ShownStage },
  typed: Typed,
  problem?: Problem,
  kept: readonly UploadedFile[] = [],
) {
  const { lang } = visit;
  const longest = rulesOf(visit.hub).limits.reason;
  return planPage(visit, of.plan, words(lang).document.add, {
    layout: 'reading',
    problem,
    fieldNames: {
      ...fieldNames(lang),
      title: words(lang).document.name,
      link: words(lang).document.link,
      file: words(lang).document.file,
      label: words(lang).document.name,
    },
    islands: ['char-counter'],
    main: documentForm({ lang, ...of, typed, longest, problem, limits: fileLimits(visit.hub), kept }),
  });
}

async function documents(visit: Visit): Promise<Reply> {
  const of = await stageIn(visit);
  inCharge(visit, of.plan, mayAnswer);
  return documentsPage(visit, of, {});
}

async function addPaper(visit: Visit): Promise<Reply> {
  const of = await stageIn(visit);
  const typed = await typedIn(visit);
  return visit.attempt(
    addDocument,
    { ...typed, stageId: of.stage.id },
    {
      done: () => `${stageHref(of.stage.id)}?done=published`,
      again: (problem) => documentsPage(visit, of, typed, problem),
    },
  );
}

async function addFile(visit: Visit): Promise<Reply> {
  const of = await stageIn(visit);
  // Who may not is told before the file is read.
  inCharge(visit, of.plan, mayAnswer);
  const received = await receiveFiles(visit);
  const kept = received.files('file').slice(-1);
  const label = received.form.get('label') ?? '';
  return attemptWithFiles(
    visit,
    received,
    addDocument,
    { stageId: of.stage.id, title: label, fileId: kept[0]?.id ?? '' },
    {
      done: () => `${stageHref(of.stage.id)}?done=published`,
      again: (problem) => documentsPage(visit, of, { label }, atLabel(problem), kept),
    },
  );
}

/** The file's form has its title in a field of another name. */
function atLabel(problem: Problem): Problem {
  return { ...problem, items: problem.items.map((one) => (one.field === 'title' ? { ...one, field: 'label' } : one)) };
}

async function removePaper(visit: Visit): Promise<Reply> {
  const id = idIn(visit);
  const plan = await visit.read((db) => planOfDocument(db, id));
  const stage = plan?.stages.find((one) => plan.documents.find((paper) => paper.id === id)?.stage_id === one.id);
  if (!plan || !stage) throw notFound();
  const typed = await typedIn(visit);
  return visit.attempt(
    removeDocument,
    { ...typed, id },
    {
      done: () => `${stageHref(stage.id)}?done=recorded`,
      again: (problem) => documentsPage(visit, { plan, stage }, { reason: typed.reason, removing: id }, problem),
    },
  );
}

export const paperRoutes: readonly Route[] = [
  get('/plan-stages/:ref/documents', 'person', ['F9.9'], documents),
  post('/plan-stages/:ref/documents', 'person', ['F9.9'], addPaper),
  post('/plan-stages/:ref/files', 'person', ['F9.9', 'X10'], addFile, { streams: true }),
  post('/plan-documents/:ref/removal', 'person', ['F9.9'], removePaper),
];
