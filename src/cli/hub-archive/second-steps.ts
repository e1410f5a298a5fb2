/**
 * X1, X12: the secrets of second steps lie sealed with a deployment's own secret. In the archive, which is sealed itself, they lie open, or
 * the people of a town that moves would be shut out, or let in with a password alone.
 */
import type pg from 'pg';
import { quoted } from '../archive/catalog.ts';

export const STEPS = 'auth.second_steps';

const AT_ONCE = 500;

/** Confirmed steps as COPY's text, their secrets open. */
export async function* openedSteps(
  client: pg.Client,
  {
    columns,
    where,
    openStep,
    refuse,
  }: {
    columns: readonly string[];
    where: string;
    openStep(accountId: string, sealed: Uint8Array): Buffer | null;
    refuse(): Error;
  },
): AsyncGenerator<Buffer> {
  const list = columns.map((name) => `${quoted(name)}::text`).join(', ');
  let last = '00000000-0000-0000-0000-000000000000';
  for (let count = AT_ONCE; count === AT_ONCE; ) {
    const { rows } = await client.query<Record<string, string | null>>(
      `select ${list} from ${STEPS} where ${where} and confirmed_at is not null and account_id > $1 order by account_id limit ${AT_ONCE}`,
      [last],
    );
    count = rows.length;
    for (const row of rows) {
      const account = row.account_id!;
      const secret = openStep(account, Buffer.from(row.secret!.slice(2), 'hex'));
      if (!secret) throw refuse();
      last = account;
      yield Buffer.from(
        copyLine(columns.map((name) => (name === 'secret' ? `\\x${secret.toString('hex')}` : row[name]!))),
      );
    }
  }
}

function copyLine(values: readonly (string | null)[]): string {
  return `${values.map((value) => (value === null ? '\\N' : value.replaceAll('\\', '\\\\'))).join('\t')}\n`;
}

/** Seals what lies open in the table `staged` for this deployment; accounts that come with their step keep their id. */
export async function sealArrived(
  client: pg.ClientBase,
  staged: string,
  closeStep: (accountId: string, secret: Uint8Array) => Buffer,
): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (let count = AT_ONCE; count === AT_ONCE; ) {
    const { rows } = await client.query<{ account_id: string; secret: Buffer }>(
      `select account_id, secret from ${quoted(staged)} where account_id > $1 order by account_id limit ${AT_ONCE}`,
      [last],
    );
    count = rows.length;
    const sealed = rows.map(({ account_id, secret }) => closeStep(account_id, secret));
    await client.query(
      `update ${quoted(staged)} s set secret = t.secret from unnest($1::uuid[], $2::bytea[]) as t (account_id, secret)
       where s.account_id = t.account_id`,
      [rows.map(({ account_id }) => account_id), sealed],
    );
    last = rows.at(-1)?.account_id ?? last;
  }
}
