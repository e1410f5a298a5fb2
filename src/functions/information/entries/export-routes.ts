/** F1.1, F1.2, P4: exactly the list one sees, as CSV, JSON and feed. */
import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { feedPicture, filesData, pictureAddress } from '#commons/files/index.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { entryPath } from './addresses.ts';
import { filterOf, queryOf } from './list-filter.ts';
import { allEntries, type ListedEntry, listedEntries } from './queries.ts';
import { stateOf } from './rules.ts';
import { accessNames, audienceNames, fieldNames, stateText } from './views/pieces.ts';
import { words } from './words.ts';

const address = (visit: Visit, entry: ListedEntry) => visit.hub.origin + encodeURI(entryPath(entry));

/** Those that are over as well where the address asks for no state: a file for others to work with leaves nothing out. */
const batches = (visit: Visit) =>
  allEntries((work) => visit.read(work), { ...filterOf(visit), over: true }, tokyoDate(visit.now));

async function csv(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  const w = words(lang);
  async function* rows() {
    for await (const batch of batches(visit))
      yield batch.map((entry) => [
        shortId(entry.id),
        w.kinds[entry.kind],
        entry.title,
        entry.body,
        entry.actor_name,
        fieldNames(entry.fields, lang).join('、'),
        entry.districts.join('、'),
        entry.starts_on,
        entry.ends_on,
        audienceNames(entry.audience, lang).join('、'),
        entry.fee,
        accessNames(entry.accessibility, lang).join('、'),
        entry.tags.join('、'),
        entry.lat,
        entry.lng,
        stateText(entry, now, lang),
        tokyoDate(entry.published_at),
        tokyoDate(entry.confirmed_at),
        address(visit, entry),
        entry.picture && pictureAddress(entry.picture, visit.hub.origin),
      ]);
  }
  return csvReply('entries.csv', w.columns, rows());
}

/** An entry as programs are given it. */
export function entryFacts(visit: Visit, entry: ListedEntry) {
  return {
    id: entry.id,
    version: entry.version,
    kind: entry.kind,
    title: entry.title,
    body: entry.body,
    facts: entry.facts,
    by: { id: entry.actor_id, kind: entry.actor_kind, name: entry.actor_name },
    fields: entry.fields,
    districts: entry.districts,
    startsOn: entry.starts_on,
    endsOn: entry.ends_on,
    audience: entry.audience,
    fee: entry.fee,
    accessibility: entry.accessibility,
    tags: entry.tags,
    point: entry.lat === null ? null : { latitude: entry.lat, longitude: entry.lng! },
    state: stateOf(entry, visit.now),
    publishedAt: entry.published_at,
    changedAt: entry.changed_at,
    confirmedAt: entry.confirmed_at,
    files: filesData(entry.files, visit.hub.origin),
    url: address(visit, entry),
  };
}

async function json(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const batch of batches(visit)) yield batch.map((entry) => entryFacts(visit, entry));
  }
  return jsonReply({ kind: 'entries' }, items());
}

async function feed(visit: Visit): Promise<Reply> {
  const { hub, lang, url, now } = visit;
  const filter = { ...filterOf(visit), before: null, limit: 30 };
  const { entries } = await visit.read((db) => listedEntries(db, filter, tokyoDate(now)));
  const w = words(lang);
  return atomReply({
    href: `${hub.origin}/entries${queryOf(filter)}`,
    self: hub.origin + url.pathname + url.search,
    title: `${filter.kind ? w.kinds[filter.kind] : w.list.title} ${hub.name[lang]}`,
    lang: htmlLang(lang),
    updated: entries[0]?.published_at ?? now,
    entries: entries.map((entry) => ({
      href: address(visit, entry),
      title: entry.title,
      author: entry.actor_name,
      at: entry.published_at,
      summary: entry.body,
      ...feedPicture(entry.picture, hub.origin),
    })),
  });
}

export const exportRoutes: readonly Route[] = [
  get('/entries.csv', 'public', ['F1.1', 'F1.2'], csv),
  get('/entries.json', 'public', ['F1.1', 'F1.2'], json),
  get('/entries.atom', 'public', ['F1.1'], feed),
];
