/** F1.4 What whoever holds a showcase does with it besides announcing and changing: calls off, sets parts, decides, reports. */
import type { Action } from '#kernel/action.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { reportShowcase } from './afterwards.ts';
import { cancelShowcase, type NamedShowcase } from './announce.ts';
import { drawSlots, giveSlot, passOver } from './deciding.ts';
import { demand, idIn, named, plainPage, sentenceOf, shown, type Typed, typedIn } from './page-parts.ts';
import { hallCodeOf, handsOf, shownShowcase, slotsOf } from './queries.ts';
import { mayDraw, mayHost, mayPlan } from './rules.ts';
import { addSlots, changeSlot, removeSlot } from './slots.ts';
import { reportView } from './views/after.ts';
import { cancelView } from './views/form.ts';
import { decisionView } from './views/hands.ts';
import { slotsView } from './views/slots.ts';
import { words } from './words.ts';

type Again = (visit: Visit, typed: Typed, problem?: Problem) => Promise<Reply>;

/** Performs an act on the showcase of the address; refused, its page stands there with what was typed. */
function onShowcase<I>(act: Action<I, NamedShowcase>, again: Again, done: string, below = '') {
  return async (visit: Visit): Promise<Reply> => {
    const typed = await typedIn(visit);
    return visit.attempt(
      act,
      { ...typed, id: idIn(visit) },
      {
        done: (showcase) => shown(showcase, done, below),
        again: (problem) => again(visit, typed, problem),
      },
    );
  };
}

async function cancellationPage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const showcase = await named(visit);
  const { lang } = visit;
  demand(mayPlan(visit.signedIn, showcase, visit.now));
  const w = words(lang).cancel;
  const main = cancelView({ lang, showcase, typed, problem });
  return plainPage(visit, showcase, { title: w.title, main, problem, fieldNames: { reason: w.reason } });
}

async function slotsPage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const id = idIn(visit);
  const [showcase, slots, hands] = await visit.read((db) =>
    Promise.all([shownShowcase(db, id), slotsOf(db, id), handsOf(db, id)]),
  );
  const { lang } = visit;
  demand(mayPlan(visit.signedIn, showcase, visit.now));
  const w = words(lang).slots;
  const { date, from, to, minutes, pause, places, label, place } = w;
  return plainPage(visit, showcase, {
    title: w.title,
    main: slotsView({ lang, showcase, slots, hands, typed, problem }),
    problem,
    fieldNames: { date, from, to, minutes, pause, places, label, place },
  });
}

async function decisionPage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const id = idIn(visit);
  const [showcase, slots, hands, hallCode] = await visit.read((db) =>
    Promise.all([shownShowcase(db, id), slotsOf(db, id), handsOf(db, id), hallCodeOf(db, id)]),
  );
  const { lang } = visit;
  demand(mayHost(visit.signedIn, showcase));
  const noDraw = sentenceOf(visit, mayDraw(visit.signedIn, showcase, visit.now));
  const w = words(lang).decision;
  return plainPage(visit, showcase, {
    title: w.title,
    main: decisionView({ lang, showcase, slots, hands, hallCode, typed, problem, noDraw }),
    problem,
    fieldNames: { reason: w.reason },
  });
}

async function reportPage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const showcase = await named(visit);
  const { lang } = visit;
  demand(mayHost(visit.signedIn, showcase));
  const w = words(lang).after;
  return plainPage(visit, showcase, {
    title: w.reportTitle,
    main: reportView({ lang, showcase, typed, problem }),
    problem,
    fieldNames: { report: w.report, recording: w.recording },
  });
}

const serves = ['F1.4'];

export const hostRoutes: readonly Route[] = [
  get('/showcases/:ref/cancellation', 'person', serves, (visit) => cancellationPage(visit)),
  post('/showcases/:ref/cancellation', 'person', serves, onShowcase(cancelShowcase, cancellationPage, 'recorded')),
  get('/showcases/:ref/slots', 'person', serves, (visit) => slotsPage(visit)),
  post('/showcases/:ref/slots', 'person', serves, onShowcase(addSlots, slotsPage, 'saved', '/slots')),
  post('/showcases/:ref/slots/revision', 'person', serves, onShowcase(changeSlot, slotsPage, 'saved', '/slots')),
  post('/showcases/:ref/slots/removal', 'person', serves, onShowcase(removeSlot, slotsPage, 'saved', '/slots')),
  get('/showcases/:ref/decision', 'person', serves, (visit) => decisionPage(visit)),
  post('/showcases/:ref/decision', 'person', serves, onShowcase(giveSlot, decisionPage, 'recorded', '/decision')),
  post('/showcases/:ref/passing', 'person', serves, onShowcase(passOver, decisionPage, 'recorded', '/decision')),
  post('/showcases/:ref/draw', 'person', serves, onShowcase(drawSlots, decisionPage, 'recorded', '/decision')),
  get('/showcases/:ref/report', 'person', serves, (visit) => reportPage(visit)),
  post('/showcases/:ref/report', 'person', serves, onShowcase(reportShowcase, reportPage, 'published')),
];
