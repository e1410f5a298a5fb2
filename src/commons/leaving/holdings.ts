/**
 * X1, P4: what the house holds about a person, read from the modules' manifests and the database's own catalog, so that a new module's
 * tables are handed over and erased without a list that somebody could forget.
 */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { GivenNames, Leaving, Module, PersonalData } from '#kernel/module.ts';

export type Declaring = Pick<Module, 'name' | 'personalData'> & { leaving?: Leaving; givenNames?: GivenNames };

let load: (() => Promise<readonly Declaring[]>) | null = null;

/** The composition root says where the manifests are. They are loaded when somebody leaves or takes their data along, not before. */
export function setHoldings(manifests: () => Promise<readonly Declaring[]>): void {
  load = manifests;
}

/** @throws Error when the composition root said nothing */
export function manifests(): Promise<readonly Declaring[]> {
  if (!load) throw new Error('setHoldings() must be called before anybody leaves');
  return load();
}

export interface Column {
  name: string;
  type: string;
  nullable: boolean;
  /** names an actor */
  names: boolean;
}

export type Catalog = ReadonlyMap<string, readonly Column[]>;

const CATALOG = `select case n.nspname when 'public' then c.relname::text else n.nspname || '.' || c.relname end as table,
    a.attname::text as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
    a.attname in ('person_id', 'actor_id') or exists (select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid
      and f.confrelid = 'public.actors'::regclass and a.attnum = any(f.conkey) and a.attname <> 'hub_id') as names
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  order by 1, a.attnum`;

/** Tables and their columns, as they are in this database. */
export async function readCatalog(db: Db): Promise<Catalog> {
  const rows = await run<Column & { table: string }>(db, CATALOG);
  return Map.groupBy(rows, ({ table }) => table);
}

export interface Holding extends PersonalData {
  module: string;
  all: readonly Column[];
  /** columns that name actors */
  links: readonly string[];
}

/** Columns through which a row is somebody's own; through any other it only says who did something in an office. */
const OWN =
  /^(person_id|actor_id|author_id|author_person_id|host_id|voice_id|named_id|organisation_id|invited_by|accepted_by|asked_by|id)$/;

export function holdingsOf(declared: readonly Declaring[], catalog: Catalog): Holding[] {
  return declared.flatMap(({ name, personalData }) =>
    personalData.map((one) => {
      const all = catalog.get(one.table) ?? [];
      const links = one.table === 'actors' ? ['id'] : all.filter(({ names }) => names).map(({ name }) => name);
      return { ...one, module: name, all, links };
    }),
  );
}

export function ownLinks({ links }: Pick<Holding, 'links'>): string[] {
  return links.filter((link) => OWN.test(link));
}

export interface Whose {
  personId: string;
  accountId: string;
  /** in lower case */
  email: string;
}

/**
 * Condition and its one parameter for the rows of `holding` that are this person's, with `$1`. Null: nothing in it leads to a person.
 * @param links the columns to look at, where columns name actors
 */
export function findBy(
  holding: Holding,
  holdings: readonly Holding[],
  whose: Whose,
  links: readonly string[] = holding.links,
): { where: string; value: string } | null {
  const { by } = holding;
  if (by && 'is' in by) {
    const value = by.is === 'account' ? whose.accountId : whose.email;
    return { where: `${quoted(by.column)}::text = $1`, value };
  }
  if (by) {
    const owner = holdings.find(({ table }) => table === by.table);
    const inner = owner && findBy(owner, holdings, whose, ownLinks(owner));
    if (!inner) return null;
    return {
      where: `${quoted(by.column)} in (select ${quoted(by.key)} from ${tableName(by.table)} where ${inner.where})`,
      value: inner.value,
    };
  }
  if (links.length === 0) return null;
  return { where: `(${links.map((link) => `${quoted(link)} = $1::uuid`).join(' or ')})`, value: whose.personId };
}

export function quoted(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new TypeError(`not the name of a column: ${name}`);
  return `"${name}"`;
}

export function tableName(name: string): string {
  return name.split('.').map(quoted).join('.');
}
