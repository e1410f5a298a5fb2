/** X1: where others were told of somebody by name: notices, letters, invitations. The name goes there, too. */
import { LEFT_NAME } from '#commons/hubs/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { type Holding, quoted, tableName } from './holdings.ts';

export interface Trace {
  personId: string;
  name: string;
  email: string;
}

/** A name of one sign stands in every other word; it says nothing about anybody. */
const SHORTEST = 2;

export async function eraseTraces(db: Db, hubId: number, trace: Trace, holdings: readonly Holding[]): Promise<void> {
  const { personId, name, email } = trace;
  await run(db, 'delete from follows where hub_id = $1 and thing_id = $2', [hubId, personId]);
  await run(
    db,
    `update notices set title = case when title = $2 then $3 else title end,
       facts = (select coalesce(jsonb_object_agg(key, case when value = to_jsonb($2::text) then to_jsonb($3::text) else value end), '{}')
         from jsonb_each(facts))
     where hub_id = $1 and (title = $2 or position(to_jsonb($2::text)::text in facts::text) > 0)`,
    [hubId, name, LEFT_NAME],
  );
  for (const { table, all } of holdings.filter((one) => one.columns.includes('meant_for'))) {
    const empty = all.find((column) => column.name === 'meant_for')?.nullable ? 'null' : `''`;
    await run(
      db,
      `update ${tableName(table)} set ${quoted('meant_for')} = ${empty} where hub_id = $1 and lower(meant_for) in (lower($2), $3)`,
      [hubId, name, email],
    );
  }
  const needles = [email, ...(name.length >= SHORTEST ? [name] : [])].filter((needle) => needle !== '');
  for (const needle of needles) await eraseFromLetters(db, hubId, needle);
}

/** Letters to others: those that are sent are only kept for a while and go now, those on their way leave the name out. */
async function eraseFromLetters(db: Db, hubId: number, needle: string): Promise<void> {
  const named = `position($2 in subject || body_text || coalesce(body_html, '')) > 0`;
  await run(db, `delete from mails where hub_id = $1 and sent_at is not null and ${named}`, [hubId, needle]);
  await run(
    db,
    `update mails set subject = replace(subject, $2, $3), body_text = replace(body_text, $2, $3), body_html = replace(body_html, $2, $3)
     where hub_id = $1 and ${named}`,
    [hubId, needle, LEFT_NAME],
  );
}
