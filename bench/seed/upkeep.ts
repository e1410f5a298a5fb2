/**
 * A million rows come in several times faster where no index beside the primary key and no foreign key has to be kept up row by row.
 * Both are made again afterwards, at once; foreign keys are proved against all rows then.
 */
import pg from 'pg';
import type { ConnectionOptions } from '#db/embedded/index.ts';

/** The large ones. */
const TABLES = ['debates', 'proposals', 'opinions', 'votes', 'debate_voters', 'events', 'event_parts', 'follows'];

interface Upkeep {
  drop: string;
  make: string;
}

interface Seeded {
  work: () => Promise<void>;
  step: (name: string, work: () => Promise<void>) => Promise<void>;
}

/** A town whose seeding was cut off before they were made again is marked as unfinished, and never measured. */
export async function withoutUpkeep(superuser: ConnectionOptions, { work, step }: Seeded): Promise<void> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    const { rows } = await client.query<Upkeep>(KEPT_UP, [TABLES]);
    for (const { drop } of rows) await client.query(drop);
    await work();
    await client.query(`set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 2`);
    await step(`${rows.length} indexes and foreign keys`, async () => {
      for (const { make } of rows.toReversed()) await client.query(make);
    });
  } finally {
    await client.end();
  }
}

/** What hangs on a constraint of another table stays: a foreign key there may need it. */
const KEPT_UP = `
  with tables as (select oid, relname from pg_class where relnamespace = 'public'::regnamespace and relname = any ($1))
  select drop, make from (
    select 1 as turn, c.conname as name, format('alter table %I drop constraint %I', t.relname, c.conname) as drop,
      format('alter table %I add constraint %I %s', t.relname, c.conname, pg_get_constraintdef(c.oid)) as make
    from pg_constraint c join tables t on t.oid = c.conrelid
    where c.contype = 'f'
    union all
    select 2, i.indexrelid::regclass::text, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    from pg_index i join tables t on t.oid = i.indrelid
    where not exists (select from pg_constraint c where c.conindid = i.indexrelid)
  ) k order by turn, name`;
