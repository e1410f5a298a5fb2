/** X4 A receiver takes no more letters from a sender, at once and without anybody's decision; and takes that back. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { letterKind, mailHash, notFound, speaksFor } from './letter.ts';

/** By a letter that came: whoever sent it is meant. Doing it twice changes nothing. @throws Refusal not-found, for everybody but its receiver */
export const blockSender = action({
  name: 'correspondence.block',
  input: z.object({ kind: z.string().regex(/^[a-z-]{1,30}$/), id: z.uuid() }),
  async run(ctx, { kind, id }): Promise<null> {
    const letter = await letterKind(kind)?.find(ctx.db, id);
    if (!letter || !speaksFor(ctx.reader, letter.receiverId)) throw notFound();
    const { receiverId, senderId, writerId, mail, senderName } = letter;
    const hash = senderId === null ? mailHash(mail) : '';
    await run(
      ctx.db,
      `insert into letter_blocks (hub_id, id, receiver_id, sender_id, writer_id, sender_mail, sender_name, person_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [ctx.hub.id, ctx.newId(), receiverId, senderId, writerId, hash, senderName, ctx.person.id, ctx.now],
    );
    await ctx.record({ verb: 'correspondence.blocked', object: { kind, id }, tags: [] });
    return null;
  },
});

/** @throws Refusal not-found, for everybody but those who speak for the receiver */
export const liftBlock = action({
  name: 'correspondence.lift',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<null> {
    const [block] = await run<{ receiver_id: string }>(ctx.db, 'select receiver_id from letter_blocks where id = $1', [
      id,
    ]);
    if (!block || !speaksFor(ctx.reader, block.receiver_id)) throw notFound();
    await run(ctx.db, 'delete from letter_blocks where hub_id = $1 and id = $2', [ctx.hub.id, id]);
    await ctx.record({ verb: 'correspondence.lifted', object: { kind: 'letter-block', id }, tags: [] });
    return null;
  },
});

export interface Block {
  id: string;
  sender_name: string;
  receiver_name: string;
  at: Date;
}

/** Of those the reader speaks for, the newest first. */
export function blocksOf(db: Db, receivers: readonly string[]): Promise<Block[]> {
  return run<Block>(
    db,
    `select b.id, b.sender_name, a.name as receiver_name, b.at from letter_blocks b
     join actors a on a.hub_id = b.hub_id and a.id = b.receiver_id
     where b.receiver_id = any($1::uuid[]) order by b.at desc, b.id limit 200`,
    [receivers],
  );
}
