/** F7.6, X8: requirements for programs, and the acts of groups and of those who check. */
import { z } from 'zod';
import {
  type ApiOperation,
  act,
  camelled,
  gives,
  idIn,
  idKey,
  list,
  MADE,
  paged,
  thing,
  WHEN,
  within,
} from '#kernel/api.ts';
import { appealRefusal, confirmFact, decideAppeal, refuseFact } from './check.ts';
import { handIn, showEligibility, takeFactBack } from './hand-in.ts';
import { closeSet, publishSet } from './publish.ts';
import { listedSets, setById } from './queries.ts';
import { ITEM_KINDS } from './requirement.ts';

const SET = z.object({
  id: z.uuid(),
  name: z.string(),
  about: z.string(),
  items: z.array(
    z.object({ kind: z.enum(ITEM_KINDS), text: z.string(), least: z.int().nullable(), paper: z.boolean() }),
  ),
  validMonths: z.int(),
  papersDays: z.int(),
  ownerId: z.uuid(),
  ownerKind: z.string(),
  ownerName: z.string(),
  publishedAt: WHEN,
  closedAt: WHEN.nullable(),
});

const ID = { ref: 'id' };
const FACT = { id: 'id' };
const STANDING = { ref: 'groupId', id: 'setId' };

const OF_SET = gives({ groupId: z.uuid(), setId: z.uuid() });

export const eligibilityApi: readonly ApiOperation[] = [
  list('/requirements', 'eligibility:list-sets', SET, async (visit, { after, limit }) => {
    const { sets, more } = await visit.read((db) => listedSets(db, idKey(after), limit));
    return paged(sets, more);
  }),
  thing('/requirements/:ref', 'eligibility:show-set', SET, async (visit) =>
    camelled(await visit.read((db) => setById(db, idIn(visit, 'ref')))),
  ),
  ...within('organise', [
    act('/requirements', publishSet, {}, { answer: MADE.extend({ name: z.string() }) }),
    act('/requirements/:ref/closure', closeSet, ID, gives({ id: z.uuid(), name: z.string() })),
    act(
      '/groups/:ref/eligibility/:id/facts',
      handIn,
      STANDING,
      gives({ groupId: z.uuid(), setId: z.uuid(), id: z.uuid() }),
    ),
    act('/groups/:ref/eligibility/:id/showing', showEligibility, STANDING, OF_SET),
    act('/group-facts/:id/removal', takeFactBack, FACT, OF_SET),
    act('/group-facts/:id/appeal', appealRefusal, FACT, OF_SET),
    act('/group-facts/:id/confirmation', confirmFact, FACT, OF_SET),
    act('/group-facts/:id/refusal', refuseFact, FACT, OF_SET),
    act('/group-facts/:id/appeal-decision', decideAppeal, FACT, OF_SET),
  ]),
];
