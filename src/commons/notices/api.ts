/** X3, X8: one's own notices and follows, for programs. */
import { z } from 'zod';
import { type ApiOperation, act, camelled, gives, idKey, list, own, paged, WHEN, within } from '#kernel/api.ts';
import { follow } from './follow.ts';
import { markRead } from './mark-read.ts';
import { followsOf, noticesOf } from './queries.ts';
import { changeSettings, endCalendarKey } from './settings.ts';

const NOTICE = z.object({
  id: z.uuid(),
  at: WHEN,
  kind: z.string(),
  topic: z.string(),
  title: z.string(),
  href: z.string().nullable(),
  readAt: WHEN.nullable(),
  verb: z.string().nullable(),
  actorName: z.string().nullable(),
});
const FOLLOW = z.object({
  thingId: z.uuid(),
  kind: z.string(),
  title: z.string(),
  href: z.string(),
  scope: z.enum(['all', 'turns']),
  since: WHEN,
});

export const noticesApi: readonly ApiOperation[] = [
  own(
    'read',
    list(
      '/notices',
      'notices:list',
      NOTICE,
      async (visit, { after, limit }) => {
        const unreadOnly = visit.query('unread') === 'yes';
        const filter = { topic: visit.query('topic'), unreadOnly, search: '', before: idKey(after), limit };
        const notices = await visit.read((db) => noticesOf(db, visit.signedIn.person.id, filter));
        return paged(notices.slice(0, limit), notices.length > limit);
      },
      z.object({ topic: z.string().optional(), unread: z.enum(['yes']).optional() }),
    ),
  ),
  own(
    'read',
    list('/follows', 'notices:follows', FOLLOW, async (visit, { after, limit }) => {
      const [since = '', id = ''] = after?.split('~') ?? [];
      const at = new Date(since);
      if (after !== null) idKey(Number.isNaN(at.getTime()) ? '' : id);
      const before = after === null ? null : { since: at, id };
      const follows = await visit.read((db) =>
        followsOf(db, visit.signedIn.person.id, { kind: '', search: '', before, limit }),
      );
      const last = follows.length > limit ? follows[limit - 1] : undefined;
      const next = last ? `${last.since.toISOString()}~${last.thing_id}` : null;
      return { items: camelled(follows.slice(0, limit)), next };
    }),
  ),
  ...within('follow', [
    act('/notices/reading', markRead),
    act('/notices/settings', changeSettings),
    act('/follows', follow, {}, gives({ scope: z.string() })),
    act('/notices/ended-addresses', endCalendarKey),
  ]),
];
