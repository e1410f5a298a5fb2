/** F7.7 Sums that have to agree, years that may be reported, and who may read a report. Pure. */
import type { Hub, Reader } from '#kernel/context.ts';
import type { Accounts, Line, Reach } from './report.ts';

export const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

/** What is left at the end of the year: brought over + income − expense, in whole yen. */
export function leftOver({ brought, income, expense }: Omit<Accounts, 'carried'>): number {
  return brought + sumOf(income) - sumOf(expense);
}

export const YEARS_BACK = 10;

/** Fiscal years that may be reported on in fiscal year `now`: this one and the ten before, the newest first. */
export function reportableYears(now: number): number[] {
  return Array.from({ length: YEARS_BACK + 1 }, (_, back) => now - back);
}

/** Everybody; the people of the group; or, beside those who speak for it, those who check: divisions of the city and the secretariat. */
export function mayRead(
  reach: Reach,
  reader: Pick<Reader, 'roles'> | null,
  groupId: string,
  { secretariatId }: Pick<Hub, 'secretariatId'>,
): boolean {
  if (reach === 'public') return true;
  const roles = reader?.roles ?? [];
  const own = roles.find(({ organisation }) => organisation.id === groupId);
  if (reach === 'members') return own !== undefined;
  const checks = roles.some(({ organisation: { id, kind } }) => kind === 'division' || id === secretariatId);
  return checks || (own !== undefined && own.role !== 'member');
}
