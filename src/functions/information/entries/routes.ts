/** F1.1, P8 Reading entries: the list, one of them, how it changed; what a group and a person have posted. */

import { addProfileSection } from '#commons/actors/index.ts';
import { sharedPicture } from '#commons/files/index.ts';
import { page } from '#commons/hubs/index.ts';
import { followPart } from '#commons/notices/index.ts';
import { outlineInForce, withTiles } from '#functions/participation/proposals/index.ts';
import { addGroupAct, addGroupTab, groupIn, groupPage, speaksFor } from '#functions/registration/groups/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { colon } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { section } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { districtChoices, townDistricts } from '../events/index.ts';
import { actRoutes } from './act-routes.ts';
import { entryPath } from './addresses.ts';
import { draftRoutes } from './draft-routes.ts';
import { ENTRY, type Typed } from './entry.ts';
import { exportRoutes } from './export-routes.ts';
import { letterRoutes } from './letter-routes.ts';
import { askersOf } from './letters.ts';
import { entryData } from './linked-data.ts';
import { filterOf } from './list-filter.ts';
import { crumbs, entryIn, plainPage, sentenceOf } from './page-parts.ts';
import { entriesOf, listedEntries, namedDistricts, type ShownEntry, versionsOf } from './queries.ts';
import { mayWrite, speaksAs, stateOf } from './rules.ts';
import { askSection } from './views/letters.ts';
import { entryList } from './views/list.ts';
import { entryItem } from './views/pieces.ts';
import { askersSection, entryActs, entryHead, entryMain, versionsMain } from './views/show.ts';
import { words } from './words.ts';

addGroupAct({
  name: 'entries',
  order: 20,
  function: 'information',
  text: (lang) => words(lang).draft.start,
  path: '/entries/new',
});
addGroupTab({
  name: 'entries',
  order: 15,
  path: '/entries',
  text: (lang) => words(lang).show.tab,
  isShown: (group) => group.actor_id !== null,
});

addProfileSection({
  name: 'entries',
  order: 20,
  async render(visit, db, actor) {
    const { lang, now } = visit;
    const entries = await entriesOf(db, actor.id, tokyoDate(now), 20);
    visit.tag(`entries-of:${actor.id}`);
    if (entries.length === 0) return null;
    return section({
      title: words(lang).show.section,
      children: list(entries.map((entry) => entryItem(entry, now, lang, true))),
    });
  },
});

/** What ends with the day, ends on the page with it. */
function untilMidnight(visit: Visit): void {
  visit.expiresAt(endOfTokyoDay(tokyoDate(visit.now)));
}

async function listPage(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  const filter = filterOf(visit);
  const [listed, outline, named] = await visit.read((db) =>
    Promise.all([listedEntries(db, filter, tokyoDate(now)), outlineInForce(db), namedDistricts(db)]),
  );
  const town = await visit.read((db) => townDistricts(db, outline));
  const districts = districtChoices(town, lang, [...named, filter.district]);
  visit.tag('entries', 'outline');
  untilMidnight(visit);
  const w = words(lang);
  return page(visit, {
    title: filter.kind ? w.kinds[filter.kind] : w.list.title,
    description: filter.kind ? w.kindHints[filter.kind] : w.list.lead,
    breadcrumb: [
      { text: w.list.title, ...(filter.kind ? { href: '/entries' } : {}) },
      ...(filter.kind ? [{ text: w.kinds[filter.kind] }] : []),
    ],
    main: entryList({ lang, now, filter, districts, ...listed }),
  });
}

async function letterPart(visit: Visit, entry: ShownEntry, typed: Typed, problem?: Problem) {
  const { lang, now, reader } = visit;
  if (entry.hiding) return null;
  if (speaksAs(reader, entry.actor_id)) {
    const askers = await visit.read((db) => askersOf(db, entry.id));
    return askersSection(entry, askers, lang);
  }
  const no = mayWrite(reader, entry, { isYoung: entry.is_young, now });
  const from = reader?.acting.name ?? '';
  return askSection(entry, { lang, no: sentenceOf(visit, no), from, typed, problem });
}

export async function showPage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const [entry, outline] = await Promise.all([entryIn(visit), visit.read(outlineInForce)]);
  const at = entryPath(entry);
  if (visit.request.method === 'GET' && decodeURI(visit.url.pathname) !== at)
    return movedTo(encodeURI(at) + visit.url.search);
  const { lang, now, reader, hub } = visit;
  visit.tag(`entry:${entry.id}`, `actor:${entry.actor_id}`);
  untilMidnight(visit);
  const props = { lang, now, hub, entry, outline };
  const isGone = stateOf(entry, now) === 'withdrawn';
  const letters = isGone ? null : await letterPart(visit, entry, typed, problem);
  const follow = followPart(visit, { kind: ENTRY, id: entry.id, title: entry.title });
  const shown = page(visit, {
    title: entry.title,
    description: entry.body.slice(0, 120),
    breadcrumb: crumbs(visit, entry),
    head: entryHead(props),
    now: entryActs(props, reader) ?? undefined,
    main: html`${isGone ? null : follow}${entryMain(props, letters, speaksAs(reader, entry.actor_id))}`,
    proof: { kind: ENTRY, id: entry.id },
    ...sharedPicture(entry.picture, hub.origin),
    problem,
    fieldNames: { body: words(lang).show.body },
    islands: ['char-counter'],
    ...(isGone || entry.hiding ? { indexed: false } : { about: entryData(entry, hub) }),
  });
  return withTiles(shown);
}

async function versionsPage(visit: Visit): Promise<Reply> {
  const entry = await entryIn(visit);
  const versions = await visit.read((db) => versionsOf(db, entry.id));
  visit.tag(`entry:${entry.id}`);
  const title = words(visit.lang).versions.title;
  return plainPage(visit, entry, { title, main: versionsMain(visit.lang, entry, versions) });
}

/** Among the tabs of a registered group. */
async function groupEntries(visit: Visit): Promise<Reply> {
  const group = await groupIn(visit);
  const { lang, now, reader } = visit;
  const entries = await visit.read((db) => entriesOf(db, group.id, tokyoDate(now)));
  visit.tag(`entries-of:${group.id}`);
  untilMidnight(visit);
  const w = words(lang).show;
  const post = speaksFor(reader, group.id) && linkButton({ text: w.postAs, href: '/entries/new', icon: 'edit' });
  return groupPage(visit, group, '/entries', {
    title: `${w.tab}${colon(lang)}${group.name}`,
    main: html`${post && html`<p>${post}</p>`}${
      entries.length === 0
        ? html`<p>${w.sectionNone}</p>`
        : list(entries.map((entry) => entryItem(entry, now, lang, true)))
    }`,
  });
}

export const routes: readonly Route[] = [
  get('/entries', 'public', ['F1.1', 'P8'], listPage, { cached: true, framed: true }),
  get('/entries/:ref', 'public', ['F1.1'], (visit) => showPage(visit), { cached: true }),
  get('/entries/:ref/versions', 'public', ['F1.1'], versionsPage, { cached: true }),
  get('/groups/:ref/entries', 'public', ['F1.1'], groupEntries, { cached: true }),
  ...draftRoutes,
  ...actRoutes,
  ...letterRoutes,
  ...exportRoutes,
];
