/** F9.5, X8: for programs: where each opinion went, what is not covered yet, and the editors' workshop. */
import { z } from 'zod';
import { ACTOR, type ApiOperation, camelled, idIn, idKey, list, own, thing, WHEN } from '#kernel/api.ts';
import { isUuid } from '#kernel/ids.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { debateDesk, roundDesk } from './desk.ts';
import { filterFrom } from './opinion-filter.ts';
import { type HandledOpinion, handledOpinions, opinionsBy } from './opinion-queries.ts';
import { partFrame } from './page-queries.ts';
import { inItsRound } from './part-routes.ts';
import { mayEdit } from './rules.ts';
import { type OpinionKey, SHOWS } from './shows.ts';
import { insist } from './statement.ts';

const AT = '/rounds/:ref/statement/:debate';

const HANDLED = {
  id: z.uuid(),
  number: z.int().nullable(),
  kind: z.enum(['opinion', 'question']),
  body: z.string().meta({ description: 'Empty where it was hidden.' }),
  reason: z.string(),
  amendment: z.string().nullable(),
  ...ACTOR,
  agree: z.int(),
  disagree: z.int(),
  pass: z.int(),
  saidAt: WHEN,
  covered: z.boolean().meta({ description: 'Cited by a point, or in the annex.' }),
  hidden: z.boolean(),
  hiddenReason: z.string().nullable(),
  citedBy: z.array(z.object({ id: z.uuid(), section: z.string(), excerpt: z.string() })),
  annexReason: z.string().nullable(),
  annexVersion: z.int().nullable(),
};
const OPINION = z.object(HANDLED);
const OWN = z.object({ ...HANDLED, debateId: z.uuid(), debateTitle: z.string() });
const ALIKE = z.object({ id: z.uuid(), number: z.int().nullable(), body: z.string(), copied: z.boolean() });
const WORKED = z.object({
  ...HANDLED,
  alike: z.array(ALIKE).nullish().meta({ description: 'Others in nearly the same words.' }),
});
const COVERAGE = z.object({
  roundId: z.uuid(),
  debateId: z.uuid(),
  title: z.string(),
  withdrawn: z.boolean(),
  editors: z.int().meta({ description: 'Hands that are up.' }),
  total: z.int(),
  cited: z.int(),
  annexed: z.int(),
  uncovered: z.int(),
  hidden: z.array(z.object({ reason: z.string().nullable(), count: z.int() })),
  openObjections: z.int(),
  drafted: z.boolean().meta({ description: 'A first draft was made by machine.' }),
});

const NARROWED = z.object({
  show: z.enum(SHOWS).optional(),
  q: z.string().optional().meta({ description: 'Words to look for, or a number.' }),
});

/** What isn't covered comes first: a page begins after an opinion that is covered or not. */
function keyOf(after: string | null): OpinionKey | null {
  if (after === null) return null;
  const [covered, id = ''] = after.split('~');
  if (!isUuid(id)) throw refuse('not-a-choice', { field: 'after', status: 400 });
  return { covered: covered === '1', id };
}

async function handled(visit: Visit, after: string | null, limit: number) {
  const filter = { ...filterFrom(visit.query('show'), visit.query('q')), after: keyOf(after), limit };
  const debateId = idIn(visit, 'debate');
  const [desk, { opinions, next }] = await visit.read((db) =>
    Promise.all([debateDesk(db, visit.reader, debateId), handledOpinions(db, debateId, filter)]),
  );
  const key = next && `${next.covered ? 1 : 0}~${next.id}`;
  return { desk: inItsRound(visit, desk), items: opinions.map(shown), next: key };
}

function shown(opinion: HandledOpinion) {
  return camelled(opinion);
}

export const workshopReads: readonly ApiOperation[] = [
  thing(`${AT}/coverage`, 'statement:coverage', COVERAGE, async (visit) => {
    const frame = await visit.read((db) => partFrame(db, visit.reader, idIn(visit, 'debate')));
    const { round, debate, counts, withdrawn, editors, hidden, objections, drafted } = inItsRound(visit, frame);
    const open = objections.filter(({ resolution }) => resolution === null).length;
    const about = { roundId: round.id, debateId: debate.id, title: debate.title, withdrawn, editors, drafted };
    return { ...about, ...counts, hidden, openObjections: open };
  }),
  list(
    `${AT}/opinions`,
    'statement:opinions',
    OPINION,
    async (visit, { after, limit }) => {
      const { items, next } = await handled(visit, after, limit);
      return { items, next };
    },
    NARROWED,
  ),
  own(
    'edit',
    list(
      `${AT}/workshop`,
      'statement:workshop',
      WORKED,
      async (visit, { after, limit }) => {
        const { desk, items, next } = await handled(visit, after, limit);
        insist(mayEdit(visit.signedIn, desk.round, desk.edits, visit.now), desk.round, visit.lang);
        return { items, next };
      },
      NARROWED,
    ),
  ),
  own(
    'read',
    list('/rounds/:ref/statement/mine', 'statement:mine', OWN, async (visit, { after, limit }) => {
      const id = idIn(visit, 'ref');
      const { acting } = visit.signedIn;
      const [, opinions] = await visit.read((db) =>
        Promise.all([roundDesk(db, visit.signedIn, id), opinionsBy(db, id, acting.id, idKey(after), limit + 1)]),
      );
      const items = camelled(opinions.slice(0, limit));
      return { items, next: opinions.length > limit ? items.at(-1)!.id : null };
    }),
  ),
];
