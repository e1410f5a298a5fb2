/** F1.1 Announcing and changing, step by step; each step is kept. */
import { speakAs } from '#commons/actors/index.ts';
import { attemptWithFiles, fileLimits, filesOn, receiveFiles, type UploadedFile } from '#commons/files/index.ts';
import { carried, ledToPages } from '#kernel/draft-steps.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { outlineInForce, withTiles } from '../../participation/proposals/index.ts';
import { eventPath } from './addresses.ts';
import { changeEvent } from './change-event.ts';
import { createEvent, plannedDays } from './create-event.ts';
import { townDistricts } from './districts.ts';
import { mistakesAmong, withRegistration } from './draft-mistakes.ts';
import { beginDraft, discardDraft, draftOf, draftsOf, type EventDraft, saveDraft } from './drafts.ts';
import { eventInput, notFound, type Typed } from './event.ts';
import type { NamedEvent } from './event-tags.ts';
import { formTexts } from './form-words.ts';
import { holidays } from './holidays.ts';
import { keyIn, plainPage, sentenceOf, typedIn } from './page-parts.ts';
import { setDraftPicture, takePictureOff as standingPictureOff, takeDraftPictureOff } from './picture.ts';
import type { Days } from './recurrence.ts';
import { mayHold } from './rules.ts';
import { allFields, type DraftProps, draftPath, STEPS, startView, stepFields, stepView } from './views/draft.ts';
import { namesOf } from './views/forms.ts';
import { lookView } from './views/look.ts';

async function startPage(visit: Visit, problem?: Problem): Promise<Reply> {
  const { lang, signedIn, hub } = visit;
  const drafts = await visit.read((db) => draftsOf(db, signedIn.person.id));
  const reason = sentenceOf(visit, mayHold(hub, signedIn));
  const main = startView({
    lang,
    drafts,
    actingName: signedIn.acting.name,
    others: speakAs(signedIn, '/events/new', lang),
    reason,
  });
  return plainPage(visit, null, { title: formTexts(lang).start, main, problem });
}

async function begin(visit: Visit): Promise<Reply> {
  return visit.attempt(beginDraft, await typedIn(visit), {
    done: ({ id }) => draftPath(id, 1),
    again: (problem) => startPage(visit, problem),
  });
}

async function ownDraft(visit: Visit): Promise<EventDraft> {
  const id = keyIn(visit, 'id');
  return visit.read((db) => draftOf(db, visit.signedIn.person.id, id));
}

/** The outline of the town, and the districts one chooses from. */
function placesOf(visit: Visit) {
  return visit.read(async (db) => {
    const outline = await outlineInForce(db);
    return { outline, districts: await townDistricts(db, outline) };
  });
}

interface Again {
  typed?: Typed;
  problem?: Problem | undefined;
  kept?: readonly UploadedFile[];
  label?: string;
}

async function stepPage(visit: Visit, draft: EventDraft, step: number, again: Again = {}): Promise<Reply> {
  const { lang, hub } = visit;
  const { typed = draft.fields, problem } = again;
  const props: DraftProps = { lang, town: hub.town[lang], draft, typed, step, ...(await placesOf(visit)), problem };
  const w = formTexts(lang);
  return withTiles(
    plainPage(visit, null, {
      title: draft.event_id ? w.titleChange : w.title,
      main: step === STEPS ? await lookMain(visit, props, again) : stepView(props),
      problem,
      islands: ['char-counter', ...(step === 3 ? ['map-point'] : [])],
      fieldNames: namesOf(allFields(props), lang),
    }),
  );
}

async function lookMain(visit: Visit, props: DraftProps, { kept = [], label = '' }: Again) {
  const { draft, typed } = props;
  const [planned, known, own, there] = await Promise.all([
    plannedOf(typed),
    holidays(),
    visit.read((db) => filesOn(db, { kind: 'event-draft', id: draft.id })),
    draft.event_id ? visit.read((db) => filesOn(db, { kind: 'event', id: draft.event_id! })) : [],
  ]);
  const picture = own[0] ?? there[0] ?? null;
  return lookView({
    ...props,
    ...{ planned, kept, label },
    holidays: known,
    picture,
    isOwnPicture: own.length > 0,
    limits: fileLimits(visit.hub),
  });
}

/** The days a rule gives, when enough of the form makes sense to know them. */
async function plannedOf(typed: Typed): Promise<Days | null> {
  const parsed = eventInput
    .pick({ date: true, repeat: true, weekdays: true, until: true, count: true, except: true, holidays: true })
    .safeParse(typed);
  if (!parsed.success) return null;
  try {
    return await plannedDays(parsed.data);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const stepIn = (text: string | null | undefined) => Math.min(STEPS, Math.max(1, Math.trunc(Number(text)) || 1));

async function shownStep(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  const step = stepIn(visit.query('step'));
  if (visit.query('look') !== 'again' || step === STEPS) return stepPage(visit, draft, step);
  const { districts } = await placesOf(visit);
  const names = stepFields(step, { lang: visit.lang, draft, districts }).map(({ name }) => name);
  const mistakes = mistakesAmong(draft.fields, names, visit.now);
  return stepPage(visit, draft, step, mistakes ? { problem: visit.problem(mistakes) } : {});
}

async function keep(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  const { step: typedStep, version, once: _once, ...typed } = await typedIn(visit);
  const step = stepIn(typedStep);
  const { districts } = await placesOf(visit);
  const asked = step === STEPS ? [] : stepFields(step, { lang: visit.lang, draft, districts });
  const fields = withRegistration(Object.fromEntries(asked.map(({ name }) => [name, typed[name] ?? ''])));
  return visit.attempt(
    saveDraft,
    { id: draft.id, version, fields: { ...fields, ...carried(typed) } },
    {
      done: () =>
        mistakesAmong({ ...draft.fields, ...fields }, Object.keys(fields), visit.now)
          ? `${draftPath(draft.id, step)}&look=again`
          : draftPath(draft.id, Math.min(STEPS, step + 1)),
      again: (problem) =>
        stepPage(visit, draft, step, { typed: { ...draft.fields, ...fields, ...carried(typed) }, problem }),
    },
  );
}

/** The step with the first field that is wrong; the messages of other steps lead there. */
async function refusedPage(visit: Visit, draft: EventDraft, typed: Typed, problem: Problem): Promise<Reply> {
  const { districts } = await placesOf(visit);
  const pageOf = (field: string) =>
    [1, 2, 3, 4, 5].find((step) =>
      stepFields(step, { lang: visit.lang, draft, districts }).some(({ name }) => name === field),
    );
  const shown = pageOf(problem.items[0]?.field ?? '') ?? STEPS;
  const items = ledToPages(problem.items, shown, { pageOf, path: (step) => draftPath(draft.id, step) });
  return stepPage(visit, draft, shown, { typed, problem: { ...problem, items } });
}

async function publish(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  const { reason = '', scope = 'this' } = await typedIn(visit);
  const typed: Typed = { ...draft.fields, reason, scope };
  const ways = {
    done: (event: NamedEvent) => `${encodeURI(eventPath(event))}?done=published`,
    again: (problem: Problem) => refusedPage(visit, draft, typed, problem),
  };
  const input = { ...typed, draft: draft.id };
  return draft.event_id
    ? visit.attempt(changeEvent, { ...input, id: draft.event_id }, ways)
    : visit.attempt(createEvent, input, ways);
}

async function discard(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  await visit.form();
  await visit.perform(discardDraft, { id: draft.id });
  return seeOther('/events/new');
}

async function addPicture(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  const received = await receiveFiles(visit);
  const kept = received.files('file').slice(-1);
  const label = received.form.get('label') ?? '';
  return attemptWithFiles(
    visit,
    received,
    setDraftPicture,
    { id: draft.id, fileId: kept[0]?.id ?? '', label },
    {
      done: () => draftPath(draft.id, STEPS),
      again: (problem) => stepPage(visit, draft, STEPS, { problem, kept, label }),
    },
  );
}

async function takePictureOff(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  await visit.form();
  await visit.perform(takeDraftPictureOff, { id: draft.id });
  return seeOther(draftPath(draft.id, STEPS));
}

/** Of the event that stands, from the form in which it is changed. */
async function takeStandingOff(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  await visit.form();
  if (!draft.event_id) throw notFound();
  await visit.perform(standingPictureOff, { id: draft.event_id });
  return seeOther(draftPath(draft.id, STEPS));
}

const serves = ['F1.1'];

export const draftRoutes: readonly Route[] = [
  get('/events/new', 'person', serves, (visit) => startPage(visit)),
  post('/event-drafts', 'person', serves, begin),
  get('/event-drafts/:id', 'person', serves, shownStep),
  post('/event-drafts/:id', 'person', serves, keep),
  post('/event-drafts/:id/publication', 'person', serves, publish),
  post('/event-drafts/:id/removal', 'person', serves, discard),
  post('/event-drafts/:id/picture', 'person', ['F1.1', 'X10'], addPicture, { streams: true }),
  post('/event-drafts/:id/picture/removal', 'person', ['F1.1', 'X10'], takePictureOff),
  post('/event-drafts/:id/standing-picture/removal', 'person', ['F1.1', 'X10'], takeStandingOff),
];
