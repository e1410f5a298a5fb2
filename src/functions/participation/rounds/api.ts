/** F9.4, X8: rounds for programs. */
import { z } from 'zod';
import { type ApiOperation, act, camelled, idIn, list, MADE, slice, thing, WHEN, within } from '#kernel/api.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { moveDate } from './move-date.ts';
import { roundName } from './names.ts';
import { type Round, recentRounds, roundById } from './queries.ts';
import { stateOf } from './stages.ts';

const ROUND = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.string().meta({
    description: 'planned, collecting, debating, drafting, checking, publishing, answering, reflecting, closed',
  }),
  fiscalYear: z.int(),
  number: z.int(),
  rulesVersion: z.int(),
  collectingAt: WHEN,
  debatingAt: WHEN,
  draftingAt: WHEN,
  checkingAt: WHEN,
  publishingAt: WHEN,
  interimAnswerAt: WHEN,
  finalAnswerAt: WHEN,
  closingAt: WHEN,
  publishedAt: WHEN.nullable(),
  submittedAt: WHEN.nullable(),
  proposalCount: z.int(),
});

const MOST = 500;

function shown(visit: Visit, round: Round) {
  return { ...camelled(round), name: roundName(round, visit.lang), state: stateOf(round, visit.now) };
}

export const roundsApi: readonly ApiOperation[] = [
  list('/rounds', 'rounds:list', ROUND, async (visit, keyset) => {
    const rounds = await visit.read((db) => recentRounds(db, visit.now, MOST));
    return slice(
      rounds.map((round) => shown(visit, round)),
      keyset,
    );
  }),
  thing('/rounds/:ref', 'rounds:show', ROUND, async (visit) => {
    const round = await visit.read((db) => roundById(db, idIn(visit, 'ref')));
    return round && shown(visit, round);
  }),
  ...within('decide', [act('/rounds/:ref/moves', moveDate, { ref: 'roundId' }, { answer: MADE })]),
];
