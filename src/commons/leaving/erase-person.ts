/**
 * X1, P6: one person's data in one town, erased as the manifests say (docs/decisions/0018-leaving.md). Their actor stays, without a name,
 * so that what was said keeps its author's place; their choices move to another one that nobody can lead back to them. The journal keeps
 * its commitments and verifies as before, but what was committed to can't be opened any more.
 */
import { LEFT_NAME } from '#commons/hubs/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import {
  type Column,
  type Declaring,
  findBy,
  type Holding,
  holdingsOf,
  ownLinks,
  quoted,
  readCatalog,
  tableName,
  type Whose,
} from './holdings.ts';
import { eraseTraces } from './traces.ts';

export interface Erasing {
  hubId: number;
  now: Date;
  whose: Whose;
  declared: readonly Declaring[];
  /** of the actor the choices move to: tells nothing about when or who (UUIDv4) */
  ghostId: string;
}

/** Columns that say how to reach somebody: emptied, also where the row stays. */
const CONTACT = /^(contact|meant_for|claimant|receiver)$/;

/** `db` must be bound to the hub, and may write. False: there was nothing to erase any more. */
export async function erasePerson(db: Db, erasing: Erasing): Promise<boolean> {
  const { hubId, now, whose, declared } = erasing;
  const [person] = await run<{ name: string; about: string }>(
    db,
    `select name, about from actors where hub_id = $1 and id = $2 and kind = 'person' and left_at is null for update`,
    [hubId, whose.personId],
  );
  if (!person) return false;
  for (const { leaving } of declared) await leaving?.laysDown?.(db, { hubId, personId: whose.personId, now });
  await keepCountOf(db, erasing);
  const holdings = holdingsOf(declared, await readCatalog(db));
  // What is found through another row goes before that row does.
  const ordered = [...holdings].sort((a, b) => Number(isThrough(b)) - Number(isThrough(a)));
  for (const holding of ordered) if (isOfHub(holding)) await eraseHolding(db, erasing, holding, holdings);
  await eraseTraces(db, hubId, { personId: whose.personId, name: person.name, email: whose.email }, holdings);
  await run(
    db,
    `update actors set name = $3, reading = null, about = '', about_hidden_at = null, account_id = null, level = 0, left_at = $4
     where hub_id = $1 and id = $2`,
    [hubId, whose.personId, LEFT_NAME, now],
  );
  return true;
}

const isThrough = ({ by }: Holding) => by !== undefined && !('is' in by);
const isOfHub = ({ all, table }: Holding) => table !== 'actors' && all.some(({ name }) => name === 'hub_id');

/** The actor that the choices move to: a person like any other in every count, and nobody. */
async function keepCountOf(db: Db, { hubId, whose, ghostId, now }: Erasing): Promise<void> {
  await run(
    db,
    `insert into actors (hub_id, id, kind, name, level, created_at, left_at)
     select hub_id, $3, kind, $4, 0, $5, $5 from actors where hub_id = $1 and id = $2`,
    [hubId, whose.personId, ghostId, LEFT_NAME, now],
  );
}

async function eraseHolding(db: Db, erasing: Erasing, holding: Holding, holdings: readonly Holding[]): Promise<void> {
  const { hubId, whose, ghostId } = erasing;
  const links = speaking(holding);
  const found = findBy(holding, holdings, whose, links);
  if (!found) return;
  const table = tableName(holding.table);
  const where = `hub_id = ${hubId} and ${found.where}`;
  switch (holding.onErasure) {
    case 'deleted':
      return deleteRows(db, erasing, holding, { where, value: found.value });
    case 'kept-unlinked':
      await run(
        db,
        `update ${table} set ${links.map((link) => `${quoted(link)} = case when ${quoted(link)} = $1::uuid then $2::uuid else ${quoted(link)} end`).join(', ')} where ${where}`,
        [found.value, ghostId],
      );
      return;
    case 'blanked': {
      const texts = holding.all.filter(({ name }) => holding.columns.includes(name)).filter(isWords);
      const sets = texts.map((column) => `${quoted(column.name)} = ${emptied(column)}`);
      if (holding.all.some(({ name }) => name === 'erased_at'))
        sets.push(`erased_at = '${erasing.now.toISOString()}'::timestamptz`);
      if (sets.length > 0) await run(db, `update ${table} set ${sets.join(', ')} where ${where}`, [found.value]);
      return;
    }
    case 'kept-without-person':
      return cleanKept(db, holding, { where, value: found.value }, whose.email);
  }
}

/** In whose voice a row stands: a draft of an organisation stays the organisation's, whoever typed it. */
function speaking(holding: Holding): string[] {
  const own = ownLinks(holding);
  if (holding.onErasure !== 'deleted' && holding.onErasure !== 'blanked') return own;
  const [voice] = ['actor_id', 'author_id', 'host_id'].filter((link) => own.includes(link));
  return voice === undefined ? own : [voice];
}

async function deleteRows(
  db: Db,
  { hubId }: Erasing,
  { table, all }: Holding,
  { where, value }: { where: string; value: string },
): Promise<void> {
  const named = all.some(({ name, type }) => name === 'id' && type === 'uuid');
  const gone = await run<{ id: string }>(
    db,
    `delete from ${tableName(table)} where ${where} ${named ? 'returning id' : ''}`,
    [value],
  );
  if (!named || gone.length === 0) return;
  // Files that hang on nothing else are cleared away by their own module.
  await run(db, 'delete from attachments where hub_id = $1 and thing_id = any($2::uuid[])', [
    hubId,
    gone.map(({ id }) => id),
  ]);
}

/** What stays says how to reach nobody. Other words are public, and stay as they were said. */
async function cleanKept(
  db: Db,
  holding: Holding,
  { where, value }: { where: string; value: string },
  email: string,
): Promise<void> {
  const table = tableName(holding.table);
  const listed = holding.all.filter(({ name }) => holding.columns.includes(name)).filter(isWords);
  const contacts = listed.filter(({ name }) => CONTACT.test(name));
  if (contacts.length > 0) {
    const sets = contacts.map((column) => `${quoted(column.name)} = ${emptied(column, "''")}`);
    await run(db, `update ${table} set ${sets.join(', ')} where ${where}`, [value]);
  }
  const texts = listed.filter(({ name, type }) => !CONTACT.test(name) && /^(text|jsonb)$/.test(type));
  if (texts.length === 0 || email === '') return;
  const sets = texts.map(
    ({ name, type }) => `${quoted(name)} = replace(${quoted(name)}::text, $2, '―')${type === 'jsonb' ? '::jsonb' : ''}`,
  );
  const hit = texts.map(({ name }) => `position($2 in ${quoted(name)}::text) > 0`).join(' or ');
  await run(db, `update ${table} set ${sets.join(', ')} where ${where} and (${hit})`, [value, email]);
}

function isWords({ type }: Column): boolean {
  return /^(text|jsonb|bytea|text\[\])$/.test(type);
}

/** Where something has to stand, a dash does: an empty text may be forbidden. */
function emptied({ type, nullable }: Column, dash = "'―'"): string {
  if (nullable) return 'null';
  if (type === 'jsonb') return `'{}'::jsonb`;
  if (type === 'bytea') return `''::bytea`;
  return type === 'text[]' ? `'{}'::text[]` : dash;
}
