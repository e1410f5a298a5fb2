/** X9, X8: papers for programs of the counter: entering them, putting right what was copied wrongly, taking back. Scans stay with the pages. */
import { z } from 'zod';
import { type ApiOperation, act, camelled, idIn, idKey, list, own, thing, WHEN, within } from '#kernel/api.ts';
import { isUuid, parseRef } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { correctPaper, takeBackPaper } from './change-paper.ts';
import { demandSecretariat, enterPaper } from './enter-paper.ts';
import { PAPER_KINDS } from './paper.ts';
import { listedPapers, paperById } from './queries.ts';

const PAPER = z.object({
  id: z.uuid(),
  number: z.int(),
  kind: z.enum(PAPER_KINDS),
  body: z.string(),
  reason: z.string(),
  paperOn: z.string().meta({ description: 'The day on which it was handed in.' }),
  signedName: z.string().nullable().meta({ description: 'Where the paper says that it may be public.' }),
  withdrawnAt: WHEN.nullable(),
  hiddenAt: WHEN.nullable(),
  debateId: z.uuid(),
  debateTitle: z.string(),
  enteredAt: WHEN,
  enteredBy: z.string(),
});
const ENTERED = z.object({ id: z.uuid(), number: z.int() });

function atTheDesk(visit: Visit): void {
  demandSecretariat({ hub: visit.hub, reader: visit.signedIn });
}

export const paperApi: readonly ApiOperation[] = [
  own(
    'organise',
    list(
      '/paper-opinions',
      'paper:list',
      PAPER,
      async (visit, { after, limit }) => {
        atTheDesk(visit);
        const debate = visit.query('debate');
        const debateId = isUuid(debate) ? debate : parseRef(debate);
        const { papers, more } = await visit.read((db) => listedPapers(db, { debateId, after: idKey(after), limit }));
        return { items: camelled(papers), next: more ? papers.at(-1)!.id : null };
      },
      z.object({ debate: z.string().optional().meta({ description: 'A debate, by its id.' }) }),
    ),
  ),
  own(
    'organise',
    thing('/paper-opinions/:ref', 'paper:show', PAPER, async (visit) => {
      atTheDesk(visit);
      const paper = await visit.read((db) => paperById(db, idIn(visit, 'ref')));
      return paper && camelled(paper);
    }),
  ),
  ...within('organise', [
    act('/debates/:ref/paper-opinions', enterPaper, { ref: 'debateId' }, { answer: ENTERED }),
    act('/paper-opinions/:ref/correction', correctPaper, { ref: 'id' }, { answer: ENTERED }),
    act('/paper-opinions/:ref/removal', takeBackPaper, { ref: 'id' }, { answer: ENTERED }),
  ]),
];
