/** F7.3 Messages from group to group: read by those who speak for the two, by nobody else. */
import { z } from 'zod';
import { addLetters, demandReachable, demandWelcome, hiddenLetter } from '#commons/correspondence/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { prose } from '#kernel/text.ts';
import { groupHref } from '../groups/index.ts';
import { lockPair } from './partnerships.ts';
import { pairOf, refusalFor } from './tie.ts';

export const MESSAGE_MAX = 2000;
const MESSAGE = 'group-message';
const HIDDEN = hiddenLetter(MESSAGE, 'm');
/** Of one group within an hour: nobody sends the whole register the same letter. */
const MOST_AN_HOUR = 20;

export const sendGroupMessage = action({
  name: 'ties.write',
  input: z.object({ own: z.uuid(), other: z.uuid(), body: prose({ max: MESSAGE_MAX }) }),
  async run(ctx, { own, other, body }): Promise<{ own: string; other: string }> {
    const { mine, theirs } = await lockPair(ctx, own, other);
    await demandWelcome(ctx.db, { to: other, by: own, personId: ctx.person.id }, ctx.now, ctx.lang);
    await demandReachable(ctx.db, other, () => isTied(ctx.db, own, other));
    const recent = await run(
      ctx.db,
      `select id from group_messages where from_id = $1 and sent_at > $2 limit ${MOST_AN_HOUR}`,
      [own, new Date(ctx.now.getTime() - 3_600_000)],
    );
    if (recent.length >= MOST_AN_HOUR) throw refusalFor('too-many-messages');
    const { low, high } = pairOf(own, other);
    const id = ctx.newId();
    await run(
      ctx.db,
      `insert into group_messages (hub_id, id, from_id, to_id, low_id, high_id, person_id, body, sent_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [ctx.hub.id, id, own, other, low, high, ctx.person.id, body, ctx.now],
    );
    await tell(ctx, {
      people: [other],
      kind: 'ties.written',
      about: { kind: 'group', id: own },
      href: `${groupHref(other)}/messages/${groupHref(own).split('/').at(-1)}`,
      facts: { group: mine.name, to: theirs.name },
    });
    await ctx.record({ verb: 'ties.written', object: { kind: 'group-message', id }, tags: [] });
    return { own, other };
  },
});

/** X13: they confirmed that they work together, are in one circle, or the other has written. */
async function isTied(db: Db, own: string, other: string): Promise<boolean> {
  const rows = await run(
    db,
    `select 1 from partnerships where low_id = least($1::uuid, $2::uuid) and high_id = greatest($1::uuid, $2::uuid)
       and confirmed_at is not null and ended_at is null
     union all select 1 from group_messages where from_id = $2 and to_id = $1
     union all select 1 from circle_members a join circle_members b on b.hub_id = a.hub_id and b.circle_id = a.circle_id
       where a.group_id = $1 and b.group_id = $2 and a.joined_at is not null and a.left_at is null
         and b.joined_at is not null and b.left_at is null
     limit 1`,
    [own, other],
  );
  return rows.length > 0;
}

export interface Message {
  id: string;
  from_id: string;
  from_name: string;
  /** empty while it is hidden */
  body: string;
  sent_at: Date;
  is_hidden: boolean;
}

/** Newest first, the latest fifty. Callers speak for one of the two. */
export function messagesBetween(db: Db, a: string, b: string): Promise<Message[]> {
  const { low, high } = pairOf(a, b);
  return run<Message>(
    db,
    `select m.id, m.from_id, g.name as from_name, m.sent_at, ${HIDDEN} as is_hidden,
       case when ${HIDDEN} then '' else m.body end as body from group_messages m
     join groups g on g.hub_id = m.hub_id and g.id = m.from_id
     where m.low_id = $1 and m.high_id = $2 order by m.id desc limit 50`,
    [low, high],
  );
}

export interface Conversation {
  id: string;
  name: string;
  body: string;
  sent_at: Date;
  is_own: boolean;
}

/** With whom the group has written, the latest message of each. Callers speak for the group. */
export function conversationsOf(db: Db, groupId: string): Promise<Conversation[]> {
  return run<Conversation>(
    db,
    `select distinct on (other.id) other.id, other.name, case when ${HIDDEN} then '' else m.body end as body, m.sent_at, m.from_id = $1 as is_own
     from (select * from group_messages where from_id = $1 union all select * from group_messages where to_id = $1) m
     join groups other on other.hub_id = m.hub_id and other.id = case when m.from_id = $1 then m.to_id else m.from_id end
     order by other.id, m.id desc limit 200`,
    [groupId],
  );
}

addLetters({
  kind: MESSAGE,
  async find(db, id) {
    const [row] = await run<{ from_id: string; to_id: string; from_name: string; person_id: string; body: string }>(
      db,
      `select m.from_id, m.to_id, g.name as from_name, m.person_id, m.body from group_messages m
       join groups g on g.hub_id = m.hub_id and g.id = m.from_id where m.id = $1`,
      [id],
    );
    if (!row) return null;
    return {
      id,
      receiverId: row.to_id,
      senderId: row.from_id,
      writerId: row.person_id,
      mail: '',
      senderName: row.from_name,
      title: row.from_name,
      body: row.body,
      path: `${groupHref(row.to_id)}/messages/${groupHref(row.from_id).split('/').at(-1)}`,
    };
  },
});
