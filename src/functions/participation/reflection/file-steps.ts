/** F9.8: steps recorded before budget lines had rows of their own are filed under them, some at a time. */

import { run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { fileUnder, suggestedYear } from './budget-line.ts';
import type { StepName } from './step.ts';

const BATCH = 100;

interface Unfiled {
  id: string;
  step: StepName;
  happened_on: string;
  budget_line: string;
  budget_year: number | null;
}

export async function fileSteps(job: JobContext): Promise<void> {
  const { hub, hubwise } = job;
  await hubwise.write(hub.id, async (db) => {
    const steps = await run<Unfiled>(
      db,
      `select id, step, happened_on, budget_line, budget_year from reflection_steps
       where budget_line <> '' and budget_line_id is null order by id limit ${BATCH} for update skip locked`,
    );
    for (const { id, step, happened_on, budget_line, budget_year } of steps) {
      const year = budget_year ?? suggestedYear({ step, happenedOn: happened_on });
      const line = await fileUnder(db, { hub, newId: job.newId }, year, budget_line);
      await run(db, 'update reflection_steps set budget_year = $2, budget_line_id = $3 where id = $1', [
        id,
        year,
        line,
      ]);
    }
  });
}
