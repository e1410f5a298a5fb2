/** F9.7, X8: the divisions' own desks for programs: what waits, and the work on one answer, seen by whom its pages let see it. */
import { z } from 'zod';
import { isSecretariat } from '#commons/hubs/index.ts';
import { type ApiOperation, camelled, idIn, type Keyset, list, own, thing } from '#kernel/api.ts';
import { someOf } from '#kernel/described.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { actingDivision } from '../reflection/index.ts';
import { refuse } from './answer.ts';
import { CLOCK } from './described.ts';
import { seenDesk } from './desk-access.ts';
import { deskOf } from './desk-queries.ts';
import type { Subject } from './queries.ts';
import { draftFields } from './save-draft.ts';
import { subjectOf } from './subject.ts';
import { ASSIGNMENT_VIEWS, WHICH } from './views/assignments.ts';
import { SHARES, whichOf } from './views/work.ts';
import { keyIn, type Which, waitingPage } from './waiting.ts';

const WAITING = z.object({
  id: z.uuid(),
  subject: z.enum(['proposal', 'point']),
  roundId: z.uuid(),
  debateId: z.uuid(),
  title: z.string(),
  section: z.string(),
  place: z.int(),
  body: z.string(),
  divisionId: z.uuid().nullable().meta({ description: 'Who owes the answer; null: nobody yet.' }),
  divisionName: z.string().nullable(),
  answer: z
    .object({ id: z.uuid(), version: z.int(), kind: z.string(), reason: z.string(), nextOn: z.string().nullable() })
    .nullable()
    .meta({ description: 'What was said for the time being.' }),
  clock: CLOCK,
});

const DIVISION = { divisionId: z.uuid(), divisionName: z.string() };
const DESK = z.object({
  id: z.uuid(),
  title: z.string(),
  version: z.int().meta({ description: 'Of the present answer; 0 while there is none.' }),
  assignedId: z.uuid().nullable(),
  assignedName: z.string().nullable(),
  assignments: z.int(),
  leads: z.array(
    z.object({ number: z.int(), ...DIVISION, reason: z.string(), by: z.string(), assignedAt: z.string() }),
  ),
  partners: z.array(
    z.object({
      id: z.uuid(),
      ...DIVISION,
      asked: z.string(),
      askedAt: z.string(),
      body: z.string(),
      givenAt: z.string().nullable(),
    }),
  ),
  draft: z
    .object({
      id: z.uuid(),
      ...DIVISION,
      fields: someOf(draftFields.keyof().options, z.string()).meta({ description: 'As typed so far.' }),
      version: z.int(),
      personId: z.uuid(),
      personName: z.string(),
      savedAt: z.string(),
      notes: z.array(
        z.object({
          id: z.uuid(),
          version: z.int(),
          approves: z.boolean(),
          body: z.string(),
          personId: z.uuid(),
          personName: z.string(),
          writtenAt: z.string(),
        }),
      ),
    })
    .nullable()
    .meta({ description: 'Of one’s own division alone.' }),
});

/** What waits in all published rounds, the next due first. @throws Refusal for a key that no page of it gave */
async function waiting(visit: Visit, which: Which, { after, limit }: Keyset) {
  if (after !== null && !keyIn(after)) throw refuseKernel('not-a-choice', { field: 'after', status: 400 });
  const { items, next } = await visit.read((db) => waitingPage(db, { which, after: after ?? '', limit }, visit.now));
  return { items: items.map((item) => camelled(item)), next };
}

async function desk(visit: Visit, of: Subject) {
  const id = 'proposalId' in of ? of.proposalId : of.pointId;
  const [subject, behind] = await visit.read((db) => Promise.all([subjectOf(db, of), deskOf(db, id)]));
  const seen = subject && seenDesk(visit.hub, visit.signedIn, subject, behind);
  if (!subject || !seen) return null;
  const { partners, draft } = seen;
  // The fields of a draft have the names the act takes.
  const kept = draft && { ...camelled(draft), fields: { ...draft.fields } };
  return { ...camelled(subject), leads: camelled(behind.leads), partners: camelled(partners), draft: kept };
}

export const deskReads: readonly ApiOperation[] = [
  list(
    '/answer-desk',
    'answers:waiting',
    WAITING,
    async (visit, keyset) => {
      const division = actingDivision(visit.signedIn);
      if (!division) throw refuse('not-a-division', { status: 403 });
      const share = SHARES.find((one) => one === visit.query('of')) ?? 'mine';
      return waiting(visit, whichOf(share, division.id), keyset);
    },
    z.object({ of: z.enum(SHARES).optional() }),
  ),
  thing('/proposals/:ref/answer-desk', 'answers:desk', DESK, (visit) =>
    desk(visit, { proposalId: idIn(visit, 'ref') }),
  ),
  thing('/points/:ref/answer-desk', 'answers:desk-of-point', DESK, (visit) =>
    desk(visit, { pointId: idIn(visit, 'ref') }),
  ),
].map((operation) => own('answer', operation));

/** The secretariat's: who leads, what is overdue. */
export const assignmentReads: readonly ApiOperation[] = [
  own(
    'decide',
    list(
      '/answer-assignments',
      'answers:assignments',
      WAITING,
      async (visit, keyset) => {
        if (!isSecretariat(visit)) throw refuseKernel('not-found', { status: 404 });
        const view = ASSIGNMENT_VIEWS.find((one) => one === visit.query('show')) ?? 'unassigned';
        return waiting(visit, WHICH[view], keyset);
      },
      z.object({ show: z.enum(ASSIGNMENT_VIEWS).optional() }),
    ),
  ),
];
