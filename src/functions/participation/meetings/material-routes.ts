/** F9.2, X10 The page on which whoever called a meeting puts its materials. */
import { attemptWithFiles, fileLimits, receiveFiles, type UploadedFile } from '#commons/files/index.ts';
import { page } from '#commons/hubs/index.ts';
import { colon } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { meetingPath } from './addresses.ts';
import { hallWords } from './hall-words.ts';
import { addMaterial, takeOffMaterial } from './materials.ts';
import { crumbs, demand, meetingId, named } from './page-parts.ts';
import { mayHandOut } from './rules.ts';
import { materialsPage } from './views/materials.ts';

interface Typed {
  label: string;
  kept: readonly UploadedFile[];
  removing: string;
  reason: string;
}

const NOTHING: Typed = { label: '', kept: [], removing: '', reason: '' };

async function materials(visit: Visit, typed: Partial<Typed> = {}, problem?: Problem): Promise<Reply> {
  const meeting = await named(visit);
  const { lang, hub } = visit;
  demand(mayHandOut(visit.signedIn, meeting));
  const w = hallWords(lang).materials;
  return page(visit, {
    title: `${w.title}${colon(lang)}${meeting.title}`,
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(visit, meeting, w.title),
    main: materialsPage({ lang, meeting, limits: fileLimits(hub), typed: { ...NOTHING, ...typed }, problem }),
    problem,
    fieldNames: { file: w.file, label: w.name, reason: w.reason },
  });
}

async function add(visit: Visit): Promise<Reply> {
  // Who may not is told before the file is read.
  demand(mayHandOut(visit.signedIn, await named(visit)));
  const received = await receiveFiles(visit);
  const kept = received.files('file').slice(-1);
  const label = received.form.get('label') ?? '';
  return attemptWithFiles(
    visit,
    received,
    addMaterial,
    { id: meetingId(visit), fileId: kept[0]?.id ?? '', label },
    {
      done: (meeting) => `${encodeURI(meetingPath(meeting))}/materials?done=published`,
      again: (problem) => materials(visit, { label, kept }, problem),
    },
  );
}

async function takeOff(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const [removing, reason] = [form.get('fileId') ?? '', form.get('reason') ?? ''];
  return visit.attempt(
    takeOffMaterial,
    { id: meetingId(visit), fileId: removing, reason },
    {
      done: (meeting) => `${encodeURI(meetingPath(meeting))}/materials?done=recorded`,
      again: (problem) => materials(visit, { removing, reason }, problem),
    },
  );
}

export const materialRoutes: readonly Route[] = [
  get('/meetings/:ref/materials', 'person', ['F9.2', 'X10'], (visit) => materials(visit)),
  post('/meetings/:ref/materials', 'person', ['F9.2', 'X10'], add, { streams: true }),
  post('/meetings/:ref/materials/removal', 'person', ['F9.2', 'X10'], takeOff),
];
