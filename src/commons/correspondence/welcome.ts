/** X4, X13 Before a letter is sent: whether its writer was stopped, its receiver wants none from them, or is too young to get it from strangers. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { mailHash, refuse } from './letter.ts';

/**
 * X13, SQL: actor `row` is a person known to be under 18, or an organisation for which nobody else speaks. A letter to it from somebody it has
 * no tie with would reach no adult.
 */
export function youngSide(row: string): string {
  return `(exists (select from auth.minors ym where ym.account_id = ${row}.account_id)
    or (${row}.kind <> 'person' and exists (select from ${SPEAKERS(row)}) and not exists (
      select from ${SPEAKERS(row)} and not exists (select from auth.minors ym where ym.account_id = yp.account_id))))`;
}

const SPEAKERS = (row: string) => `roles yr join actors yp on yp.hub_id = yr.hub_id and yp.id = yr.person_id
      where yr.hub_id = ${row}.hub_id and yr.organisation_id = ${row}.id and yr.role <> 'member' and yr.until is null`;

/** Before a letter from a stranger. `isTied`: asked where the other side is young. @throws Refusal 'no-letters' */
export async function demandReachable(db: Db, to: string, isTied: () => Promise<boolean>): Promise<void> {
  if ((await isYoungSide(db, to)) && !(await isTied())) throw refuse('no-letters', { status: 403 });
}

async function isYoungSide(db: Db, actorId: string): Promise<boolean> {
  const [row] = await run<{ young: boolean }>(db, `select ${youngSide('a')} as young from actors a where a.id = $1`, [
    actorId,
  ]);
  return row?.young ?? false;
}

interface Sending {
  /** actors */
  to: string;
  /** null: somebody without an account, by `mail` */
  by: string | null;
  personId: string | null;
  mail?: string;
}

/** @throws Refusal 'stopped' with the day until which, 'blocked' */
export async function demandWelcome(db: Db, sending: Sending, now: Date, lang: Lang): Promise<void> {
  const mail = sending.by === null ? mailHash(sending.mail ?? '') : '';
  const [stopped] = await run<{ until: Date }>(
    db,
    `select until from letter_stops where until > $1 and ((writer_id is not null and writer_id = $2) or (sender_mail <> '' and sender_mail = $3))
     order by until desc limit 1`,
    [now, sending.personId, mail],
  );
  if (stopped) throw refuse('stopped', { status: 403, facts: { until: formatDate(tokyoDate(stopped.until), lang) } });
  const [blocked] = await run(
    db,
    `select id from letter_blocks where receiver_id = $1
       and (sender_id = $2 or writer_id = $3 or sender_id = $3 or (sender_mail <> '' and sender_mail = $4)) limit 1`,
    [sending.to, sending.by, sending.personId, mail],
  );
  if (blocked) throw refuse('blocked', { status: 403 });
}
