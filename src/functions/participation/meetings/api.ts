/** F9.2, X8: meetings for programs: calling them, taking down what is said there, their minutes. */
import { z } from 'zod';
import { ENTRY_KINDS, SPOKEN_AS } from '#commons/discussion/index.ts';
import {
  ACTOR,
  type ApiOperation,
  act,
  camelled,
  gives,
  idIn,
  idKey,
  list,
  MADE,
  slice,
  thing,
  WHEN,
  within,
} from '#kernel/api.ts';
import { appointScribe, endScribe } from './appoint-scribe.ts';
import { callMeeting } from './call-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { changeMeeting } from './change-meeting.ts';
import { correctSaying, countHands, takeBackSaying } from './change-saying.ts';
import { minutesVersions, saidIn } from './hall-queries.ts';
import { addMaterial, takeOffMaterial } from './materials.ts';
import { listedMeetings, shownMeeting } from './queries.ts';
import { recordAttendance } from './record-attendance.ts';
import { sayInHall } from './say-in-hall.ts';
import { confirmName, contestName } from './settle-name.ts';
import { publishMinutes, saveMinutes } from './write-minutes.ts';

const MEETING = z.object({
  id: z.uuid(),
  title: z.string(),
  about: z.string(),
  startsAt: WHEN,
  endsAt: WHEN,
  cancelledAt: WHEN.nullable(),
  place: z.string(),
  address: z.string(),
  stepFree: z.string(),
  captions: z.boolean(),
  signLanguage: z.boolean(),
  noteTaking: z.boolean(),
  sayingCount: z.int(),
  version: z.int(),
  hostId: z.uuid(),
  hostKind: z.string(),
  hostName: z.string(),
  roundId: z.uuid().nullable(),
  debateId: z.uuid().nullable(),
});
const SAYING = z.object({
  id: z.uuid(),
  entry: z.string().meta({ description: 'Chosen by the device it was taken down with; corrections name it by this.' }),
  number: z.int().meta({ description: 'In its debate.' }),
  kind: z.enum(ENTRY_KINDS),
  body: z.string().meta({ description: 'Empty where it was withdrawn or hidden.' }),
  version: z.int(),
  debateId: z.uuid(),
  debateTitle: z.string(),
  ...ACTOR,
  spokenAs: z.enum(SPOKEN_AS),
  hallAgree: z.int().nullable().meta({ description: 'Hands raised in the hall; null: not counted.' }),
  hallDisagree: z.int().nullable(),
  hallPass: z.int().nullable(),
  saidAt: WHEN,
  withdrawnAt: WHEN.nullable(),
  withdrawalReason: z.string().nullable(),
  hiddenAt: WHEN.nullable(),
  contestedAt: WHEN.nullable().meta({ description: 'The person named said that it wasn’t them.' }),
});
const MINUTES = z.object({ version: z.int(), body: z.string(), publishedAt: WHEN });

const ID = { ref: 'id' };
const HALL = { ref: 'meetingId' };

const TITLED = gives({ id: z.uuid(), title: z.string() });
const OF_SAYING = gives({ entry: z.string() });
const SAVED_MINUTES = gives({ id: z.uuid(), title: z.string(), version: z.int(), saves: z.int() });
const ITSELF = gives({ id: z.uuid() });

export const meetingsApi: readonly ApiOperation[] = [
  list(
    '/meetings',
    'meetings:list',
    MEETING,
    async (visit, { after, limit }) => {
      const when = visit.query('when') === 'past' ? ('past' as const) : ('coming' as const);
      const filter = { when, q: '', roundId: null, debateId: null, after: keyOf(after), limit };
      const { meetings, more } = await visit.read((db) => listedMeetings(db, filter, visit.now));
      const last = meetings.at(-1);
      return { items: camelled(meetings), next: more && last ? `${last.starts_at.toISOString()}~${last.id}` : null };
    },
    z.object({ when: z.enum(['coming', 'past']).optional() }),
  ),
  thing('/meetings/:ref', 'meetings:show', MEETING, async (visit) => {
    const meeting = await visit.read((db) => shownMeeting(db, idIn(visit, 'ref')));
    return meeting && camelled(meeting);
  }),
  list('/meetings/:ref/sayings', 'meetings:sayings', SAYING, async (visit, { after, limit }) => {
    const { said, more } = await visit.read((db) => saidIn(db, idIn(visit, 'ref'), idKey(after), limit));
    return { items: camelled(said), next: more ? said.at(-1)!.id : null };
  }),
  list('/meetings/:ref/minutes', 'meetings:minutes', MINUTES, async (visit, keyset) => {
    const versions = await visit.read((db) => minutesVersions(db, idIn(visit, 'ref')));
    const published = camelled(versions).flatMap(({ publishedAt, ...one }) =>
      publishedAt ? [{ ...one, publishedAt, id: String(one.version) }] : [],
    );
    return slice(published, keyset);
  }),
  ...within('organise', [
    act('/meetings', callMeeting, {}, { answer: MADE }),
    act('/meetings/:ref/revision', changeMeeting, ID, gives({ id: z.uuid(), title: z.string(), moved: z.boolean() })),
    act('/meetings/:ref/cancellation', cancelMeeting, ID, TITLED),
    act('/meetings/:ref/scribes', appointScribe, ID, TITLED),
    act('/meetings/:ref/scribes/removal', endScribe, ID, TITLED),
    act('/meetings/:ref/sayings', sayInHall, HALL, gives({ id: z.uuid(), number: z.int(), entry: z.string() })),
    act('/meetings/:ref/raised-hands', countHands, HALL, OF_SAYING),
    act('/meetings/:ref/corrections', correctSaying, HALL, gives({ entry: z.string(), version: z.int() })),
    act('/meetings/:ref/removals', takeBackSaying, HALL, OF_SAYING),
    act('/meetings/:ref/minutes-draft', saveMinutes, ID, SAVED_MINUTES),
    act('/meetings/:ref/minutes', publishMinutes, ID, SAVED_MINUTES),
    act('/meetings/:ref/attendance', recordAttendance, ID, TITLED),
    act('/meetings/:ref/materials', addMaterial, ID, TITLED),
    act('/meetings/:ref/materials/removal', takeOffMaterial, ID, TITLED),
  ]),
  ...within('discuss', [
    act('/hall-opinions/:ref/contest', contestName, ID, ITSELF),
    act('/hall-opinions/:ref/confirmation', confirmName, ID, ITSELF),
  ]),
];

/** Meetings are listed by when they begin. */
function keyOf(after: string | null): { starts_at: Date; id: string } | null {
  if (after === null) return null;
  const [time = '', id = ''] = after.split('~');
  const at = new Date(time);
  idKey(Number.isNaN(at.getTime()) ? '' : id);
  return { starts_at: at, id };
}
