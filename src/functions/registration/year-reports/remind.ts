/** F7.7 From June on every standing group that has no report of the year that ended in March is asked for one, once. */
import { tell } from '#commons/notices/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { fiscalYear, startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { groupHref } from '../groups/index.ts';

const FROM_MONTH = '06';
const MOST_AT_ONCE = 200;

export async function askForReports({ hub, hubwise, now, newId }: JobContext): Promise<void> {
  const current = fiscalYear(now);
  if (tokyoDate(now) < `${current}-${FROM_MONTH}-01`) return;
  const year = current - 1;
  await hubwise.write(hub.id, async (db) => {
    const asked = await run<{ group_id: string; name: string }>(
      db,
      `with due as (
         insert into year_report_reminders (hub_id, group_id, fiscal_year, at)
         select $1, g.id, $2, $3 from groups g
         where g.hub_id = $1 and g.actor_id is not null and g.withdrawn_at is null and g.resting_at is null and g.declared_at < $4
           and not exists (select from year_reports r where r.hub_id = g.hub_id and r.group_id = g.id and r.fiscal_year = $2)
           and not exists (select from year_report_reminders m where m.hub_id = g.hub_id and m.group_id = g.id and m.fiscal_year = $2)
         order by g.id limit ${MOST_AT_ONCE}
         on conflict do nothing returning group_id)
       select d.group_id, g.name from due d join groups g on g.hub_id = $1 and g.id = d.group_id`,
      [hub.id, year, now, startOfTokyoDay(`${current}-04-01`)],
    );
    for (const { group_id: group, name } of asked)
      await tell(
        { db, hub, now, newId },
        {
          people: [group],
          kind: 'year-reports.asked',
          about: { kind: 'group', id: group },
          href: `${groupHref(group)}/reports/new?year=${year}`,
          facts: { group: name, year },
        },
      );
  });
}
