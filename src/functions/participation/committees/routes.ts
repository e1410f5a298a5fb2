/** F9.9 Reading committees. */
import { page, personalIn } from '#commons/hubs/index.ts';
import { followPart, thingFeedLink } from '#commons/notices/index.ts';
import { isUuid } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { html } from '#ui/html.ts';
import { committeePath } from './addresses.ts';
import { callRoutes } from './call-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { officeRoutes } from './office-routes.ts';
import { crumbs, idIn } from './page-parts.ts';
import { callsOf, committeeById, listedCommittees, seatsOf, sittingsFrom, sittingsOf } from './queries.ts';
import { isInCharge, maySetUp, nextChange } from './rules.ts';
import { sittingOfficeRoutes } from './sitting-office-routes.ts';
import { sittingRoutes } from './sitting-routes.ts';
import { committeeList } from './views/list.ts';
import { committeeActs, committeeHead, committeeMain } from './views/show.ts';
import { words } from './words.ts';

const PAGE_SIZE = 20;
const COMING = 5;

function expireWith(visit: Visit, moments: readonly (Date | null)[]): void {
  for (const moment of moments) if (moment && moment > visit.now) visit.expiresAt(moment);
}

async function listPage(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  const before = isUuid(visit.query('before')) ? visit.query('before') : null;
  const [listed, coming] = await visit.read((db) =>
    Promise.all([listedCommittees(db, before, PAGE_SIZE), sittingsFrom(db, now, null, COMING)]),
  );
  visit.tag('committees');
  expireWith(
    visit,
    coming.map((one) => nextChange(one, now)),
  );
  const w = words(lang).list;
  const setUp = personalIn(visit).shared(
    ({ reader }) => maySetUp(reader) === null,
    (may) => may && linkButton({ text: w.setUp, href: '/committees/new' }),
  );
  return page(visit, {
    title: w.title,
    description: w.lead,
    breadcrumb: crumbs(visit, null),
    main: committeeList({ lang, now, ...listed, later: before !== null, coming, setUp }),
  });
}

async function showPage(visit: Visit): Promise<Reply> {
  const id = idIn(visit);
  const [committee, seats, calls, sittings] = await visit.read((db) =>
    Promise.all([committeeById(db, id), seatsOf(db, id), callsOf(db, id), sittingsOf(db, id)]),
  );
  const at = committeePath(committee);
  if (decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  visit.tag('committees', `committee:${id}`);
  const { lang, now, reader } = visit;
  expireWith(visit, [...sittings.map((one) => nextChange(one, now)), ...calls.map((call) => call.closes_at)]);
  const props = { lang, now, committee, seats, calls, sittings };
  return page(visit, {
    title: committee.name,
    description: committee.about.slice(0, 120),
    breadcrumb: crumbs(visit, committee),
    head: html`${committeeHead(props)}${followPart(visit, { kind: 'committee', id, title: committee.name })}`,
    now: committeeActs(props, isInCharge(reader, committee)),
    main: committeeMain(props),
    proof: { kind: 'committee', id },
    dataLinks: [thingFeedLink('committee', id, lang)],
    responsible: committee.division_name,
  });
}

export const routes: readonly Route[] = [
  get('/committees', 'public', ['F9.9'], listPage, { cached: true, framed: true }),
  get('/committees/:ref', 'public', ['F9.9'], showPage, { cached: true }),
  ...officeRoutes,
  ...callRoutes,
  ...sittingRoutes,
  ...sittingOfficeRoutes,
  ...exportRoutes,
];
