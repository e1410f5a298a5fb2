/** F9.4 The rounds: where each stands, what one can do in it now. */

import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply } from '#channels/open-data/csv.ts';
import { leadsSecretariat, page, personalIn } from '#commons/hubs/index.ts';
import { followPart, thingFeedLink } from '#commons/notices/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { parseRef, shortId } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { type Html, html } from '#ui/html.ts';
import { documentOnRound } from '../documents/index.ts';
import { meetingsOnRound } from '../meetings/index.ts';
import { moveRoutes } from './move-routes.ts';
import { movable } from './moves.ts';
import { roundName } from './names.ts';
import {
  begunRounds,
  comingRounds,
  movesOf,
  movesOfRounds,
  type Round,
  type RoundMove,
  recentRounds,
  roundProposals,
  roundWithFigures,
} from './queries.ts';
import { nextChange, stateOf } from './stages.ts';
import { roundList } from './views/list.ts';
import { asPlanned, movesSection } from './views/moves.ts';
import { roundActs, roundHead, roundMain } from './views/show.ts';
import { words } from './words.ts';

async function list(visit: Visit): Promise<Reply> {
  const before = parseRef(visit.query('before'));
  const [begun, coming] = await visit.read((db) =>
    Promise.all([begunRounds(db, visit.now, before), before ? [] : comingRounds(db, visit.now)]),
  );
  visit.tag('rounds');
  visit.expiresAt(endOfTokyoDay(tokyoDate(visit.now)));
  const w = words(visit.lang).list;
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'rounds',
    main: roundList({ lang: visit.lang, now: visit.now, begun, coming, isFurther: before !== null }),
    dataLinks: [
      { href: '/rounds.csv', text: 'CSV', type: 'text/csv' },
      { href: '/rounds.json', text: 'JSON', type: 'application/json' },
      { href: '/rounds.atom', text: 'Atom', type: 'application/atom+xml' },
    ],
  });
}

async function show(visit: Visit): Promise<Reply> {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw refuse('not-found', { status: 404 });
  const [round, proposals, moves, meetings, passage] = await visit.read((db) =>
    Promise.all([
      roundWithFigures(db, id),
      roundProposals(db, id),
      movesOf(db, id),
      meetingsOnRound(visit, db, id),
      documentOnRound(visit, db, id),
    ]),
  );
  if (!round) throw refuse('not-found', { status: 404 });
  const { lang, now } = visit;
  visit.tag('rounds', `round:${id}`, ...proposals.map((proposal) => `debate:${proposal.id}`));
  visit.expiresAt(nextChange(round, now) ?? endOfTokyoDay(tokyoDate(now)));
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  const name = roundName(round, lang);
  return page(visit, {
    title: name,
    place: 'rounds',
    breadcrumb: [{ text: words(lang).list.title, href: '/rounds' }, { text: name }],
    head: html`${roundHead(round, now, lang, asPlanned(round, moves))}${followPart(visit, { kind: 'round', id, title: `${round.fiscal_year}/${round.number}` })}`,
    now: roundActs(round, now, lang),
    main: html`${roundMain({ round, figures: round, proposals, now, lang, dates: movedDates(visit, round, moves), meetings })}${passage}`,
    proof: { kind: 'round', id },
    dataLinks: [
      { href: `/calendar/things/${shortId(id)}`, text: 'iCalendar', type: 'text/calendar' },
      thingFeedLink('round', id, lang),
    ],
  });
}

/** Dates that were moved, and for the secretariat the way to move one. */
function movedDates(visit: Visit, round: Round, moves: readonly RoundMove[]): Html {
  const { hub, lang, now } = visit;
  const canMove = movable(round, now).length > 0;
  const w = words(lang).moves;
  return html`${movesSection(moves, lang)}${personalIn(visit).each(
    ({ reader }) => canMove && leadsSecretariat({ hub, reader }),
    (leads) =>
      leads ? html`<p>${linkButton({ text: w.act, href: `/rounds/${shortId(round.id)}/moves/new` })}</p>` : html``,
  )}`;
}

async function table(visit: Visit) {
  const rounds = await visit.read((db) => recentRounds(db, visit.now));
  const moves = await visit.read((db) =>
    movesOfRounds(
      db,
      rounds.map(({ id }) => id),
    ),
  );
  return rounds.map((round) => ({
    ...round,
    url: `${visit.hub.origin}/rounds/${shortId(round.id)}`,
    state: stateOf(round, visit.now),
    name: roundName(round, visit.lang),
    moves: moves
      .filter((move) => move.round_id === round.id)
      .map(({ boundary, old_at, new_at, reason, moved_at }) => ({ boundary, old_at, new_at, reason, moved_at })),
  }));
}

export const ROUND_COLUMNS = [
  'id',
  'name',
  'state',
  'collecting_at',
  'debating_at',
  'drafting_at',
  'checking_at',
  'publishing_at',
  'published_at',
  'submitted_at',
  'final_answer_at',
  'proposals',
];

async function csv(visit: Visit): Promise<Reply> {
  const rounds = await table(visit);
  async function* rows() {
    yield rounds.map((r) => [
      shortId(r.id),
      r.name,
      r.state,
      r.collecting_at,
      r.debating_at,
      r.drafting_at,
      r.checking_at,
      r.publishing_at,
      r.published_at,
      r.submitted_at,
      r.final_answer_at,
      r.proposal_count,
    ]);
  }
  return csvReply('rounds.csv', ROUND_COLUMNS, rows());
}

/** Rounds that began, the newest first, each with where it stands now. */
async function feed(visit: Visit): Promise<Reply> {
  const { hub, lang, now } = visit;
  const rounds = await visit.read((db) => recentRounds(db, now, 20));
  const w = words(lang);
  return atomReply({
    href: `${hub.origin}/rounds`,
    self: `${hub.origin}/rounds.atom`,
    title: `${w.list.title} ${hub.name[lang]}`,
    lang: htmlLang(lang),
    updated: rounds[0]?.collecting_at ?? now,
    entries: rounds.map((round) => ({
      href: `${hub.origin}/rounds/${shortId(round.id)}`,
      title: roundName(round, lang),
      author: hub.name[lang],
      at: round.collecting_at,
      summary: w.states[stateOf(round, now)],
    })),
  });
}

export const routes: readonly Route[] = [
  get('/rounds', 'public', ['F9.4'], list, { cached: true, framed: true }),
  get('/rounds.csv', 'public', ['F9.4'], csv),
  get('/rounds.atom', 'public', ['F9.4'], feed),
  get('/rounds.json', 'public', ['F9.4'], async (visit) => json({ licence: 'CC BY 4.0', items: await table(visit) })),
  ...moveRoutes,
  get('/rounds/:ref', 'public', ['F9.4'], show, { cached: true, framed: true }),
];
