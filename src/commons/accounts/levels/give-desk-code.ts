/** X2: the desk has looked at a document, and gives a code; or takes one back that went astray. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse } from '../refusals.ts';
import { after } from '../rules.ts';
import { codeHash, DESK_CODE_DAYS, mayGiveCodes } from './desk-code.ts';

/** @throws Refusal desk-only (403) */
export const giveDeskCode = action({
  name: 'accounts.give-desk-code',
  input: z.object({ hash: codeHash }),
  async run(ctx, { hash }): Promise<{ id: string }> {
    const no = mayGiveCodes(ctx.hub, ctx.reader);
    if (no) throw refuse(no, { status: 403 });
    const id = ctx.newId();
    await run(
      ctx.db,
      `insert into desk_codes (hub_id, id, code_hash, office_id, made_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
      [ctx.hub.id, id, hash, ctx.actor.id, ctx.now, after(ctx.now, DESK_CODE_DAYS * 24)],
    );
    await ctx.record({ verb: 'accounts.desk-code-given', object: { kind: 'desk-code', id }, tags: [] });
    return { id };
  },
});

/** @throws Refusal desk-only (403), desk-code-gone when it was used, taken back or is over */
export const takeBackDeskCode = action({
  name: 'accounts.take-back-desk-code',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<void> {
    const no = mayGiveCodes(ctx.hub, ctx.reader);
    if (no) throw refuse(no, { status: 403 });
    const gone = await run(
      ctx.db,
      'delete from desk_codes where hub_id = $1 and id = $2 and office_id = $3 and expires_at > $4 returning id',
      [ctx.hub.id, id, ctx.actor.id, ctx.now],
    );
    if (gone.length === 0) throw refuse('desk-code-gone');
    await ctx.record({ verb: 'accounts.desk-code-taken-back', object: { kind: 'desk-code', id }, tags: [] });
  },
});
