/** F9.5 The part of the statement on one proposal, and where each opinion on it went. */
import { csvReply } from '#channels/open-data/csv.ts';
import { kindWord, page } from '#commons/hubs/index.ts';
import { parseRef } from '#kernel/ids.ts';
import { colon } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { handlingOf } from './coverage.ts';
import { filterOf } from './opinion-filter.ts';
import { type HandledOpinion, type HandledPage, handledOpinions, notSummedUp } from './opinion-queries.ts';
import { type PartFrame, partFrame } from './page-queries.ts';
import { pointsWithCitations } from './point-queries.ts';
import type { OpinionKey } from './shows.ts';
import { crumbs, keepUntil, roundIdOf } from './statement-routes.ts';
import { opinionList } from './views/opinions.ts';
import { partActs, partHead, partMain } from './views/part.ts';
import { partPath, pointPath } from './views/paths.ts';
import { words } from './words.ts';

/** Opinions quoted below each point, and in the lists at the end, before they lead to a page of their own. */
const QUOTED = 5;
const LISTED = 10;
const EXPORTED = 500;

/** The debate that the address names. */
export function debateIdOf(visit: Visit): string {
  const id = parseRef(visit.params.debate ?? '');
  if (!id) throw refuseKernel('not-found', { status: 404 });
  return id;
}

/** A debate belongs to one round; under another there is no such page. */
export function inItsRound<T extends { round: { id: string } }>(visit: Visit, found: T): T {
  if (found.round.id !== roundIdOf(visit)) throw refuseKernel('not-found', { status: 404 });
  return found;
}

function keep(visit: Visit, { round, debate }: PartFrame, actors: readonly string[]): void {
  visit.tag(`round:${round.id}`, `debate:${debate.id}`, `proposal:${debate.id}`, 'rounds');
  visit.tag(...actors.map((actor) => `actor:${actor}`));
  keepUntil(visit, round);
}

async function part(visit: Visit): Promise<Reply> {
  const id = debateIdOf(visit);
  const { lang, now, reader } = visit;
  const [frame, points, rest] = await visit.read((db) =>
    Promise.all([partFrame(db, reader, id), pointsWithCitations(db, id, QUOTED), notSummedUp(db, id, LISTED)]),
  );
  const quoted = [...points.flatMap((point) => point.quoted), ...rest, ...frame.objections];
  keep(visit, inItsRound(visit, frame), [...quoted.map((one) => one.actor_id), ...points.map((one) => one.person_id)]);
  const props = { lang, now, reader, frame, points, rest };
  return page(visit, {
    title: `${words(lang).title}${colon(lang)}${frame.debate.title}`,
    place: 'rounds',
    breadcrumb: crumbs(visit, frame.round, { text: frame.debate.title }),
    head: partHead(props),
    now: partActs(props),
    main: partMain(props),
    dataLinks: [{ href: `${partPath(frame.round.id, frame.debate)}/opinions.csv`, text: words(lang).opinions.csv }],
    proof: { kind: 'statement', id: frame.round.id },
  });
}

async function opinions(visit: Visit): Promise<Reply> {
  const id = debateIdOf(visit);
  const { lang, reader } = visit;
  const filter = filterOf(visit);
  const [frame, listed] = await visit.read((db) =>
    Promise.all([partFrame(db, reader, id), handledOpinions(db, id, filter)]),
  );
  keep(
    visit,
    inItsRound(visit, frame),
    listed.opinions.map((opinion) => opinion.actor_id),
  );
  const { round, debate, counts, absorbed } = frame;
  const title = words(lang).opinions.title;
  return page(visit, {
    title: `${title}${colon(lang)}${debate.title}`,
    place: 'rounds',
    breadcrumb: crumbs(visit, round, { text: debate.title, href: partPath(round.id, debate) }, { text: title }),
    main: opinionList({ lang, round, debate, counts, absorbed, filter, ...listed }),
  });
}

async function csv(visit: Visit): Promise<Reply> {
  const id = debateIdOf(visit);
  const filter = { ...filterOf(visit), limit: EXPORTED };
  inItsRound(visit, await visit.read((db) => partFrame(db, null, id)));
  async function* rows() {
    let after: OpinionKey | null = null;
    do {
      const key: OpinionKey | null = after;
      const read: HandledPage = await visit.read((db) => handledOpinions(db, id, { ...filter, after: key }));
      yield read.opinions.map((opinion) => csvRow(visit, opinion));
      after = read.next;
    } while (after);
  }
  return csvReply('opinions.csv', words(visit.lang).opinions.columns, rows());
}

function csvRow(visit: Visit, opinion: HandledOpinion) {
  const w = words(visit.lang);
  const { hidden, cited_by, annex_reason } = opinion;
  const handling = handlingOf({
    kind: opinion.kind,
    withdrawn: false,
    hidden,
    cited: cited_by.length > 0,
    annexed: annex_reason !== null,
  });
  const said = hidden
    ? []
    : [opinion.body, opinion.reason, opinion.actor_name, kindWord(visit.lang, opinion.actor_kind)];
  return [
    opinion.id,
    opinion.number,
    w.kinds[opinion.kind],
    ...(hidden ? ['', '', '', ''] : said),
    opinion.agree,
    opinion.disagree,
    opinion.pass,
    handling,
    cited_by.map((point) => visit.hub.origin + pointPath(point.id)).join(' '),
    annex_reason,
  ];
}

export const partRoutes: readonly Route[] = [
  get('/rounds/:ref/statement/:debate', 'public', ['F9.5'], part, { cached: true }),
  get('/rounds/:ref/statement/:debate/opinions', 'public', ['F9.5'], opinions, { cached: true }),
  get('/rounds/:ref/statement/:debate/opinions.csv', 'public', ['F9.5'], csv),
];
