/** F9.7, F9.8: what the worker does about answers: it tells who is late, and counts anew what no act has counted. */
import type { JobContext } from '#kernel/jobs.ts';
import type { Work } from '#kernel/module.ts';
import { publishedRounds } from './items.ts';
import { recountFigures } from './kept-figures.ts';
import { reportOverdue } from './report-overdue.ts';

/** A date that was moved, or a policy that went to another division, changes figures without an act on an answer. */
async function recountRounds({ hub, hubwise }: JobContext): Promise<void> {
  const rounds = await hubwise.read(hub.id, (db) => publishedRounds(db));
  for (const round of rounds) await hubwise.write(hub.id, (db) => recountFigures(db, hub.id, round.id));
}

export const answersWork: Work = {
  ticks: [
    { name: 'answers.report-overdue', everySeconds: 3600, run: reportOverdue },
    { name: 'answers.recount', everySeconds: 21_600, run: recountRounds },
  ],
};
