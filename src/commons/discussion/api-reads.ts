/** F9.2, X8: what programs read of debates; with a token, one's own choices as well. */
import { z } from 'zod';
import { ACTOR, type ApiOperation, camelled, idIn, idKey, list, paged, thing, WHEN } from '#kernel/api.ts';
import { shortId } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { opinionHref } from './addresses.ts';
import { type DebateFilter, listedDebates, openedDebate } from './debates.ts';
import { choice, choiceOf } from './discussion.ts';
import { listFilter } from './list-filter.ts';
import { opinionById, opinionsPage, type ShownOpinion } from './queries.ts';
import { notFound } from './refusing.ts';
import { threadOf } from './thread-queries.ts';

const KINDS = ['proposal', 'imported', 'plan'] as const;

const DEBATE = z.object({
  id: z.uuid(),
  kind: z.enum(KINDS),
  title: z.string(),
  about: z.string(),
  roundId: z.uuid().nullable(),
  hostId: z.uuid().nullable(),
  opensAt: WHEN,
  closesAt: WHEN,
  closedBecause: z.enum(['withdrawn', 'merged']).nullable(),
  opinionCount: z.int(),
  voteCount: z.int(),
  voterCount: z.int(),
  source: z.string().nullable(),
});

const POSITION = z.object({
  id: z.uuid(),
  stance: choice,
  reason: z.string(),
  version: z.int(),
  at: WHEN,
  organisationId: z.uuid(),
  organisationKind: z.string(),
  organisationName: z.string(),
});

const STATE = {
  version: z.int(),
  saidAt: WHEN,
  withdrawnAt: WHEN.nullable(),
  hiddenAt: WHEN.nullable(),
  amendment: z.string().nullable(),
};

const OPINION = z.object({
  id: z.uuid(),
  debateId: z.uuid(),
  number: z.int().meta({ description: 'To quote it by, within its debate.' }),
  kind: z.enum(['opinion', 'question', 'explanation']),
  ...ACTOR,
  body: z.string().meta({ description: 'Empty where it was withdrawn or hidden.' }),
  reason: z.string(),
  ...STATE,
  votes: z.object({ agree: z.int(), disagree: z.int(), pass: z.int() }),
  replyCount: z.int(),
  answeredAt: WHEN.nullable(),
  myChoice: choice.nullable().meta({ description: 'Of the token’s person; null without one.' }),
  positions: z.array(POSITION),
  url: z.string(),
});

const REPLY = z.object({
  id: z.uuid(),
  parentId: z.uuid(),
  kind: z.enum(['reply', 'answer']),
  ...ACTOR,
  body: z.string(),
  ...STATE,
  quotedId: z.uuid().nullable(),
});

function shown(visit: Visit, opinion: ShownOpinion) {
  const { agree, disagree, pass, myStance, positions, ...rest } = camelled(opinion);
  return {
    ...rest,
    votes: { agree, disagree, pass },
    myChoice: myStance === null ? null : choiceOf(myStance),
    positions: positions.map(({ stance, ...position }) => ({ ...position, stance: choiceOf(stance) })),
    url: visit.hub.origin + opinionHref(opinion.id),
  };
}

export const discussionReads: readonly ApiOperation[] = [
  list(
    '/debates',
    'discussion:debates',
    DEBATE,
    async (visit, { after, limit }) => {
      const kind = KINDS.find((one) => one === visit.query('kind')) ?? '';
      const order = visit.query('order') === 'oldest' ? 'oldest' : 'newest';
      const filter: DebateFilter = { kind, order, after: idKey(after), limit };
      const { debates, more } = await visit.read((db) => listedDebates(db, filter));
      return paged(debates, more);
    },
    z.object({
      kind: z.enum(KINDS).optional(),
      order: z.enum(['newest', 'oldest']).optional(),
    }),
  ),
  thing('/debates/:ref', 'discussion:debate', DEBATE, async (visit) => {
    const opened = await visit.read((db) => openedDebate(db, idIn(visit, 'ref'), null));
    return opened && camelled(opened.debate);
  }),
  list(
    '/debates/:ref/opinions',
    'discussion:opinions',
    OPINION,
    async (visit, { after, limit }) => {
      const debateId = idIn(visit, 'ref');
      const debate = await visit.read((db) => openedDebate(db, debateId, null));
      if (!debate) throw notFound();
      const filter = { ...listFilter((name) => visit.query(name)), after: keyOf(after), debateId, limit };
      const { opinions, more } = await visit.read((db) =>
        opinionsPage(db, { ...filter, personId: visit.reader?.person.id ?? null }),
      );
      const last = opinions.at(-1);
      const next = more && last ? (filter.order === 'least-seen' ? `${last.id}~${last.seen}` : last.id) : null;
      return { items: opinions.map((opinion) => shown(visit, opinion)), next };
    },
    z.object({
      q: z.string().optional().meta({ description: 'Words to look for.' }),
      kind: z.enum(['opinion', 'question', 'explanation']).optional(),
      order: z.enum(['newest', 'least-seen']).optional(),
    }),
  ),
  thing('/opinions/:ref', 'discussion:opinion', OPINION, async (visit) => {
    const person = visit.reader?.person.id ?? null;
    const opinion = await visit.read((db) => opinionById(db, idIn(visit, 'ref'), person));
    return opinion && shown(visit, opinion);
  }),
  list('/opinions/:ref/replies', 'discussion:replies', REPLY, async (visit, { after, limit }) => {
    const id = idIn(visit, 'ref');
    const [opinion, thread] = await visit.read((db) =>
      Promise.all([opinionById(db, id, null), threadOf(db, id, idKey(after), limit)]),
    );
    if (!opinion) throw notFound();
    return paged(thread.replies, thread.more);
  }),
];

/** In the order of choices a page begins after an opinion with so many of them. */
function keyOf(after: string | null): { id: string; seen: number } | null {
  if (after === null) return null;
  const [id = '', seen = '0'] = after.split('~');
  return listFilter((name) =>
    name === 'after' ? `${shortId(idKey(id)!)}~${seen}` : name === 'order' ? 'least-seen' : '',
  ).after;
}
