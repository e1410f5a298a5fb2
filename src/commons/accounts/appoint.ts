/** C1: an operator appoints somebody who has signed up; see commons/actors/appoint.ts for what becomes of it. */
import { appointPerson, type Office } from '#commons/actors/index.ts';
import type { EventInput, Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { enterHub } from './enter-hub.ts';
import type { Means } from './means.ts';

export interface Appointment extends Office {
  email: string;
}

export interface Appointed {
  person: string;
  /** the organisation was made by this call */
  isNew: boolean;
  /** the operator vouched for an address that wasn't confirmed yet */
  confirmedNow: boolean;
  /** page-cache tags of what changed */
  tags: string[];
}

/** A sentence for the operator. */
export class AppointmentMistake extends Error {}

/** `db` must be bound to the hub; `record` writes events of this transaction. @throws AppointmentMistake */
export async function appoint(
  db: Db,
  hub: Hub,
  { email, ...office }: Appointment,
  means: Means,
  record: (event: EventInput) => Promise<void>,
): Promise<Appointed> {
  const [account] = await run<{ id: string; email_confirmed: boolean }>(
    db,
    'select id, email_confirmed from auth.users where email = $1 for update',
    [email.toLowerCase()],
  );
  if (!account)
    throw new AppointmentMistake(`Nobody has signed up with ${email} yet. Sign up first: ${hub.origin}/sign-up`);
  await run(db, 'update auth.users set email_confirmed = true, updated_at = $2 where id = $1', [account.id, means.now]);
  const done = await appointAccount(db, hub.id, { accountId: account.id, ...office }, means, record);
  return { confirmedNow: !account.email_confirmed, ...done };
}

/** The same for an account that is known, whose address nobody vouches for here. @throws AppointmentMistake */
export async function appointAccount(
  db: Db,
  hubId: number,
  { accountId, ...office }: Office & { accountId: string },
  means: Means,
  record: (event: EventInput) => Promise<void>,
): Promise<Omit<Appointed, 'confirmedNow'>> {
  const person = await enterHub(db, hubId, accountId, means);
  const { now, newId } = means;
  const done = await appointPerson(db, hubId, person, office, { now, newId, record });
  if (!done)
    throw new AppointmentMistake(`${office.organisation} is registered already, as another kind of organisation.`);
  return { person: person.name, ...done };
}
