/** X1: somebody has lost the telephone and the recovery codes, and the operator has made sure that it is they. */
import { queueMail } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import { safetyLetter } from '../letters.ts';
import type { Means } from '../means.ts';

/** Takes the second step off an account, ends its sessions and tells its owner. `db` must be bound to the hub the letter is from. */
export async function unlockAccount(
  db: Db,
  hub: Hub,
  email: string,
  means: Means,
): Promise<'unlocked' | 'no-account' | 'no-second-step'> {
  const [user] = await run<{ id: string; name: string; email: string; lang: Lang }>(
    db,
    'select id, name, email, lang from auth.users where email = $1 for update',
    [email.toLowerCase()],
  );
  if (!user) return 'no-account';
  const gone = await run(db, 'delete from auth.second_steps where account_id = $1 returning account_id', [user.id]);
  if (gone.length === 0) return 'no-second-step';
  await run(db, 'delete from auth.recovery_codes where account_id = $1', [user.id]);
  await run(db, 'delete from auth.sessions where user_id = $1', [user.id]);
  const letter = safetyLetter(hub, user.lang, user.name, 'secondStepOff');
  await queueMail(db, { hubId: hub.id, to: user.email, ...letter }, means);
  return 'unlocked';
}
