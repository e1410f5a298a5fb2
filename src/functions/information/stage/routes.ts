/** F1.4 Reading showcases: the list, a programme with what came of it, where a group presented. */
import { filesOf, sharedPicture } from '#commons/files/index.ts';
import { page } from '#commons/hubs/index.ts';
import { followPart, thingFeedLink } from '#commons/notices/index.ts';
import { addGroupSection } from '#functions/registration/groups/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { get, type Route } from '#kernel/module.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { section } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { outlineInForce } from '../../participation/proposals/index.ts';
import { addEventSection, districtChoices, townDistricts } from '../events/index.ts';
import { showcasePath, slotAnchor } from './addresses.ts';
import { draftRoutes } from './draft-routes.ts';
import { eventOf } from './event-of.ts';
import { exportRoutes } from './export-routes.ts';
import { handRoutes } from './hand-routes.ts';
import { hostRoutes } from './host-routes.ts';
import { showcaseData } from './linked-data.ts';
import { filterOf } from './list-filter.ts';
import { voiceSums } from './live-queries.ts';
import { liveRoutes } from './live-routes.ts';
import { crumbs, idIn } from './page-parts.ts';
import { printRoutes } from './print-routes.ts';
import { printWords } from './print-words.ts';
import {
  appearancesOf,
  handsOf,
  listedShowcases,
  namedDistricts,
  showcaseOfEvent,
  shownShowcase,
  slotsOf,
} from './queries.ts';
import { nextChange, type ShowcaseFacts } from './rules.ts';
import { showcaseList } from './views/list.ts';
import { showcaseActs, showcaseHead, showcaseMain } from './views/show.ts';
import { words } from './words.ts';

addGroupSection({
  name: 'stage',
  order: 40,
  async render(visit, db, group) {
    const appearances = await appearancesOf(db, group.id);
    if (appearances.length === 0) return null;
    visit.tag('showcases');
    const items = appearances.map((one) => {
      const showcase = { id: one.showcase_id, title: one.showcase_title };
      const when = formatDate(tokyoDate(one.starts_at), visit.lang);
      return html`${link(`${showcasePath(showcase)}#${slotAnchor(one.slot_id)}`, one.title)}<br><span class="meta">${one.showcase_title}・${when}</span>`;
    });
    return section({ title: words(visit.lang).show.sectionTitle, children: list(items) });
  },
});

addEventSection({
  name: 'stage',
  order: 10,
  async render(visit, db, event) {
    const showcase = await showcaseOfEvent(db, event.id);
    if (!showcase) return null;
    visit.tag('showcases', `showcase:${showcase.id}`);
    const w = words(visit.lang).show;
    const links = [
      link(`${showcasePath(showcase)}#programme`, w.programme),
      link(`${showcasePath(showcase)}/live`, w.live),
    ];
    return section({ title: w.sectionTitle, children: list(links) });
  },
});

function expireWith(visit: Visit, showcases: readonly ShowcaseFacts[]): void {
  for (const showcase of showcases) {
    const change = nextChange(showcase, visit.now);
    if (change) visit.expiresAt(change);
  }
}

async function listPage(visit: Visit): Promise<Reply> {
  const filter = filterOf(visit);
  const { lang, now } = visit;
  const [{ showcases, more }, outline, named] = await visit.read((db) =>
    Promise.all([listedShowcases(db, filter, now), outlineInForce(db), namedDistricts(db)]),
  );
  const town = await visit.read((db) => townDistricts(db, outline));
  const districts = districtChoices(town, lang, [...named, filter.district]);
  // Their pictures are those of their events.
  visit.tag('showcases', 'events', 'outline');
  expireWith(visit, showcases);
  const w = words(lang).list;
  return page(visit, {
    title: w.title,
    description: w.lead,
    breadcrumb: crumbs(visit, null),
    main: showcaseList({ lang, now, filter, districts, showcases, more }),
  });
}

async function showPage(visit: Visit): Promise<Reply> {
  const id = idIn(visit);
  const [showcase, slots, hands] = await visit.read((db) =>
    Promise.all([shownShowcase(db, id), slotsOf(db, id), handsOf(db, id)]),
  );
  const at = showcasePath(showcase);
  if (decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  // Of the thing itself, whatever version its words have.
  const holding = hands.flatMap((hand) => (hand.state === 'holding' && !hand.hiding ? [{ id: hand.id }] : []));
  const [files, sums, event] = await visit.read((db) =>
    Promise.all([filesOf(db, 'showcase-hand', holding), voiceSums(db, id), eventOf(db, showcase)]),
  );
  visit.tag('showcases', `showcase:${id}`, ...(showcase.event_id ? [`event:${showcase.event_id}`] : []));
  expireWith(visit, [showcase]);
  const { lang, now, reader } = visit;
  const voices = new Map(sums.map((one) => [one.slot_id, one]));
  const props = { lang, now, showcase, slots, hands, files, voices, reader, eventHref: event?.href ?? null };
  const w = printWords(lang);
  return page(visit, {
    title: showcase.title,
    description: showcase.about.slice(0, 120),
    breadcrumb: crumbs(visit, showcase),
    head: html`${showcaseHead(props)}${followPart(visit, { kind: 'showcase', id, title: showcase.title })}`,
    now: showcaseActs(props),
    main: showcaseMain(props),
    dataLinks: [
      { href: `${at}/calendar.ics`, text: words(lang).list.calendar, type: 'text/calendar' },
      { href: `${at}/programme.pdf`, text: w.sheet, type: 'application/pdf' },
      { href: `${at}/poster.pdf`, text: w.posterA4, type: 'application/pdf' },
      { href: `${at}/poster.pdf?paper=a3`, text: w.posterA3, type: 'application/pdf' },
      { href: `${at}/programme.csv`, text: 'CSV', type: 'text/csv' },
      { href: `${at}/programme.json`, text: 'JSON', type: 'application/json' },
      thingFeedLink('showcase', id, lang),
    ],
    proof: { kind: 'showcase', id },
    ...sharedPicture(showcase.picture, visit.hub.origin),
    about: showcaseData(showcase, slots, hands, visit.hub),
    responsible: showcase.host_name,
  });
}

export const routes: readonly Route[] = [
  get('/showcases', 'public', ['F1.1', 'F1.4'], listPage, { cached: true, framed: true }),
  ...draftRoutes,
  ...hostRoutes,
  get('/showcases/:ref', 'public', ['F1.4'], showPage, { cached: true }),
  ...handRoutes,
  ...liveRoutes,
  ...printRoutes,
  ...exportRoutes,
];
