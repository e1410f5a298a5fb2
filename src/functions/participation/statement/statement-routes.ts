/** F9.5 The statement of a round: the whole, hands, one's own opinions, and the secretariat standing in. */
import { page, rulesOf } from '#commons/hubs/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import type { Told } from '#kernel/described.ts';
import { isUuid, parseRef, shortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { nextChange, type Round, roundName } from '../rounds/index.ts';
import { annexEverything } from './annex-everything.ts';
import { coverageOf } from './coverage-queries.ts';
import type { STATEMENT } from './described.ts';
import { roundDesk } from './desk.ts';
import { opinionsBy } from './opinion-queries.ts';
import { roundProgress } from './page-queries.ts';
import { lowerHand, raiseHand } from './raise-hand.ts';
import { mayRaiseHand, mayStandIn } from './rules.ts';
import { insist } from './statement.ts';
import { statementOf } from './statement-of.ts';
import { partsOf, roundFrame } from './statement-queries.ts';
import { standInPage } from './views/annex.ts';
import { handPage } from './views/hand.ts';
import { minePage } from './views/opinions.ts';
import { overviewActs, overviewHead, overviewMain } from './views/overview.ts';
import { statementPath } from './views/paths.ts';
import { words } from './words.ts';

const PARTS = 50;
const OWN = 50;

export function roundIdOf(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw refuseKernel('not-found', { status: 404 });
  return id;
}

/** From the list of rounds down to the statement. */
export function crumbs(visit: Visit, round: Round, ...rest: { text: string; href?: string }[]) {
  const w = words(visit.lang);
  return [
    { text: w.rounds, href: '/rounds' },
    { text: roundName(round, visit.lang), href: `/rounds/${shortId(round.id)}` },
    ...(rest.length > 0 ? [{ text: w.title, href: statementPath(round.id) }, ...rest] : [{ text: w.title }]),
  ];
}

/** A page of a statement is right until the round moves on, or the day is over (「あと3日」). */
export function keepUntil(visit: Visit, round: Round): void {
  visit.expiresAt(endOfTokyoDay(tokyoDate(visit.now)));
  const next = nextChange(round, visit.now);
  if (next) visit.expiresAt(next);
}

function keyOf(visit: Visit): string | null {
  const after = visit.query('after');
  return isUuid(after) ? after : null;
}

async function overview(visit: Visit): Promise<Reply> {
  const id = roundIdOf(visit);
  const after = keyOf(visit);
  const { lang, now, hub, reader } = visit;
  const [frame, progress, listed] = await visit.read((db) =>
    Promise.all([roundFrame(db, reader, id), roundProgress(db, id), partsOf(db, id, after, PARTS)]),
  );
  visit.tag(`round:${id}`, 'rounds', ...frame.debateIds.map((debate) => `debate:${debate}`));
  visit.tag(...frame.named.map((editor) => `actor:${editor.id}`));
  keepUntil(visit, frame.round);
  const props = { lang, now, hub, reader, after, ...frame, ...progress, ...listed };
  return page(visit, {
    title: words(lang).titleOf(roundName(frame.round, lang)),
    description: words(lang).overview.lead,
    place: 'rounds',
    breadcrumb: crumbs(visit, frame.round),
    head: overviewHead(props),
    now: overviewActs(props),
    main: overviewMain(props),
    dataLinks: [{ href: `${statementPath(id)}.json`, text: words(lang).overview.json, type: 'application/json' }],
    proof: { kind: 'statement', id },
  });
}

async function asJson(visit: Visit): Promise<Reply> {
  const id = roundIdOf(visit);
  const [desk, statement, coverage] = await visit.read((db) =>
    Promise.all([roundDesk(db, null, id), statementOf(db, id), coverageOf(db, id)]),
  );
  const round = { id, name: roundName(desk.round, visit.lang) };
  return json({
    licence: 'CC BY 4.0',
    kind: 'statement',
    round,
    coverage,
    ...statement,
  } satisfies Told<typeof STATEMENT>);
}

async function hand(visit: Visit): Promise<Reply> {
  return handForm(visit);
}

async function handForm(visit: Visit, typed?: string, problem?: Problem): Promise<Reply> {
  const { lang, hub, now, signedIn: reader } = visit;
  const frame = await visit.read((db) => roundFrame(db, reader, roundIdOf(visit)));
  const own = frame.named.find((editor) => editor.id === reader.person.id && !editor.lowered_at) ?? null;
  const title = words(lang).hand.title;
  const no = mayRaiseHand(hub, reader, frame.round, now);
  const main = handPage({
    lang,
    no,
    round: frame.round,
    hand: own,
    why: typed ?? own?.why ?? '',
    limit: rulesOf(hub, frame.round.rules_version).limits.reason,
    problem,
  });
  const breadcrumb = crumbs(visit, frame.round, { text: title });
  return page(visit, {
    title,
    place: 'rounds',
    layout: 'reading',
    breadcrumb,
    main,
    problem,
    islands: ['char-counter'],
  });
}

async function raise(visit: Visit): Promise<Reply> {
  const why = (await visit.form()).get('why') ?? '';
  return visit.attempt(
    raiseHand,
    { roundId: roundIdOf(visit), why },
    {
      done: ({ roundId }) => `${statementPath(roundId)}?done=raised`,
      again: (problem) => handForm(visit, why, problem),
    },
  );
}

async function lower(visit: Visit): Promise<Reply> {
  await visit.form();
  return visit.attempt(
    lowerHand,
    { roundId: roundIdOf(visit) },
    {
      done: ({ roundId }) => `${statementPath(roundId)}?done=lowered`,
      again: (problem) => handForm(visit, undefined, problem),
    },
  );
}

async function mine(visit: Visit): Promise<Reply> {
  const { lang, now, signedIn: reader } = visit;
  const id = roundIdOf(visit);
  const [{ round }, opinions] = await visit.read((db) =>
    Promise.all([roundDesk(db, reader, id), opinionsBy(db, id, reader.acting.id, keyOf(visit), OWN + 1)]),
  );
  const title = words(lang).mine.title;
  const at = `${statementPath(id)}/mine`;
  const main = minePage({
    lang,
    now,
    reader,
    round,
    at,
    opinions: opinions.slice(0, OWN),
    more: opinions.length > OWN,
  });
  return page(visit, { title, place: 'rounds', breadcrumb: crumbs(visit, round, { text: title }), main });
}

async function standIn(visit: Visit, typed?: string, problem?: Problem): Promise<Reply> {
  const { lang, hub, now, signedIn: reader } = visit;
  const id = roundIdOf(visit);
  const [desk, coverage] = await visit.read((db) => Promise.all([roundDesk(db, reader, id), coverageOf(db, id)]));
  if (!problem) insist(mayStandIn(hub, reader, desk.round, desk.editors, now), desk.round, lang);
  const reason = typed ?? words(lang).annex.noEditorsReason;
  const limit = rulesOf(hub, desk.round.rules_version).limits.reason;
  const main = standInPage({ lang, desk, uncovered: coverage.uncoveredCount, reason, limit, problem });
  const title = words(lang).annex.standInTitle;
  return page(visit, { title, place: 'rounds', layout: 'reading', main, problem, islands: ['char-counter'] });
}

async function annexAll(visit: Visit): Promise<Reply> {
  const reason = (await visit.form()).get('reason') ?? '';
  return visit.attempt(
    annexEverything,
    { roundId: roundIdOf(visit), reason },
    {
      done: ({ roundId }) => `${statementPath(roundId)}?done=recorded`,
      again: (problem) => standIn(visit, reason, problem),
    },
  );
}

export const statementRoutes: readonly Route[] = [
  get('/rounds/:ref/statement', 'public', ['F9.5'], overview, { cached: true }),
  get('/rounds/:ref/statement.json', 'public', ['F9.5'], asJson),
  get('/rounds/:ref/statement/hand', 'person', ['F9.5'], hand),
  post('/rounds/:ref/statement/hand', 'person', ['F9.5'], raise),
  post('/rounds/:ref/statement/hand/lowering', 'person', ['F9.5'], lower),
  get('/rounds/:ref/statement/mine', 'person', ['F9.5'], mine),
  get('/rounds/:ref/statement/annex', 'person', ['F9.5'], (visit) => standIn(visit)),
  post('/rounds/:ref/statement/annex', 'person', ['F9.5'], annexAll),
];
