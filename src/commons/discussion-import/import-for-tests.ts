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

const DAY = 24 * 3_600_000;
/** 8:30 in Tokyo, on 2 September 2019: in UTC it is the day before. */
export const MORNING = Date.UTC(2019, 8, 1, 23, 30);

let serial = 0;

/** Makes a text unlike any before: the same bytes come in once only. */
export function another(text: string): string {
  serial += 1;
  return `${text} ${serial}`;
}

/** A small conversation, each time another. */
export function talk(more: Partial<Conversation> = {}): Conversation {
  return {
    comments: [
      { id: 4, author: 1, time: MORNING + 1, moderated: 1, body: another('あとから') },
      { id: 7, author: 2, time: MORNING, moderated: 0, body: 'さきに' },
      { id: 9, author: 2, time: MORNING + DAY, moderated: -1, body: '<b>見えない</b>' },
    ],
    votes: [
      { comment: 4, voter: 2, time: MORNING + 10, vote: 1 },
      { comment: 4, voter: 3, time: MORNING + 10, vote: -1 },
      { comment: 9, voter: 3, time: MORNING + 2 * DAY, vote: 0 },
    ],
    ...more,
  };
}
