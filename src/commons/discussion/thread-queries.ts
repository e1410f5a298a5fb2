/** F9.2 Replies and answers of a thread, oldest first. */
import { type Hiding, hidingJson } from '#commons/moderation/index.ts';
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { ReplyKind } from './discussion.ts';

export interface ShownReply {
  id: string;
  parent_id: string;
  kind: ReplyKind;
  actor_id: string;
  actor_kind: ActorKind;
  actor_name: string;
  body: string;
  amendment: string | null;
  version: number;
  said_at: Date;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
  hiding: Hiding | null;
  /** the reply it answers, when that can still be read */
  quoted_id: string | null;
  quoted_body: string | null;
}

export type ReplyJson = {
  [Key in keyof ShownReply]: ShownReply[Key] extends Date
    ? string
    : ShownReply[Key] extends Date | null
      ? string | null
      : ShownReply[Key];
};

const QUOTED = 120;

/** JSON object of reply `r` by actor `ra`, quoting `q`; times come as text. */
export const REPLY_JSON = `json_build_object('id', r.id, 'parent_id', r.parent_id, 'kind', r.kind, 'actor_id', r.actor_id,
  'actor_kind', ra.kind, 'actor_name', ra.name, 'version', r.version, 'said_at', r.said_at,
  'body', case when r.withdrawn_at is null and r.hidden_at is null then r.body else '' end,
  'amendment', case when r.withdrawn_at is null and r.hidden_at is null then r.amendment end,
  'withdrawn_at', r.withdrawn_at, 'hidden_at', r.hidden_at, 'hiding', ${hidingJson('opinion', 'r')}, 'quoted_id', q.id,
  'quoted_body', case when q.withdrawn_at is null and q.hidden_at is null then left(q.body, ${QUOTED}) end)`;

const time = (text: string | null): Date | null => (text === null ? null : new Date(text));

export function readReplies(replies: readonly ReplyJson[] | null): ShownReply[] {
  return (replies ?? []).map((reply) => ({
    ...reply,
    said_at: new Date(reply.said_at),
    withdrawn_at: time(reply.withdrawn_at),
    hidden_at: time(reply.hidden_at),
  }));
}

const JOINED = `join actors ra on ra.hub_id = r.hub_id and ra.id = r.actor_id
  left join opinions q on q.hub_id = r.hub_id and q.id = r.quoted_id`;

/** A page of a thread; `after` is the id of the last reply of the page before. */
export async function threadOf(
  db: Db,
  opinionId: string,
  after: string | null = null,
  limit = 100,
): Promise<{ replies: ShownReply[]; more: boolean }> {
  const key = after ? 'r.id > $3' : '$3::uuid is null';
  const rows = await run<{ reply: ReplyJson }>(
    db,
    `select ${REPLY_JSON} as reply
     from (select * from opinions r where r.parent_id = $1 and ${key} order by r.id limit $2) r ${JOINED} order by r.id`,
    [opinionId, limit + 1, after],
  );
  return { replies: readReplies(rows.slice(0, limit).map((row) => row.reply)), more: rows.length > limit };
}

/** Every reply below these opinions, for the data of a debate. */
export async function repliesOf(db: Db, opinionIds: readonly string[]): Promise<ShownReply[]> {
  const rows = await run<{ reply: ReplyJson }>(
    db,
    `select ${REPLY_JSON} as reply from opinions r ${JOINED} where r.parent_id = any($1::uuid[]) order by r.id`,
    [opinionIds],
  );
  return readReplies(rows.map((row) => row.reply));
}
