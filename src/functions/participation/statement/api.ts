/** F9.5, X8: the statement for programs: whose hand is up, what is written, cited and annexed, who objects. */
import { z } from 'zod';
import {
  type ApiOperation,
  act,
  camelled,
  copied,
  gives,
  idIn,
  list,
  MADE,
  slice,
  thing,
  WHEN,
  within,
} from '#kernel/api.ts';
import { addPoint } from './add-point.ts';
import { annexEverything } from './annex-everything.ts';
import { annexOpinions, removeFromAnnex, reviseAnnexReason } from './annex-opinions.ts';
import { workshopReads } from './api-workshop.ts';
import { changeCitations } from './change-citations.ts';
import { STATEMENT } from './described.ts';
import { askDraft } from './draft-ask.ts';
import { confirmDraft } from './draft-confirm.ts';
import { movePoint } from './move-point.ts';
import { raiseObjection, takeBackObjection } from './object.ts';
import { shownObjection } from './objection-queries.ts';
import { pointsWithCitations, shownPoint } from './point-queries.ts';
import { lowerHand, raiseHand } from './raise-hand.ts';
import { removePoint } from './remove-point.ts';
import { resolveObjection } from './resolve-objection.ts';
import { routes } from './routes.ts';
import { writePoint } from './write-point.ts';

const AT = '/rounds/:ref/statement/:debate';
const debate = { debate: 'debateId' };
const MOST_QUOTED = 1000;

const ROW = {
  id: z.uuid(),
  section: z.string(),
  place: z.int(),
  body: z.string(),
  version: z.int(),
  editedAt: WHEN,
  personId: z.uuid(),
  personName: z.string(),
  answerKind: z.string().nullable(),
  citations: z.int(),
};
const OBJECTION = z.object({
  id: z.uuid(),
  pointId: z.uuid().nullable(),
  opinionId: z.uuid(),
  body: z.string(),
  raisedAt: WHEN,
  resolution: z.string().nullable(),
  reply: z.string().nullable(),
  resolvedAt: WHEN.nullable(),
});
const POINT = z.object({ ...ROW, removedAt: WHEN.nullable(), objections: z.array(OBJECTION) });
const CITED = z.object({
  ...ROW,
  quoted: z.array(z.object({ id: z.uuid(), number: z.int().nullable(), body: z.string(), withdrawn: z.boolean() })),
});

const OF_ROUND = gives({ roundId: z.uuid() });
const OF_DEBATE = gives({ debateId: z.uuid() });
const IN_DEBATE = gives({ id: z.uuid(), debateId: z.uuid() });

export const statementApi: readonly ApiOperation[] = [
  copied('/rounds/:ref/statement', 'statement:show', [routes, '/rounds/:ref/statement.json'], STATEMENT),
  list(`${AT}/points`, 'statement:points', CITED, async (visit, keyset) =>
    slice(camelled(await visit.read((db) => pointsWithCitations(db, idIn(visit, 'debate'), MOST_QUOTED))), keyset),
  ),
  thing('/points/:ref', 'statement:point', POINT, async (visit) => {
    const point = await visit.read((db) => shownPoint(db, idIn(visit, 'ref')));
    return point && camelled(point);
  }),
  thing('/objections/:ref', 'statement:objection', OBJECTION, async (visit) => {
    const objection = await visit.read((db) => shownObjection(db, idIn(visit, 'ref')));
    return objection && camelled(objection);
  }),
  ...workshopReads,
  ...within('edit', [
    act('/rounds/:ref/statement/hand', raiseHand, { ref: 'roundId' }, OF_ROUND),
    act('/rounds/:ref/statement/hand/lowering', lowerHand, { ref: 'roundId' }, OF_ROUND),
    act(
      '/rounds/:ref/statement/annex',
      annexEverything,
      { ref: 'roundId' },
      gives({ roundId: z.uuid(), added: z.int() }),
    ),
    act(`${AT}/points`, addPoint, debate, { answer: MADE }),
    act(`${AT}/annex`, annexOpinions, debate, gives({ debateId: z.uuid(), added: z.int() })),
    act(`${AT}/annex/removal`, removeFromAnnex, debate, OF_DEBATE),
    act(`${AT}/annex/:opinion`, reviseAnnexReason, { ...debate, opinion: 'opinionId' }, OF_DEBATE),
    act(`${AT}/draft`, askDraft, debate, gives({ debateId: z.uuid(), points: z.array(z.uuid()) })),
    act('/points/:ref/text', writePoint, { ref: 'pointId' }, gives({ id: z.uuid(), version: z.int() })),
    act(
      '/points/:ref/citations',
      changeCitations,
      { ref: 'pointId' },
      gives({ id: z.uuid(), debateId: z.uuid(), version: z.int(), cited: z.int(), uncovered: z.int() }),
    ),
    act('/points/:ref/place', movePoint, { ref: 'pointId' }, IN_DEBATE),
    act('/points/:ref/removal', removePoint, { ref: 'pointId' }, IN_DEBATE),
    act('/points/:ref/confirmation', confirmDraft, { ref: 'pointId' }, IN_DEBATE),
    act('/objections/:ref/resolution', resolveObjection, { ref: 'objectionId' }, OF_DEBATE),
  ]),
  ...within('discuss', [
    act(`${AT}/objections`, raiseObjection, debate, { answer: MADE }),
    act('/objections/:ref/withdrawal', takeBackObjection, { ref: 'objectionId' }, OF_DEBATE),
  ]),
];
