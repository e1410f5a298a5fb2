/** F9.2 The list of meetings as its address says it; what makes no sense there is left out. */
import { isUuid, parseShortId, shortId } from '#kernel/ids.ts';
import type { ListedMeeting, MeetingFilter } from './queries.ts';

const PAGE_SIZE = 20;
const CURSOR = /^(\d{1,15})-(\w{22})$/;

export function filterOf(query: (name: string) => string): MeetingFilter {
  const uuid = (name: string) => (isUuid(query(name)) ? query(name) : null);
  return {
    when: query('when') === 'past' ? 'past' : 'coming',
    q: query('q').normalize('NFC').slice(0, 100).trim(),
    roundId: uuid('round'),
    debateId: uuid('debate'),
    after: cursorOf(query('after')),
    limit: PAGE_SIZE,
  };
}

function cursorOf(text: string): MeetingFilter['after'] {
  const [, time, short] = CURSOR.exec(text) ?? [];
  const id = short ? parseShortId(short) : null;
  const starts_at = new Date(Number(time));
  return id === null || Number.isNaN(starts_at.getTime()) ? null : { starts_at, id };
}

/** The filter as it stands in addresses; `last` continues after that meeting. */
export function queryOf(
  { when, q, roundId, debateId }: Pick<MeetingFilter, 'when' | 'q' | 'roundId' | 'debateId'>,
  last?: Pick<ListedMeeting, 'id' | 'starts_at'>,
): string {
  const query = new URLSearchParams();
  if (when === 'past') query.set('when', 'past');
  if (q) query.set('q', q);
  if (roundId) query.set('round', roundId);
  if (debateId) query.set('debate', debateId);
  if (last) query.set('after', `${last.starts_at.getTime()}-${shortId(last.id)}`);
  const text = query.toString();
  return text ? `?${text}` : '';
}
