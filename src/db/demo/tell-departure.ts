/** X1: lets somebody leave the demo town, after everything they did there, by the very erasure that everybody is given. */

import { eraseAccount } from '#commons/leaving/erase-account.ts';
import { erasePerson, manifests } from '#commons/leaving/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays } from '#kernel/dates.ts';
import { left } from './content/leaving.ts';
import { idFor } from './seeded.ts';
import type { Story } from './story.ts';
import { moment } from './timeline.ts';

export async function tellDeparture({ db, hub, today, speaker, tellClock }: Story): Promise<void> {
  const { accountId, person } = speaker(left.by);
  const now = moment(addDays(today, -left.daysAgo), 9);
  const [user] = await run<{ email: string }>(db, 'select email from auth.users where id = $1', [accountId]);
  if (!user) throw new Error(`${left.by} has no account`);
  const whose = { personId: person.id, accountId, email: user.email };
  const declared = await manifests();
  await erasePerson(db, { hubId: hub.id, now, whose, declared, ghostId: idFor(`left:${left.by}`) });
  await tellClock(now, { verb: 'leaving.left', object: { kind: 'actor', id: person.id }, tags: [] });
  await eraseAccount(db, accountId, user.email);
}
