/** F7.3, X8: ties between groups for programs. What waits for an answer, and letters, are on the pages of the two. */
import { z } from 'zod';
import { type ApiOperation, act, camelled, gives, list, slice, WHEN, within } from '#kernel/api.ts';
import { sendGroupMessage } from './messages.ts';
import { askPartnership, confirmPartnership, endPartnership } from './partnerships.ts';
import { allTies } from './queries.ts';

const TIE = z.object({
  id: z.uuid(),
  what: z.string(),
  confirmedAt: WHEN,
  groupId: z.uuid(),
  groupName: z.string(),
  otherId: z.uuid(),
  otherName: z.string(),
});

const OTHER = gives({ other: z.string() });

export const tiesApi: readonly ApiOperation[] = [
  list('/partnerships', 'ties:list', TIE, async (visit, keyset) => {
    const ties = camelled(await visit.read(allTies));
    const confirmed = ties.flatMap(({ confirmedAt, ...tie }) => (confirmedAt ? [{ ...tie, confirmedAt }] : []));
    return slice(confirmed, keyset);
  }),
  ...within('organise', [
    act('/groups/:ref/partnerships', askPartnership, { ref: 'other' }, gives({ id: z.uuid(), other: z.string() })),
    act('/partnerships/:id/confirmation', confirmPartnership, { id: 'id' }, OTHER),
    act('/partnerships/:id/end', endPartnership, { id: 'id' }, OTHER),
    act(
      '/groups/:ref/messages/:other',
      sendGroupMessage,
      { ref: 'own', other: 'other' },
      gives({ own: z.string(), other: z.string() }),
    ),
  ]),
];
