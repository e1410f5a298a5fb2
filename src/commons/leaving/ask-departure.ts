/** X1: somebody wants to leave. Nothing is erased yet: for some days it can be called off, here or by the link in the letter. */
import { z } from 'zod';
import { keepKey } from '#commons/accounts/index.ts';
import { peopleRules } from '#commons/hubs/index.ts';
import { queueMail } from '#commons/letters/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import { askedLetter } from './letters.ts';
import { officesOf } from './offices.ts';
import { daysAfter, leftWithoutVoice, refuse } from './rules.ts';

const input = z.object({
  withdraws: z.boolean(),
  /** of the letter's link; a secret, so it is made by whoever calls */
  key: z.string().min(32),
});

/**
 * The caller has asked for the password.
 * @throws Refusal last-representative, leaving-already
 */
export const askDeparture = action({
  name: 'leaving.ask',
  input,
  async run(ctx, { withdraws, key }): Promise<{ dueAt: string }> {
    const { accountId, person } = ctx.reader;
    const alone = leftWithoutVoice(await officesOf(ctx.db, ctx.hub.id, person.id, ctx.now));
    if (alone.length > 0)
      throw refuse('last-representative', {
        facts: { organisations: alone.map((one) => one.organisation).join('、') },
      });
    const days = peopleRules(ctx.hub).leavingDays;
    const dueAt = daysAfter(ctx.now, days);
    const asked = await run(
      ctx.db,
      `insert into auth.departures (account_id, asked_in, withdraws, asked_at, due_at) values ($1, $2, $3, $4, $5)
       on conflict (account_id) do nothing returning account_id`,
      [accountId, ctx.hub.id, withdraws, ctx.now, dueAt],
    );
    if (asked.length === 0) throw refuse('leaving-already', { status: 409 });
    await sendLetter(ctx, { dueAt, days, key });
    await ctx.record({ verb: 'leaving.asked', object: { kind: 'actor', id: person.id }, tags: [] });
    return { dueAt: dueAt.toISOString() };
  },
});

async function sendLetter(
  ctx: ActionContext,
  { dueAt, days, key }: { dueAt: Date; days: number; key: string },
): Promise<void> {
  const { accountId } = ctx.reader;
  const [user] = await run<{ email: string; lang: Lang }>(ctx.db, 'select email, lang from auth.users where id = $1', [
    accountId,
  ]);
  if (!user) throw new Error('the account is gone');
  const means = { now: ctx.now, newId: ctx.newId, randomId: ctx.randomId, newKey: () => key };
  await keepKey(ctx.db, 'stay', { user: accountId }, days * 24, means);
  const letter = askedLetter(ctx.hub, user.lang, ctx.person.name, { dueAt, key });
  await queueMail(ctx.db, { hubId: ctx.hub.id, to: user.email, ...letter }, means);
}
