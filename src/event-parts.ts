/** How web and worker write events. */
import { randomBytes } from 'node:crypto';
import { commit } from '#commons/journal/commitment.ts';
import type { EventParts } from '#kernel/event.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';

export const eventParts: EventParts = {
  newId: (now) => uuidv7(now),
  randomId,
  randomSalt: () => randomBytes(32),
  commit: ({ salt, actorId, part, content }) => commit({ salt, actor: actorId, part, content: content as never }),
};
