/**
 * X11, X12: what of a deployment's database belongs to one town, read from the system catalogue: a table that a migration brings tomorrow
 * goes along without a word here. What is neither a town's nor an account's has to be named, or nothing is exported at all.
 */
import type { QueryResultRow } from 'pg';

/** What stays where it is, and why. */
export const LEFT_BEHIND: Readonly<Record<string, string>> = {
  'public.schema_migrations': 'the tables’ own history; the archive names it in its manifest',
  'public.workers': 'processes of the deployment',
  'public.rate_limits': 'who knocked a minute ago',
  'public.mail_addresses': 'addresses that letters came back from: learned anew where the letters are sent from',
  'public.own_hosts': 'a host leads to where its holder lets it lead: proved anew in the new place',
  'public.town_invitations': 'the operator’s, for towns that aren’t there yet',
  'public.journal_leaves': 'the log goes along as its public files; the town begins a new one that goes on from it',
  'public.journal_tiles': 'as the leaves',
  'public.journal_checkpoints': 'as the leaves',
  'public.search_states': 'the index is made anew from the town itself',
  'public.search_entries': 'as the states',
  'public.search_postings': 'as the states',
  'public.search_dates': 'as the states',
  'public.vote_tallies': 'the worker’s first turn counts them anew',
  'public.sitemap_parts': 'cut anew from the town’s pages',
  'auth.sessions': 'everybody signs in again',
  'auth.session_acting': 'hangs on a session',
  'auth.verifications': 'keys in letters that lead to the old address, for hours only',
  'auth.recovery_codes': 'fingerprints made with the old deployment’s secret: nobody could use them',
  'auth.known_devices': 'fingerprints made with the old deployment’s secret',
};

export interface Column {
  name: string;
  type: string;
  /** names the hub: becomes the new number */
  isHub: boolean;
  /** names an account: becomes the one the person has in the new place */
  isAccount: boolean;
  /** drawn from a sequence of the deployment: drawn again there */
  isDrawn: boolean;
}

export interface Belonging {
  schema: string;
  table: string;
  /** `hub`: the hub's own row. `civic`: rows that name the hub. `account`: of accounts that people of the hub have */
  of: 'hub' | 'civic' | 'account';
  /** those that are written, in the order of the table */
  columns: Column[];
}

export class StrangeTable extends Error {}

/** A connection, as far as it is needed here. */
export interface Asking {
  query<R extends QueryResultRow>(text: string, values: unknown[]): Promise<{ rows: R[] }>;
}

const TABLES = `
  select n.nspname as schema, c.relname as table,
    jsonb_agg(jsonb_build_object(
      'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'isDrawn', a.attidentity <> '',
      'isHub', a.attname = 'hub_id' or exists (
        select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'public.hubs'::regclass and k.conkey = array[a.attnum]),
      'isAccount', a.atttypid = 'uuid'::regtype and (c.oid = 'auth.users'::regclass and a.attname = 'id' or n.nspname = 'public' and a.attname = 'account_id' or exists (
        select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'auth.users'::regclass and k.conkey = array[a.attnum]))
    ) order by a.attnum) filter (where a.attgenerated = '') as columns,
    (select array_agg(distinct p.oid::regclass::text) from pg_constraint k join pg_class p on p.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f' and not k.condeferrable and k.confrelid <> c.oid) as after
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname in ('public', 'auth') and c.relkind = 'r' and n.nspname || '.' || c.relname <> all ($1)
  group by c.oid, n.nspname, c.relname
  order by 1, 2`;

/**
 * The tables of a town, each after those it points at.
 * @throws StrangeTable for a table that is neither a town's nor an account's, or for tables that point at one another in a circle
 */
export async function readBelongings(client: Asking): Promise<Belonging[]> {
  const { rows } = await client.query<Omit<Belonging, 'of'> & { after: string[] | null }>(TABLES, [
    Object.keys(LEFT_BEHIND),
  ]);
  const waiting = rows.map(({ schema, table, columns, after }) => ({
    name: nameOf({ schema, table }),
    after: (after ?? []).map((other) => (other.includes('.') ? other : `public.${other}`)),
    belonging: { schema, table, columns, of: whose({ schema, table, columns }) },
  }));
  const sorted: Belonging[] = [];
  const there = new Set<string>();
  for (let left = waiting; left.length > 0; left = left.filter(({ name }) => !there.has(name))) {
    const ready = left.filter(({ after }) =>
      after.every((name) => there.has(name) || !left.some((one) => one.name === name)),
    );
    if (ready.length === 0)
      throw new StrangeTable(
        `${left.map(({ name }) => name).join(', ')} point at one another in a circle: one of these foreign keys has to be deferrable`,
      );
    for (const { name, belonging } of ready) {
      there.add(name);
      sorted.push(belonging);
    }
  }
  return sorted;
}

export function nameOf({ schema, table }: { schema: string; table: string }): string {
  return `${schema}.${table}`;
}

function whose({ schema, table, columns }: Omit<Belonging, 'of'>): Belonging['of'] {
  const name = nameOf({ schema, table });
  if (name === 'public.hubs') return 'hub';
  if (columns.some((column) => column.name === 'hub_id')) return 'civic';
  if (columns.filter(({ isAccount }) => isAccount).length === 1) return 'account';
  throw new StrangeTable(
    `${name} has no hub_id and belongs to no account: say in LEFT_BEHIND why a town that moves leaves it`,
  );
}

/** The number of the accounts that the town's people have: a query of ids. `hub` is a number of ours. */
export function accountsOf(belongings: readonly Belonging[], hub: number): string {
  return belongings
    .filter(({ of }) => of === 'civic')
    .flatMap(({ schema, table, columns }) =>
      columns
        .filter(({ isAccount }) => isAccount)
        .map(
          ({ name }) =>
            `select "${name}" from "${schema}"."${table}" where hub_id = ${Number(hub)} and "${name}" is not null`,
        ),
    )
    .join(' union ');
}
