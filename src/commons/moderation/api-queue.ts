/** X4, X8: the moderators' screens for programs. Whoever is no moderator is told of no queue: 404. */
import { z } from 'zod';
import { type ApiOperation, camelled, idIn, list, own, slice, thing, WHEN } from '#kernel/api.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { isUuid } from '#kernel/ids.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { caseById, type QueuedCase, type QueueFilter, queue } from './case-queries.ts';
import { appealById, openAppeals } from './decision-queries.ts';
import { moderatedKind } from './kinds.ts';
import { CLAIMED_RIGHTS, GROUNDS, NOTICED, OUTCOMES, RELATIONS, WAYS } from './moderation.ts';
import { moderates } from './moderators.ts';

const CLAIM = z.object({
  claimant: z.string(),
  contact: z.string(),
  relation: z.enum(RELATIONS),
  claimedRight: z.enum(CLAIMED_RIGHTS),
  passage: z.string(),
  why: z.string(),
  isCandidate: z.boolean(),
  answerBy: z.string(),
  consent: z.string().nullable(),
  consentReason: z.string(),
  keepUntil: z.string(),
});
const CASE = z.object({
  id: z.uuid(),
  way: z.enum(WAYS),
  kind: z.string(),
  objectId: z.uuid(),
  objectVersion: z.int().meta({ description: 'As it was reported; a decision names the version that was read.' }),
  ground: z.string(),
  urgent: z.boolean(),
  title: z.string(),
  body: z.string().meta({ description: 'As it was reported.' }),
  context: z.string(),
  path: z.string(),
  openedAt: WHEN,
  waitsUntil: WHEN.nullable(),
  decidedAt: WHEN.nullable(),
  authorName: z.string().nullable(),
  reportCount: z.int(),
  reports: z.array(
    z.object({
      ground: z.string(),
      body: z.string(),
      contact: z.string(),
      noticed: z.array(z.enum(NOTICED)),
      name: z.string().nullable(),
      reportedAt: z.string(),
    }),
  ),
  claim: CLAIM.nullable(),
  earlier: z.array(
    z.object({
      id: z.uuid(),
      outcome: z.enum(OUTCOMES),
      ground: z.string(),
      decidedAt: z.string(),
      same: z.boolean(),
      reversed: z.boolean(),
    }),
  ),
});
const WHOLE = CASE.extend({
  present: z
    .object({ body: z.string(), version: z.int(), isWithdrawn: z.boolean(), hiddenAt: WHEN.nullable() })
    .nullable()
    .meta({ description: 'As it is now; null when it is gone.' }),
});
const APPEAL = z.object({
  id: z.uuid(),
  decisionId: z.uuid(),
  side: z.enum(['author', 'reporter']),
  reason: z.string(),
  filedAt: WHEN,
  outcome: z.string().nullable(),
});

/** @throws Refusal not-found to whoever is no moderator */
async function asModerator<T>(visit: Visit, work: (db: Db) => Promise<T>): Promise<T> {
  const [isModerator, found] = await visit.read((db) =>
    Promise.all([moderates(db, visit.hub, visit.signedIn), work(db)]),
  );
  if (!isModerator) throw refuse('not-found', { status: 404 });
  return found;
}

/** Urgent cases are listed first: a page begins after a case that is urgent or not. */
function keyOf(after: string | null): QueueFilter['after'] {
  if (after === null) return null;
  const [urgent, id = ''] = after.split('~');
  if (!isUuid(id)) throw refuse('not-a-choice', { field: 'after', status: 400 });
  return { urgent: urgent === '1', id };
}

const keyFrom = ({ urgent, id }: QueuedCase) => `${urgent ? 1 : 0}~${id}`;

export const queueReads: readonly ApiOperation[] = [
  list(
    '/moderation/cases',
    'moderation:cases',
    CASE,
    async (visit, { after, limit }) => {
      const one = <T extends string>(all: readonly T[], name: string): T | '' =>
        all.find((value) => value === visit.query(name)) ?? '';
      const filter: QueueFilter = {
        q: visit.query('q').slice(0, 200),
        ground: one(GROUNDS, 'ground'),
        kind: '',
        way: one(WAYS, 'way'),
        after: keyOf(after),
        limit,
      };
      const { cases, more } = await asModerator(visit, (db) => queue(db, filter));
      return { items: cases.map((found) => camelled(found)), next: more ? keyFrom(cases.at(-1)!) : null };
    },
    z.object({
      q: z.string().optional().meta({ description: 'Words to look for.' }),
      ground: z.enum(GROUNDS).optional(),
      way: z.enum(WAYS).optional(),
    }),
  ),
  thing('/moderation/cases/:ref', 'moderation:case', WHOLE, async (visit) => {
    const found = await asModerator(visit, (db) => caseById(db, idIn(visit, 'ref')));
    if (!found) return null;
    const present = await visit.read(
      (db) => moderatedKind(found.kind)?.find(db, found.object_id) ?? Promise.resolve(null),
    );
    return { ...camelled(found), present };
  }),
  list('/moderation/appeals', 'moderation:appeals', APPEAL, async (visit, keyset) =>
    slice(camelled(await asModerator(visit, openAppeals)), keyset),
  ),
  thing('/moderation/appeals/:ref', 'moderation:filed-appeal', APPEAL, async (visit) => {
    const appeal = await asModerator(visit, (db) => appealById(db, idIn(visit, 'ref')));
    return appeal && camelled(appeal);
  }),
].map((operation) => own('decide', operation));
