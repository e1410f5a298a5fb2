/** F7.7, X4: what a group says of its year can be reported and hidden on the grounds of the rules, with an appeal. */
import { addModerated, type Moderated } from '#commons/moderation/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { reportPath } from './addresses.ts';
import type { Report } from './queries.ts';

async function find(db: Db, id: string): Promise<Moderated | null> {
  const [row] = await run<Pick<Report, 'group_id' | 'name' | 'year' | 'version' | 'done' | 'note' | 'hidden_at'>>(
    db,
    `select r.group_id, g.name, r.fiscal_year as year, r.version, r.done, r.note, r.hidden_at
     from year_reports r join groups g on g.hub_id = r.hub_id and g.id = r.group_id where r.id = $1 and r.reach = 'public'`,
    [id],
  );
  return row
    ? {
        id,
        version: row.version,
        authorId: row.group_id,
        personId: null,
        title: `${row.name} ${row.year}`,
        body: [row.done, row.note].filter((text) => text !== '').join('\n\n'),
        context: '',
        path: reportPath({ id, name: row.name, year: row.year }),
        hiddenAt: row.hidden_at,
        isWithdrawn: false,
      }
    : null;
}

async function setHidden(db: Db, hubId: number, id: string, at: Date | null): Promise<string[]> {
  const [row] = await run<{ group_id: string }>(
    db,
    `update year_reports set hidden_at = case when $3::timestamptz is null then null else coalesce(hidden_at, $3) end
     where hub_id = $1 and id = $2 returning group_id`,
    [hubId, id, at],
  );
  if (!row) throw refuseKernel('not-found', { status: 404 });
  return ['year-reports', `year-report:${id}`, `group:${row.group_id}`];
}

addModerated({ kind: 'year-report', find, setHidden });
