/** F1.4 On the day: the page of the audience, the presenter's screen, the screen for the wall. With an account, or from a seat in the hall. */

import type { z } from 'zod';
import { page } from '#commons/hubs/index.ts';
import { parseShortId, shortId, uuidv7 } from '#kernel/ids.ts';
import { inputRefusal } from '#kernel/input.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { livePath, showcaseHref, showcasePath } from './addresses.ts';
import {
  answerVoice,
  cheer,
  cheerInput,
  cheerSlot,
  type LiveMeans,
  type Said,
  say,
  sayVoice,
  takeBack,
  takeBackVoice,
  voiceInput,
} from './live.ts';
import { hasCheered, NOBODY, type Speaker, type VoiceOrder, voicesAbout } from './live-queries.ts';
import { liveWords } from './live-words.ts';
import { crumbs, demand, idIn, plainPage, shortIn, type Typed, typedIn } from './page-parts.ts';
import { hallCodeOf, handsOf, type ShownShowcase, shownShowcase, slotsOf } from './queries.ts';
import { currentSlot, nextChange, speaksAs } from './rules.ts';
import { speakerOf, takeSeat } from './seats.ts';
import { notFound, refusalFor } from './showcase.ts';
import { type LiveProps, liveView } from './views/live.ts';
import { presenterView, screenView } from './views/screens.ts';
import { waitingView } from './views/waiting.ts';

type Part = LiveProps['parts'][number];

/** The part asked for or the one that is on now; null while nobody presents in it. */
async function partNow(visit: Visit, slotId: string | null) {
  const id = idIn(visit);
  const [showcase, slots, hands] = await visit.read((db) =>
    Promise.all([shownShowcase(db, id), slotsOf(db, id), handsOf(db, id)]),
  );
  const parts = slots.flatMap((slot): Part[] => {
    const hand = hands.find((one) => one.slot_id === slot.id && one.state === 'holding');
    return hand ? [{ slot, hand }] : [];
  });
  const now = currentSlot(
    parts.map(({ slot }) => slot),
    visit.now,
  );
  if (showcase.hiding || (slotId !== null && !slots.some(({ id: one }) => one === slotId))) throw notFound();
  const current = parts.find(({ slot }) => slot.id === (slotId ?? now?.id)) ?? null;
  return { showcase, parts, current };
}

/** Everything a screen of the day shows of a part. */
async function seenOf(visit: Visit, current: Part, speaker: Speaker, order: VoiceOrder) {
  const [voices, cheered] = await visit.read((db) =>
    Promise.all([voicesAbout(db, current.slot.id, order, speaker), hasCheered(db, current.slot.id, speaker)]),
  );
  return { current, voices, cheered };
}

/** While nobody presents in the part: what will be here, from when, and who can open it. */
function waitingPage(visit: Visit, showcase: ShownShowcase, problem?: Problem): Reply {
  const { lang, now } = visit;
  const title = liveWords(lang).title(showcase.title);
  const change = nextChange(showcase, now);
  if (change) visit.expiresAt(change);
  return page(visit, {
    title,
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(visit, showcase, title),
    main: waitingView({ lang, now, showcase }),
    problem,
  });
}

const slotIn = (visit: Visit, typed: Typed) => typed.slotId || parseShortId(visit.query('slot')) || null;
const orderIn = (visit: Visit): VoiceOrder => (visit.query('order') === 'unanswered' ? 'unanswered' : 'newest');

async function livePage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const id = idIn(visit);
  const speaker = await visit.read((db) => speakerOf(visit, db, id));
  const order = orderIn(visit);
  const { current, ...found } = await partNow(visit, slotIn(visit, typed));
  if (!current) return waitingPage(visit, found.showcase, problem);
  const seen = { ...found, ...(await seenOf(visit, current, speaker, order)) };
  const { lang, now } = visit;
  const speaks = speaker.personId !== null || speaker.seatId !== null;
  const w = liveWords(lang);
  // A code in the address comes from a ticket: it stands in the field, and only pressing takes the seat.
  const begun = { code: visit.query('code'), ...typed };
  return page(visit, {
    title: w.title(seen.current.hand.title || seen.showcase.title),
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(visit, seen.showcase, w.title(seen.current.hand.title)),
    main: liveView({ lang, now, order, speaks, typed: begun, problem, ...seen }),
    problem,
    fieldNames: { body: w.body, nickname: w.nickname, kind: w.kind, code: w.seatCode },
    styles: ['live'],
    islands: ['char-counter', 'live-part'],
  });
}

/** For whoever presents or organises; others are told why not. */
async function behindTheScenes(visit: Visit, order: VoiceOrder, typed: Typed) {
  const { showcase, parts, current } = await partNow(visit, slotIn(visit, typed));
  const involved = [showcase.host_id, ...parts.map(({ hand }) => hand.group_id)];
  demand(involved.some((one) => speaksAs(visit.signedIn, one)) ? null : 'not-presenter');
  const hallCode = await visit.read((db) => hallCodeOf(db, showcase.id));
  const seen = current && { parts, hallCode, ...(await seenOf(visit, current, NOBODY, order)) };
  return { showcase, seen };
}

async function presenterPage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const { showcase, seen } = await behindTheScenes(visit, 'unanswered', typed);
  if (!seen) return waitingPage(visit, showcase, problem);
  const { lang, now } = visit;
  const props = { lang, now, order: 'unanswered' as const, speaks: true, typed, problem, showcase, ...seen };
  return plainPage(visit, showcase, {
    title: liveWords(lang).presenterTitle(showcase.title),
    main: presenterView(props),
    problem,
    styles: ['live'],
    islands: ['live-part'],
  });
}

async function screenPage(visit: Visit): Promise<Reply> {
  const { showcase, seen } = await behindTheScenes(visit, 'newest', {});
  if (!seen) return waitingPage(visit, showcase);
  const { lang, now, hub } = visit;
  const { parts, current } = seen;
  const { create } = await import('qrcode');
  const liveUrl = `${hub.origin}${showcaseHref(showcase.id)}/live`;
  const next = parts.find(({ slot }) => slot.starts_at > current.slot.starts_at) ?? null;
  const props = { lang, now, order: 'newest' as const, speaks: true, typed: {}, showcase, ...seen };
  return page(visit, {
    title: liveWords(lang).screenTitle(showcase.title),
    layout: 'wide',
    indexed: false,
    main: screenView({ ...props, liveUrl, next, code: create(liveUrl, { errorCorrectionLevel: 'M' }).modules }),
    styles: ['live'],
    islands: ['live-part'],
  });
}

const backToLive = (said: Said, done: string) =>
  `${encodeURI(showcasePath(said))}/live?slot=${shortId(said.slotId)}&done=${done}`;

/** From a seat there is no act of a person: the same is done in a transaction of its own, and the row is the record. */
function fromSeat<Schema extends z.ZodType>(
  input: Schema,
  does: (means: LiveMeans, speaker: Speaker, sent: z.output<Schema>) => Promise<Said>,
) {
  return async (visit: Visit, showcaseId: string, sent: unknown): Promise<Said> => {
    const parsed = input.safeParse(sent);
    if (!parsed.success) throw inputRefusal(parsed.error);
    const { hub, now, hubwise } = visit;
    return hubwise.write(hub.id, async (db) => {
      const speaker = await speakerOf(visit, db, showcaseId);
      if (speaker.seatId === null) throw refusalFor('take-a-seat');
      return does({ db, hub, now, newId: () => uuidv7(now) }, speaker, parsed.data);
    });
  };
}

const sayFromSeat = fromSeat(voiceInput, say);
const cheerFromSeat = fromSeat(cheerInput, cheer);

async function speak(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const id = idIn(visit);
  const again = (problem: Problem) => livePage(visit, typed, problem);
  const done = (said: Said) => backToLive(said, 'sent');
  if (visit.reader) return visit.attempt(sayVoice, { ...typed, id }, { done, again });
  return settle(visit, async () => seeOther(done(await sayFromSeat(visit, id, { ...typed, id }))), again);
}

async function press(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const id = idIn(visit);
  const again = (problem: Problem) => livePage(visit, typed, problem);
  const done = (said: Said) => backToLive(said, 'recorded');
  if (visit.reader) return visit.attempt(cheerSlot, { ...typed, id }, { done, again });
  return settle(visit, async () => seeOther(done(await cheerFromSeat(visit, id, { ...typed, id }))), again);
}

async function sit(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const id = idIn(visit);
  return settle(
    visit,
    async () => {
      const cookie = await takeSeat(visit, id, typed.code ?? '');
      const showcase = await visit.read((db) => shownShowcase(db, id));
      return seeOther(encodeURI(livePath(showcase, typed.slotId || undefined)), [cookie]);
    },
    (problem) => livePage(visit, typed, problem),
  );
}

/** The voice's own page is its place among the others. */
async function placeOf(visit: Visit, id: string): Promise<{ showcase: string; slot: string }> {
  const [row] = await visit.read((db) =>
    db.selectFrom('showcase_voices').select(['showcase_id', 'slot_id']).where('id', '=', id).limit(1).execute(),
  );
  if (!row) throw notFound();
  return { showcase: row.showcase_id, slot: row.slot_id };
}

async function withdraw(visit: Visit): Promise<Reply> {
  const id = shortIn(visit);
  await visit.form();
  const { showcase, slot } = await placeOf(visit, id);
  const done = (said: Said) => backToLive(said, 'withdrawn');
  visit.params.ref = shortId(showcase);
  const again = (problem: Problem) => livePage(visit, { slotId: slot }, problem);
  if (visit.reader) return visit.attempt(takeBackVoice, { id }, { done, again });
  const { hub, now, hubwise } = visit;
  return settle(
    visit,
    async () => {
      const said = await hubwise.write(hub.id, async (db) => {
        const speaker = await speakerOf(visit, db, showcase);
        return takeBack({ db, hub, now, newId: () => uuidv7(now) }, speaker, id);
      });
      return seeOther(done(said));
    },
    again,
  );
}

async function answer(visit: Visit): Promise<Reply> {
  const id = shortIn(visit);
  const typed = await typedIn(visit);
  const { showcase, slot } = await placeOf(visit, id);
  visit.params.ref = shortId(showcase);
  return visit.attempt(
    answerVoice,
    { ...typed, id },
    {
      done: (said) => `${encodeURI(showcasePath(said))}/presenter?slot=${shortId(said.slotId)}&done=recorded`,
      again: (problem) => presenterPage(visit, { ...typed, slotId: slot, voice: shortId(id) }, problem),
    },
  );
}

const serves = ['F1.4'];

export const liveRoutes: readonly Route[] = [
  get('/showcases/:ref/live', 'public', serves, (visit) => livePage(visit)),
  get('/showcases/:ref/presenter', 'person', serves, (visit) => presenterPage(visit)),
  get('/showcases/:ref/screen', 'person', serves, screenPage),
  post('/showcases/:ref/voices', 'public', serves, speak),
  post('/showcases/:ref/cheers', 'public', serves, press),
  post('/showcases/:ref/seats', 'public', serves, sit),
  post('/showcase-voices/:id/withdrawal', 'public', serves, withdraw),
  post('/showcase-voices/:id/answer', 'person', serves, answer),
];
