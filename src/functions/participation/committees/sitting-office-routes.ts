/** F9.9 What the office does with a sitting that is announced: moves it, puts its papers on its page. */
import { attemptWithFiles, fileLimits, filesOn, receiveFiles, type UploadedFile } from '#commons/files/index.ts';
import { formatTime, tokyoDate } from '#kernel/dates.ts';
import { colon } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { pageHead } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { sittingPath } from './addresses.ts';
import { moveSitting } from './move-sitting.ts';
import { demand, idIn, namesOf, officePage, typedIn } from './page-parts.ts';
import { type Sitting, sittingById } from './queries.ts';
import { mayHandOut, mayMove } from './rules.ts';
import { addMaterial, takeOffMaterial } from './sitting-materials.ts';
import { fieldsForm, type Typed } from './views/forms.ts';
import { materialsPage } from './views/materials.ts';
import { movingFields } from './views/office.ts';
import { sittingTitle } from './views/sitting.ts';
import { words } from './words.ts';

const committeeOf = (sitting: Sitting) => ({ id: sitting.committee_id, name: sitting.committee_name });

/** As the form was typed when the sitting was announced. */
function asItIs(sitting: Sitting): Typed {
  return {
    date: tokyoDate(sitting.starts_at),
    from: formatTime(sitting.starts_at, 'ja'),
    to: formatTime(sitting.ends_at, 'ja'),
    place: sitting.place,
    agenda: sitting.agenda.join('\n'),
    // By default one asks until the sitting begins: then no day stands here.
    observersUntilOn:
      sitting.observers_until < sitting.starts_at ? tokyoDate(new Date(sitting.observers_until.getTime() - 1)) : '',
  };
}

async function movingPage(visit: Visit, typed?: Typed, problem?: Problem): Promise<Reply> {
  const sitting = await visit.read((db) => sittingById(db, idIn(visit)));
  demand(mayMove(visit.signedIn, sitting, visit.now));
  const { lang } = visit;
  const w = words(lang).move;
  const fields = movingFields(sitting, lang);
  const form = fieldsForm({
    lang,
    typed: { ...asItIs(sitting), ...typed },
    problem,
    action: `${sittingPath(sitting.id)}/date`,
    submit: w.submit,
    hiddenFields: { version: sitting.version },
    fields,
  });
  const main = html`${pageHead({ above: sittingTitle(sitting, lang), title: w.act, lead: w.lead })}${form}`;
  return officePage(visit, {
    committee: committeeOf(sitting),
    title: w.act,
    main,
    problem,
    fieldNames: namesOf(fields),
  });
}

async function move(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(
    moveSitting,
    { ...typed, id: idIn(visit) },
    { done: ({ id }) => `${sittingPath(id)}?done=recorded`, again: (problem) => movingPage(visit, typed, problem) },
  );
}

interface Papers {
  label: string;
  kept: readonly UploadedFile[];
  removing: string;
  reason: string;
}

const NOTHING: Papers = { label: '', kept: [], removing: '', reason: '' };

async function materials(visit: Visit, typed: Partial<Papers> = {}, problem?: Problem): Promise<Reply> {
  const id = idIn(visit);
  const [sitting, files] = await visit.read((db) =>
    Promise.all([sittingById(db, id), filesOn(db, { kind: 'sitting', id })]),
  );
  demand(mayHandOut(visit.signedIn, sitting));
  const { lang, hub } = visit;
  const w = words(lang).materials;
  const limits = fileLimits(hub);
  return officePage(visit, {
    committee: committeeOf(sitting),
    title: `${w.title}${colon(lang)}${sittingTitle(sitting, lang)}`,
    main: materialsPage({ lang, sitting, files, limits, typed: { ...NOTHING, ...typed }, problem }),
    problem,
    fieldNames: { file: w.file, label: w.name, reason: w.reason },
  });
}

async function add(visit: Visit): Promise<Reply> {
  const id = idIn(visit);
  // Who may not is told before the file is read.
  demand(mayHandOut(visit.signedIn, await visit.read((db) => sittingById(db, id))));
  const received = await receiveFiles(visit);
  const kept = received.files('file').slice(-1);
  const label = received.form.get('label') ?? '';
  const input = { id, fileId: kept[0]?.id ?? '', label };
  return attemptWithFiles(visit, received, addMaterial, input, {
    done: (sitting) => `${sittingPath(sitting.id)}/materials?done=published`,
    again: (problem) => materials(visit, { label, kept }, problem),
  });
}

async function takeOff(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const [removing, reason] = [form.get('fileId') ?? '', form.get('reason') ?? ''];
  return visit.attempt(
    takeOffMaterial,
    { id: idIn(visit), fileId: removing, reason },
    {
      done: ({ id }) => `${sittingPath(id)}/materials?done=recorded`,
      again: (problem) => materials(visit, { removing, reason }, problem),
    },
  );
}

export const sittingOfficeRoutes: readonly Route[] = [
  get('/sittings/:ref/date', 'person', ['F9.9'], (visit) => movingPage(visit)),
  post('/sittings/:ref/date', 'person', ['F9.9'], move),
  get('/sittings/:ref/materials', 'person', ['F9.9', 'X10'], (visit) => materials(visit)),
  post('/sittings/:ref/materials', 'person', ['F9.9', 'X10'], add, { streams: true }),
  post('/sittings/:ref/materials/removal', 'person', ['F9.9', 'X10'], takeOff),
];
