/** F7.7 The lines of income and expenditure as the form sends them: `income.0.label`, `income.0.amount`. Pure. */
import { LIMITS } from './report.ts';

export const PARTS = ['income', 'expense'] as const;
export type Part = (typeof PARTS)[number];
export const ROWS = 6;
const MORE_ROWS = 4;

export type Typed = Record<string, string>;

const cellOf = (typed: Typed, part: Part, row: number, item: string) => (typed[`${part}.${row}.${item}`] ?? '').trim();

/** How many rows the form shows for what is typed: six, or as many as were asked for. */
export function rowsOf(typed: Typed): number {
  const wanted = Number(typed.rows ?? ROWS);
  const rows = Number.isInteger(wanted) ? wanted : ROWS;
  return Math.min(LIMITS.lines, Math.max(ROWS, rows));
}

export function withMoreRows(typed: Typed): Typed {
  return { ...typed, rows: String(Math.min(LIMITS.lines, rowsOf(typed) + MORE_ROWS)) };
}

/** Rows with anything in them, closed up: as the form shows them again, and as the act takes them. */
export function closedUp(typed: Typed): { typed: Typed; lines: Record<Part, { label: string; amount: string }[]> } {
  const rest = Object.fromEntries(Object.entries(typed).filter(([name]) => !/^(income|expense)\./.test(name)));
  const linesIn = (part: Part) =>
    Array.from({ length: LIMITS.lines }, (_, row) => ({
      label: cellOf(typed, part, row, 'label'),
      amount: cellOf(typed, part, row, 'amount'),
    })).filter(({ label, amount }) => label !== '' || amount !== '');
  const lines = { income: linesIn('income'), expense: linesIn('expense') };
  return { typed: { ...rest, ...typedLines(lines) }, lines };
}

/** Lines of a report as the form holds them. */
export function typedLines(lines: Record<Part, readonly { label: string; amount: string | number }[]>): Typed {
  return Object.fromEntries(
    PARTS.flatMap((part) =>
      lines[part].flatMap(({ label, amount }, row) => [
        [`${part}.${row}.label`, label],
        [`${part}.${row}.amount`, String(amount)],
      ]),
    ),
  );
}
