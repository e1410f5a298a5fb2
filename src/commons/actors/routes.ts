/** P1, P4: reading who takes part. */

import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { kindWord, page } from '#commons/hubs/index.ts';
import { followPart } from '#commons/notices/index.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { isUuid, parseRef, shortId } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { actorData } from './linked-data.ts';
import { profileSections } from './profile-sections.ts';
import { type ActorFilter, allActors, listedActors, shownActor } from './queries.ts';
import { KINDS } from './rules.ts';
import { actorPath } from './views/actor-badge.ts';
import { actorListView } from './views/list.ts';
import { profileView } from './views/show.ts';
import { words } from './words.ts';

const PAGE_SIZE = 30;

function filterOf(visit: Visit): ActorFilter {
  const before = visit.query('before');
  return {
    kind: KINDS.find((kind) => kind === visit.query('kind')) ?? '',
    before: isUuid(before) ? before : null,
    limit: PAGE_SIZE,
  };
}

async function listPage(visit: Visit): Promise<Reply> {
  const filter = filterOf(visit);
  const listed = await visit.read((db) => listedActors(db, visit.hub.id, filter));
  const w = words(visit.lang).list;
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'actors',
    breadcrumb: [{ text: w.title }],
    main: actorListView({ lang: visit.lang, filter, ...listed }),
  });
}

async function csv(visit: Visit): Promise<Reply> {
  const { hub, lang } = visit;
  async function* rows() {
    for await (const batch of allActors((work) => visit.read(work), hub.id, filterOf(visit).kind)) {
      yield batch.map((item) => [
        shortId(item.id),
        kindWord(lang, item.kind),
        item.name,
        item.about,
        tokyoDate(item.created_at),
        hub.origin + encodeURI(actorPath(item)),
      ]);
    }
  }
  return csvReply('actors.csv', words(lang).list.columns, rows());
}

async function json(visit: Visit): Promise<Reply> {
  const { hub } = visit;
  async function* items() {
    for await (const batch of allActors((work) => visit.read(work), hub.id, filterOf(visit).kind)) {
      yield batch.map(({ created_at, ...item }) => ({
        ...item,
        since: tokyoDate(created_at),
        url: hub.origin + encodeURI(actorPath(item)),
      }));
    }
  }
  return jsonReply({ kind: 'actors' }, items());
}

/** Whoever came newest. */
async function feed(visit: Visit): Promise<Reply> {
  const { hub, lang, url, now } = visit;
  const { actors } = await visit.read((db) => listedActors(db, hub.id, { ...filterOf(visit), before: null }));
  return atomReply({
    href: `${hub.origin}/actors`,
    self: hub.origin + url.pathname + url.search,
    title: `${words(lang).list.title} ${hub.name[lang]}`,
    lang: htmlLang(lang),
    updated: actors[0]?.created_at ?? now,
    entries: actors.map((actor) => ({
      href: hub.origin + encodeURI(actorPath(actor)),
      title: actor.name,
      author: actor.name,
      at: actor.created_at,
      summary: actor.about === '' ? kindWord(lang, actor.kind) : actor.about,
    })),
  });
}

async function showPage(visit: Visit): Promise<Reply> {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw refuseKernel('not-found', { status: 404 });
  const { hub, lang, reader, now } = visit;
  const [actor, rendered] = await visit.read(async (db) => {
    const shown = await shownActor(db, hub.id, id, now);
    if (!shown) return [null, []];
    return [shown, await Promise.all(profileSections().map((section) => section.render(visit, db, shown)))];
  });
  if (!actor) throw refuseKernel('not-found', { status: 404 });
  const at = actorPath(actor);
  if (decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  visit.tag(`actor:${id}`);
  const follow = reader?.person.id === id ? null : followPart(visit, { kind: 'actor', id, title: actor.name });
  return page(visit, {
    title: actor.name,
    place: 'actors',
    breadcrumb: [{ text: words(lang).list.title, href: '/actors' }, { text: actor.name }],
    main: profileView({ lang, actor, reader, follow, sections: rendered.filter((section) => section !== null) }),
    ...(actor.kind === 'person' ? {} : { proof: { kind: 'actor', id }, about: actorData(actor, hub) }),
  });
}

export const routes: readonly Route[] = [
  get('/actors', 'public', ['P1', 'P4'], listPage),
  get('/actors.csv', 'public', ['P4'], csv),
  get('/actors.atom', 'public', ['P4'], feed),
  get('/actors.json', 'public', ['P4'], json),
  get('/actors/:ref', 'public', ['P1', 'P4'], showPage, { cached: true }),
];
