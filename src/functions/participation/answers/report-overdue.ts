/**
 * F9.7, P10: whoever owes an answer that is overdue is told, and that it is overdue is a public event. What was told is kept, so that a
 * tick that runs twice, or late, tells nothing twice. What is nobody's yet is told to the secretariat.
 */
import { tell } from '#commons/notices/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { lateAnswers } from './overdue.ts';
import { reminderStep } from './reminder.ts';

interface Overdue {
  id: string;
  title: string;
  divisionId: string | null;
  dueOn: string;
  step: number;
}

/** Told for the first time: that it is overdue becomes public then, also when the worker slept on the first day. */
type Fresh = Overdue & { isFirst: boolean };

export async function reportOverdue(job: JobContext): Promise<void> {
  const { overdue, told } = await job.hubwise.read(job.hub.id, async (db) => ({
    overdue: await overdueNow(db, job.now),
    told: await toldSteps(db),
  }));
  const fresh = overdue.flatMap((one): Fresh[] => {
    const before = told.get(`${one.id} ${one.dueOn}`) ?? 0;
    return one.step > before ? [{ ...one, isFirst: before === 0 }] : [];
  });
  for (const [divisionId, items] of Map.groupBy(fresh, (one) => one.divisionId)) {
    const all = overdue.filter((one) => one.divisionId === divisionId);
    const tags = await job.hubwise.write(job.hub.id, (db) => report(job, db, divisionId, items, all));
    await job.invalidate(tags);
  }
}

async function overdueNow(db: Db, now: Date): Promise<Overdue[]> {
  const late = await lateAnswers(db, now);
  return late.map(({ id, title, divisionId, dueOn, days }) => ({
    id,
    title,
    divisionId,
    dueOn,
    step: reminderStep(days),
  }));
}

async function toldSteps(db: Db): Promise<Map<string, number>> {
  const rows = await run<{ subject_id: string; due_on: string; step: number }>(
    db,
    'select subject_id, due_on, max(step)::int as step from overdue_reports group by subject_id, due_on',
  );
  return new Map(rows.map(({ subject_id, due_on, step }) => [`${subject_id} ${due_on}`, step]));
}

/** Keeps what is told in the same transaction; gives the tags of the pages that show it. */
async function report(
  job: JobContext,
  db: Db,
  divisionId: string | null,
  items: readonly Fresh[],
  all: readonly Overdue[],
): Promise<string[]> {
  const { hub, now } = job;
  const kept = await run(
    db,
    `insert into overdue_reports (hub_id, subject_id, due_on, step, division_id, reported_at)
     select $1, x.subject_id, x.due_on, x.step, $2, $3
     from unnest($4::uuid[], $5::date[], $6::smallint[]) as x (subject_id, due_on, step)
     on conflict do nothing returning subject_id`,
    [hub.id, divisionId, now, items.map((one) => one.id), items.map((one) => one.dueOn), items.map((one) => one.step)],
  );
  const whom = divisionId ?? hub.secretariatId;
  if (kept.length === 0 || !whom) return [];
  const [actor] = await run<{ name: string }>(db, 'select name from actors where id = $1', [whom]);
  const oldest = all.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn === b.dueOn ? 0 : 1))[0];
  await tell(
    { db, hub, now, newId: job.newId },
    {
      people: [whom],
      kind: 'answers.overdue',
      about: { kind: 'actor', id: whom },
      href: divisionId ? '/divisions/answers' : '/answer-assignments?show=unassigned',
      facts: { division: actor?.name ?? '', count: all.length, title: oldest?.title ?? '' },
    },
  );
  const first = items.filter((one) => one.isFirst).length;
  const tags = ['answers', `actor:${whom}`];
  if (divisionId && first > 0) {
    await job.record(db, {
      verb: 'answers.overdue',
      object: { kind: 'actor', id: divisionId },
      public: { title: actor?.name ?? '', count: first },
      tags,
    });
  }
  return tags;
}
