/** X3: what a person was told, and what it follows. Only ever of the reader itself. */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { NoticeFacts } from '#kernel/module.ts';

export interface ShownNotice {
  id: string;
  at: Date;
  kind: string;
  topic: string;
  title: string;
  href: string | null;
  facts: NoticeFacts;
  read_at: Date | null;
  /** of the event, null where it is none */
  verb: string | null;
  actor_name: string | null;
}

export interface NoticeFilter {
  /** '' for all */
  topic: string;
  unreadOnly: boolean;
  /** part of a title; '' for all */
  search: string;
  before: string | null;
  limit: number;
}

export const NOTICE_COLUMNS = `n.id, n.at, n.kind, n.topic, n.title, n.href, n.facts, n.read_at, e.verb, a.name as actor_name`;
export const NOTICE_JOINS = `left join events e on e.hub_id = n.hub_id and e.id = n.event_id
     left join actors a on a.hub_id = e.hub_id and a.id = e.actor_id`;

/** Newest first. One more than `limit` says that there are further ones. */
export function noticesOf(db: Db, personId: string, filter: NoticeFilter): Promise<ShownNotice[]> {
  return run<ShownNotice>(
    db,
    `select ${NOTICE_COLUMNS}
     from notices n ${NOTICE_JOINS}
     where n.person_id = $1 and not n.is_hushed and ($2::uuid is null or n.id < $2) and ($3 = '' or n.topic = $3)
       and (not $4 or n.read_at is null)
       and ($5 = '' or strpos(lower(n.title || ' ' || n.facts::text || ' ' || coalesce(a.name, '')), lower($5)) > 0)
     order by n.id desc limit $6`,
    [personId, filter.before, filter.topic, filter.unreadOnly, filter.search, filter.limit + 1],
  );
}

export interface ShownFollow {
  thing_id: string;
  kind: string;
  title: string;
  href: string;
  scope: 'all' | 'turns';
  cause: 'chosen' | 'wrote' | 'voted';
  since: Date;
}

export interface FollowFilter {
  kind: string;
  search: string;
  before: { since: Date; id: string } | null;
  limit: number;
}

/** Newest first, one more than `limit`. */
export function followsOf(db: Db, personId: string, filter: FollowFilter): Promise<ShownFollow[]> {
  return run<ShownFollow>(
    db,
    `select thing_id, kind, title, href, scope, cause, since from follows
     where person_id = $1 and scope <> 'none' and ($2 = '' or kind = $2) and ($3 = '' or strpos(lower(title), lower($3)) > 0)
       and ($4::timestamptz is null or since < $4 or (since = $4 and thing_id > $5))
     order by since desc, thing_id limit $6`,
    [personId, filter.kind, filter.search, filter.before?.since ?? null, filter.before?.id ?? null, filter.limit + 1],
  );
}

/** Where a notice of this person leads; null when there is none, or it leads nowhere. */
export async function pathOf(db: Db, personId: string, id: string): Promise<string | null> {
  const [row] = await run<{ href: string | null }>(
    db,
    'select href from notices where person_id = $1 and id = $2 and not is_hushed',
    [personId, id],
  );
  return row?.href ?? null;
}
