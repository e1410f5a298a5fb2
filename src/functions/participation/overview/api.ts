/** F9.8, P6, X8: what happened, for programs, in the order of the journal. */
import { z } from 'zod';
import { type ApiOperation, camelled, idKey, list, WHEN } from '#kernel/api.ts';
import { happened } from './queries.ts';

const EVENT = z.object({
  id: z.uuid(),
  at: WHEN,
  verb: z.string(),
  objectKind: z.string(),
  objectId: z.uuid(),
  actorId: z.uuid().nullable(),
  actorKind: z.string().nullable(),
  actorName: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()).meta({ description: 'What was told in public with it.' }),
});

export const overviewApi: readonly ApiOperation[] = [
  list('/activity', 'overview:activity', EVENT, async (visit, { after, limit }) => {
    const events = await visit.read((db) => happened(db, idKey(after), limit + 1));
    const shown = events.slice(0, limit);
    return {
      items: shown.map(({ public: facts, ...event }) => ({ ...camelled(event), facts: { ...facts } })),
      next: events.length > limit ? shown.at(-1)!.id : null,
    };
  }),
];
