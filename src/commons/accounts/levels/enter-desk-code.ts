/** X2: somebody enters the code from the desk and is a confirmed 市民 from then on. The code is gone with it, and nothing leads back to who gave it. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { refuse } from '../refusals.ts';
import { confirmLevel } from './confirm-level.ts';
import { codeHash } from './desk-code.ts';

/** @throws Refusal level-there, level (the contact isn't confirmed yet), desk-code-wrong (unknown here, used, over) */
export const enterDeskCode = action({
  name: 'accounts.enter-desk-code',
  input: z.object({ hash: codeHash }),
  async run(ctx, { hash }): Promise<void> {
    if (ctx.reader.level === 2) throw refuse('level-there');
    if (ctx.reader.level === 0) throw refuseKernel('level', { status: 403 });
    const [code] = await run<{ office_id: string }>(
      ctx.db,
      'delete from desk_codes where hub_id = $1 and code_hash = $2 and expires_at > $3 returning office_id',
      [ctx.hub.id, hash, ctx.now],
    );
    if (!code) throw refuse('desk-code-wrong', { field: 'code' });
    const confirmed = { personId: ctx.person.id, method: 'desk' as const, officeId: code.office_id };
    await confirmLevel(ctx.db, ctx.hub.id, confirmed, ctx.now);
    await ctx.record({
      verb: 'accounts.level-confirmed',
      object: { kind: 'actor', id: ctx.person.id },
      tags: [`actor:${ctx.person.id}`],
      as: ctx.person.id,
    });
  },
});
