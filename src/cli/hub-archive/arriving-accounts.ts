/**
 * X1, X12: the accounts of a town's people in a deployment where some of them may have one already. Who has one by the same id (their towns
 * moved here one after the other) or by the same address keeps it as it is; everybody else's comes along, with password and second step.
 */
import type pg from 'pg';
import { quoted } from '../archive/catalog.ts';
import { type Belonging, nameOf } from './belongings.ts';
import { ImportRefused } from './refusals.ts';
import { STEPS, sealArrived } from './second-steps.ts';
import type { Staged } from './staged-rows.ts';

export interface ArrivedAccounts {
  /** came along */
  made: number;
  /** were here already */
  known: number;
}

const USERS = 'auth.users';

/**
 * Makes the accounts that are missing, and the table `arrived_accounts (was, id, is_known)` for the rest of the transaction.
 * @throws ImportRefused when two people of the town would have to share one account
 */
export async function insertAccounts(
  client: pg.ClientBase,
  belongings: readonly Belonging[],
  staged: Staged,
  { hub, closeStep }: { hub: number; closeStep(accountId: string, secret: Uint8Array): Buffer },
): Promise<ArrivedAccounts> {
  const users = quoted(staged.of(USERS));
  await client.query(
    `create temp table arrived_accounts on commit drop as
       select s.id as was, coalesce(same.id, alike.id, s.id) as id, coalesce(same.id, alike.id) is not null as is_known
       from ${users} s left join auth.users same on same.id = s.id left join auth.users alike on alike.email = s.email`,
  );
  await client.query('alter table arrived_accounts add primary key (was)');
  await client.query('analyze arrived_accounts');
  const { rows: shared } = await client.query<{ email: string }>(
    `select u.email from auth.users u where u.id in (select id from arrived_accounts group by id having count(*) > 1) limit 1`,
  );
  if (shared[0]) throw new ImportRefused('accounts', shared[0].email);
  await closeUnproved(client);
  await sealArrived(client, staged.of(STEPS), closeStep);
  for (const belonging of belongings) {
    if (belonging.of !== 'account') continue;
    const { schema, table, columns } = belonging;
    const account = columns.find(({ isAccount }) => isAccount)!.name;
    const values = columns.map(({ name, isHub }) => (isHub ? String(Number(hub)) : `s.${quoted(name)}`));
    // The same sign-in of another system, on another account here: that account keeps it.
    await client.query(
      `insert into ${quoted(schema)}.${quoted(table)} (${columns.map(({ name }) => quoted(name)).join(', ')})
       select ${values.join(', ')} from ${quoted(staged.of(nameOf(belonging)))} s
       join arrived_accounts a on a.was = s.${quoted(account)} and not a.is_known
       ${nameOf(belonging) === USERS ? '' : 'on conflict do nothing'}`,
    );
  }
  const { rows } = await client.query<{ made: number; known: number }>(
    `select count(*) filter (where not is_known)::int as made, count(*) filter (where is_known)::int as known from arrived_accounts`,
  );
  return rows[0]!;
}

/**
 * An account here whose address nobody has confirmed may have been made by anybody. Before it becomes that of a person of the town, its
 * password and sessions go: the owner of the address gets in by a letter.
 */
async function closeUnproved(client: pg.ClientBase): Promise<void> {
  const unproved = `select u.id from auth.users u join arrived_accounts a on a.id = u.id and a.is_known where not u.email_confirmed`;
  await client.query(`delete from auth.sessions where user_id in (${unproved})`);
  await client.query(`update auth.credentials set password = null where user_id in (${unproved})`);
}
