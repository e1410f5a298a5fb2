/** F9.9, X8: committees for programs: their seats, calls, sittings, minutes. */
import { z } from 'zod';
import {
  type ApiOperation,
  act,
  camelled,
  copied,
  gives,
  idIn,
  idKey,
  list,
  MADE,
  paged,
  slice,
  thing,
  WHEN,
  within,
} from '#kernel/api.ts';
import { LICENCE } from '#kernel/described.ts';
import { LOT_ANSWER } from '#kernel/lot-answer.ts';
import { applyForSeat, withdrawApplication } from './applications.ts';
import { callSitting, cancelSitting } from './call-sitting.ts';
import { openCall, settleCall } from './calls.ts';
import { CALL_METHODS } from './committee.ts';
import { moveSitting } from './move-sitting.ts';
import { askPlace, drawPlaces, leavePlace } from './observers.ts';
import { callById, committeeById, listedCommittees, minutesOf, sittingById, sittingsAfter } from './queries.ts';
import { routes } from './routes.ts';
import { addSeat, fillSeat, setUpCommittee, stateShares } from './set-up-committee.ts';
import { addMaterial, takeOffMaterial } from './sitting-materials.ts';
import { writeMinutes } from './write-minutes.ts';

const COMMITTEE = z.object({
  id: z.uuid(),
  name: z.string(),
  about: z.string(),
  basis: z.string(),
  contact: z.string(),
  women: z.int().nullable(),
  underForty: z.int().nullable(),
  countedOn: z.string().nullable(),
  minutesDays: z.int(),
  setUpAt: WHEN,
  divisionId: z.uuid(),
  divisionName: z.string(),
});
const SITTING = z.object({
  id: z.uuid(),
  number: z.int(),
  committeeId: z.uuid(),
  committeeName: z.string(),
  divisionId: z.uuid(),
  divisionName: z.string(),
  startsAt: WHEN,
  endsAt: WHEN,
  place: z.string(),
  agenda: z.array(z.string()),
  closedReason: z.string(),
  observerCount: z.int(),
  calledAt: WHEN,
  cancelReason: z.string().nullable(),
  version: z.int(),
});
const CALL = z.object({
  id: z.uuid(),
  committeeId: z.uuid(),
  committeeName: z.string(),
  divisionId: z.uuid(),
  seats: z.int(),
  method: z.enum(CALL_METHODS),
  criteria: z.string(),
  opensAt: WHEN,
  closesAt: WHEN,
  applicationCount: z.int(),
  settledAt: WHEN.nullable(),
  reason: z.string().nullable().meta({ description: 'Why it was settled as it was; null before.' }),
  listHash: z.string().nullable(),
  chance: z.string().nullable(),
});
const DRAW = z.object({ licence: LICENCE, ...LOT_ANSWER.shape });
const MINUTES = z.object({ version: z.int(), body: z.string(), changed: z.string(), publishedAt: WHEN });

const ID = { ref: 'id' };

const NAMED = gives({ id: z.uuid(), name: z.string() });
const ITSELF = gives({ id: z.uuid() });

export const committeesApi: readonly ApiOperation[] = [
  list('/committees', 'committees:list', COMMITTEE, async (visit, { after, limit }) => {
    const { committees, more } = await visit.read((db) => listedCommittees(db, idKey(after), limit));
    return paged(committees, more);
  }),
  thing('/committees/:ref', 'committees:show', COMMITTEE, async (visit) =>
    camelled(await visit.read((db) => committeeById(db, idIn(visit, 'ref')))),
  ),
  thing('/committee-calls/:ref', 'committees:call', CALL, async (visit) =>
    camelled(await visit.read((db) => callById(db, idIn(visit, 'ref')))),
  ),
  copied('/committee-calls/:ref/draw', 'committees:draw-record', [routes, '/committee-calls/:ref/draw.json'], DRAW),
  list('/sittings', 'committees:sittings', SITTING, async (visit, { after, limit }) => {
    const sittings = await visit.read((db) => sittingsAfter(db, idKey(after), limit + 1));
    return paged(sittings.slice(0, limit), sittings.length > limit);
  }),
  thing('/sittings/:ref', 'committees:sitting', SITTING, async (visit) =>
    camelled(await visit.read((db) => sittingById(db, idIn(visit, 'ref')))),
  ),
  list('/sittings/:ref/minutes', 'committees:minutes', MINUTES, async (visit, keyset) => {
    const versions = await visit.read((db) => minutesOf(db, idIn(visit, 'ref')));
    // What is saved and not published yet is the office's own.
    const published = camelled(versions).flatMap(({ publishedAt, ...one }) =>
      publishedAt ? [{ ...one, publishedAt, id: String(one.version) }] : [],
    );
    return slice(published, keyset);
  }),
  ...within('organise', [
    act('/committees', setUpCommittee, {}, { answer: MADE }),
    act('/committees/:ref/seats', addSeat, ID, NAMED),
    act('/committees/:ref/members', fillSeat, ID, NAMED),
    act('/committees/:ref/shares', stateShares, ID, NAMED),
    act('/committees/:ref/calls', openCall, ID, { answer: MADE }),
    act('/committees/:ref/sittings', callSitting, ID, { answer: MADE }),
    act('/committee-calls/:ref/settlement', settleCall, ID, gives({ id: z.uuid(), chosen: z.array(z.int()) })),
    act('/sittings/:ref/observers/lot', drawPlaces, ID, gives({ id: z.uuid(), drawn: z.array(z.int()) })),
    act('/sittings/:ref/cancellation', cancelSitting, ID, ITSELF),
    act('/sittings/:ref/date', moveSitting, ID, ITSELF),
    act('/sittings/:ref/materials', addMaterial, ID, ITSELF),
    act('/sittings/:ref/materials/removal', takeOffMaterial, ID, ITSELF),
    act('/sittings/:ref/minutes', writeMinutes, ID, gives({ id: z.uuid(), version: z.int() })),
  ]),
  ...within('discuss', [
    act('/committee-calls/:ref/applications', applyForSeat, ID, gives({ id: z.uuid(), number: z.int() })),
    act('/committee-calls/:ref/withdrawal', withdrawApplication, ID, ITSELF),
    act(
      '/sittings/:ref/observers',
      askPlace,
      ID,
      gives({ id: z.uuid(), state: z.enum(['asked', 'place', 'waiting', 'withdrawn']) }),
    ),
    act('/sittings/:ref/observers/removal', leavePlace, ID, ITSELF),
  ]),
];
