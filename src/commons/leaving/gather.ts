/** X1: everything one person is in, said or did, row by row, without telling who anybody else is. */
import type { Hubwise } from '#kernel/database/database.ts';
import { run } from '#kernel/database/dialect.ts';
import { findBy, type Holding, ownLinks, tableName, type Whose } from './holdings.ts';

/** What opens a door is nobody's to read, not even its owner's. */
const SECRET = /^(password|token|access_token|refresh_token|id_token|identifier|auth|key_hash|value)$/;

type Row = Record<string, unknown>;

export interface Names {
  you: string;
  another: string;
}

/**
 * The rows of one table. Ids of other people are taken out; organisations stand with their names. Where the person only acted in an
 * office, the words are somebody else's: ids and dates stay.
 */
export async function gatherRows(
  hubwise: Hubwise,
  hubId: number,
  holding: Holding,
  holdings: readonly Holding[],
  whose: Whose,
  names: Names,
): Promise<Row[]> {
  const found = findBy(holding, holdings, whose);
  if (!found || holding.notHandedOver) return [];
  const hidden = holding.all
    .filter(({ name, type }) => SECRET.test(name) || type === 'tsvector' || name === 'hub_id')
    .map(({ name }) => name);
  const ofHub = holding.all.some(({ name }) => name === 'hub_id');
  const rows = await hubwise.read(hubId, (db) =>
    run<{ row: Row }>(
      db,
      `select to_jsonb(t) - $2::text[] as row from ${tableName(holding.table)} t
       where ${ofHub ? `t.hub_id = ${hubId} and ` : ''}${found.where}`,
      [found.value, hidden],
    ),
  );
  return withNames(
    hubwise,
    hubId,
    holding,
    rows.map(({ row }) => row),
    { whose, names },
  );
}

async function withNames(
  hubwise: Hubwise,
  hubId: number,
  holding: Holding,
  rows: Row[],
  { whose, names }: { whose: Whose; names: Names },
): Promise<Row[]> {
  const links = holding.table === 'actors' ? [] : holding.links;
  const ids = new Set(rows.flatMap((row) => links.map((link) => row[link])).filter((id) => typeof id === 'string'));
  ids.delete(whose.personId);
  const organisations = new Map<string, string>();
  if (ids.size > 0) {
    const named = await hubwise.read(hubId, (db) =>
      run<{ id: string; name: string }>(
        db,
        `select id, name from actors where hub_id = $1 and id = any($2::uuid[]) and kind <> 'person'`,
        [hubId, [...ids]],
      ),
    );
    for (const { id, name } of named) organisations.set(id, name);
  }
  const own = ownLinks(holding);
  const keeps = new Set(holding.all.filter(({ type }) => /^(uuid|timestamp|date)/.test(type)).map(({ name }) => name));
  return rows.map((row) => {
    const mine = links.length === 0 || holding.by || own.some((link) => row[link] === whose.personId);
    const kept = Object.entries(row).filter(([column]) => mine || keeps.has(column));
    return Object.fromEntries(
      kept.map(([column, value]) => [
        column,
        links.includes(column) && typeof value === 'string'
          ? value === whose.personId
            ? names.you
            : (organisations.get(value) ?? names.another)
          : value,
      ]),
    );
  });
}

/** Every choice with the words it was made on, oldest first. */
export function ownVotes(hubwise: Hubwise, hubId: number, personId: string) {
  return hubwise.read(hubId, (db) =>
    run<{ debate: string; number: number | null; opinion: string; stance: number; at: Date }>(
      db,
      `select d.title as debate, o.number, case when o.withdrawn_at is null and o.hidden_at is null then o.body else '' end as opinion,
         v.stance, v.at
       from votes v
       join opinions o on o.hub_id = v.hub_id and o.id = v.opinion_id
       join debates d on d.hub_id = o.hub_id and d.id = o.debate_id
       where v.hub_id = $1 and v.person_id = $2 order by v.at, o.id`,
      [hubId, personId],
    ),
  );
}
