/**
 * X8: from the journal to webhooks. How far it came is kept in the transaction that queues the messages, so none is lost and none begun
 * twice; what a message holds is read when it is sent, so what was hidden meanwhile is not told.
 */

import { placeOf } from '#commons/happenings/index.ts';
import { allowsPrivate, keyTurns, signingKey } from '#commons/programs/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { post, type Sender } from './post.ts';
import { signedHeaders } from './signature.ts';

const BATCH = 200;
const MOST_BATCHES = 25;

/** Regular work: new entries of the journal become messages. */
export async function queueWebhooks({ hub, hubwise, now }: JobContext): Promise<void> {
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const count = await hubwise.write(hub.id, (db) => queueBatch(db, hub.id, now));
    if (count < BATCH) return;
  }
}

async function queueBatch(db: Db, hubId: number, now: Date): Promise<number> {
  // A webhook is told what happens from now on, not the past.
  await run(
    db,
    `insert into webhook_cursors (hub_id, leaf) select $1, coalesce(max(n), -1) from journal_leaves where hub_id = $1
     on conflict (hub_id) do nothing`,
    [hubId],
  );
  const [cursor] = await run<{ leaf: string }>(db, 'select leaf from webhook_cursors where hub_id = $1 for update', [
    hubId,
  ]);
  const entries = await run<{ n: string; id: string }>(
    db,
    `select n, event_id as id from journal_leaves where hub_id = $1 and n > $2 order by n limit ${BATCH}`,
    [hubId, cursor!.leaf],
  );
  const last = entries.at(-1);
  if (!last) return 0;
  await run(
    db,
    `with begun as (
       insert into webhook_deliveries (hub_id, webhook_id, event_id, verb, begun_at)
       select $1, w.id, e.id, e.verb, $3 from events e
       join webhooks w on w.hub_id = e.hub_id and w.stopped_at is null and w.made_at <= e.at
         and (cardinality(w.verbs) = 0 or e.verb = any(w.verbs))
       where e.hub_id = $1 and e.id = any($2::uuid[]) and e.is_public
       on conflict (hub_id, webhook_id, event_id) do nothing returning webhook_id, event_id
     )
     select graphile_worker.add_job('api.deliver', json_build_object('hub', $1::int, 'webhook', webhook_id, 'event', event_id),
       job_key => 'webhook ' || webhook_id || ' ' || event_id, max_attempts => ${MOST_TRIES}) from begun`,
    [hubId, entries.map(({ id }) => id), now],
  );
  await run(db, 'update webhook_cursors set leaf = $2 where hub_id = $1', [hubId, last.n]);
  return entries.length;
}

/** Tries of the job queue, which waits longer each time, up to six hours: in all a little more than a day. */
export const MOST_TRIES = 14;
const PATIENCE_DAYS = 5;

interface Due {
  url: string;
  key_turn: number;
  key_turned_at: Date | null;
  attempts: number;
  at: Date;
  verb: string;
  object_kind: string;
  object_id: string;
  public: Record<string, unknown>;
  actor_id: string | null;
  actor_name: string | null;
}

// X4: of a thing that is hidden now, what its event told in public is not told again.
const DUE = `select w.url, w.key_turn, w.key_turned_at, d.attempts, e.at, e.verb, e.object_kind, e.object_id, e.actor_id, a.name as actor_name,
    case when e.verb not like 'moderation.%' and exists (
      select from hidings h where h.hub_id = e.hub_id and h.kind = e.object_kind and h.object_id = e.object_id and h.until is null)
    then e.public - 'title' - 'excerpt' else e.public end as public
  from webhook_deliveries d
  join webhooks w on w.hub_id = d.hub_id and w.id = d.webhook_id and w.stopped_at is null
  join events e on e.hub_id = d.hub_id and e.id = d.event_id
  left join actors a on a.hub_id = e.hub_id and a.id = e.actor_id
  where d.webhook_id = $1 and d.event_id = $2 and d.delivered_at is null and d.given_up_at is null`;

/** The job `api.deliver`: one try, kept in the log. Throws to be tried again later. */
export function deliverer(send: Sender = post) {
  return async (job: JobContext, { webhook, event }: Record<string, unknown>): Promise<void> => {
    const { hub, hubwise, now } = job;
    const [due] = await hubwise.read(hub.id, (db) => run<Due>(db, DUE, [webhook, event]));
    if (!due) return;
    const keys = keyTurns(due, now).turns.flatMap((turn) => signingKey(hub.id, String(webhook), turn) ?? []);
    if (keys.length === 0) return;
    const id = String(event);
    const body = JSON.stringify(messageOf(due, id, hub.origin));
    const tried = await send(due.url, body, signedHeaders(keys, { id, at: now, body }), allowsPrivate());
    const isOver = await hubwise.write(hub.id, (db) =>
      keep(db, hub.id, { webhook: String(webhook), event: id, now, due, tried }),
    );
    if (!isOver) throw new Error(`a webhook was not taken: ${tried.status ?? tried.failure}`);
  };
}

function messageOf(due: Due, id: string, origin: string) {
  const href = placeOf(due);
  return {
    type: due.verb,
    timestamp: due.at.toISOString(),
    data: {
      id,
      object: { kind: due.object_kind, id: due.object_id },
      actor: due.actor_id ? { id: due.actor_id, name: due.actor_name } : null,
      facts: due.public,
      url: href === null ? null : origin + encodeURI(href),
    },
  };
}

interface Tried {
  webhook: string;
  event: string;
  now: Date;
  due: Due;
  tried: { status: number | null; failure: string | null };
}

/** True when there is nothing more to try. */
async function keep(db: Db, hubId: number, { webhook, event, now, due, tried }: Tried): Promise<boolean> {
  const { status, failure } = tried;
  const isDone = status !== null && status >= 200 && status < 300;
  // 410 is how a receiver says that it wants no more.
  const isGivenUp = !isDone && (status === 410 || due.attempts + 1 >= MOST_TRIES);
  await run(
    db,
    `update webhook_deliveries set attempts = attempts + 1, tried_at = $4, status = $5, failure = $6,
       delivered_at = case when $7 then $4::timestamptz end, given_up_at = case when $8 then $4::timestamptz end
     where hub_id = $1 and webhook_id = $2 and event_id = $3`,
    [hubId, webhook, event, now, status, failure, isDone, isGivenUp],
  );
  await run(
    db,
    `update webhooks set failing_since = case when $3 then null else coalesce(failing_since, $4::timestamptz) end,
       stopped_at = case when $5 or (not $3 and failing_since < $4::timestamptz - make_interval(days => ${PATIENCE_DAYS}))
         then $4::timestamptz else stopped_at end,
       stopped_because = case when $5 or (not $3 and failing_since < $4::timestamptz - make_interval(days => ${PATIENCE_DAYS}))
         then 'failing' else stopped_because end
     where hub_id = $1 and id = $2 and stopped_at is null`,
    [hubId, webhook, isDone, now, status === 410],
  );
  return isDone || isGivenUp;
}

const KEPT_DAYS = 30;

/** Daily: what was sent long ago is forgotten, tokens and webhooks of long ago as well. */
export async function forgetOldDeliveries({ hub, hubwise, now }: JobContext): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await hubwise.write(hub.id, async (db) => {
    await run(db, 'delete from webhook_deliveries where hub_id = $1 and begun_at < $2', [hub.id, before]);
    await run(db, 'delete from webhooks where hub_id = $1 and stopped_at < $2', [hub.id, before]);
    await run(db, 'delete from api_tokens where hub_id = $1 and (revoked_at < $2 or expires_at < $2)', [
      hub.id,
      before,
    ]);
  });
}
