/** X13: saying that one is under 18 on an account that is there already, and that one no longer is. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { declareMinor } from '../minors.ts';
import { refuse } from '../refusals.ts';
import { mayBeYoung, maySayAdult, surelyAdultBefore } from './rules.ts';

export interface OwnAge {
  birth_year: number | null;
  waits: boolean;
}

/** Null: nothing was said of their age. */
export async function ageOf(db: Db, accountId: string): Promise<OwnAge | null> {
  const [row] = await run<OwnAge>(db, 'select birth_year, waits from auth.minors where account_id = $1', [accountId]);
  return row ?? null;
}

/**
 * `guardian`: an address, where the town wants consent of whoever wasn't known to be under 18; else null.
 * @throws Refusal not-a-young-year (422); birth-year-there (409): it is said once, the desk corrects a slip
 */
export async function sayBirthYear(
  db: Db,
  accountId: string,
  said: { birthYear: number; guardian: string | null },
  now: Date,
): Promise<void> {
  if (!mayBeYoung(said.birthYear, now)) throw refuse('not-a-young-year', { field: 'birthYear' });
  await declareMinor(db, accountId, said.guardian, now);
  const kept = await run(
    db,
    'update auth.minors set birth_year = $2 where account_id = $1 and birth_year is null returning 1',
    [accountId, said.birthYear],
  );
  if (kept.length === 0) throw refuse('birth-year-there', { status: 409 });
}

/** From the next request on they are as everybody else; nothing of their age is kept. Twice is as once. @throws Refusal not-18-yet (409) */
export async function sayAdult(db: Db, accountId: string, now: Date): Promise<void> {
  const own = await ageOf(db, accountId);
  if (!own) return;
  if (!maySayAdult(own.birth_year, now)) throw refuse('not-18-yet', { status: 409 });
  await run(db, 'delete from auth.minors where account_id = $1', [accountId]);
}

/** Forgets the age of everybody who is 18 for certain. */
export async function forgetAdults(db: Db, now: Date): Promise<void> {
  await run(db, 'delete from auth.minors where birth_year <= $1', [surelyAdultBefore(now)]);
}
