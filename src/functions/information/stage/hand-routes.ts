/** F1.4, P2 What a group does: raises its hand, changes what it shows, takes or gives back a part, adds materials. */
import { attemptWithFiles, fileLimits, filesOn, receiveFiles, type UploadedFile } from '#commons/files/index.ts';
import type { Action } from '#kernel/action.ts';
import { parseShortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { handHref } from './addresses.ts';
import { addMaterial, linkRecording, takeOffMaterial } from './afterwards.ts';
import { changeHand, lowerHand, type RaisedHand, raiseHand, takeSlot } from './hands.ts';
import { demand, groupsOf, idIn, plainPage, sentenceOf, shortIn, shown, type Typed, typedIn } from './page-parts.ts';
import { handById, handsOf, shownShowcase, slotsOf } from './queries.ts';
import { mayRaise, speaksAs } from './rules.ts';
import { materialsView } from './views/after.ts';
import { ownHandView, raiseView } from './views/hands.ts';
import { words } from './words.ts';

async function raisePage(visit: Visit, typed?: Typed, problem?: Problem): Promise<Reply> {
  const id = idIn(visit);
  const [[showcase, slots, hands], own] = await Promise.all([
    visit.read((db) => Promise.all([shownShowcase(db, id), slotsOf(db, id), handsOf(db, id)])),
    groupsOf(visit),
  ]);
  const { lang } = visit;
  const w = words(lang).hand;
  const no = sentenceOf(visit, mayRaise(visit.signedIn, showcase, visit.now));
  const begun = typed ?? { slotId: parseShortId(visit.query('slot')) ?? '' };
  return plainPage(visit, showcase, {
    title: w.title,
    main: raiseView({ lang, showcase, slots, hands, own, typed: begun, problem, no }),
    problem,
    fieldNames: { slotId: w.slot, own: w.own, title: w.name, about: w.about, needs: w.needs, needsNote: w.needsNote },
  });
}

async function raise(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(
    raiseHand,
    { ...typed, id: idIn(visit) },
    {
      done: (hand) => shown({ id: hand.showcaseId, title: hand.title }, 'raised'),
      again: (problem) => raisePage(visit, typed, problem),
    },
  );
}

/** To everybody who speaks neither for the group nor for whoever organises there is no such page. */
async function handOf(visit: Visit) {
  const id = shortIn(visit);
  return visit.read(async (db) => {
    const hand = await handById(db, id);
    return { hand, showcase: await shownShowcase(db, hand.showcase_id) };
  });
}

async function ownPage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const { hand, showcase } = await handOf(visit);
  const { lang } = visit;
  demand(speaksAs(visit.signedIn, hand.group_id) ? (hand.ended_at ? 'hand-ended' : null) : 'not-of-the-group');
  const w = words(lang).hand;
  return plainPage(visit, showcase, {
    title: w.editTitle,
    main: ownHandView({ lang, showcase, hand, typed, problem }),
    problem,
    fieldNames: { title: w.name, about: w.about, needs: w.needs, needsNote: w.needsNote },
  });
}

/** Performs an act on the hand of the address. */
function onHand<I>(
  act: Action<I, RaisedHand>,
  done: (hand: RaisedHand) => string,
  again: (visit: Visit, typed: Typed, problem?: Problem) => Promise<Reply>,
) {
  return async (visit: Visit): Promise<Reply> => {
    const typed = await typedIn(visit);
    return visit.attempt(
      act,
      { ...typed, id: shortIn(visit) },
      { done, again: (problem) => again(visit, typed, problem) },
    );
  };
}

const toShowcase = (code: string) => (hand: RaisedHand) => shown({ id: hand.showcaseId, title: hand.title }, code);
const toMaterials = (hand: RaisedHand) => `${handHref(hand.id, 'materials')}?done=saved`;

async function materialsPage(
  visit: Visit,
  typed: Typed = {},
  problem?: Problem,
  kept: readonly UploadedFile[] = [],
): Promise<Reply> {
  const { hand, showcase } = await handOf(visit);
  const { lang, hub } = visit;
  const speaks = [hand.group_id, showcase.host_id].some((one) => speaksAs(visit.signedIn, one));
  demand(speaks ? (hand.state === 'holding' ? null : 'holds-nothing') : 'not-presenter');
  const files = await visit.read((db) => filesOn(db, { kind: 'showcase-hand', id: hand.id }));
  const w = words(lang).after;
  return plainPage(visit, showcase, {
    title: w.materialsTitle,
    main: materialsView({ lang, showcase, hand, files, limits: fileLimits(hub), kept, typed, problem }),
    problem,
    fieldNames: { recording: w.recording },
  });
}

async function add(visit: Visit): Promise<Reply> {
  // Who may not is told before the file is read.
  await materialsPage(visit);
  const received = await receiveFiles(visit);
  const kept = received.files('file').slice(-1);
  const label = received.form.get('label') ?? '';
  return attemptWithFiles(
    visit,
    received,
    addMaterial,
    { id: shortIn(visit), fileId: kept[0]?.id ?? '', label },
    { done: toMaterials, again: (problem) => materialsPage(visit, { label }, problem, kept) },
  );
}

const serves = ['F1.4'];

export const handRoutes: readonly Route[] = [
  get('/showcases/:ref/hands', 'person', serves, (visit) => raisePage(visit)),
  post('/showcases/:ref/hands', 'person', serves, raise),
  get('/showcase-hands/:id/revision', 'person', serves, (visit) => ownPage(visit)),
  post('/showcase-hands/:id/revision', 'person', serves, onHand(changeHand, toShowcase('saved'), ownPage)),
  post('/showcase-hands/:id/return', 'person', serves, onHand(lowerHand, toShowcase('lowered'), ownPage)),
  post('/showcase-hands/:id/acceptance', 'person', serves, onHand(takeSlot, toShowcase('recorded'), ownPage)),
  get('/showcase-hands/:id/materials', 'person', ['F1.4', 'X10'], (visit) => materialsPage(visit)),
  post('/showcase-hands/:id/materials', 'person', ['F1.4', 'X10'], add, { streams: true }),
  post(
    '/showcase-hands/:id/materials/removal',
    'person',
    ['F1.4', 'X10'],
    onHand(takeOffMaterial, toMaterials, materialsPage),
  ),
  post('/showcase-hands/:id/recording', 'person', serves, onHand(linkRecording, toMaterials, materialsPage)),
];
