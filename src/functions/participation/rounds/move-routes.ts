/** F9.4, P7 Moving a date of a round: the form, and what it sends. Others than the secretariat don't see that there is one. */
import { leadsSecretariat, onceField, page } from '#commons/hubs/index.ts';
import { parseRef, shortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { mayMove, moveDate } from './move-date.ts';
import { roundName } from './names.ts';
import { type Round, roundById } from './queries.ts';
import { refuse } from './refusals.ts';
import { moveForm } from './views/moves.ts';
import { words } from './words.ts';

type Typed = Readonly<Record<string, string>>;

async function roundOf(visit: Visit): Promise<Round> {
  const id = parseRef(visit.params.ref ?? '');
  const mayKnow = leadsSecretariat({ hub: visit.hub, reader: visit.signedIn });
  const round = id && mayKnow ? await visit.read((db) => roundById(db, id)) : null;
  if (!round) throw refuseKernel('not-found', { status: 404 });
  return round;
}

async function formPage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const round = await roundOf(visit);
  const { lang } = visit;
  const w = words(lang);
  const no = mayMove({ hub: visit.hub, reader: visit.signedIn });
  const name = roundName(round, lang);
  return page(visit, {
    title: w.moves.form.title(name),
    place: 'rounds',
    layout: 'reading',
    indexed: false,
    problem,
    fieldNames: { boundary: w.moves.columns.date, day: w.moves.form.day, reason: w.moves.columns.reason },
    islands: ['char-counter'],
    breadcrumb: [
      { text: w.list.title, href: '/rounds' },
      { text: name, href: `/rounds/${shortId(round.id)}` },
      { text: w.moves.act },
    ],
    main: moveForm({
      lang,
      now: visit.now,
      round,
      typed,
      problem,
      reason: no ? visit.problem(refuse(no)).items[0]!.message : null,
      once: onceField(),
    }),
  });
}

async function move(visit: Visit): Promise<Reply> {
  const typed = Object.fromEntries([...(await visit.form()).entries()].map(([name, value]) => [name, String(value)]));
  const round = await roundOf(visit);
  const input = { ...typed, roundId: round.id, was: typed[`was-${typed.boundary}`] };
  return visit.attempt(moveDate, input, {
    done: () => `/rounds/${shortId(round.id)}?done=published#moves`,
    again: (problem) => formPage(visit, typed, problem),
  });
}

export const moveRoutes: readonly Route[] = [
  get('/rounds/:ref/moves/new', 'person', ['F9.4'], (visit) => formPage(visit)),
  post('/rounds/:ref/moves', 'person', ['F9.4'], move),
];
