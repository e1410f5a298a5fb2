/** F1.4, P4: showcases and their programmes as CSV, JSON, feed and calendar; the lots for drawing them again. */
import { icsReply } from '#channels/calendar/ics.ts';
import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { feedPicture, filesData, filesOf, pictureAddress, pictureData } from '#commons/files/index.ts';
import { facetWords } from '#commons/search/index.ts';
import { tokyoDateTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { LOT_METHOD, type LotDocument } from '#kernel/lot.ts';
import { get, type Route } from '#kernel/module.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { showcasePath, slotAnchor } from './addresses.ts';
import { lotEntries, lotsOf } from './deciding.ts';
import { draftWords } from './draft-words.ts';
import { dateOfPart, dateOfShowcase } from './happenings.ts';
import { filterOf, type ShowcaseFilter } from './list-filter.ts';
import { idIn } from './page-parts.ts';
import {
  handsAtEndOfCall,
  handsOf,
  type ListedShowcase,
  listedShowcases,
  showcaseDates,
  shownShowcase,
  slotsOf,
} from './queries.ts';
import { stateOf } from './rules.ts';
import { notFound } from './showcase.ts';
import { whenText } from './views/pieces.ts';
import { words } from './words.ts';

const BATCH = 200;

const address = (visit: Visit, showcase: { id: string; title: string }) =>
  visit.hub.origin + encodeURI(showcasePath(showcase));

/** `when=all`: those to come, then those that were. */
async function* listed(visit: Visit): AsyncGenerator<ListedShowcase[]> {
  const filter = filterOf(visit);
  const whens = visit.query('when') === 'all' ? (['coming', 'past'] as const) : [filter.when];
  for (const when of whens) {
    let after: ShowcaseFilter['after'] = null;
    for (;;) {
      const page: ShowcaseFilter = { ...filter, when, after, limit: BATCH };
      const { showcases, more }: Awaited<ReturnType<typeof listedShowcases>> = await visit.read((db) =>
        listedShowcases(db, page, visit.now),
      );
      yield showcases;
      const last = showcases.at(-1);
      if (!more || !last) break;
      after = { at: last.ends_at, id: last.id };
    }
  }
}

async function csv(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  const w = words(lang);
  const f = facetWords(lang);
  async function* rows() {
    for await (const batch of listed(visit))
      yield batch.map((one) => [
        shortId(one.id),
        w.kinds[one.kind],
        one.title,
        one.host_name,
        tokyoDateTime(one.starts_at),
        tokyoDateTime(one.ends_at),
        one.place,
        one.address,
        tokyoDateTime(one.call_until),
        w.rules[one.rule],
        w.states[stateOf(one, now)],
        address(visit, one),
        one.fields.map((field) => f.fields[field - 1]).join('、'),
        one.district,
        one.audience.map((who) => f.audience[who]).join('、'),
        one.fee,
        one.access.map((what) => f.access[what]).join('、'),
        one.picture && pictureAddress(one.picture, visit.hub.origin),
      ]);
  }
  return csvReply('showcases.csv', [...w.columns, ...draftWords(lang).columns], rows());
}

async function listJson(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const batch of listed(visit))
      yield batch.map((one) => ({
        id: shortId(one.id),
        kind: one.kind,
        title: one.title,
        about: one.about,
        host: { id: shortId(one.host_id), kind: one.host_kind, name: one.host_name },
        from: tokyoDateTime(one.starts_at),
        to: tokyoDateTime(one.ends_at),
        place: one.place,
        address: one.address,
        callUntil: tokyoDateTime(one.call_until),
        rule: one.rule,
        state: stateOf(one, visit.now),
        fields: one.fields,
        district: one.district || null,
        audience: one.audience,
        fee: one.fee,
        access: one.access,
        picture: pictureData(one.picture, visit.hub.origin),
        url: address(visit, one),
      }));
  }
  return jsonReply({ kind: 'showcases' }, items());
}

async function feed(visit: Visit): Promise<Reply> {
  const { hub, lang, url, now } = visit;
  const { showcases } = await visit.read((db) =>
    listedShowcases(db, { ...filterOf(visit), after: null, limit: 30 }, now),
  );
  const newest = showcases.toSorted((a, b) => b.announced_at.getTime() - a.announced_at.getTime());
  return atomReply({
    href: `${hub.origin}/showcases`,
    self: hub.origin + url.pathname + url.search,
    title: `${words(lang).feedTitle} ${hub.name[lang]}`,
    lang: htmlLang(lang),
    updated: newest[0]?.announced_at ?? now,
    entries: newest.map((one) => ({
      href: address(visit, one),
      title: one.title,
      author: one.host_name,
      at: one.announced_at,
      summary: `${whenText(one, lang, 'short')} ${one.place}`,
      ...feedPicture(one.picture, hub.origin),
    })),
  });
}

/** Exactly the list one sees; those that have begun stay in it to their end. */
async function listCalendar(visit: Visit): Promise<Reply> {
  const all: ListedShowcase[] = [];
  for await (const batch of listed(visit)) all.push(...batch);
  return calendar(visit, all, `${words(visit.lang).feedTitle} ${visit.hub.name[visit.lang]}`);
}

/** Each showcase, and each part of its programme that is held, is a date of its own. */
async function calendar(visit: Visit, showcases: readonly ListedShowcase[], name: string): Promise<Reply> {
  const { hub, lang, now } = visit;
  const ids = showcases.map(({ id }) => id);
  const parts = await visit.read((db) => showcaseDates(db, new Date(0), ids));
  return icsReply({
    name,
    origin: hub.origin,
    lang: lang === 'en' ? 'en' : 'ja',
    now,
    dates: [...showcases.filter(({ hiding }) => !hiding).map(dateOfShowcase), ...parts.map(dateOfPart)],
  });
}

async function programmeOf(visit: Visit) {
  const id = idIn(visit);
  const [showcase, slots, hands] = await visit.read((db) =>
    Promise.all([shownShowcase(db, id), slotsOf(db, id), handsOf(db, id)]),
  );
  const at = address(visit, showcase);
  const rows = slots.map((slot) => ({
    slot,
    hand: hands.find((one) => one.slot_id === slot.id && one.state === 'holding' && !one.hiding) ?? null,
    url: `${at}#${slotAnchor(slot.id)}`,
  }));
  return { showcase, rows, at };
}

async function programmeCsv(visit: Visit): Promise<Reply> {
  const { rows } = await programmeOf(visit);
  async function* lines() {
    yield rows.map(({ slot, hand, url }) => [
      shortId(slot.id),
      tokyoDateTime(slot.starts_at),
      tokyoDateTime(slot.ends_at),
      slot.label,
      slot.place,
      hand?.group_name ?? '',
      hand?.title ?? '',
      hand?.about ?? '',
      slot.cheers,
      hand?.recording ?? '',
      url,
    ]);
  }
  return csvReply('programme.csv', words(visit.lang).partColumns, lines());
}

async function programmeJson(visit: Visit): Promise<Reply> {
  const { showcase, rows, at } = await programmeOf(visit);
  const held = rows.flatMap(({ hand }) => (hand ? [{ id: hand.id }] : []));
  const files = await visit.read((db) => filesOf(db, 'showcase-hand', held));
  async function* items() {
    yield rows.map(({ slot, hand, url }) => ({
      id: shortId(slot.id),
      from: tokyoDateTime(slot.starts_at),
      to: tokyoDateTime(slot.ends_at),
      label: slot.label,
      place: slot.place,
      cheers: slot.cheers,
      presentation: hand && {
        id: shortId(hand.id),
        title: hand.title,
        about: hand.about,
        group: { id: shortId(hand.group_id), name: hand.group_name },
        needs: hand.needs,
        recording: hand.recording || null,
        materials: filesData(files.get(hand.id) ?? [], visit.hub.origin),
      },
      url,
    }));
  }
  return jsonReply(
    { kind: 'programme', showcase: { id: shortId(showcase.id), title: showcase.title, url: at } },
    items(),
  );
}

/** A lot a part, each as the island and `./minna` check one. */
async function lots(visit: Visit): Promise<Reply> {
  const id = idIn(visit);
  const [showcase, hands] = await visit.read((db) => Promise.all([shownShowcase(db, id), handsAtEndOfCall(db, id)]));
  if (!showcase.drawn_at) throw notFound();
  const drawn = await lotsOf(hands, showcase.chance);
  const documents = drawn.map(
    (lot): LotDocument & { slot: string; order: string[]; groups: Record<string, string> } => {
      const wanting = hands.filter(({ slot_id }) => slot_id === lot.slotId);
      return {
        slot: shortId(lot.slotId),
        method: LOT_METHOD,
        listHash: lot.listHash,
        chance: showcase.chance,
        size: 1,
        candidates: lotEntries(wanting),
        drawn: lot.order.slice(0, 1).map(shortId),
        order: lot.order.map(shortId),
        groups: Object.fromEntries(wanting.map((hand) => [shortId(hand.id), hand.group_name])),
      };
    },
  );
  return json({ kind: 'lots', showcase: { id: shortId(id), title: showcase.title }, lots: documents });
}

export const exportRoutes: readonly Route[] = [
  get('/showcases.csv', 'public', ['F1.4'], csv),
  get('/showcases.json', 'public', ['F1.4'], listJson),
  get('/showcases.atom', 'public', ['F1.4'], feed),
  get('/showcases.ics', 'public', ['F1.4'], listCalendar),
  get('/showcases/:ref/calendar.ics', 'public', ['F1.4'], async (visit) => {
    const showcase = await visit.read((db) => shownShowcase(db, idIn(visit)));
    return calendar(visit, [showcase], showcase.title);
  }),
  get('/showcases/:ref/programme.csv', 'public', ['F1.4'], programmeCsv),
  get('/showcases/:ref/programme.json', 'public', ['F1.4'], programmeJson),
  get('/showcases/:ref/lots.json', 'public', ['F1.4'], lots),
];
