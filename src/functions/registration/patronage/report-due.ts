/** F7.7, X3: an office hears of requests that are due soon or overdue, all of them in one notice, and again as time goes by. */
import { tell } from '#commons/notices/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { addDays, tokyoDate } from '#kernel/dates.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { NEAR_DAYS, overdueDays, toldStep } from './rules.ts';

interface Due {
  id: string;
  title: string;
  asked_id: string;
  asked_name: string;
  due_on: string;
  told_due: string | null;
  told_step: number;
}

const MOST_AT_ONCE = 500;

/** What was told is kept in the same transaction: a tick that runs twice, or late, tells nothing twice. */
export async function reportDue(job: JobContext): Promise<void> {
  const today = tokyoDate(job.now);
  await job.hubwise.write(job.hub.id, async (db) => {
    const due = await dueSoon(db, today);
    const fresh = due.filter((one) => stepOf(one, today) > (one.told_due === one.due_on ? one.told_step : 0));
    if (fresh.length === 0) return;
    await keep(job, db, fresh, today);
    for (const [office, own] of Map.groupBy(fresh, (one) => one.asked_id))
      await tellOffice(
        job,
        db,
        own,
        due.filter((one) => one.asked_id === office),
        today,
      );
  });
}

const stepOf = ({ due_on }: Due, today: string) => toldStep(due_on, today);

function dueSoon(db: Db, today: string): Promise<Due[]> {
  return run<Due>(
    db,
    `select p.id, p.title, p.asked_id, a.name as asked_name, p.due_on::text as due_on, p.told_due::text as told_due, p.told_step
     from patronage_requests p join actors a on a.hub_id = p.hub_id and a.id = p.asked_id
     where p.state = 'received' and p.due_on <= $1::date order by p.due_on, p.id limit ${MOST_AT_ONCE} for update of p`,
    [addDays(today, NEAR_DAYS)],
  );
}

async function keep({ hub }: JobContext, db: Db, fresh: readonly Due[], today: string): Promise<void> {
  await run(
    db,
    `update patronage_requests p set told_due = p.due_on, told_step = t.step from unnest($2::uuid[], $3::smallint[]) as t(id, step)
     where p.hub_id = $1 and p.id = t.id`,
    [hub.id, fresh.map(({ id }) => id), fresh.map((one) => stepOf(one, today))],
  );
}

/** One notice an office: of what is overdue where anything of it is told, else of what soon will be. */
async function tellOffice(
  { hub, now, newId }: JobContext,
  db: Db,
  fresh: readonly Due[],
  all: readonly Due[],
  today: string,
): Promise<void> {
  const late = (one: Due) => overdueDays({ state: 'received', due_on: one.due_on }, today) > 0;
  const isLate = fresh.some(late);
  const told = all.filter((one) => late(one) === isLate);
  const [first] = told;
  if (!first) return;
  const means = { db, hub, now, newId };
  const what = {
    people: [first.asked_id],
    about: { kind: 'actor', id: first.asked_id },
    href: '/patronage-requests',
    facts: { office: first.asked_name, count: told.length, title: first.title, day: first.due_on },
  };
  if (isLate) await tell(means, { kind: 'patronage.overdue', ...what });
  else await tell(means, { kind: 'patronage.due', ...what });
}
