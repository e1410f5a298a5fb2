/**
 * X3: pushes to devices. What is due is taken in one transaction with the jobs that deliver it, one for each device; a job that is done twice shows
 * the same notification again in the same place. A subscription its service has forgotten is forgotten here.
 */
import { isPushGateway, NOTICE_COLUMNS, NOTICE_JOINS, noticeLine, type ShownNotice } from '#commons/notices/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import type { Lang } from '#kernel/lang.ts';
import { type PushKey, pushKey } from './push-key.ts';
import { words } from './words.ts';

const AT_ONCE = 200;

export async function takePushes({ hub, hubwise }: JobContext): Promise<void> {
  await hubwise.write(hub.id, (db) => takeBatch(db, hub.id));
}

async function takeBatch(db: Db, hubId: number): Promise<void> {
  const taken = await run<{ person_id: string; count: number }>(
    db,
    `with people as (
       select distinct person_id from notices where hub_id = $1 and is_push_due limit $2
     ), taken as (
       update notices n set is_push_due = false from people p
       where n.hub_id = $1 and n.person_id = p.person_id and n.is_push_due returning n.person_id, n.read_at, n.is_hushed
     )
     select person_id, count(*)::int as count from taken where read_at is null and not is_hushed group by person_id`,
    [hubId, AT_ONCE],
  );
  if (taken.length === 0) return;
  await run(
    db,
    `select graphile_worker.add_job('push.deliver', json_build_object('hub', $1::int, 'id', s.id, 'count', t.count),
       max_attempts => 8)
     from unnest($2::uuid[], $3::int[]) as t (person_id, count)
     join push_subscriptions s on s.hub_id = $1 and s.person_id = t.person_id`,
    [hubId, taken.map(({ person_id }) => person_id), taken.map(({ count }) => count)],
  );
}

/** What a device is shown. */
export interface PushMessage {
  title: string;
  body: string;
  /** path on this site */
  url: string;
}

interface Device {
  endpoint: string;
  public_key: string;
  auth: string;
  person_id: string;
  lang: Lang;
}

/** Resolves with the status of the push service. */
export type Push = (device: Device, message: PushMessage, subject: string, key: PushKey) => Promise<number>;

const DAY_SECONDS = 86_400;

export const byHttp: Push = async (device, message, subject, key) => {
  // Needed only where something is pushed.
  const { default: webPush } = await import('web-push');
  const request = webPush.generateRequestDetails(
    { endpoint: device.endpoint, keys: { p256dh: device.public_key, auth: device.auth } },
    JSON.stringify(message),
    { TTL: DAY_SECONDS, urgency: 'normal', topic: 'minna', vapidDetails: { subject, ...key } },
  );
  const answer = await fetch(request.endpoint, {
    method: 'POST',
    headers: request.headers as Record<string, string>,
    body: request.body as unknown as BodyInit,
    redirect: 'error',
    signal: AbortSignal.timeout(15_000),
  });
  await answer.body?.cancel();
  return answer.status;
};

export function deliverer(push: Push = byHttp, mayPush: (endpoint: string) => boolean = isPushGateway) {
  /** The job `push.deliver`. Throws to be tried again later. */
  return async (job: JobContext, payload: Record<string, unknown>): Promise<void> => {
    const { hub, hubwise, log } = job;
    const id = String(payload.id);
    const [device, notice] = await hubwise.read(hub.id, (db) => deviceAndNotice(db, id));
    const key = pushKey();
    if (!device || !notice || !key || !mayPush(device.endpoint)) return;
    const status = await push(
      device,
      messageOf(notice, Number(payload.count), device.lang),
      subjectOf(hub.origin),
      key,
    );
    if (status < 300) return;
    if (status === 404 || status === 410) {
      await hubwise.write(hub.id, (db) =>
        run(db, 'delete from push_subscriptions where hub_id = $1 and id = $2', [hub.id, id]),
      );
      return;
    }
    log.warn('a push was not taken', { device: id, status });
    if (status === 429 || status >= 500) throw new Error(`the push service answered ${status}`);
  };
}

/** Services ask whom they may write to; ours is found at the address. */
function subjectOf(origin: string): string {
  return origin.startsWith('https:') ? origin : `mailto:desk@${new URL(origin).hostname}`;
}

function deviceAndNotice(db: Db, id: string): Promise<[Device | null, ShownNotice | null]> {
  return Promise.all([
    run<Device>(
      db,
      `select s.endpoint, s.public_key, s.auth, s.person_id, u.lang
       from push_subscriptions s join actors a on a.hub_id = s.hub_id and a.id = s.person_id join auth.users u on u.id = a.account_id
       where s.id = $1`,
      [id],
    ).then(([row]) => row ?? null),
    run<ShownNotice>(
      db,
      `select ${NOTICE_COLUMNS} from push_subscriptions s
       join notices n on n.hub_id = s.hub_id and n.person_id = s.person_id ${NOTICE_JOINS}
       where s.id = $1 and n.read_at is null and not n.is_hushed order by n.id desc limit 1`,
      [id],
    ).then(([row]) => row ?? null),
  ]);
}

export function messageOf(notice: ShownNotice, count: number, lang: Lang): PushMessage {
  if (count > 1) return { title: words(lang).many(count), body: noticeLine(notice, lang).title, url: '/notices' };
  const { title, text, href } = noticeLine(notice, lang);
  return { title, body: text, url: href === null ? '/notices' : `/notices/${notice.id}` };
}
