/** F9.5 What the worker does: finds opinions in nearly the same words, debate by debate, whenever what can be read has changed. */
import { alikeOf } from '#commons/similarity/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { VISIBLE } from './coverage-queries.ts';

const MOST_AT_ONCE = 50;

/** Of the opinions `o` that can be read; changes when one is said, revised, withdrawn, hidden or shown again. */
const FINGERPRINT = `count(o.id) || '.' || coalesce(sum(o.version), 0) || '.' || coalesce(max(o.number), 0)`;

/** Hands debates whose opinions changed to the job queue. Of published rounds only those that were never looked at. */
export async function findDueAlike({ hub, hubwise, now }: JobContext): Promise<void> {
  await hubwise.write(hub.id, (db) =>
    run(
      db,
      `select graphile_worker.add_job('statement.find-alike', json_build_object('hub', $1::int, 'debateId', due.id),
         job_key => 'statement-alike:' || due.id)
       from (
         select d.id from rounds r
         join debates d on d.hub_id = r.hub_id and d.round_id = r.id
         left join alike_debates l on l.hub_id = d.hub_id and l.debate_id = d.id
         left join opinions o on o.hub_id = d.hub_id and o.debate_id = d.id and ${VISIBLE}
         where r.hub_id = $1 and r.debating_at <= $2 and (l.debate_id is null or r.published_at is null)
         group by d.id, l.fingerprint having l.fingerprint is distinct from ${FINGERPRINT} order by d.id limit ${MOST_AT_ONCE}
       ) due`,
      [hub.id, now],
    ),
  );
}

/** The job: finds and keeps the families of one debate. */
export async function findAlike(job: JobContext, payload: Record<string, unknown>): Promise<void> {
  const debateId = String(payload.debateId);
  await job.hubwise.write(job.hub.id, (db) => keepAlike(db, job.hub.id, debateId, job.now));
  await job.invalidate([`debate:${debateId}`]);
}

interface Readable {
  id: string;
  body: string;
}

/** Compares all opinions and questions of a debate that can be read, and keeps what was found. Idempotent; one at a time a debate. */
export async function keepAlike(db: Db, hubId: number, debateId: string, now: Date): Promise<void> {
  await run(db, 'select id from debates where hub_id = $1 and id = $2 for no key update', [hubId, debateId]);
  const [opinions, [counted]] = await Promise.all([
    run<Readable>(
      db,
      `select o.id, o.body from opinions o where o.hub_id = $1 and o.debate_id = $2 and ${VISIBLE} order by o.id`,
      [hubId, debateId],
    ),
    run<{ fingerprint: string }>(
      db,
      `select ${FINGERPRINT} as fingerprint from opinions o where o.hub_id = $1 and o.debate_id = $2 and ${VISIBLE}`,
      [hubId, debateId],
    ),
  ]);
  const found = alikeOf(opinions.map(({ body }) => body));
  const rows = found.map(({ text, family, copied }) => ({
    id: opinions[text]!.id,
    family: opinions[family]!.id,
    copied,
  }));
  await run(db, 'delete from alike_opinions where hub_id = $1 and debate_id = $2', [hubId, debateId]);
  await Promise.all([
    run(
      db,
      `insert into alike_opinions (hub_id, opinion_id, debate_id, family_id, copied)
       select $1, n.id, $2, n.family, n.copied from json_to_recordset($3::json) as n (id uuid, family uuid, copied boolean)`,
      [hubId, debateId, JSON.stringify(rows)],
    ),
    run(
      db,
      `insert into alike_debates (hub_id, debate_id, found_at, fingerprint, alike, copies) values ($1, $2, $3, $4, $5, $6)
       on conflict (hub_id, debate_id) do update set found_at = excluded.found_at, fingerprint = excluded.fingerprint,
         alike = excluded.alike, copies = excluded.copies`,
      [hubId, debateId, now, counted!.fingerprint, rows.length, rows.filter(({ copied }) => copied).length],
    ),
  ]);
}
