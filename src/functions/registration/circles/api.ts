/** F7.3, X8: circles for programs. Letters and files are read on the page, by the members. */
import { z } from 'zod';
import {
  type ApiOperation,
  act,
  camelled,
  gives,
  idIn,
  idKey,
  list,
  paged,
  slice,
  thing,
  WHEN,
  within,
} from '#kernel/api.ts';
import { addCircleFile, takeCircleFileOff } from './files.ts';
import { sendCircleLetter } from './letters.ts';
import { changeCircle, closeCircle, foundCircle, joinCircle, leaveCircle } from './membership.ts';
import { circleById, listedCircles, membersOf } from './queries.ts';

const CIRCLE = z.object({
  id: z.uuid(),
  name: z.string(),
  about: z.string(),
  groupId: z.uuid(),
  groupName: z.string(),
  memberCount: z.int(),
  foundedAt: WHEN,
  closedAt: WHEN.nullable(),
});
const MEMBER = z.object({ id: z.uuid(), name: z.string(), joinedAt: WHEN });

const ID = { ref: 'id' };

const NAMED = gives({ id: z.uuid(), name: z.string() });

export const circlesApi: readonly ApiOperation[] = [
  list('/circles', 'circles:list', CIRCLE, async (visit, { after, limit }) => {
    const { circles, more } = await visit.read((db) => listedCircles(db, idKey(after), limit));
    return paged(circles, more);
  }),
  thing('/circles/:ref', 'circles:show', CIRCLE, async (visit) =>
    camelled(await visit.read((db) => circleById(db, idIn(visit, 'ref')))),
  ),
  list('/circles/:ref/members', 'circles:members', MEMBER, async (visit, keyset) => {
    const members = await visit.read((db) => membersOf(db, idIn(visit, 'ref')));
    return slice(camelled(members), keyset);
  }),
  ...within('organise', [
    act('/circles', foundCircle, {}, { answer: z.object({ id: z.uuid(), name: z.string() }) }),
    act('/circles/:ref/members', joinCircle, ID, NAMED),
    act('/circles/:ref/departures', leaveCircle, ID, NAMED),
    act('/circles/:ref/description', changeCircle, ID, NAMED),
    act('/circles/:ref/closure', closeCircle, ID, NAMED),
    act('/circles/:ref/letters', sendCircleLetter, ID, NAMED),
    act('/circles/:ref/files', addCircleFile, ID, NAMED),
    act('/circles/:ref/files/removal', takeCircleFileOff, ID, NAMED),
  ]),
];
