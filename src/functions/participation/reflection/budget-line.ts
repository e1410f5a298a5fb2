/** F9.8: 款・項・目 of a fiscal year's budget, one row for all steps that name it: the way back from a budget line to the voices. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { fiscalYear } from '#kernel/dates.ts';
import type { StepName } from './step.ts';

/** The same line written with other digits or spaces is the same line. */
export function lineTitle(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/**
 * The fiscal year a step is likely to be about: what is asked for, drafted and voted is next year's budget (April–March), what is
 * under way or done is paid from this one's.
 */
export function suggestedYear({ step, happenedOn }: { step: StepName; happenedOn: string }): number {
  const year = fiscalYear(happenedOn);
  return step === 'requested' || step === 'draft-budget' || step === 'voted' ? year + 1 : year;
}

interface Means {
  hub: { id: number };
  newId(): string;
}

/** Id of the line, which is made when nobody has named it before. */
export async function fileUnder(db: Db, means: Means, year: number, text: string): Promise<string> {
  const title = lineTitle(text);
  await run(
    db,
    `insert into budget_lines (hub_id, id, fiscal_year, title) values ($1, $2, $3, $4)
     on conflict (hub_id, fiscal_year, title) do nothing`,
    [means.hub.id, means.newId(), year, title],
  );
  const [line] = await run<{ id: string }>(
    db,
    'select id from budget_lines where hub_id = $1 and fiscal_year = $2 and title = $3',
    [means.hub.id, year, title],
  );
  if (!line) throw new Error('a budget line that was just filed is not there');
  return line.id;
}

/** Parts of a line as it is written: 款, 項, 目; one part where it is written otherwise. Pure. */
export function lineParts(title: string): string[] {
  const parts = title.split(/\s+(?=[款項目]\s*\d)/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
