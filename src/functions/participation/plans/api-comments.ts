/** F9.9, X8: formal comments for programs: one's own, and a division's desk. Names are read on its page alone, with a reason. */
import { z } from 'zod';
import { type ApiOperation, camelled, idIn, list, own, slice, WHEN } from '#kernel/api.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { unansweredItems } from './answer-queries.ts';
import { commentsOfStage, ownComments } from './comment-queries.ts';
import { notFound } from './limits.ts';
import { planOfStage, type ShownStage } from './queries.ts';
import { commentsArePublic, isMember } from './rules.ts';
import { openedStage } from './visiting.ts';

const COMMENT = z.object({
  id: z.uuid(),
  number: z.int(),
  body: z.string().meta({ description: 'Empty where it was withdrawn or hidden.' }),
  means: z.enum(['web', 'paper']),
  receivedOn: z.string(),
  withdrawnAt: WHEN.nullable(),
  hiddenAt: WHEN.nullable(),
  answerId: z.uuid().nullable(),
});
const OWN = z.object({
  id: z.uuid(),
  number: z.int(),
  body: z.string(),
  name: z.string().nullable(),
  address: z.string().nullable(),
  receivedOn: z.string(),
  withdrawnAt: WHEN.nullable(),
});
const WAITING = z.object({
  id: z.uuid(),
  kind: z.enum(['opinion', 'comment']),
  number: z.int(),
  body: z.string(),
  speaker: z.string().nullable(),
  paper: z.boolean(),
});

/** The stage that is named, to the members of the division that prepares its plan; to others there is none. */
async function insideOf(visit: Visit): Promise<ShownStage> {
  const id = idIn(visit, 'ref');
  const plan = await visit.read((db) => planOfStage(db, id));
  const stage = openedStage(plan, id);
  if (!isMember(visit.signedIn, plan!)) throw notFound();
  return stage;
}

/** Comments are counted within their stage: a page begins after a number. */
function numberKey(after: string | null): number {
  if (after !== null && !/^\d{1,9}$/.test(after)) throw refuse('not-a-choice', { field: 'after', status: 400 });
  return Number(after ?? 0);
}

export const commentReads: readonly ApiOperation[] = [
  own(
    'answer',
    list('/plan-stages/:ref/comments', 'plans:comments', COMMENT, async (visit, { after, limit }) => {
      const { id } = await insideOf(visit);
      const found = await visit.read((db) => commentsOfStage(db, id, numberKey(after), limit + 1));
      const items = camelled(found.slice(0, limit));
      return { items, next: found.length > limit ? String(items.at(-1)!.number) : null };
    }),
  ),
  own(
    'answer',
    list('/plan-stages/:ref/waiting', 'plans:waiting', WAITING, async (visit, keyset) => {
      const stage = await insideOf(visit);
      const all = await visit.read((db) => unansweredItems(db, stage.id));
      // As on the form: formal comments are answered together, when their period is over.
      const open = all.filter(({ kind }) => kind === 'opinion' || commentsArePublic(stage, visit.now));
      return slice(
        open.map((item) => camelled(item)),
        keyset,
      );
    }),
  ),
  own(
    'read',
    list('/plan-stages/:ref/comments/mine', 'plans:own-comments', OWN, async (visit, keyset) => {
      const id = idIn(visit, 'ref');
      const { person } = visit.signedIn;
      const [plan, comments] = await visit.read((db) =>
        Promise.all([planOfStage(db, id), ownComments(db, id, person.id)]),
      );
      openedStage(plan, id);
      return slice(camelled(comments), keyset);
    }),
  ),
];
