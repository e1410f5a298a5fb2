/** F1.4, X3: showcases in feed, notices and calendars: each part of a programme is a date of its own. */
import { shortId } from '#kernel/ids.ts';
import type { CalendarDate, Happened, Happenings, NoticeFacts, NoticeWords, Telling } from '#kernel/module.ts';
import { showcaseHref, showcasePath, slotAnchor } from './addresses.ts';
import { eventWords } from './event-words.ts';
import { type ListedShowcase, type Slot, type SlotDate, showcaseDates } from './queries.ts';
import { searchable } from './searchable.ts';

const turn: Telling = { followersOf: ['showcase', 'group', 'actor'] };
const small: Telling = { ...turn, small: true };
const word = (facts: NoticeFacts, name: string) => String(facts[name] ?? '');
const showcaseOf = (event: Happened) => String(event.public.showcase ?? '');

export function dateOfPart(part: Slot & SlotDate): CalendarDate {
  return {
    uid: `showcase-slot-${shortId(part.id)}`,
    title: `${part.title}（${part.group_name}）`,
    start: part.starts_at,
    end: part.ends_at,
    place: [part.hall, part.place].filter((text) => text !== '').join(' '),
    about: part.showcase_title,
    href: `${showcaseHref(part.showcase_id)}#${slotAnchor(part.id)}`,
    of: [`showcase:${part.showcase_id}`, `group:${part.group_id}`, `actor:${part.group_id}`],
    sequence: part.version - 1,
    changedAt: part.changed_at,
    isCancelled: part.cancelled_at !== null,
  };
}

/** A showcase as a whole, for calendars that are about showcases: the town's own has the event at which its audience registers. */
export function dateOfShowcase(showcase: ListedShowcase): CalendarDate {
  const { id, cancelled_at: cancelledAt, announced_at: announcedAt } = showcase;
  return {
    uid: `showcase-${shortId(id)}`,
    title: showcase.title,
    start: showcase.starts_at,
    end: showcase.ends_at,
    place: [showcase.place, showcase.address].filter((text) => text !== '').join(' '),
    about: showcase.about,
    href: showcasePath(showcase),
    of: [`showcase:${id}`, `actor:${showcase.host_id}`],
    sequence: showcase.version - 1,
    changedAt: cancelledAt ?? announcedAt,
    isCancelled: cancelledAt !== null,
  };
}

export const stageHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  followable: (lang) => ({ showcase: { topic: eventWords(lang).topic } }),
  places: {
    showcase: (event) => showcasePath({ id: event.object_id, title: String(event.public.title ?? '') }),
    'showcase-hand': (event) => (showcaseOf(event) ? `${showcaseHref(showcaseOf(event))}#programme` : null),
    'showcase-voice': (event) =>
      showcaseOf(event)
        ? `${showcaseHref(showcaseOf(event))}/live?slot=${shortId(String(event.public.slot))}#voice-${shortId(event.object_id)}`
        : null,
  },
  notices: (lang): Record<string, NoticeWords> => {
    const w = eventWords(lang);
    return {
      'stage.hand-raised': (f) => w.raised(word(f, 'showcase'), word(f, 'group')),
      'stage.moved': (f) => w.moved(word(f, 'showcase'), word(f, 'reason')),
      'stage.cancelled': (f) => w.cancelled(word(f, 'showcase')),
      'stage.slot-moved': (f) => w.slotMoved(word(f, 'showcase')),
      'stage.asked': (f) => w.asked(word(f, 'showcase'), word(f, 'title')),
      'stage.slot-free': (f) => w.slotFree(word(f, 'showcase')),
      'stage.slot-taken': (f) => w.slotTaken(word(f, 'showcase'), word(f, 'group')),
      'stage.slot-given': (f) => w.given(word(f, 'showcase'), word(f, 'title')),
      'stage.slot-not-given': (f) => w.notGiven(word(f, 'showcase')),
      'stage.drawn': (f) => w.drawn(word(f, 'showcase')),
    };
  },
  tells: {
    'stage.announced': { ...turn, follows: { showcase: 'all' } },
    'stage.changed': turn,
    'stage.cancelled': turn,
    'stage.slots-set': small,
    'stage.slot-given': small,
    'stage.drawn': turn,
    'stage.material-added': small,
    'stage.recording-linked': small,
    'stage.reported': turn,
  },
  dates: async (db, { from, thing }) => {
    if (thing && !/^(showcase|group|actor):/.test(thing)) return [];
    const id = thing?.startsWith('showcase:') ? thing.slice('showcase:'.length) : null;
    const dates = (await showcaseDates(db, from, id === null ? null : [id])).map(dateOfPart);
    return thing && id === null ? dates.filter(({ of }) => of.includes(thing)) : dates;
  },
};
