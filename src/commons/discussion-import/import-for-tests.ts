/** Short ways to bring a conversation into the test town. */

import type { Hub } from '#kernel/context.ts';
import { writeEvent } from '#kernel/event.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import type { TestTown } from '#test/support/town.ts';
import { eventParts } from '../../parts.ts';
import { type SourceFile, sourcesOf } from './conversation.ts';
import { type Conversation, commentsCsv, fileOf, votesCsv } from './conversation-for-tests.ts';
import { type ImportAs, type Imported, type ImportParts, importConversation } from './import-conversation.ts';

export function partsFor(town: TestTown, more: Partial<ImportParts> & { hub?: Hub } = {}): ImportParts {
  const { hub = town.hub, ...rest } = more;
  const now = town.now();
  return {
    hubwise: town.hubwise,
    hubId: hub.id,
    now,
    idAt: uuidv7,
    randomId,
    record: (db, event) => writeEvent(eventParts, db, { hubId: hub.id, now, actorId: null, personId: null }, event),
    ...rest,
  };
}

export function bringIn(
  town: TestTown,
  files: readonly SourceFile[],
  more: Partial<ImportParts & ImportAs> & { hub?: Hub } = {},
): Promise<Imported> {
  const sources = sourcesOf(files);
  if (typeof sources === 'string') throw new Error(`${sources} is missing`);
  const { title = 'よその意見交換', source = '', licence = '', ...parts } = more;
  return importConversation(partsFor(town, parts), sources, { title, source, licence });
}

export function filesOf(conversation: Conversation): SourceFile[] {
  return [fileOf('comments.csv', commentsCsv(conversation), 64), fileOf('votes.csv', votesCsv(conversation), 64)];
}

/** Rows of every table that an import touches, in one hub. */
export async function rowsThere(town: TestTown, hub?: Hub): Promise<Record<string, number>> {
  const [counts] = await town.rows<Record<string, number>>(
    `select (select count(*) from actors)::int as actors, (select count(*) from debates)::int as debates,
       (select count(*) from opinions)::int as opinions, (select count(*) from votes)::int as votes,
       (select count(*) from debate_voters)::int as voters, (select count(*) from events)::int as events,
       (select count(*) from event_parts)::int as parts`,
    [],
    hub,
  );
  return counts!;
}
