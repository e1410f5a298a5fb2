/** How the database answers a statement: rows it touched, tables it read from one end to the other. */
import type pg from 'pg';
import type { Asked } from './listening.ts';

export interface Examined {
  /** rows read from tables and indexes, thrown away ones included */
  rowsRead: number;
  /** rows of the answer */
  rowsGiven: number;
  /** tables read whole, with their rows */
  whole: { table: string; rows: number }[];
  milliseconds: number;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

/** After so many plans made for the values themselves PostgreSQL may settle on one for all values (plan_cache_mode auto). */
const TURNS_BEFORE_SETTLING = 5;

/**
 * `client` is bound to its hub as a page is. What the statement would change is taken back. The plan is the one that a connection
 * comes to which has carried out the statement before, as those of web processes have.
 */
export async function examine(client: pg.ClientBase, hubId: number, { text, values }: Asked): Promise<Examined> {
  await client.query(`begin; set local minna.hub = ${hubId}`);
  try {
    const given = (await literals(client, values)).join(', ');
    await client.query(`prepare examined as ${text}`);
    const executed = `execute examined${given ? ` (${given})` : ''}`;
    for (let turn = 0; turn < TURNS_BEFORE_SETTLING; turn += 1) await client.query(`explain ${executed}`);
    const { rows } = await client.query(`explain (analyze, timing off, format json) ${executed}`);
    const [{ Plan: plan, 'Execution Time': milliseconds }] = rows[0]['QUERY PLAN'];
    const nodes = flat(plan);
    const scans = nodes.filter(
      (node) => /Scan/.test(node['Node Type']) && !/^(CTE|Subquery|Function|Values|WorkTable)/.test(node['Node Type']),
    );
    const read = (node: PlanNode) =>
      (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
      node['Actual Loops'];
    return {
      rowsRead: Math.round(scans.reduce((sum, node) => sum + read(node), 0)),
      rowsGiven: plan['Actual Rows'],
      whole: scans
        .filter((node) => node['Node Type'].endsWith('Seq Scan') && node['Actual Loops'] > 0)
        .map((node) => ({ table: node['Relation Name'] ?? '', rows: Math.round(read(node) / node['Actual Loops']) })),
      milliseconds,
    };
  } finally {
    await client.query('rollback; deallocate all');
  }
}

/** Values as they stand in a statement. */
async function literals(client: pg.ClientBase, values: readonly unknown[]): Promise<string[]> {
  if (values.length === 0) return [];
  const texts = values.map((value) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value));
  const { rows } = await client.query({
    text: `select ${texts.map((_, at) => `quote_nullable($${at + 1}::text)`).join(', ')}`,
    values: texts,
    rowMode: 'array',
  });
  return rows[0] ?? [];
}

function flat(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flat)];
}
