/** F7.1, P4: exactly the register one sees, as CSV, JSON and feed. What a group keeps to itself is in none of them. */
import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { feedPicture, pictureAddress, pictureData } from '#commons/files/index.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { groupPath } from './addresses.ts';
import { fieldWords } from './field-words.ts';
import { filterOf } from './list-filter.ts';
import { allGroups, type ListedGroup, listedGroups } from './queries.ts';
import { stateOf } from './rules.ts';
import { fieldNames } from './views/pieces.ts';
import { words } from './words.ts';

const address = (visit: Visit, group: ListedGroup) => visit.hub.origin + encodeURI(groupPath(group));

async function csv(visit: Visit): Promise<Reply> {
  const { lang } = visit;
  const f = fieldWords(lang);
  async function* rows() {
    for await (const batch of allGroups((work) => visit.read(work), filterOf(visit))) {
      yield batch.map((group) => [
        shortId(group.id),
        group.name,
        group.reading,
        f.kinds[group.kind],
        group.purpose,
        fieldNames(group.fields, lang).join('、'),
        group.areas.join('、'),
        group.founded,
        group.member_count,
        group.number,
        group.contacts.representative,
        group.contacts.address,
        group.contacts.phone,
        group.contacts.email,
        group.contacts.website,
        group.seeks,
        group.offers,
        f.states[stateOf(group)],
        group.known_by ? f.known[group.known_by] : '',
        tokyoDate(group.declared_at),
        tokyoDate(group.confirmed_at),
        address(visit, group),
        group.picture && pictureAddress(group.picture, visit.hub.origin),
      ]);
    }
  }
  return csvReply('groups.csv', words(lang).columns, rows());
}

async function json(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const batch of allGroups((work) => visit.read(work), filterOf(visit))) {
      yield batch.map((group) => ({
        id: group.id,
        version: group.version,
        name: group.name,
        reading: group.reading,
        kind: group.kind,
        purpose: group.purpose,
        fields: group.fields,
        areas: group.areas,
        founded: group.founded || null,
        members: group.member_count,
        corporateNumber: group.number,
        contacts: group.contacts,
        seeks: group.seeks,
        offers: group.offers,
        state: stateOf(group),
        representativeConfirmedBy: group.known_by,
        declaredAt: group.declared_at,
        confirmedAt: group.confirmed_at,
        withdrawnAt: group.withdrawn_at,
        picture: pictureData(group.picture, visit.hub.origin),
        url: address(visit, group),
      }));
    }
  }
  return jsonReply({ kind: 'groups', fields: fieldWords(visit.lang).fields }, items());
}

async function feed(visit: Visit): Promise<Reply> {
  const { hub, lang, url, now } = visit;
  const { groups } = await visit.read((db) => listedGroups(db, { ...filterOf(visit), before: null, limit: 30 }));
  return atomReply({
    href: `${hub.origin}/groups`,
    self: hub.origin + url.pathname + url.search,
    title: `${words(lang).list.title} ${hub.name[lang]}`,
    lang: htmlLang(lang),
    updated: groups[0]?.declared_at ?? now,
    entries: groups.map((group) => ({
      href: address(visit, group),
      title: group.name,
      author: group.name,
      at: group.declared_at,
      summary: group.purpose,
      ...feedPicture(group.picture, hub.origin),
    })),
  });
}

export const exportRoutes: readonly Route[] = [
  get('/groups.csv', 'public', ['F7.1'], csv),
  get('/groups.json', 'public', ['F7.1'], json),
  get('/groups.atom', 'public', ['F7.1'], feed),
];
