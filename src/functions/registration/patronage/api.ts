/** F7.7, X8: granted patronage for programs, and the acts of both sides. */
import { z } from 'zod';
import { type ApiOperation, act, idKey, list, paged, within } from '#kernel/api.ts';
import { addPaper, answerOffice, askPatronage, takeRequestBack } from './ask.ts';
import { askGroup, grantRequest, refuseRequest } from './decide.ts';
import { grantedPatronage } from './queries.ts';

const GRANTED = z.object({
  id: z.uuid(),
  title: z.string(),
  groupId: z.uuid(),
  groupName: z.string(),
  askedId: z.uuid(),
  askedName: z.string(),
  askedKind: z.string(),
  heldOn: z.iso.date(),
  heldUntil: z.iso.date().nullable(),
  place: z.string(),
  numberYear: z.int().nullable(),
  number: z.int().nullable(),
});
const ID = { ref: 'id' };
const NAMED = { answer: z.object({ id: z.uuid(), title: z.string() }) };

export const patronageApi: readonly ApiOperation[] = [
  list('/patronage', 'patronage:list', GRANTED, async (visit, { after, limit }) => {
    const { requests, more } = await visit.read((db) => grantedPatronage(db, idKey(after), limit));
    return paged(requests, more);
  }),
  ...within('organise', [
    act('/patronage', askPatronage, {}, NAMED),
    act('/patronage/:ref/answers', answerOffice, ID, NAMED),
    act('/patronage/:ref/papers', addPaper, ID, NAMED),
    act('/patronage/:ref/removal', takeRequestBack, ID, NAMED),
    act('/patronage/:ref/questions', askGroup, ID, NAMED),
    act('/patronage/:ref/permission', grantRequest, ID, NAMED),
    act('/patronage/:ref/refusal', refuseRequest, ID, NAMED),
  ]),
];
