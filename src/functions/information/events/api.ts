/** F1.1, X8: events for programs: reading, announcing, changing, registering, and what whoever holds one does about those who come. */
import { z } from 'zod';
import { type ApiOperation, act, camelled, gives, idIn, list, thing, WHEN, within } from '#kernel/api.ts';
import { ACCESS, AUDIENCES } from '#kernel/facets.ts';
import { parseShortId, shortId } from '#kernel/ids.ts';
import { cancelEvent } from './cancel-event.ts';
import { changeEvent } from './change-event.ts';
import { comingKeyText, comingTo, readComingKey } from './coming.ts';
import { createEvent } from './create-event.ts';
import { cancelByDesk, checkIn, countAttendance, enterByDesk, takeCheckInBack } from './desk.ts';
import { beginDraft, discardDraft, saveDraft } from './drafts.ts';
import { refusalFor } from './event.ts';
import { filterOf } from './list-filter.ts';
import { setDraftPicture, setPicture, takeDraftPictureOff, takePictureOff } from './picture.ts';
import { eventById, listedEvents } from './queries.ts';
import { cancelRegistration, register } from './register.ts';
import { mayOrganise } from './rules.ts';

const EVENT = z.object({
  id: z.uuid(),
  seriesId: z.uuid().nullable(),
  number: z.int(),
  title: z.string(),
  about: z.string(),
  startsAt: WHEN,
  endsAt: WHEN,
  place: z.string(),
  address: z.string(),
  district: z.string(),
  lat: z.number().nullable(),
  lng: z.number().nullable(),
  isOnline: z.boolean(),
  /** yen; 0: free of charge */
  fee: z.int(),
  feeNote: z.string(),
  audience: z.array(z.enum(AUDIENCES)),
  audienceNote: z.string(),
  /** numbers of the schedule of the NPO law */
  fields: z.array(z.int()),
  tags: z.array(z.string()),
  access: z.array(z.enum(ACCESS)),
  accessNote: z.string(),
  contact: z.string(),
  takesRegistrations: z.boolean(),
  capacity: z.int().nullable(),
  companions: z.int(),
  registrationFrom: WHEN.nullable(),
  registrationUntil: WHEN.nullable(),
  taken: z.int(),
  waiting: z.int(),
  came: z.int(),
  attendance: z.int().nullable(),
  version: z.int(),
  publishedAt: WHEN,
  changedAt: WHEN,
  cancelledAt: WHEN.nullable(),
  hostId: z.uuid(),
  hostKind: z.string(),
  hostName: z.string(),
});
const COMING = z.object({
  id: z.uuid(),
  way: z.enum(['account', 'mail', 'desk']),
  name: z.string(),
  note: z.string(),
  places: z.int(),
  admittedAt: WHEN.nullable(),
  checkedInAt: WHEN.nullable(),
});
const NARROWED = z.object({
  when: z.enum(['coming', 'past']).optional(),
  q: z.string().optional(),
  field: z.string().optional(),
  district: z.string().optional(),
  day: z.string().optional(),
  free: z.enum(['yes']).optional(),
  access: z.enum(ACCESS).optional(),
  online: z.enum(['yes']).optional(),
  audience: z.enum(AUDIENCES).optional(),
  tag: z.string().optional(),
  host: z.string().optional(),
  series: z.string().optional(),
});

const ID = { ref: 'id' };
const OWN = { id: 'id' };
const MADE = { answer: z.object({ id: z.uuid(), title: z.string(), days: z.int() }) };
const REGISTERED = {
  answer: z.object({
    id: z.uuid(),
    title: z.string(),
    registration: z.uuid(),
    ticket: z.uuid(),
    admitted: z.boolean(),
  }),
};

/** The place of a page is a moment and an id. */
function keyOf(after: string | null) {
  const [, time, short] = /^(\d{1,15})-(\w{22})$/.exec(after ?? '') ?? [];
  const id = short ? parseShortId(short) : null;
  return id ? { starts_at: new Date(Number(time)), id } : null;
}

const TITLED = gives({ id: z.uuid(), title: z.string() });

export const eventsApi: readonly ApiOperation[] = [
  list(
    '/events',
    'events:list',
    EVENT,
    async (visit, { after, limit }) => {
      const filter = { ...filterOf((name) => visit.query(name)), after: keyOf(after), limit };
      const { events, more } = await visit.read((db) => listedEvents(db, filter, visit.now));
      const last = events.at(-1);
      return { items: camelled(events), next: more && last ? `${last.starts_at.getTime()}-${shortId(last.id)}` : null };
    },
    NARROWED,
  ),
  thing('/events/:ref', 'events:show', EVENT, async (visit) =>
    camelled(await visit.read((db) => eventById(db, idIn(visit, 'ref'), visit.now))),
  ),
  ...within('organise', [
    act('/events', createEvent, {}, MADE),
    act('/events/:ref/revisions', changeEvent, ID, gives({ id: z.uuid(), title: z.string(), moved: z.boolean() })),
    act('/events/:ref/cancellation', cancelEvent, ID, TITLED),
    act('/events/:ref/picture', setPicture, ID, TITLED),
    act('/events/:ref/picture/removal', takePictureOff, ID, TITLED),
    act('/event-drafts', beginDraft, {}, gives({ id: z.uuid() })),
    act('/event-drafts/:id', saveDraft, OWN, gives({ id: z.uuid(), version: z.int() })),
    act('/event-drafts/:id/removal', discardDraft, OWN),
    act('/event-drafts/:id/picture', setDraftPicture, OWN),
    act('/event-drafts/:id/picture/removal', takeDraftPictureOff, OWN),
    list(
      '/events/:ref/registrations',
      'events:registrations',
      COMING,
      async (visit, { after, limit }) => {
        const event = await visit.read((db) => eventById(db, idIn(visit, 'ref'), visit.now));
        const no = mayOrganise(visit.reader, event);
        if (no) throw refusalFor(no);
        const ask = { name: visit.query('name'), after: readComingKey(after), limit };
        const { people, next } = await visit.read((db) => comingTo(db, event.id, ask));
        return { items: camelled(people), next: next && comingKeyText(next) };
      },
      z.object({ name: z.string().optional() }),
    ),
    act('/events/:ref/desk-entries', enterByDesk, ID, TITLED),
    act('/events/:ref/check-ins', checkIn, ID, TITLED),
    act('/events/:ref/check-ins/taking-back', takeCheckInBack, ID, TITLED),
    act('/events/:ref/desk-cancellations', cancelByDesk, ID, TITLED),
    act('/events/:ref/attendance', countAttendance, ID, TITLED),
    act('/events/:ref/registrations', register, ID, REGISTERED),
    act('/events/:ref/registrations/cancellation', cancelRegistration, ID, TITLED),
  ]),
];
