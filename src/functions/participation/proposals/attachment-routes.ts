/** F9.1, X10: the page on which files are put on a draft. */
import {
  type AttachedFile,
  attemptWithFiles,
  fileLimits,
  fileRefusal,
  receiveFiles,
  type UploadedFile,
} from '#commons/files/index.ts';
import { page } from '#commons/hubs/index.ts';
import { isUuid } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { draftFiles } from './attachment.ts';
import { addAttachment, describeAttachment, moveAttachment, removeAttachment } from './attachment-acts.ts';
import { words } from './attachment-words.ts';
import { type Draft, draftFor } from './drafts.ts';
import { attachmentPage, describePage, removalPage } from './views/attachment-pages.ts';
import { words as proposalWords } from './words.ts';

interface Found {
  draft: Draft;
  files: AttachedFile[];
}

async function found(visit: Visit): Promise<Found> {
  const { id } = visit.params;
  const [draft, files] =
    id && isUuid(id)
      ? await visit.read((db) => Promise.all([draftFor(db, visit.signedIn, id), draftFiles(db, id)]))
      : [null, []];
  if (!draft) throw refuseKernel('not-found', { status: 404 });
  return { draft, files };
}

function at(visit: Visit): string {
  return `/proposal-drafts/${visit.params.id}/attachments`;
}

function frame(visit: Visit, title: string, problem?: Problem) {
  const [draftWord, w] = [proposalWords(visit.lang).form.title, words(visit.lang)];
  return {
    title,
    place: 'proposals' as const,
    layout: 'reading' as const,
    breadcrumb: [
      { text: proposalWords(visit.lang).list.title, href: '/proposals' },
      { text: draftWord, href: `/proposal-drafts/${visit.params.id}` },
      ...(title === w.title ? [] : [{ text: w.title, href: at(visit) }]),
      { text: title },
    ],
    fieldNames: { file: w.file, label: w.label },
    ...(problem ? { problem } : {}),
  };
}

interface Typed {
  label: string;
  kept: readonly UploadedFile[];
}

async function list(visit: Visit, typed: Typed = { label: '', kept: [] }, problem?: Problem): Promise<Reply> {
  const { draft, files } = await found(visit);
  if (draft.published_at) return seeOther(`/proposal-drafts/${draft.id}`);
  const { lang, hub } = visit;
  const main = attachmentPage({ lang, at: at(visit), draft, files, limits: fileLimits(hub), typed, problem });
  return page(visit, { ...frame(visit, words(lang).title, problem), main });
}

async function add(visit: Visit): Promise<Reply> {
  // Who may not is told before the file is read.
  await found(visit);
  const received = await receiveFiles(visit);
  const kept = received.files('file').slice(-1);
  const label = received.form.get('label') ?? '';
  return attemptWithFiles(
    visit,
    received,
    addAttachment,
    { id: visit.params.id, fileId: kept[0]?.id ?? '', label },
    { done: () => `${at(visit)}?done=saved`, again: (problem) => list(visit, { label, kept }, problem) },
  );
}

/** The file an address names, on the draft it names. */
async function one(visit: Visit): Promise<AttachedFile> {
  const { files } = await found(visit);
  const file = files.find(({ id }) => id === visit.params.file);
  if (!file) throw fileRefusal('file-gone', { status: 404 });
  return file;
}

function pointed(visit: Visit) {
  return { id: visit.params.id, fileId: visit.params.file };
}

async function describe(visit: Visit, typed?: string, problem?: Problem): Promise<Reply> {
  const file = await one(visit);
  const main = describePage({ lang: visit.lang, at: at(visit), file, typed: typed ?? file.label, problem });
  return page(visit, { ...frame(visit, words(visit.lang).describe, problem), main });
}

async function described(visit: Visit): Promise<Reply> {
  const label = (await visit.form()).get('label') ?? '';
  return visit.attempt(
    describeAttachment,
    { ...pointed(visit), label },
    { done: () => `${at(visit)}?done=saved`, again: (problem) => describe(visit, label, problem) },
  );
}

async function move(visit: Visit): Promise<Reply> {
  const to = (await visit.form()).get('to') ?? '';
  return visit.attempt(
    moveAttachment,
    { ...pointed(visit), to },
    { done: () => `${at(visit)}?done=saved`, again: (problem) => list(visit, undefined, problem) },
  );
}

async function removal(visit: Visit): Promise<Reply> {
  const main = removalPage({ lang: visit.lang, at: at(visit), file: await one(visit) });
  return page(visit, { ...frame(visit, words(visit.lang).remove), main });
}

async function remove(visit: Visit): Promise<Reply> {
  await visit.form();
  return visit.attempt(removeAttachment, pointed(visit), {
    done: () => `${at(visit)}?done=saved`,
    again: (problem) => list(visit, undefined, problem),
  });
}

const PATH = '/proposal-drafts/:id/attachments';

export const attachmentRoutes: readonly Route[] = [
  get(PATH, 'person', ['F9.1', 'X10'], (visit) => list(visit)),
  post(PATH, 'person', ['F9.1', 'X10'], add, { streams: true }),
  get(`${PATH}/:file/label`, 'person', ['F9.1'], (visit) => describe(visit)),
  post(`${PATH}/:file/label`, 'person', ['F9.1'], described),
  post(`${PATH}/:file/place`, 'person', ['F9.1'], move),
  get(`${PATH}/:file/removal`, 'person', ['F9.1'], removal),
  post(`${PATH}/:file/removal`, 'person', ['F9.1'], remove),
];
